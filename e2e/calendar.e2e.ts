import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  desktop,
  expectNoAxeViolations,
  expectNoSidewaysScroll,
  openStage,
  phone,
  picture,
} from './harness.ts'
import type { Stage } from './harness.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
}, 60_000)
afterAll(() => stage.close())

test('a slot is planned, moved from the keyboard, handed to a volunteer, written and linked; then somebody stands in', async () => {
  const { t } = stage
  const claire = await t.member({ name: 'Claire Morvan' })
  const karim = await t.member({ name: 'Karim Benali' })
  const nadia = await t.member({ name: 'Nadia Roche', language: 'en' })
  const community = await stage.community(claire, 'Maintenance et fiabilité')
  for (const who of [karim, nadia]) await stage.join(who, community.slug)
  await claire.put(`/api/v1/communities/${community.slug}/members/${nadia.memberId}/roles/manager`)

  // Karim says that he is willing to speak.
  const karimPhone = await stage.open(karim, { size: phone })
  await karimPhone.goto(`${stage.url}/communities/${community.slug}`)
  await karimPhone.getByRole('button', { name: 'Je me propose' }).click({ timeout: 30_000 })
  await karimPhone.getByRole('textbox', { name: /sur quel sujet/ }).fill('Alignement laser')
  await karimPhone.getByRole('button', { name: 'Me proposer' }).click()
  await karimPhone.getByText('Vous êtes volontaire.').waitFor()

  // Claire plans a slot, and moves it a day without a mouse.
  const manager = await stage.open(claire, { size: desktop })
  await manager.goto(`${stage.url}/communities/${community.slug}/workbench/calendar`)
  await manager.getByRole('button', { name: 'Ajouter un rendez-vous' }).click()
  await manager.getByRole('textbox', { name: 'Titre' }).fill('Aligner sans se presser')
  await manager.getByRole('button', { name: 'Ajouter', exact: true }).click()
  const chip = manager.getByRole('button', { name: /^Aligner sans se presser/ })
  await chip.waitFor()
  const before = await chip.textContent()
  await chip.focus()
  await manager.keyboard.press('Enter')
  await manager.getByRole('button', { name: 'La semaine suivante' }).click()
  await expectNoAxeViolations(manager)
  await picture(manager, 'calendar-slot')
  await manager.getByRole('button', { name: 'Enregistrer' }).click()
  await manager.getByRole('dialog').waitFor({ state: 'detached' })
  await manager.goto(`${stage.url}/communities/${community.slug}/workbench/calendar?view=list`)
  await chip.waitFor()
  expect(await chip.textContent()).not.toBe(before)

  // Who could speak: Karim, whose turn it is.
  await chip.click()
  await manager.getByRole('link', { name: 'Chercher une voix' }).click()
  await manager.getByText('C’est son tour').waitFor()
  await expectNoAxeViolations(manager)
  await picture(manager, 'calendar-voices')
  await manager.getByRole('button', { name: 'Proposer la parole · Karim Benali' }).click()
  await manager.getByRole('dialog').getByRole('button', { name: 'Proposer la parole' }).click()
  await manager.getByRole('dialog').waitFor({ state: 'detached' })

  // Karim accepts on his phone, writes in his own words, and says which text it is.
  await karimPhone.goto(`${stage.url}/me/turns`)
  await karimPhone.getByText('Claire Morvan vous propose la parole').waitFor()
  await expectNoAxeViolations(karimPhone)
  await expectNoSidewaysScroll(karimPhone)
  await picture(karimPhone, 'calendar-turn-phone')
  await karimPhone.getByRole('button', { name: 'J’accepte' }).click()
  await karimPhone.getByRole('link', { name: 'Écrire' }).waitFor()
  await karim.post('/api/v1/posts', {
    communityId: community.id,
    title: 'Aligner en cinq étapes',
    bodyMd: 'Poser, chauffer, mesurer, corriger, vérifier.',
  })
  await karimPhone.reload()
  await karimPhone.getByRole('button', { name: /Ce que j’ai publié/ }).click()
  await karimPhone.getByRole('option', { name: 'Aligner en cinq étapes' }).click()
  await karimPhone.getByText('Publié. Merci.').waitFor()
  const managerPhone = await stage.open(claire, { size: phone, theme: 'dark' })
  await managerPhone.goto(`${stage.url}/communities/${community.slug}/workbench/calendar`)
  await managerPhone.getByRole('button', { name: /^Aligner sans se presser.*Publié/ }).waitFor()
  await expectNoSidewaysScroll(managerPhone)
  await expectNoAxeViolations(managerPhone)
  await picture(managerPhone, 'calendar-list-phone-dark')

  // Claire is away; Nadia agrees to stand in, in English, and receives the sheet.
  const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
  const leave = await claire.post(`/api/v1/communities/${community.slug}/leaves`, {
    from: day(2),
    to: day(6),
    standInId: nadia.memberId,
  })
  const nadiaPage = await stage.open(nadia, { size: desktop, language: 'en' })
  await nadiaPage.goto(`${stage.url}/practice/leaves`)
  await nadiaPage.getByRole('button', { name: 'I stand in' }).click()
  await nadiaPage.getByText('Nadia Roche stands in').waitFor()
  await manager.goto(`${stage.url}/practice/leaves?leave=${leave.body.id}`)
  await manager.getByRole('textbox', { name: 'Et aussi' }).fill('La clé de la salle est chez Karim.')
  await expectNoAxeViolations(manager)
  await picture(manager, 'practice-handover')
  await manager.getByRole('button', { name: 'Remettre à Nadia Roche' }).click()
  await manager.getByText(/Remise le/).waitFor()
  await nadiaPage.goto(`${stage.url}/practice/leaves?leave=${leave.body.id}`)
  await nadiaPage.getByText('La clé de la salle est chez Karim.').waitFor()
  expect(stage.problems).toEqual([])
}, 90_000)
