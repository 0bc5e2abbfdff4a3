import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { TestVisitor } from '#apps/server/testing.ts'
import {
  desktop,
  expectNoAxeViolations,
  expectNoSidewaysScroll,
  openStage,
  phone,
  picture,
  type OpenOptions,
  type Stage,
} from './harness.ts'

let stage: Stage
let claire: TestVisitor
let helene: TestVisitor
let nadia: TestVisitor
let zoe: TestVisitor
let community: { id: string; slug: string }
let workbench: string
let fresh: string

/** A plain week without public holidays; the site opens from 9 to 18 in Paris. */
const at = (text: string): Date => new Date(`2026-03-${text}:00+01:00`)
const now = at('10T09:30')

async function publish(who: TestVisitor, when: Date, body: object): Promise<string> {
  stage.t.setNow(when)
  const answer = await who.post('/api/v1/posts', {
    communityId: community.id,
    kind: 'question',
    bodyMd: 'Le détail est dans le titre.',
    ...body,
  })
  expect(answer.status, answer.text).toBe(200)
  return answer.body.card.id
}
async function reply(who: TestVisitor, when: Date, postId: string): Promise<void> {
  stage.t.setNow(when)
  expect(
    (await who.post(`/api/v1/posts/${postId}/comments`, { bodyMd: 'Voilà comment faire.', isAnswer: true }))
      .status,
  ).toBe(200)
}

beforeAll(async () => {
  stage = await openStage()
  stage.t.setNow(at('02T08:00'))
  claire = await stage.t.member({ name: 'Claire Morvan' })
  helene = await stage.t.member({ name: 'Hélène Fabre' })
  nadia = await stage.t.member({ name: 'Nadia Berrada' })
  const paul = await stage.t.member({ name: 'Paul Girard' })
  community = await stage.community(claire, 'Maintenance')
  workbench = `${stage.url}/communities/${community.slug}/workbench`
  for (const who of [helene, nadia, paul]) await stage.join(who, community.slug)
  await stage.t.db.read.run("update people.member set ask_me_about = '{pompe}' where id = $1", [
    helene.memberId,
  ])
  // The community’s rhythm: an answer within four business hours.
  for (let n = 0; n < 22; n++)
    await reply(
      helene,
      at('02T14:00'),
      await publish(n % 2 ? nadia : paul, at('02T10:00'), { title: `Question ${n}` }),
    )
  await publish(nadia, at('09T10:00'), { title: 'La pompe P-117 cavite après le nettoyage' })
  await publish(paul, at('09T11:00'), { title: 'Où sont les plans du local huiles\u202f?' })
  fresh = await publish(paul, at('10T09:00'), { title: 'La pompe du hall B vibre depuis ce matin' })
  stage.t.setNow(at('09T15:00'))
  zoe = await stage.t.member({ name: 'Zoé Lambert' })
  await stage.join(zoe, community.slug)
  await publish(zoe, at('09T16:00'), {
    kind: 'discussion',
    title: 'Je découvre la maintenance',
    bodyMd: 'Bonjour, je viens du montage.',
  })
  stage.t.setNow(now)
})
afterAll(() => stage.close())
afterEach(() => expect(stage.problems.splice(0)).toEqual([]))

/** The browser shares the clock of the plot; its timers run. */
async function open(who: TestVisitor, options: OpenOptions): Promise<Page> {
  const page = await stage.open(who, options)
  await page.clock.setFixedTime(now)
  return page
}
const cards = (page: Page) => page.getByRole('list', { name: 'Ce qui a besoin de vous' }).getByRole('article')
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '')

async function tabTo(page: Page, name: string): Promise<void> {
  for (let step = 0; step < 60; step++) {
    await page.keyboard.press('Tab')
    const here = await page.evaluate(
      () =>
        `${document.activeElement?.getAttribute('aria-label') ?? ''} ${document.activeElement?.textContent ?? ''}`,
    )
    if (here.includes(name)) return
  }
  throw new Error(`Tab never reaches “${name}”`)
}

const looks = [
  ['fr', 'light', phone],
  ['en', 'dark', phone],
  ['fr', 'dark', desktop],
  ['en', 'light', desktop],
  ['fr', 'contrast', { width: 320, height: 700 }],
] as const

test('every screen of the workbench is accessible, in both languages, themes and sizes', async () => {
  for (const [language, theme, size] of looks) {
    const page = await open(claire, { language, theme, size })
    const name = `${language}-${theme}-${size.width}`
    for (const [screen, path, ready] of [
      ['morning', '', 'article'],
      ['rescue', '/rescue', 'article'],
      ['welcome', '/welcome', 'listitem'],
      ['figures', '/figures?period=d91', 'figure'],
    ] as const) {
      await page.goto(`${workbench}${path}`)
      await page.getByRole('main').getByRole(ready).first().waitFor()
      await picture(page, `${screen}-${name}`)
      await expectNoAxeViolations(page, `${screen} ${name}`)
      await expectNoSidewaysScroll(page)
    }
    await page.goto(`${stage.url}/posts/${fresh}`)
    await page
      .getByRole('button', { name: language === 'fr' ? 'Répondre quand même' : 'Reply all the same' })
      .waitFor()
    await picture(page, `fold-${name}`)
    await expectNoAxeViolations(page, `fold ${name}`)
    await expectNoSidewaysScroll(page)
    await page.context().close()
  }
}, 180_000)

test('the morning of a manager, on a phone, from the keyboard', async () => {
  const page = await open(claire, { size: phone })
  await page.goto(workbench)
  await cards(page).first().waitFor()
  expect(await cards(page).getByRole('heading').allTextContents()).toEqual([
    'Premier message de Zoé Lambert, encore sans réponse',
    'Paul Girard attend une réponse',
    'Nadia Berrada attend une réponse',
    'Hélène Fabre a fait quelque chose qui mérite un mot',
  ])
  await page.getByText('Vous animez seul·e').waitFor()
  await page
    .getByText(
      /23 heures, 7,5\u202fh ouvrées sans réponse\u202f; votre communauté répond d’habitude en 4\u202fh/,
    )
    .waitFor()

  await tabTo(page, 'Pourquoi cet ordre')
  await page.keyboard.press('Enter')
  await page
    .getByRole('dialog', { name: /Pourquoi cet ordre/ })
    .getByRole('listitem')
    .first()
    .waitFor()
  await expectNoAxeViolations(page, 'order')
  await page.keyboard.press('Escape')

  // Ask the expert of the pump.
  const pump = cards(page).filter({ hasText: 'P-117' })
  await pump.getByRole('button', { name: 'Demander à Hélène' }).focus()
  await page.keyboard.press('Enter')
  const ask = page.getByRole('dialog', { name: 'Qui pourrait répondre\u202f?' })
  await ask.getByRole('radio', { name: /Hélène Fabre/ }).waitFor()
  await picture(page, 'ask-phone')
  await expectNoAxeViolations(page, 'ask')
  await ask.getByRole('textbox', { name: /Votre mot/ }).focus()
  await page.keyboard.type('Vous avez remonté cette pompe, je crois.')
  await tabTo(page, 'Demander à Hélène')
  await page.keyboard.press('Enter')
  await page.getByText('Hélène trouvera votre demande sur son accueil.').waitFor()
  await expect.poll(() => cards(page).count()).toBe(3)

  // Put the other one off, and take it back.
  const plans = cards(page).filter({ hasText: 'plans du local' })
  await plans.getByRole('button', { name: 'Plus tard' }).focus()
  await page.keyboard.press('Enter')
  await expect.poll(() => plans.count()).toBe(0)
  expect(await focused(page)).toContain('Hélène Fabre')
  await page.getByRole('button', { name: 'Annuler' }).last().press('Enter')
  await plans.waitFor()
  await expect
    .poll(
      async () =>
        (await stage.t.db.read.rows("select 1 from workbench.card_decision where decision = 'later'")).length,
    )
    .toBe(0)

  // Welcome the newcomer with words of one's own.
  await cards(page)
    .filter({ hasText: 'Zoé' })
    .getByRole('button', { name: 'Souhaiter la bienvenue' })
    .press('Enter')
  const greet = page.getByRole('dialog', { name: 'Bienvenue à Zoé' })
  const words = greet.getByRole('textbox', { name: 'Votre mot' })
  expect(await words.inputValue()).toContain('Bonjour Zoé, bienvenue dans Maintenance.')
  await picture(page, 'greet-phone')
  await expectNoAxeViolations(page, 'greet')
  await greet.getByRole('radio', { name: 'Curieux' }).press('Enter')
  expect(await words.inputValue()).toContain('merci d’avoir pris la parole')
  await words.press('End')
  await page.keyboard.type(' Passez nous voir au hall B.')
  await greet.getByRole('button', { name: 'Publier en commentaire' }).press('Enter')
  await page.getByText('Zoé a votre mot de bienvenue.').waitFor()
  await expect.poll(() => cards(page).count()).toBe(2)
  const said = await stage.t.db.read.rows<{ n: string }>(
    "select body_md as n from discussions.comment where body_md like '%hall B.' and not is_answer",
  )
  expect(said).toHaveLength(1)

  // The last ones are done: the community does not need anybody.
  for (const card of [plans, cards(page).filter({ hasText: 'mérite un mot' })]) {
    await card.getByRole('button', { name: /Autres possibilités/ }).press('Enter')
    await page.getByRole('menuitem', { name: 'C’est fait' }).press('Enter')
    await expect.poll(() => card.count()).toBe(0)
  }
  await page
    .getByRole('heading', { name: 'La communauté n’a pas besoin de vous\u00a0: allez lire.' })
    .waitFor()
  await picture(page, 'morning-empty-phone')
  await expectNoAxeViolations(page, 'empty')
})

test('the expert finds what was asked of her, and nobody else does', async () => {
  const page = await open(helene, { size: desktop })
  await page.goto(`${stage.url}/`)
  await page.getByRole('heading', { name: 'On vous a demandé un avis' }).waitFor()
  await page.getByText('Vous avez remonté cette pompe, je crois.').waitFor()
  await picture(page, 'asked-desktop')
  await expectNoAxeViolations(page, 'asked')
  await page
    .getByRole('link', { name: /P-117 cavite/ })
    .first()
    .click()
  await page.getByRole('textbox', { name: 'Votre réponse' }).waitFor()
})

test('the rescue list shows the ladder, filters in the address, and names an owner and a date', async () => {
  const page = await open(claire, { size: desktop })
  await page.goto(`${workbench}/rescue`)
  const question = page.getByRole('article').filter({ hasText: 'P-117' })
  await question.getByText(/Claire Morvan a demandé à Hélène Fabre/).waitFor()
  expect(
    await question
      .getByRole('list', { name: 'Où en est la question' })
      .locator('[aria-current=step]')
      .textContent(),
  ).toContain('Demander à des experts')
  await page.getByRole('radio', { name: 'Relayer' }).click()
  await expect.poll(() => new URL(page.url()).search).toBe('?level=L3')
  await page.getByText('Aucune question à ce niveau').waitFor()
  await page.getByRole('radio', { name: 'Demander à des experts' }).click()
  await expect.poll(() => new URL(page.url()).search).toBe('?level=L1')
  await question.getByRole('button', { name: /Autres possibilités/ }).click()
  await page.getByRole('menuitem', { name: 'Nommer qui et quand' }).click()
  const owner = page.getByRole('dialog', { name: 'Nommer quelqu’un et une date' })
  await picture(page, 'owner-desktop')
  await expectNoAxeViolations(page, 'owner')
  await owner.getByRole('button', { name: 'Noter la promesse' }).click()
  await question.getByText(/Hélène Fabre répondra, pour le/).waitFor()
})

test('the manager’s reply is folded until the community had its time; opening it is counted and said', async () => {
  const page = await open(claire, { size: phone })
  await page.goto(`${stage.url}/posts/${fresh}`)
  const fold = page.getByRole('region', { name: 'Et si quelqu’un d’autre répondait\u202f?' })
  await fold.getByText('Hélène Fabre').waitFor()
  await fold.getByText('Compté pour votre propre pratique, et montré à personne d’autre.').waitFor()
  expect(await page.getByRole('textbox', { name: 'Votre réponse' }).count()).toBe(0)
  await fold.getByRole('button', { name: 'Répondre quand même' }).press('Enter')
  await page.getByRole('textbox', { name: 'Votre réponse' }).waitFor()
  await expect
    .poll(
      async () =>
        (await stage.t.db.read.rows("select 1 from workbench.rescue_step where step = 'override'")).length,
    )
    .toBe(1)
  // A member finds the box open.
  const member = await open(nadia, { size: phone })
  await member.goto(`${stage.url}/posts/${fresh}`)
  await member.getByRole('textbox', { name: 'Votre réponse' }).waitFor()
})

test('welcome gives a buddy and a word, and refuses those who do not manage', async () => {
  const page = await open(claire, { size: desktop })
  await page.goto(`${workbench}/welcome`)
  const row = page.getByRole('list', { name: 'Arrivées' }).getByRole('listitem').filter({ hasText: 'Zoé' })
  await row.getByText('Accueilli·e par Claire').waitFor()
  await row.getByRole('button', { name: /Autres possibilités/ }).click()
  await page.getByRole('menuitem', { name: 'Choisir un parrain ou une marraine' }).click()
  const dialog = page.getByRole('dialog', { name: /Qui accompagne Zoé/ })
  await dialog.getByRole('combobox').fill('Nad')
  await page.getByRole('option', { name: /Nadia Berrada/ }).click()
  await picture(page, 'buddy-desktop')
  await dialog.getByRole('button', { name: 'Enregistrer' }).click()
  await row.getByText('Parrain ou marraine\u00a0: Nadia Berrada').waitFor()

  const member = await open(nadia, { size: desktop })
  await member.goto(`${workbench}/welcome`)
  await member.getByText('L’atelier est réservé aux personnes qui animent cette communauté.').waitFor()
})
