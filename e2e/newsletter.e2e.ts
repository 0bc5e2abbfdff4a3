import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestVisitor } from '#apps/server/testing.ts'
import { join, makeCommunity, publish } from '#modules/discussions/fixtures.ts'
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
let issueId: string

beforeAll(async () => {
  stage = await openStage()
  const { t } = stage
  claire = await t.member({ name: 'Claire Morvan', administrator: true, email: 'claire@exemple.test' })
  const open = await makeCommunity(t, { visibility: 'open' })
  await join(t, open.id, claire, 'manager')
  await publish(claire, open.id, {
    title: 'Le carnet de maintenance',
    bodyMd: 'Une page pour tous les ateliers.',
  })
  const { body } = await claire.post('/api/v1/newsletters', {
    name: { fr: 'La lettre du préau', en: 'The yard letter' },
    purpose: {},
    languages: ['fr', 'en'],
    rhythm: 'monthly',
    communityId: null,
  })
  await claire.put(`/api/v1/newsletters/${body.id}/editors`, {
    memberId: claire.memberId,
    editionId: null,
    isEditor: true,
  })
  issueId = (
    await claire.post(`/api/v1/newsletters/${body.id}/issues`, { title: { fr: 'Novembre', en: 'November' } })
  ).body.id
})
afterAll(() => stage?.close())

test('an editor places a post, says why, looks at the letter and finds what to look at', async () => {
  const page = await stage.open(claire)
  await page.goto(`${stage.url}/newsletters/${issueId}/edit`)
  await page.getByRole('heading', { name: 'À placer' }).waitFor()
  await picture(page, 'newsletter-empty')
  await page.getByRole('button', { name: 'Ajouter «\u202fLe carnet de maintenance\u202f»' }).click()
  const blocks = page.getByRole('grid', { name: 'Blocs du numéro' })
  await blocks.getByText('Le carnet de maintenance').waitFor()
  await page.getByRole('status').getByText('Enregistré').waitFor()
  await expectNoAxeViolations(page)
  await expectNoSidewaysScroll(page)
  await picture(page, 'newsletter-compose')
  await page.getByRole('tab', { name: 'Aperçu' }).click()
  await page.getByTitle('La lettre comme elle arrive').waitFor()
  await picture(page, 'newsletter-preview')
  await page.getByRole('tab', { name: 'Envoyer' }).click()
  await page.getByRole('heading', { name: 'À regarder avant' }).waitFor()
  await expectNoAxeViolations(page)
  await picture(page, 'newsletter-send')
  await page.getByRole('button', { name: 'Envoyer maintenant' }).click()
  const dialog = page.getByRole('alertdialog')
  await dialog.getByRole('button', { name: 'Envoyer maintenant' }).click()
  await dialog.waitFor({ state: 'detached' })
  await expect.poll(() => stage.t.mails.length, { timeout: 15_000 }).toBeGreaterThanOrEqual(0)
  const reader = await stage.open(claire, { size: phone, language: 'en', theme: 'dark' })
  await reader.goto(`${stage.url}/newsletters/${issueId}/edit`)
  await reader.getByRole('heading', { name: 'November' }).waitFor()
  await expectNoSidewaysScroll(reader)
  await expectNoAxeViolations(reader)
  await picture(reader, 'newsletter-compose_phone')
  await reader.goto(`${stage.url}/newsletters/${issueId}?view=print`)
  await reader.getByRole('img', { name: /Code to scan/ }).waitFor()
  await expectNoAxeViolations(reader)
  await picture(reader, 'newsletter-print_phone')
  await reader.goto(`${stage.url}/newsletters`)
  await reader.getByRole('heading', { name: 'The yard letter' }).waitFor()
  await expectNoAxeViolations(reader)
  await picture(reader, 'newsletters_phone')
  expect(stage.problems).toEqual([])
})
