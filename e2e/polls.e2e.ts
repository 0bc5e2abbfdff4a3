import { afterAll, beforeAll, expect, test } from 'vitest'
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
let people: TestVisitor[]

beforeAll(async () => {
  stage = await openStage()
  claire = await stage.t.member({ name: 'Claire Morvan' })
  const { slug } = await stage.community(claire, 'Maintenance')
  people = []
  for (let n = 0; n < 5; n++) {
    const person = await stage.t.member({ name: `Collègue ${n}` })
    await stage.join(person, slug)
    people.push(person)
  }
})
afterAll(() => stage?.close())

test('a question is put, voted secretly from the keyboard, and counted when it closes', async () => {
  const page = await stage.open(claire)
  await page.goto(`${stage.url}/write`)
  await page.getByRole('link', { name: 'Demander un avis' }).click()
  await page.getByRole('heading', { level: 1, name: 'Demander un avis' }).waitFor()
  await page.getByRole('button', { name: 'Publier la question' }).click()
  await page.getByText('Écrivez la question.').waitFor()
  await page.getByRole('textbox', { name: 'Votre question' }).fill('Où ranger les gabarits ?')
  await page.getByRole('textbox', { name: 'Choix 1' }).fill('À l’atelier')
  await page.getByRole('textbox', { name: 'Choix 2' }).fill('Au magasin')
  await page.locator('label').filter({ hasText: 'Vote secret' }).click()
  await picture(page, 'poll_new_desktop')
  await expectNoAxeViolations(page)
  await page.getByRole('button', { name: 'Publier la question' }).click()
  await page.getByRole('heading', { level: 1, name: 'Où ranger les gabarits ?' }).waitFor()
  const address = page.url()

  for (const [index, person] of people.entries()) {
    const own = await stage.open(person, { size: phone, language: index === 0 ? 'en' : 'fr' })
    await own.goto(address)
    const poll = own.getByRole('region', { name: /Où ranger les gabarits/ })
    await poll.getByRole('radio', { name: 'À l’atelier' }).focus()
    await own.keyboard.press('Space')
    await poll.getByRole('button', { name: index === 0 ? 'Vote' : 'Voter', exact: true }).focus()
    if (index === 0) {
      await picture(own, 'poll_vote_phone')
      await expectNoAxeViolations(own)
      await expectNoSidewaysScroll(own)
    }
    await own.keyboard.press('Enter')
    await poll.getByText(index === 0 ? 'You have voted.' : 'Vous avez voté.').waitFor()
    await own.context().close()
  }
  await page.getByRole('button', { name: 'Clôturer maintenant' }).click()
  const poll = page.getByRole('region', { name: /Où ranger les gabarits/ })
  await poll.getByText('5 voix').waitFor()
  await poll.getByText('retenu').waitFor()
  await picture(page, 'poll_result_desktop')
  await expectNoAxeViolations(page)
})

test('dates are proposed, chosen, and become a gathering', async () => {
  const page = await stage.open(claire, { size: phone })
  await page.goto(`${stage.url}/polls/new`)
  await page.getByRole('textbox', { name: 'Votre question' }).fill('Quand visiter la ligne 4 ?')
  await page.locator('label').filter({ hasText: 'Trouver une date' }).click()
  const year = String(new Date().getFullYear() + 1)
  for (const [n, day] of [
    [1, '12'],
    [2, '14'],
  ] as const) {
    const date = page.getByRole('group', { name: new RegExp(`^Date ${n}`) }).first()
    await date.getByRole('spinbutton').first().focus()
    await page.keyboard.type(`${day}03${year}`)
  }
  await picture(page, 'poll_dates_phone')
  await expectNoAxeViolations(page)
  await expectNoSidewaysScroll(page)
  await page.getByRole('button', { name: 'Publier la question' }).click()
  await page.getByRole('heading', { level: 1, name: 'Quand visiter la ligne 4 ?' }).waitFor()
  const second = page.getByRole('radiogroup').nth(1)
  await second.getByText('Je peux').click()
  await page.getByRole('button', { name: 'Voter', exact: true }).click()
  await page.getByText('1 oui').waitFor()
  await page.getByRole('button', { name: 'Clôturer maintenant' }).click()
  await page.getByRole('button', { name: 'En faire une rencontre' }).click()
  await page.getByRole('textbox', { name: 'Lieu' }).fill('Hall de la ligne 4')
  await page.getByRole('button', { name: 'Créer la rencontre' }).click()
  await page.waitForURL(/\/gatherings\//)
})

test('nothing went wrong in any page', () => expect(stage.problems).toEqual([]))
