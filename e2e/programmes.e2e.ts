import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestVisitor } from '#apps/server/testing.ts'
import { loadDemo } from '#modules/demo/public.ts'
import { systemActor } from '#platform/context.ts'
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
let marc: TestVisitor
let id: string

beforeAll(async () => {
  stage = await openStage()
  await stage.t.db.read.run(
    `insert into people.organisation (name, default_language, languages) values ('Arvanne', 'fr', '{fr,en}')`,
  )
  await stage.t.db.transaction((tx) => loadDemo({ actor: systemActor('journey'), tx, now: new Date() }))
  const find = async (name: string) =>
    (await stage.t.db.read.row<{ id: string }>('select id from people.member where display_name = $1', [
      name,
    ]))!.id
  claire = await stage.t.signIn(await find('Claire Morvan'))
  marc = await stage.t.signIn(await find('Marc Delorme'))
  id = (await stage.t.db.read.row<{ id: string }>(
    `select id from programmes.programme where state = 'running' order by id desc limit 1`,
  ))!.id
})
afterAll(() => stage?.close())

test('the programme in full swing: plan, board by keyboard and menu, journal, promises, kit', async () => {
  const page = await stage.open(claire)
  await page.goto(`${stage.url}/programmes`)
  await page.getByRole('link', { name: 'Le carnet partagé' }).waitFor()
  await expectNoAxeViolations(page)
  await picture(page, 'programmes-list-fr-1280')
  await page.getByRole('link', { name: 'Le carnet partagé' }).click()
  await page.getByRole('heading', { name: 'Où nous en sommes' }).waitFor()
  await expectNoAxeViolations(page)
  await picture(page, 'programmes-plan-fr-1280')

  await page.goto(`${stage.url}/programmes/${id}?tab=board`)
  const wins = page.getByRole('region', { name: /^Obtenir de premiers résultats/ })
  const card = wins.getByRole('listitem').filter({ hasText: 'Porto a trouvé' })
  await card.waitFor()
  await expectNoAxeViolations(page)
  await picture(page, 'programmes-board-fr-1280')
  await card.focus()
  await page.keyboard.press('Alt+ArrowRight')
  const sustain = page.getByRole('region', { name: /^Ne pas relâcher/ })
  await sustain.getByText('Porto a trouvé').waitFor()
  await sustain.getByRole('button', { name: /Actions sur Porto/ }).click()
  await page.getByRole('menuitem', { name: 'Vers Obtenir de premiers résultats' }).click()
  await page.getByRole('menu').waitFor({ state: 'detached' })
  await wins.getByText('Porto a trouvé').waitFor()

  await page.goto(`${stage.url}/programmes/${id}?tab=journal`)
  await page.getByRole('button', { name: 'Noter une écoute' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Qui : un rôle et un lieu').fill('Équipe d’après-midi, Lille')
  await dialog.getByLabel('Ce qui a été dit').fill('On veut les photos avant tout.')
  await dialog.getByRole('button', { name: 'Enregistrer' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByText('Équipe d’après-midi, Lille').waitFor()
  await expectNoAxeViolations(page)
  await picture(page, 'programmes-journal-fr-1280')

  for (const tab of ['calendar', 'promises', 'kit']) {
    await page.goto(`${stage.url}/programmes/${id}?tab=${tab}`)
    await page.locator('.programme-tab h2').first().waitFor()
    await expectNoAxeViolations(page, tab)
    await picture(page, `programmes-${tab}-fr-1280`)
  }
  await page.getByRole('button', { name: 'Modifier le kit' }).click()
  await page.getByRole('button', { name: 'Enregistrer une version' }).waitFor()
  await expectNoAxeViolations(page, 'kit editor')
  await picture(page, 'programmes-kit-edit-fr-1280')

  await page.goto(`${stage.url}/communities/maintenance/workbench/change`)
  await page.getByRole('link', { name: 'Le carnet partagé' }).waitFor()
  await expectNoAxeViolations(page, 'change')
  await picture(page, 'programmes-change-fr-1280')
  expect(stage.problems).toEqual([])
})

test('a new programme: begun, its sponsor says yes on a phone, it goes on with a reason', async () => {
  const page = await stage.open(claire, { language: 'en', theme: 'dark' })
  await page.goto(`${stage.url}/programmes`)
  await page.getByRole('button', { name: 'Begin a programme' }).click()
  const found = page.getByRole('dialog')
  await found.getByLabel('Name of the programme').fill('Quiet hours')
  await found.getByRole('button', { name: 'Begin', exact: true }).click()
  await page.getByRole('heading', { name: 'Quiet hours' }).waitFor()
  await picture(page, 'programmes-new-en-1280-dark')
  await expectNoAxeViolations(page)
  const newId = page.url().match(/programmes\/([0-9a-f-]{36})/)![1]!
  expect((await claire.patch(`/api/v1/programmes/${newId}`, { sponsorId: marc.memberId })).status).toBe(200)

  const small = await stage.open(marc, { size: phone })
  await small.goto(`${stage.url}/programmes/${newId}`)
  await small.getByRole('button', { name: 'J’accepte' }).click()
  await small.getByRole('button', { name: 'J’accepte' }).waitFor({ state: 'detached' })
  for (const tab of ['plan', 'board', 'calendar', 'promises', 'kit']) {
    await small.goto(`${stage.url}/programmes/${id}?tab=${tab}`)
    await small.locator('.programme-tab h2, .programme-tab h3').filter({ visible: true }).first().waitFor()
    await expectNoSidewaysScroll(small)
    await picture(small, `programmes-${tab}-fr-390`)
  }
  await expectNoAxeViolations(small)

  await page.reload()
  await page.getByRole('button', { name: 'Go on to Design' }).click()
  const phase = page.getByRole('dialog')
  await phase.getByLabel('Why go on without it').fill('The works council meets tomorrow.')
  await phase.getByRole('button', { name: 'Change the phase' }).click()
  await phase.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Go on to Pilot' }).waitFor()
  await page.getByText('How we came here').click()
  await page.getByText('The works council meets tomorrow.').waitFor()
  expect(stage.problems).toEqual([])
})
