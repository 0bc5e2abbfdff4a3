import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import type { TestVisitor } from '#apps/server/testing.ts'
import { desktop, look, type OpenOptions, openStage, phone, type Stage } from './harness.ts'

let stage: Stage
let claire: TestVisitor
let nadia: TestVisitor
let karim: TestVisitor
let marc: TestVisitor
let slug: string
let communityId: string

beforeAll(async () => {
  stage = await openStage()
  claire = await stage.t.member({ name: 'Claire Morvan' })
  nadia = await stage.t.member({ name: 'Nadia Berrada' })
  karim = await stage.t.member({ name: 'Karim Benali' })
  marc = await stage.t.member({ name: 'Marc Delorme', language: 'en' })
  const made = await stage.community(claire, 'Maintenance', { charter: 'template' })
  slug = made.slug
  communityId = made.id
  for (const person of [nadia, karim, marc]) {
    const joined = await person.post(`/api/v1/communities/${slug}/membership`, { charterVersion: 1 })
    expect(joined.status, joined.text).toBeLessThan(300)
  }
  const role = await claire.put(`/api/v1/communities/${slug}/members/${nadia.memberId}/roles/moderator`)
  expect(role.status, role.text).toBeLessThan(300)
})
afterAll(() => stage.close())
afterEach(() => expect(stage.problems.splice(0)).toEqual([]))

const publish = async (title: string, bodyMd: string): Promise<string> => {
  const made = await marc.post('/api/v1/posts', { communityId, title, bodyMd })
  expect(made.status, made.text).toBe(200)
  return made.body.card.id
}
/** Somebody's page; slow steps are given their time on a busy machine. */
const open = async (who: TestVisitor, options?: OpenOptions): Promise<Page> => {
  const page = await stage.open(who, options)
  page.setDefaultTimeout(30_000)
  return page
}
/** Reports through the menu of the text, on a phone, with the first article. */
const report = async (postId: string, words: string): Promise<Page> => {
  const page = await open(karim, { size: phone })
  await page.goto(`${stage.url}/posts/${postId}`)
  await page.getByRole('button', { name: 'Agir sur cette publication' }).click()
  await page.getByRole('menuitem', { name: 'Signaler' }).click()
  await page.getByRole('radio', { name: /^Article 1/ }).check({ force: true })
  await page.getByRole('textbox', { name: /Ce que vous avez remarqué/ }).fill(words)
  await look(page, 'moderation-report')
  await page.getByRole('button', { name: 'Signaler', exact: true }).click()
  await page.getByText('Merci. Vous trouverez la suite').waitFor()
  return page
}

test('a report, a word with the article, the author corrects, and who reported learns it', async () => {
  const postId = await publish('Notre stock', 'Vous êtes tous des incapables.')
  const reporter = await report(postId, 'Le ton blesse.')

  const page = await open(nadia, { size: desktop })
  await page.goto(`${stage.url}/communities/${slug}`)
  await page.getByRole('link', { name: /Modération/ }).click()
  await look(page, 'moderation-queue')
  await page.getByRole('link', { name: 'Un texte de Marc Delorme' }).click()
  await page.getByText('Vous êtes tous des incapables.').first().waitFor()
  await look(page, 'moderation-case')
  await page.getByRole('button', { name: 'Écrire', exact: true }).click()
  await expect
    .poll(() => page.getByRole('textbox', { name: /Texte, à relire/ }).inputValue(), { timeout: 30_000 })
    .toContain('Bonjour Marc')
  await look(page, 'moderation-step')
  await page.getByRole('button', { name: 'Envoyer' }).click()
  await page.getByText('Envoyé.').first().waitFor()
  await page.getByRole('button', { name: 'Demander', exact: true }).click()
  await page.getByRole('button', { name: 'Envoyer' }).click()
  await page.getByText('La personne peut corriger jusqu’au').waitFor()

  const author = await open(marc, { language: 'en', size: phone })
  await author.goto(`${stage.url}/me/notes`)
  await author.getByRole('heading', { name: /A request to correct/ }).waitFor()
  await look(author, 'moderation-notes')
  const edited = await marc.patch(`/api/v1/posts/${postId}`, {
    bodyMd: 'Je ne suis pas d’accord avec ce choix.',
  })
  expect(edited.status, edited.text).toBe(200)

  await expect
    .poll(
      async () =>
        (await stage.t.db.read.row('select 1 from moderation.case_file where corrected_at is not null')) !==
        undefined,
      { timeout: 30_000 },
    )
    .toBe(true)
  await page.reload()
  await page.getByText('La personne a corrigé son texte').waitFor()
  await page.getByRole('button', { name: 'Clore' }).first().click()
  await page.getByRole('dialog').getByRole('button', { name: 'Clore' }).click()
  await page.getByText('Clos. Les personnes').waitFor()

  await reporter.goto(`${stage.url}/me/notes`)
  await reporter.getByText('Le texte a été corrigé.').waitFor()
})

let hiddenId: string

test('two people hide a text, and a word stands in its place', async () => {
  const postId = await publish('Mot de trop', 'Karim ne comprend jamais rien.')
  hiddenId = postId
  const told = await karim.post('/api/v1/reports', { postId, article: 1, words: 'Vise une personne.' })
  expect(told.status, told.text).toBe(200)
  const { id } = (await stage.t.db.read.row<{ id: string }>(
    'select id from moderation.case_file where post_id = $1',
    [postId],
  ))!

  const page = await open(nadia)
  await page.goto(`${stage.url}/communities/${slug}/workbench/moderation/${id}`)
  await page.getByRole('button', { name: 'Proposer de masquer' }).click()
  await page.getByText('C’est urgent').click()
  await page.getByRole('button', { name: 'Proposer de masquer' }).last().click()
  await page.getByText('Attend une deuxième personne').first().waitFor()

  const second = await open(claire)
  await second.goto(`${stage.url}/communities/${slug}/workbench`)
  await second.getByRole('link', { name: 'Ouvrir le signalement' }).click()
  await second.getByRole('button', { name: 'Confirmer', exact: true }).click()
  await second.getByText('Confirmé.').waitFor()
  await look(second, 'moderation-hidden-case')

  const reader = await open(karim)
  await reader.goto(`${stage.url}/posts/${postId}`)
  await reader.getByText('Texte masqué au titre de l’article').waitFor()
  expect(await reader.content()).not.toContain('ne comprend jamais')
  await look(reader, 'moderation-placeholder')
})

test('the author of a hidden text asks for another look, and a third person restores it', async () => {
  const author = await open(marc, { language: 'en', size: phone })
  await author.goto(`${stage.url}/posts/${hiddenId}`)
  await author.getByRole('link', { name: /Read my text and the reason/ }).click()
  await author.getByText('Karim ne comprend jamais rien.').first().waitFor()
  await author.getByRole('button', { name: 'Ask for another look' }).click()
  await author.getByRole('textbox', { name: 'What they should know' }).fill('I meant the procedure.')
  await author.getByRole('button', { name: 'Send' }).click()
  await author.getByText('Another look has been asked for.').waitFor()

  // Both who moderate here took part: a mediator is asked.
  const admin = await stage.t.member({ name: 'Ada Min', administrator: true })
  const mediator = await open(admin)
  await mediator.goto(`${stage.url}/mediation`)
  await mediator.getByRole('link', { name: 'Un texte de Marc Delorme' }).click()
  await mediator.getByRole('button', { name: 'Répondre à l’appel' }).click()
  await mediator.getByText('Annuler et rétablir').click()
  await mediator.getByRole('textbox', { name: /Raisons/ }).fill('La procédure était visée.')
  await mediator.getByRole('button', { name: 'Envoyer' }).click()
  await mediator.getByText('Réponse envoyée.').waitFor()

  const reader = await open(karim)
  await reader.goto(`${stage.url}/posts/${hiddenId}`)
  await reader.getByText('Karim ne comprend jamais rien.').first().waitFor()
})
