import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { TestVisitor } from '#apps/server/testing.ts'
import { loadDemo } from '#modules/demo/server/load-demo.ts'
import { systemActor } from '#platform/context.ts'
import {
  desktop,
  expectNoAxeViolations,
  expectNoSidewaysScroll,
  openStage,
  phone,
  picture,
  type Stage,
} from './harness.ts'

/** A week of Claire, who animates the maintenance community of the demo company. */
let stage: Stage
let claire: TestVisitor
let thomas: TestVisitor
let karim: TestVisitor
let helene: TestVisitor
let workbench: string

beforeAll(async () => {
  stage = await openStage()
  const db = stage.t.db
  await db.read.run(
    `insert into people.organisation (name, default_language, languages) values ('Arvanne', 'fr', '{fr,en}')`,
  )
  await db.transaction((tx) => loadDemo({ actor: systemActor('week'), tx, now: new Date() }))
  const signIn = async (name: string) =>
    stage.t.signIn(
      (await db.read.row<{ id: string }>('select id from people.member where display_name = $1', [name]))!.id,
    )
  claire = await signIn('Claire Morvan')
  thomas = await signIn('Thomas Keller')
  karim = await signIn('Karim Benali')
  helene = await signIn('Hélène Fabre')
  workbench = `${stage.url}/communities/maintenance/workbench`
}, 120_000)
afterAll(() => stage?.close())
afterEach(() => expect(stage.problems.splice(0)).toEqual([]))

/** A page opened for the first time on a slow machine. */
const cold = { timeout: 30_000 }

const cards = (page: Page) => page.getByRole('list', { name: 'Ce qui a besoin de vous' }).getByRole('article')
const kindsOf = (page: Page) =>
  cards(page).evaluateAll((all) => [
    ...new Set(all.map((one) => (one as HTMLElement).dataset['card']!.split(':')[0])),
  ])

test('Monday: seven cards of several kinds; one is done, one put off, one handed over with a word', async () => {
  const page = await stage.open(claire, { size: desktop })
  await page.goto(workbench)
  await cards(page).first().waitFor(cold)
  expect(await cards(page).count()).toBe(7)
  // How many questions wait depends on the hour: an ambassador's step, a slot and thanks give way to them.
  expect((await kindsOf(page)).length).toBeGreaterThanOrEqual(4)
  await picture(page, 'week-monday')
  await expectNoAxeViolations(page, 'monday')

  // What Argine handed over carries her word.
  const newcomer = cards(page).filter({ hasText: 'Premier message de Thomas Keller' })
  await newcomer.getByText('Je connais mal Mulhouse').waitFor()

  // A question goes to Argine.
  const question = cards(page).filter({ hasText: 'attend une réponse' }).first()
  await question.getByRole('button', { name: /Autres possibilités/ }).click()
  await page.getByRole('menuitem', { name: /^Confier à/ }).click()
  const hand = page.getByRole('dialog', { name: /^Confier à/ })
  await hand.getByRole('textbox', { name: /Votre mot/ }).fill('Vous connaissez cette ligne.')
  await picture(page, 'week-hand')
  await expectNoAxeViolations(page, 'hand')
  await hand.getByRole('button', { name: 'Confier' }).click()
  await page.getByText(/^Confié à /).waitFor()

  // A promise can wait, thanks are said.
  const promise = cards(page).filter({ hasText: 'a promis une réponse' }).first()
  await promise.getByRole('button', { name: 'Plus tard' }).click()
  await page.getByText('Remis au prochain jour ouvré.').waitFor()
  const said = () =>
    stage.t.db.read.rows("select 1 from workbench.card_decision where decision in ('later', 'delegated')")
  await expect.poll(async () => (await said()).length).toBeGreaterThan(1)
}, 120_000)

test('Monday: the newcomer is welcomed, gets a mission, and sees his own path', async () => {
  const page = await stage.open(claire, { size: desktop })
  await page.goto(`${workbench}/welcome`)
  const row = page
    .getByRole('list', { name: 'Arrivées' })
    .getByRole('listitem')
    .filter({ hasText: 'Marthe' })
    .first()
  await row.getByRole('list', { name: 'Les cinq étapes' }).waitFor(cold)
  await picture(page, 'week-welcome')
  await row.getByRole('button', { name: /Autres possibilités/ }).click()
  await page.getByRole('menuitem', { name: 'Choisir un parrain ou une marraine' }).click()
  const buddy = page.getByRole('dialog', { name: /Qui accompagne Marthe/ })
  await buddy.getByRole('radio', { name: /Karim Benali/ }).waitFor()
  await picture(page, 'week-buddy')
  await expectNoAxeViolations(page, 'buddy')
  // The radio is drawn by its label.
  await buddy.getByText('Karim Benali').click()
  await buddy.getByRole('button', { name: 'Enregistrer' }).click()
  await page.getByText(/Karim est sollicité·e pour accompagner Marthe/).waitFor()
  await row.getByRole('button', { name: /Autres possibilités/ }).click()
  await page.getByRole('menuitem', { name: 'Proposer une première mission' }).click()
  const mission = page.getByRole('dialog', { name: /Une première mission pour Marthe/ })
  await mission.getByText('Posez une petite question que personne autour de vous').click()
  await picture(page, 'week-mission')
  await mission.getByRole('button', { name: 'Proposer' }).click()
  await page.getByText('Mission proposée à Marthe.').waitFor()

  // Thomas, on his phone.
  const his = await stage.open(thomas, { size: phone })
  await his.goto(`${stage.url}/communities/maintenance`)
  const path = his.getByRole('region', { name: 'Vos premières semaines ici' })
  await his.getByRole('button', { name: 'Vos premières semaines (2/5)' }).click(cold)
  await path.getByRole('button', { name: 'C’est fait' }).click(cold)
  await path.getByRole('listitem').filter({ hasText: 'Une première mission' }).getByText('(fait)').waitFor()
  await expectNoAxeViolations(his, 'path')
  await picture(his, 'week-path-phone')
  await expectNoSidewaysScroll(his)

  // Karim says yes.
  const buddys = await stage.open(karim, { size: desktop })
  await buddys.goto(`${stage.url}/communities/maintenance`)
  await buddys.getByRole('button', { name: 'Oui, volontiers' }).first().click(cold)
  await buddys.getByText('Marthe saura que vous êtes là.').waitFor()
  await picture(buddys, 'week-accompanies')
}, 120_000)

test('Tuesday: a question is asked next door, and what comes back is proposed as pages', async () => {
  const page = await stage.open(claire, { size: desktop })
  await page.goto(`${workbench}/rescue`)
  const question = page.getByRole('article').first()
  await question.getByRole('button', { name: /Autres possibilités/ }).click(cold)
  const besides = page.getByRole('menuitem', { name: 'Demander à côté' })
  await besides.click()
  const next = page.getByRole('dialog', { name: 'Demander dans une autre communauté' })
  await next.getByRole('radio').first().waitFor()
  await picture(page, 'week-neighbour')
  await expectNoAxeViolations(page, 'neighbour')
  await next.getByRole('button', { name: /Poser la question là-bas|Noter et aller écrire/ }).click()
  await page.getByText(/Les réponses reviendront|Il reste à poser/).waitFor()
  await page.goto(`${workbench}/rescue`)
  const again = page.getByRole('region', { name: 'Questions qui reviennent' })
  await again.getByRole('link', { name: 'En faire une fiche' }).first().waitFor(cold)
  await again.scrollIntoViewIfNeeded()
  await picture(page, 'week-repeated')
  await expectNoAxeViolations(page, 'rescue')
}, 120_000)

test('Wednesday: somebody else is asked to open a subject, and her draft stays hers', async () => {
  const page = await stage.open(claire, { size: phone })
  await page.goto(`${workbench}/seeding`)
  await page
    .getByRole('list', { name: 'Qui pourrait ouvrir un sujet' })
    .getByRole('button')
    .first()
    .click(cold)
  const dialog = page.getByRole('dialog', { name: 'Demander d’ouvrir un sujet' })
  await dialog.getByRole('textbox', { name: 'Un début de texte, pour elle' }).waitFor()
  await picture(page, 'week-seed-phone')
  await expectNoAxeViolations(page, 'seed')
  await dialog.getByRole('button', { name: 'Envoyer l’invitation' }).click()
  await page.getByText(/a votre invitation/).waitFor()
  await picture(page, 'week-seeds-phone')
  await expectNoSidewaysScroll(page)

  const hers = await stage.open(helene, { size: desktop })
  await hers.goto(`${stage.url}/`)
  const invited = hers.getByRole('region', { name: 'On vous propose d’ouvrir un sujet' })
  await invited.getByText('Ce que le bruit d’un palier raconte').waitFor(cold)
  await picture(hers, 'week-invited')
  await invited.getByRole('button', { name: 'Ouvrir le brouillon' }).click()
  await hers.waitForURL(/\/write/)
  await hers
    .getByText(/écouter un palier/)
    .first()
    .waitFor()
  await picture(hers, 'week-draft')
}, 120_000)

test('Wednesday: a slot finds its place in the calendar', async () => {
  const page = await stage.open(claire, { size: desktop })
  await page.goto(`${workbench}/calendar`)
  await page.getByRole('button', { name: 'Ajouter un rendez-vous' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Titre' }).fill('Le bruit d’un palier, à l’oreille')
  await dialog.getByRole('button', { name: 'Ajouter', exact: true }).click()
  await page
    .getByRole('button', { name: /^Le bruit d’un palier, à l’oreille/ })
    .first()
    .waitFor()
  await picture(page, 'week-slot')
}, 60_000)

test('Friday: somebody whom nobody thanked for a while reads a word', async () => {
  const page = await stage.open(claire, { size: phone })
  await page.goto(`${workbench}/thanks`)
  await page.getByRole('heading', { name: 'Qui mérite un mot' }).waitFor()
  await page
    .getByRole('button', { name: /^Dire merci à / })
    .first()
    .click()
  const dialog = page.getByRole('dialog', { name: /^Remercier / })
  await dialog
    .getByRole('textbox', { name: /Vos mots/ })
    .fill('Votre réponse a servi à toute l’équipe de nuit.')
  await picture(page, 'week-thanks-phone')
  await expectNoAxeViolations(page, 'thanks')
  await dialog.getByRole('button', { name: 'Envoyer' }).click()
  await page.getByText(/^Merci envoyé à /).waitFor()
}, 60_000)

test('Friday: news are taken of whoever fell silent, from public texts alone, and anybody may say no', async () => {
  const page = await stage.open(claire, { size: desktop, theme: 'dark' })
  await page.goto(`${workbench}/contributors`)
  await page
    .getByRole('button', { name: /^Prendre des nouvelles de/ })
    .first()
    .click(cold)
  const dialog = page.getByRole('dialog', { name: /^Prendre des nouvelles de/ })
  await dialog.getByRole('textbox', { name: 'Votre mot' }).waitFor()
  await picture(page, 'week-news-dark')
  await expectNoAxeViolations(page, 'news')
  await dialog.getByRole('button', { name: 'Envoyer' }).click()
  await page.getByText(/a votre mot, entre vous deux/).waitFor()
  await picture(page, 'week-contributors-dark')
  await expectNoAxeViolations(page, 'contributors')

  const me = await stage.open(helene, { size: phone, language: 'en' })
  await me.goto(`${stage.url}/me`)
  const choice = me.getByRole('switch', { name: /Somebody may ask how I am/ })
  await choice.waitFor(cold)
  await me.getByText('Somebody may ask how I am').click()
  await expect
    .poll(async () => (await stage.t.db.read.rows('select 1 from workbench.care_opt_out')).length)
    .toBe(1)
  await choice.scrollIntoViewIfNeeded()
  await picture(me, 'week-care-phone-en')
}, 120_000)
