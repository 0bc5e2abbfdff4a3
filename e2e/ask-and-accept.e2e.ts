import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestVisitor } from '#apps/server/testing.ts'
import { expectNoAxeViolations, openStage, picture, type Stage } from './harness.ts'

let stage: Stage
let nadia: TestVisitor
let marc: TestVisitor
let community: { id: string; slug: string }

beforeAll(async () => {
  stage = await openStage()
  nadia = await stage.t.member({ name: 'Nadia Berrada' })
  marc = await stage.t.member({ name: 'Marc Lefèvre' })
  community = await stage.community(nadia, 'Maintenance')
  await stage.join(marc, community.slug)
})
afterAll(() => stage.close())

test('a question is asked, answered, accepted, and seen by the other', async () => {
  const page = await stage.open(nadia)
  await page.goto(`${stage.url}/`)
  await page.getByRole('heading', { level: 1, name: 'Bonjour Nadia' }).waitFor()
  await picture(page, 'home-empty')
  await page.getByRole('textbox', { name: 'Votre texte' }).fill('Comment recalibrer le capteur de la presse 3 après un changement d’outil ?')
  await page.getByText('Cela ressemble à une question').waitFor()
  await picture(page, 'home-proposal')
  await expectNoAxeViolations(page)
  await page.getByRole('button', { name: 'Oui, une question' }).click()
  await page.getByRole('button', { name: 'Publier' }).click()
  const card = page.getByRole('article').filter({ hasText: 'recalibrer le capteur' })
  await card.waitFor()
  await card.getByText('Sans réponse').waitFor()
  await picture(page, 'home-published')
})
