import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { TestVisitor } from '#apps/server/testing.ts'
import { bringIn, foundCommunity } from '#modules/communities/fixtures.ts'
import { givePassword, goodPassword } from '#modules/people/fixtures.ts'
import { look, openStage, phone, type Stage } from './harness.ts'

let stage: Stage
let claire: TestVisitor
let marc: TestVisitor
let ada: TestVisitor
let yves: TestVisitor
let slug: string
let postId: string
const reason = 'Une réquisition du parquet demande les échanges du 3 au 7 mars.'

beforeAll(async () => {
  stage = await openStage()
  claire = await stage.t.member({ name: 'Claire Morvan' })
  marc = await stage.t.member({ name: 'Marc Delorme', language: 'en' })
  ada = await stage.t.member({ name: 'Ada Roussel', administrator: true })
  yves = await stage.t.member({ name: 'Yves Perrin', administrator: true })
  for (const { memberId } of [ada, yves]) await givePassword(stage.t, memberId)
  const community = await foundCommunity(claire, { visibility: 'secret' })
  slug = community.slug
  await bringIn(claire, community, marc)
  const made = await marc.post('/api/v1/posts', {
    communityId: community.id,
    title: 'Entre nous',
    bodyMd: 'Le contrat du 4 mars.',
  })
  postId = made.body.card.id
})
afterAll(() => stage.close())
afterEach(() => expect(stage.problems.splice(0)).toEqual([]))

test('two administrators open a secret community for some hours, its manager reads why, and one of them ends it', async () => {
  const asking = await stage.open(ada)
  await asking.goto(`${stage.url}/admin/privacy`)
  await asking.getByText('Aucune lecture exceptionnelle').waitFor()
  await asking.getByRole('button', { name: 'Demander une lecture' }).click()
  const form = asking.getByRole('dialog', { name: 'Demander à lire une communauté' })
  await form.getByRole('combobox', { name: 'Communauté' }).fill('secrète')
  await asking.getByRole('option', { name: 'Communauté secrète animée par Claire Morvan' }).click()
  await form.getByRole('textbox', { name: 'Motif' }).fill('audit')
  await form.getByRole('textbox', { name: 'Votre mot de passe' }).fill(goodPassword)
  await form.getByRole('button', { name: 'Demander' }).click()
  await form.getByText('Le motif tient en une phrase au moins').waitFor()
  await form.getByRole('textbox', { name: 'Motif' }).fill(reason)
  await look(asking, 'privacy-ask-1280-fr')
  await form.getByRole('button', { name: 'Demander' }).click()
  await asking.getByText('Votre demande : quelqu’un d’autre décide.').waitFor()

  const deciding = await stage.open(yves, { size: phone, theme: 'dark' })
  await deciding.goto(`${stage.url}/admin/privacy`)
  await deciding.getByText(reason).waitFor()
  await look(deciding, 'privacy-desk-390-fr-dark')
  await deciding.getByRole('button', { name: 'Accepter' }).click()
  const agree = deciding.getByRole('alertdialog', { name: 'Ouvrir cette communauté en lecture' })
  await agree.getByRole('textbox', { name: 'Votre mot de passe' }).fill(goodPassword)
  await look(deciding, 'privacy-agree-390-fr-dark')
  await agree.getByRole('button', { name: 'Ouvrir' }).click()
  await deciding.getByText('Ouverte', { exact: true }).waitFor()

  await asking.goto(`${stage.url}/posts/${postId}`)
  await asking.getByRole('heading', { level: 1, name: 'Entre nous' }).waitFor()
  const manager = await stage.open(claire, { size: phone })
  await manager.goto(`${stage.url}/communities/${slug}/seen`)
  await manager.getByText(reason).waitFor()
  await look(manager, 'privacy-here-390-fr')

  await deciding.getByRole('button', { name: 'Y mettre fin' }).click()
  await deciding.getByText('Terminée', { exact: true }).waitFor()
  await asking.reload()
  await asking.getByRole('heading', { level: 1, name: 'Entre nous' }).waitFor({ state: 'detached' })
})

test('a member reads the registry and takes the sheet of the works council away', async () => {
  const page = await stage.open(marc, { language: 'en' })
  await page.goto(`${stage.url}/me/seen`)
  await page.getByRole('link', { name: 'The registry for all' }).click()
  await page.getByRole('heading', { level: 1, name: 'The registry' }).waitFor()
  await page.getByRole('heading', { level: 3, name: 'All staff' }).waitFor()
  await look(page, 'privacy-register-1280-en')
  await page.getByRole('searchbox', { name: 'Search the registry' }).fill('zzz')
  await page.getByText('No field matches.').waitFor()
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Sheet for the works council' }).click(),
  ])
  expect(file.suggestedFilename()).toBe('preau-works-council.md')
  await page.goto(`${stage.url}/communities/${slug}/about`)
  await page.getByRole('link', { name: 'What is seen in this community' }).click()
  await page.getByText('Nobody sees').waitFor()
  await look(page, 'privacy-here-1280-en')
})
