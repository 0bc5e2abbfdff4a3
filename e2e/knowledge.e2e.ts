import { readFile } from 'node:fs/promises'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { TestVisitor } from '#apps/server/testing.ts'
import {
  expectNoAxeViolations,
  expectNoSidewaysScroll,
  openStage,
  phone,
  picture,
  type Stage,
} from './harness.ts'

let stage: Stage
let claire: TestVisitor
let karim: TestVisitor
let place: { id: string; slug: string }
let postId: string

beforeAll(async () => {
  stage = await openStage()
  claire = await stage.t.member({ name: 'Claire Morvan' })
  karim = await stage.t.member({ name: 'Karim Benali' })
  place = await stage.community(claire, 'Maintenance')
  await stage.join(karim, place.slug)
  const asked = await karim.post('/api/v1/posts', {
    communityId: place.id,
    kind: 'question',
    title: 'Comment aligner une pompe au laser ?',
    bodyMd: 'Elle vibre depuis le remontage.',
    language: 'fr',
  })
  postId = asked.body.card.id
  const answer = await claire.post(`/api/v1/posts/${postId}/comments`, {
    bodyMd: 'À froid, puis de nouveau à chaud.',
    isAnswer: true,
  })
  await karim.put(`/api/v1/posts/${postId}/accepted-answer`, { commentId: answer.body.id })
})
afterAll(() => stage.close())
afterEach(() => expect(stage.problems.splice(0)).toEqual([]))

test('a solved question becomes a page, which is changed, compared, taken away and confirmed', async () => {
  const page = await stage.open(claire)
  await page.goto(`${stage.url}/posts/${postId}`)
  await page
    .getByRole('button', { name: 'Agir sur cette publication' })
    // The first screen of a cold application.
    .click({ timeout: 30_000 })
  await page.getByRole('menuitem', { name: 'En faire une fiche' }).click()
  await page.getByRole('heading', { name: 'Faire une fiche de cette conversation' }).waitFor()
  await page.getByText('Karim Benali').first().waitFor()
  await page.getByRole('textbox', { name: 'Titre' }).fill('Aligner une pompe au laser')
  await picture(page, 'knowledge-new')
  await page.getByRole('button', { name: 'Publier la fiche' }).click()
  await page.getByRole('heading', { level: 1, name: 'Aligner une pompe au laser' }).waitFor()
  await page.getByRole('heading', { name: 'Conditions et limites' }).waitFor()
  await expectNoAxeViolations(page)
  await picture(page, 'knowledge-page')
  const pageAddress = page.url()

  // Changed, while somebody else saves: both texts are kept.
  await page.getByRole('link', { name: 'Modifier', exact: true }).click()
  await page.getByRole('textbox', { name: 'Ce que vous avez changé' }).waitFor()
  await page.getByRole('textbox', { name: 'Titre' }).fill('Aligner une pompe au laser, à froid')
  const id = pageAddress.split('/').at(-1)!
  const now = (await karim.get(`/api/v1/pages/${id}`)).body
  await karim.put(`/api/v1/pages/${id}`, {
    baseVersion: 1,
    title: now.title,
    bodyMd: `${now.bodyMd}\n\nVoir aussi la fiche des accouplements.`,
  })
  await page.getByRole('button', { name: 'Enregistrer la version' }).click()
  await page.getByText('Karim Benali a enregistré une autre version entre-temps').waitFor()
  await picture(page, 'knowledge-stale')
  await expectNoAxeViolations(page)
  await page.getByRole('button', { name: 'Enregistrer le mien par-dessus' }).click()
  await page.getByRole('heading', { level: 1, name: 'Aligner une pompe au laser, à froid' }).waitFor()

  // Compared side by side.
  await page.goto(`${pageAddress}/history?from=1&to=3`)
  await page.locator('ins', { hasText: 'froid' }).first().waitFor()
  await expectNoAxeViolations(page)
  await picture(page, 'knowledge-history')

  // Taken away.
  await page.goto(pageAddress)
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'PDF accessible' }).click()
  const file = await download
  expect(file.suggestedFilename()).toBe('Aligner une pompe au laser, à froid.pdf')
  expect((await readFile(await file.path())).toString('latin1')).toContain('/StructTreeRoot')

  // A year later.
  await stage.t.db.read.run(`update knowledge.page set review_on = current_date where id = $1`, [id])
  await page.goto(`${stage.url}/`)
  await page.getByRole('heading', { name: 'Vos fiches à revoir' }).waitFor()
  await picture(page, 'knowledge-home')
  await page.getByRole('button', { name: /^Toujours vrai/ }).click()
  await page.getByText('Merci. Prochaine révision').waitFor()
  await page.getByRole('heading', { name: 'Vos fiches à revoir' }).waitFor({ state: 'detached' })
})

test('on a phone, in English: the conversation leads to its page, a question meets it', async () => {
  const page = await stage.open(karim, { language: 'en', size: phone })
  await page.goto(`${stage.url}/posts/${postId}`)
  await page.getByRole('heading', { name: 'A page was made of this conversation' }).waitFor()
  await page.getByRole('link', { name: 'Aligner une pompe au laser, à froid' }).click()
  await page.getByRole('heading', { level: 1, name: 'Aligner une pompe au laser, à froid' }).waitFor()
  await expectNoAxeViolations(page)
  await expectNoSidewaysScroll(page)
  await picture(page, 'knowledge-page-phone')

  await page.goto(`${stage.url}/write`)
  await page.getByRole('textbox', { name: 'Your text' }).fill('Comment aligner cette pompe au laser ?')
  await page.getByRole('heading', { name: 'Already written in a page' }).waitFor()

  await page.goto(`${stage.url}/communities/${place.slug}/pages`)
  await page.getByRole('heading', { name: 'All pages' }).waitFor()
  await expectNoSidewaysScroll(page)
  await picture(page, 'knowledge-tab-phone')
})
