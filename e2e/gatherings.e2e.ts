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

/** A day that is always to come, as the fields of the browser's language spell it. */
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000)
const two = (n: number) => String(n).padStart(2, '0')

test('a gathering is planned, filled, moves its list, welcomes by code and tells what was said', async () => {
  const { t } = stage
  const claire = await t.member({ name: 'Claire Morvan' })
  const karim = await t.member({ name: 'Karim Benali' })
  const sofia = await t.member({ name: 'Sofia Almeida', language: 'en' })
  const community = await stage.community(claire, 'Maintenance et fiabilité')
  for (const who of [karim, sofia]) await stage.join(who, community.slug)

  // Claire plans it, from the keyboard.
  const manager = await stage.open(claire, { size: desktop })
  await manager.goto(`${stage.url}/communities/${community.slug}/gatherings`)
  await manager.getByRole('link', { name: 'Prévoir une rencontre' }).click()
  await manager.getByRole('textbox', { name: 'Titre' }).fill('Atelier alignement laser')
  const when = inDays(9)
  const day = manager.getByRole('group', { name: 'Jour' })
  await day.getByRole('spinbutton').first().focus()
  await manager.keyboard.type(`${two(when.getDate())}${two(when.getMonth() + 1)}${when.getFullYear()}`)
  await manager.getByRole('textbox', { name: 'Lieu' }).fill('Salle Loire')
  await manager.getByRole('textbox', { name: /Places sur place/ }).fill('1')
  await manager.getByRole('button', { name: 'Répétition' }).click()
  await manager.getByRole('option', { name: /sur deux/ }).click()
  await expect.poll(() => manager.getByText('Prochaines dates').isVisible()).toBe(true)
  await expectNoAxeViolations(manager)
  await picture(manager, 'gatherings-new')
  await manager.getByRole('button', { name: 'Prévoir', exact: true }).click()
  await manager.getByRole('heading', { level: 1, name: 'Atelier alignement laser' }).waitFor()
  await expectNoAxeViolations(manager)
  const id = manager.url().split('/').at(-1)!

  // Karim takes the seat on his phone; Sofia waits for it, in English.
  const karimPhone = await stage.open(karim, { size: phone })
  await karimPhone.goto(`${stage.url}/gatherings/${id}`)
  await karimPhone.getByRole('button', { name: 'Sur place' }).click()
  await karimPhone.getByRole('button', { name: 'Sur place', pressed: true }).waitFor()
  const sofiaPhone = await stage.open(sofia, { size: phone, language: 'en' })
  await sofiaPhone.goto(`${stage.url}/gatherings/${id}`)
  await sofiaPhone.getByRole('button', { name: 'On site' }).click()
  await sofiaPhone.getByText('You are number 1 on the waiting list').waitFor()
  await expectNoAxeViolations(sofiaPhone)
  await picture(sofiaPhone, 'gatherings-waiting-en')
  await karimPhone.getByRole('button', { name: 'Pas cette fois' }).click()
  await sofiaPhone.getByRole('button', { name: 'On site', pressed: true }).waitFor()
  await sofiaPhone.goto(`${stage.url}/agenda`)
  await sofiaPhone.getByText('You are coming on site').first().waitFor()
  await expectNoAxeViolations(sofiaPhone)
  await expectNoSidewaysScroll(sofiaPhone)
  await picture(sofiaPhone, 'gatherings-agenda-en')
  await sofiaPhone.goto(`${stage.url}/agenda?view=month`)
  await sofiaPhone.getByRole('table').waitFor()
  await expectNoSidewaysScroll(sofiaPhone)
  await expectNoAxeViolations(sofiaPhone)
  await picture(sofiaPhone, 'gatherings-month-en')

  // The day has come: the code on the screen, read by a phone.
  await t.db.read.run(
    `update gatherings.gathering set starts_at = now() - interval '5 minutes', ends_at = now() + interval '1 hour' where id = $1`,
    [id],
  )
  await manager.goto(`${stage.url}/gatherings/${id}/check-in`)
  await manager.getByRole('img', { name: /Code d’accueil/ }).waitFor()
  await expectNoAxeViolations(manager)
  await picture(manager, 'gatherings-check-in')
  const { body } = await claire.get(`/api/v1/gatherings/${id}/check-in-code`)
  await sofiaPhone.goto(`${stage.url}${new URL(body.address).pathname}`)
  await sofiaPhone.getByRole('button', { name: 'I am here' }).click()
  await sofiaPhone.getByText('Noted, enjoy the event.').waitFor()
  await expectNoAxeViolations(sofiaPhone)
  await picture(sofiaPhone, 'gatherings-here-en')
  await manager.reload()
  await manager.getByRole('checkbox', { name: 'Sofia Almeida est là', checked: true }).waitFor()

  // And what was said stays.
  await manager.goto(`${stage.url}/gatherings/${id}`)
  await manager.getByRole('button', { name: 'Autres actes' }).click()
  await manager.getByRole('menuitem', { name: 'Écrire le compte rendu' }).click()
  await manager
    .getByRole('textbox', { name: 'Décisions' })
    .fill('- Acheter un laser\n- Former deux personnes')
  await manager.getByRole('button', { name: 'Publier' }).click()
  await manager.getByRole('heading', { name: /Compte rendu/ }).waitFor()
  await manager.getByText('Former deux personnes').waitFor()
  await picture(manager, 'gatherings-minutes')

  // A secret address for the calendar one has already.
  await karimPhone.goto(`${stage.url}/me/calendar`)
  await karimPhone.getByRole('button', { name: 'Créer une adresse' }).click()
  await karimPhone.getByRole('dialog').getByRole('button', { name: 'Créer une adresse' }).click()
  await karimPhone.getByRole('textbox', { name: 'Adresse de l’agenda' }).waitFor()
  await expectNoAxeViolations(karimPhone)
  await picture(karimPhone, 'gatherings-calendar')
  expect(stage.problems).toEqual([])
}, 120_000)
