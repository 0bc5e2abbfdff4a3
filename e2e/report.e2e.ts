import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { TestVisitor } from '#apps/server/testing.ts'
import { desktop, look, openStage, phone } from './harness.ts'
import type { OpenOptions, Stage } from './harness.ts'

let stage: Stage
let claire: TestVisitor
let karim: TestVisitor
let slug: string
let communityId: string

beforeAll(async () => {
  stage = await openStage()
  claire = await stage.t.member({ name: 'Claire Morvan' })
  karim = await stage.t.member({ name: 'Karim Benali', language: 'en' })
  ;({ slug, id: communityId } = await stage.community(claire, 'Maintenance'))
  await stage.join(karim, slug)
  // Everything happened in the month before this one; the clock of the product stands on its fifth day.
  stage.t.setNow(new Date('2026-11-05T09:00:00Z'))
  const { db } = stage.t
  await db.read.run(
    `update communities.community set created_at = '2026-09-01', stage = 'growing' where id = $1`,
    [communityId],
  )
  const posted = await karim.post('/api/v1/posts', {
    communityId,
    kind: 'story',
    title: 'Le palier 6203',
    bodyMd: 'Deux coups de graisse par mois, et le palier ne chauffe plus. Merci à Porto.',
  })
  expect(posted.status, posted.text).toBe(200)
  await db.read.run(`update discussions.post set created_at = '2026-10-14T08:00:00Z' where id = $1`, [
    posted.body.card.id,
  ])
})
afterAll(() => stage.close())
afterEach(() => expect(stage.problems.splice(0)).toEqual([]))

const open = async (who: TestVisitor, options?: OpenOptions): Promise<Page> => {
  const page = await stage.open(who, options)
  page.setDefaultTimeout(30_000)
  return page
}

test('a report is drafted, written, and asks for a voice', async () => {
  const page = await open(claire, { size: desktop })
  await page.goto(`${stage.url}/communities/${slug}/workbench/report`)
  await page.getByRole('button', { name: /Préparer le rapport.*octobre 2026/ }).click()
  await page.getByText('Le brouillon est prêt.').first().waitFor()
  await page
    .getByRole('textbox', { name: 'Votre texte · Le problème' })
    .fill('Les arrêts reculent, un palier à la fois.')
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await page.getByText('Enregistré.').first().waitFor()
  await look(page, 'report-write')

  await page.getByRole('tab', { name: 'Voix' }).click()
  await page.getByRole('button', { name: 'Chercher des mots à citer' }).click()
  await page.getByRole('button', { name: 'Demander à citer' }).click()
  await page
    .getByRole('textbox', { name: 'Mots cités' })
    .fill('Deux coups de graisse par mois, et le palier ne chauffe plus.')
  await page.getByRole('button', { name: 'Envoyer la demande' }).click()
  await page.getByText('En attente de réponse').waitFor()
  await look(page, 'report-voices')
})

test('its author agrees on a phone, in English', async () => {
  const page = await open(karim, { size: phone, language: 'en', theme: 'dark' })
  await page.goto(`${stage.url}/me/voices`)
  await page.getByText('Deux coups de graisse par mois').waitFor()
  await look(page, 'report-asked')
  await page.getByRole('button', { name: 'Yes, with my name' }).click()
  await page.getByText('You agreed, with your name.').waitFor()
})

test('published, members read the same text and fetch its files', async () => {
  const writer = await open(claire, { size: desktop })
  await writer.goto(`${stage.url}/communities/${slug}/workbench/report?month=2026-10`)
  await writer.getByRole('button', { name: 'Publier', exact: true }).click()
  await writer.getByRole('dialog').getByRole('button', { name: 'Publier', exact: true }).click()
  await writer.getByText('Publié. Les membres le lisent').first().waitFor()

  const reader = await open(karim, { size: phone, language: 'en' })
  await reader.goto(`${stage.url}/communities/${slug}/reports`)
  await reader
    .getByRole('list', { name: 'Monthly reports' })
    .getByRole('link', { name: 'October 2026' })
    .click()
  await reader.getByRole('heading', { name: 'Three facts' }).waitFor()
  await reader.getByText('Les arrêts reculent, un palier à la fois.').waitFor()
  await reader.getByText('Deux coups de graisse par mois').waitFor()
  await look(reader, 'report-read')
  const link = reader.getByRole('link', { name: 'PDF' })
  const pdf = await karim.get((await link.getAttribute('href'))!)
  expect(pdf.status).toBe(200)
  expect(pdf.headers['content-type']).toBe('application/pdf')

  // Consent taken back: the words are gone, from the file too.
  await reader.goto(`${stage.url}/me/voices`)
  await reader.getByRole('button', { name: 'Take my consent back' }).click()
  await reader.getByText('You took your consent back.').waitFor()
  await reader.goto(`${stage.url}/communities/${slug}/reports/2026-10`)
  await reader.getByText('nobody is quoted without agreeing').waitFor()
})
