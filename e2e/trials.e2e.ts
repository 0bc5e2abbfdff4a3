import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { TestVisitor } from '#apps/server/testing.ts'
import { desktop, look, openAt, openStage, phone, type Stage } from './harness.ts'

let stage: Stage
let claire: TestVisitor
let karim: TestVisitor
let helene: TestVisitor
let slug: string
let trialId: string
let accountId: string

const done = (answer: { status: number; text: string; body: { id: string } }) => {
  expect(answer.status, answer.text).toBeLessThan(300)
  return answer.body
}

beforeAll(async () => {
  stage = await openStage()
  claire = await stage.t.member({ name: 'Claire Morvan' })
  karim = await stage.t.member({ name: 'Karim Benali' })
  helene = await stage.t.member({ name: 'Hélène Fabre', language: 'en' })
  slug = (await stage.community(claire, 'Maintenance')).slug
  for (const person of [karim, helene]) await stage.join(person, slug)
  const trial = done(
    await claire.post(`/api/v1/communities/${slug}/trials`, {
      title: 'Le carnet sur téléphone',
      what: 'Saisir une intervention debout, avec des gants.',
      from: '2026-11-02',
      to: '2099-12-18',
      seats: 6,
      steps: [{ text: 'Flasher l’étiquette', expected: 'La bonne machine' }, { text: 'Joindre une photo' }],
    }),
  )
  trialId = trial.id
  done(await claire.patch(`/api/v1/trials/${trialId}`, { state: 'open' }))
  done(await helene.put(`/api/v1/trials/${trialId}/seat`))
  for (const title of ['Gros boutons', 'Dicter le texte'])
    done(await helene.post(`/api/v1/trials/${trialId}/ideas`, { title }))
  const account = done(
    await claire.post(`/api/v1/communities/${slug}/accounts`, {
      name: 'Page LinkedIn',
      network: 'linkedin',
      url: 'https://www.linkedin.com/company/exemple',
      ownerId: claire.memberId,
    }),
  )
  accountId = account.id
  for (const person of [karim, helene]) done(await person.put(`/api/v1/accounts/${accountId}/volunteer`))
  done(await claire.post(`/api/v1/accounts/${accountId}/trainings`, { memberIds: [helene.memberId] }))
})
afterAll(() => stage.close())
afterEach(() => expect(stage.problems.splice(0)).toEqual([]))

test('a tester tries on a phone and votes; the leader orders, says why, delivers; everybody is thanked', async () => {
  const tester = await openAt(stage, karim, `/trials/${trialId}`, { size: phone })
  await tester.getByRole('button', { name: 'Je participe' }).click()
  const first = tester.getByRole('group', { name: 'Comment cela s’est passé, étape 1' })
  await first.getByRole('button', { name: 'Bloqué' }).click()
  await tester.getByRole('textbox', { name: /Ce qui s’est passé/ }).fill('L’étiquette grasse ne se lit pas.')
  await tester.getByRole('button', { name: 'Enregistrer', exact: true }).click()
  await tester.getByText('L’étiquette grasse ne se lit pas.').waitFor()
  await look(tester, 'trials-try')
  await tester.getByRole('tab', { name: 'Idées' }).click()
  await tester.getByRole('button', { name: 'Voter pour : Dicter le texte' }).click()
  await tester.getByRole('button', { name: 'Reprendre mon vote : Dicter le texte' }).waitFor()
  await look(tester, 'trials-ideas')

  const leader = await openAt(stage, claire, `/trials/${trialId}?tab=results`, { size: desktop })
  await leader.getByText('L’étiquette grasse ne se lit pas.').waitFor()
  await look(leader, 'trials-results')
  await leader.getByRole('tab', { name: 'Idées' }).click()
  await leader.getByRole('button', { name: /^Monter.*Dicter le texte/ }).click()
  await expect
    .poll(() => leader.getByRole('heading', { level: 3 }).allInnerTexts(), { timeout: 20_000 })
    .toEqual(['Dicter le texte', 'Gros boutons'])
  await leader.getByRole('button', { name: 'Autres actions : Gros boutons' }).click()
  await leader.getByRole('menuitem', { name: 'Où elle en est' }).click()
  const status = leader.getByRole('dialog')
  await status.getByRole('radio', { name: 'Pas maintenant' }).check({ force: true })
  await status.getByRole('textbox', { name: /Pourquoi/ }).fill('Au printemps.')
  await status.getByRole('button', { name: 'Enregistrer', exact: true }).click()
  await status.waitFor({ state: 'detached' })
  await leader.getByRole('button', { name: 'Annoncer une livraison' }).click()
  const delivery = leader.getByRole('dialog')
  await delivery.getByRole('checkbox', { name: 'Dicter le texte' }).check({ force: true })
  await look(leader, 'trials-deliver')
  await delivery.getByRole('button', { name: 'Livrer et remercier' }).click()
  await delivery.waitFor({ state: 'detached' })
  await look(leader, 'trials-backlog')

  await tester.reload()
  await tester
    .getByRole('group', { name: /Dicter le texte/ })
    .getByRole('button', { name: 'Oui' })
    .click()
  await tester.getByText('Cela marche pour une personne', { exact: false }).waitFor()
  await expect
    .poll(async () => (await karim.get('/api/v1/notifications')).text.includes('C’est livré'), {
      timeout: 20_000,
    })
    .toBe(true)
})

test('a turn on an account: trained, planned without approval, told at its end; a password is refused', async () => {
  const owner = await openAt(stage, claire, `/turns?account=${accountId}`, { size: desktop })
  await owner.getByRole('button', { name: 'Noter une formation' }).click()
  const training = owner.getByRole('dialog')
  await training.getByRole('checkbox', { name: 'Karim Benali' }).check({ force: true })
  await training.getByRole('button', { name: 'Noter', exact: true }).click()
  await training.waitFor({ state: 'detached' })
  await look(owner, 'turns-account')

  const holder = await openAt(stage, helene, '/turns', { size: phone, language: 'en', theme: 'dark' })
  await holder.getByRole('button', { name: 'End my turn' }).click()
  const end = holder.getByRole('dialog')
  await end.getByRole('textbox', { name: /A word to the next/ }).fill('Password: Soleil-2026')
  await end.getByRole('button', { name: 'End', exact: true }).click()
  await holder.getByText('seems to hold a password', { exact: false }).first().waitFor()
  await end.getByRole('textbox', { name: /A word to the next/ }).fill('Photos of the workshop work well.')
  await end.getByRole('button', { name: 'End', exact: true }).click()
  await end.waitFor({ state: 'detached' })
  await look(holder, 'turns-mine')
  expect((await karim.get(`/api/v1/accounts/${accountId}`)).text).toContain(
    'Photos of the workshop work well.',
  )
})
