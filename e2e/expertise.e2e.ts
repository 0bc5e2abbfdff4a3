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
  type Stage,
} from './harness.ts'

let stage: Stage
let claire: TestVisitor
let karim: TestVisitor
let helene: TestVisitor
let paul: TestVisitor
let nadia: TestVisitor
let samir: TestVisitor
let community: { id: string; slug: string }
let question: string

async function look(page: Page, name: string): Promise<void> {
  for (const size of [phone, desktop]) {
    await page.setViewportSize(size)
    await picture(page, `${name}-${size.width}`)
    await expectNoAxeViolations(page, `${name} ${size.width}`)
    await expectNoSidewaysScroll(page)
  }
}

beforeAll(async () => {
  stage = await openStage()
  const person = (name: string) => stage.t.member({ name })
  claire = await person('Claire Morvan')
  karim = await person('Karim Benali')
  helene = await person('Hélène Fabre')
  paul = await person('Paul Girard')
  nadia = await person('Nadia Berrada')
  samir = await person('Samir Haddad')
  community = await stage.community(claire, 'Maintenance')
  for (const who of [karim, helene, paul, nadia, samir]) await stage.join(who, community.slug)
  for (const who of [paul, nadia, samir])
    await who.patch('/api/v1/me/profile', { askMeAbout: ['pompes', 'lubrification'] })
  const answered = async (title: string, asker: TestVisitor) => {
    const made = await asker.post('/api/v1/posts', {
      communityId: community.id,
      kind: 'question',
      title,
      bodyMd: 'Le détail.',
      tags: ['roulements'],
    })
    const reply = await helene.post(`/api/v1/posts/${made.body.card.id}/comments`, {
      bodyMd: 'Regardez la portée.',
      isAnswer: true,
    })
    await asker.put(`/api/v1/posts/${made.body.card.id}/accepted-answer`, { commentId: reply.body.id })
  }
  await answered('Pourquoi ce roulement chauffe-t-il\u202f?', paul)
  await answered('Quel jeu pour un roulement neuf\u202f?', nadia)
})
afterAll(() => stage.close())
afterEach(() => expect(stage.problems.splice(0)).toEqual([]))

test('somebody declares a subject, agrees to be named, and says when they are away', async () => {
  const page = await stage.open(helene, { size: desktop })
  await page.goto(`${stage.url}/me/profile`)
  await page.getByRole('textbox', { name: 'On peut me solliciter sur' }).fill('roulements,')
  await page.getByRole('button', { name: 'Enregistrer' }).first().click()
  await page.getByRole('heading', { name: 'Ce que vous savez' }).waitFor()
  await page.getByRole('link', { name: 'roulements' }).waitFor()
  await page.goto(`${stage.url}/me/profile`)
  await page.getByRole('checkbox', { name: 'roulements' }).press('Space')
  await expect
    .poll(() => page.getByRole('checkbox', { name: 'roulements' }).isChecked(), { timeout: 10_000 })
    .toBe(true)
  await page.getByRole('button', { name: 'Ajouter un projet' }).click()
  await page.getByLabel('Nom du projet').fill('Ligne 4')
  await look(page, 'own-expertise')
})

test('a colleague says on what occasion they saw it, on a phone, and the evidence is one tap away', async () => {
  const page = await stage.open(karim, { size: phone })
  await page.goto(`${stage.url}/people/${helene.memberId}`)
  await page.getByRole('button', { name: 'Confirmer «\u202froulements\u202f»' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox').fill('La pompe P-117, en février')
  await picture(page, 'confirm-phone')
  await dialog.getByRole('button', { name: 'Confirmer' }).click()
  await page.getByText('La pompe P-117, en février').waitFor()
  await page.getByRole('button', { name: /^roulements.*2.*réponses acceptées/s }).click()
  await page
    .getByRole('dialog')
    .getByRole('link', { name: /Quel jeu/ })
    .waitFor()
  await expectNoAxeViolations(page, 'evidence')
  await picture(page, 'evidence-phone')
  await page.keyboard.press('Escape')
  await look(page, 'profile')
})

test('the author asks three people, by keyboard too; one says “not this time”, and nobody learns of it', async () => {
  const made = await karim.post('/api/v1/posts', {
    communityId: community.id,
    kind: 'question',
    title: 'Le roulement des pompes casse toutes les six semaines',
    bodyMd: 'Côté accouplement, troisième depuis juin.',
    tags: ['roulements'],
  })
  question = made.body.card.id
  const page = await stage.open(karim, { size: desktop })
  await page.goto(`${stage.url}/posts/${question}`)
  const panel = page.getByRole('region', { name: 'Qui pourrait répondre\u202f?' })
  await panel.getByText(/Aide volontiers sur «\u202froulements\u202f», des collègues le confirment/).waitFor()
  await look(page, 'who-could-answer')
  const first = panel.getByRole('button', { name: 'Demander à Hélène Fabre' })
  await first.focus()
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').getByRole('textbox').fill('Comme sur la P-117\u202f?')
  await page.getByRole('dialog').getByRole('button', { name: 'Demander à Hélène' }).press('Enter')
  await page.getByText('Hélène trouvera votre question sur son accueil.').waitFor()
  for (let n = 0; n < 2; n++) {
    await panel
      .getByRole('button', { name: /^Demander à/ })
      .first()
      .click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Demander à/ })
      .click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  }
  await panel.getByRole('heading', { name: 'Sollicité·es' }).waitFor()
  expect(await panel.getByRole('button', { name: /^Demander à/ }).count()).toBe(0)

  const hers = await stage.open(helene, { size: phone })
  await hers.goto(`${stage.url}/`)
  await hers.getByRole('heading', { name: 'On vous a demandé un avis' }).waitFor()
  await hers.getByText('Comme sur la P-117').waitFor()
  await picture(hers, 'asked-phone')
  await hers.getByRole('button', { name: /^Pas cette fois/ }).click()
  await hers.getByText('Entendu. Personne n’en est averti.').waitFor()
  await hers.getByRole('heading', { name: 'On vous a demandé un avis' }).waitFor({ state: 'detached' })

  await page.reload()
  await panel.getByRole('link', { name: 'Hélène Fabre' }).waitFor()
  await panel
    .getByRole('button', { name: /^Demander à/ })
    .first()
    .waitFor()
  await picture(page, 'another-person-desktop')
})

test('who knows, who to meet, and what rests on one person', async () => {
  const page = await stage.open(nadia, { size: desktop, language: 'en' })
  await page.goto(`${stage.url}/people`)
  await page.getByRole('combobox', { name: 'Who knows?' }).pressSequentially('roul')
  await page.getByRole('option', { name: 'roulements' }).click()
  await expect.poll(() => page.url(), { timeout: 10_000 }).toContain('skill=roulements')
  await page.getByRole('link', { name: 'Hélène Fabre' }).waitFor()
  expect(await page.getByRole('link', { name: 'Paul Girard' }).count()).toBe(0)
  await look(page, 'directory')
  await page.goto(`${stage.url}/people/meet`)
  await page.getByText('You both help with', { exact: false }).first().waitFor()
  await look(page, 'meet')
  await page.getByRole('button', { name: /^Do not suggest Samir/ }).click()
  await page.getByText('Samir will not be suggested to you again.').waitFor()
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByRole('link', { name: 'Samir Haddad' }).waitFor()

  const workbench = await stage.open(claire, { size: desktop })
  await workbench.goto(`${stage.url}/communities/${community.slug}/workbench/experts`)
  await workbench.getByRole('heading', { name: 'Qui sait quoi' }).waitFor()
  await workbench
    .getByText(/moins de cinq personnes/)
    .first()
    .waitFor()
  await look(workbench, 'experts')
})
