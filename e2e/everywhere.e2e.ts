import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { TestVisitor } from '#apps/server/testing.ts'
import type { Page } from 'playwright-core'
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
let nadia: TestVisitor
let marc: TestVisitor
let workshop: { id: string; slug: string }
let safety: { id: string; slug: string }
let photo: Buffer

beforeAll(async () => {
  stage = await openStage()
  nadia = await stage.t.member({ name: 'Nadia Berrada' })
  marc = await stage.t.member({ name: 'Marc Lefèvre' })
  workshop = await stage.community(nadia, 'Maintenance')
  safety = await stage.community(nadia, 'Sécurité')
  await stage.join(marc, workshop.slug)
  photo = await sharp({ create: { width: 640, height: 400, channels: 3, background: '#2a6f5a' } })
    .png()
    .toBuffer()
})
afterAll(() => stage.close())
afterEach(() => expect(stage.problems.splice(0)).toEqual([]))

/** What the clipboard of a person holds after a screenshot. */
const pasteImage = (page: Page, label: string) =>
  page.getByRole('textbox', { name: label }).evaluate((area, base64) => {
    const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))
    const data = new DataTransfer()
    data.items.add(new File([bytes], 'capture.png', { type: 'image/png' }))
    area.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  }, photo.toString('base64'))

test('an image is pasted and described, tags and a group are named, everybody is told after a count', async () => {
  const page = await stage.open(nadia)
  await page.goto(`${stage.url}/write?in=${workshop.id}`)
  await page.getByRole('textbox', { name: 'Votre texte' }).fill('Le capot de la presse 3 est fendu. ')
  await pasteImage(page, 'Votre texte')
  await page.getByRole('textbox', { name: 'Description de l’image' }).fill('Le capot fendu, vu de face')

  await page.getByRole('button', { name: 'Ajouter des étiquettes' }).click()
  const tags = page.getByRole('combobox', { name: 'Étiquettes' })
  await tags.fill('Presse 3')
  await tags.press('Enter')
  await tags.fill('sécurité,')
  await page.getByRole('button', { name: 'Retirer l’étiquette sécurité' }).waitFor()
  await picture(page, 'everywhere-compose')

  const text = page.getByRole('textbox', { name: 'Votre texte' })
  await text.focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.type('@')
  await page.keyboard.type('tous')
  await page.getByRole('option', { name: /Tous les membres/ }).waitFor()
  await picture(page, 'everywhere-groups')
  await expectNoAxeViolations(page)
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Publier', exact: true }).click()
  const dialog = page.getByRole('alertdialog', { name: /Prévenir tous les membres/ })
  await dialog.getByText('Une personne sera prévenue.').waitFor()
  await picture(page, 'everywhere-reach')
  await expectNoAxeViolations(page)
  await dialog.getByRole('button', { name: 'Publier et prévenir' }).click()

  await page.getByRole('heading', { level: 1, name: 'Discussion de Nadia Berrada' }).waitFor()
  await page.getByRole('img', { name: 'Le capot fendu, vu de face' }).waitFor()
  await page.getByRole('link', { name: 'presse 3' }).waitFor()
  expect(await page.locator('.prose .mention').textContent()).toBe('@Tous les membres')
})

test('a conversation is kept with a note, on a phone, and found again', async () => {
  const post = await nadia.post('/api/v1/posts', {
    communityId: workshop.id,
    title: 'Consignation : le bon ordre',
    bodyMd: 'Couper, condamner, vérifier.',
    language: 'fr',
  })
  const page = await stage.open(marc, { size: phone, language: 'en' })
  await page.goto(`${stage.url}/posts/${post.body.card.id}`)
  await page.getByRole('button', { name: 'Keep for later' }).click()
  await page.getByRole('button', { name: 'Kept for later' }).waitFor()
  // The button answers at once, the server a moment later: leaving the page meanwhile takes nothing along.
  await page.reload()
  await expect
    .poll(() => stage.t.db.read.row('select from discussions.bookmark where member_id = $1', [marc.memberId]))
    .toBeDefined()
  await page.goto(`${stage.url}/me/bookmarks`)
  await page.getByRole('button', { name: 'Add a note' }).click()
  await page.getByRole('textbox', { name: 'My note' }).fill('For Monday’s tour')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('For Monday’s tour').waitFor()
  await picture(page, 'everywhere-bookmarks')
  await expectNoAxeViolations(page)
  await expectNoSidewaysScroll(page)
  await stage.t.db.read.run('delete from communities.membership where community_id = $1 and member_id = $2', [
    workshop.id,
    marc.memberId,
  ])
  await stage.t.db.read.run(`update communities.community set visibility = 'closed' where id = $1`, [
    workshop.id,
  ])
  await page.reload()
  await page.getByText('A conversation that is no longer open to you').waitFor()
  expect(await page.getByText('Consignation').count()).toBe(0)
  await stage.t.db.read.run(`update communities.community set visibility = 'open' where id = $1`, [
    workshop.id,
  ])
  await stage.join(marc, workshop.slug)
})

test('a post is said in a second language, then shared where the reader may not follow', async () => {
  const post = await nadia.post('/api/v1/posts', {
    communityId: workshop.id,
    title: 'Le nouveau gabarit est arrivé',
    bodyMd: 'Il évite de reprendre la cote **à la main**.',
    language: 'fr',
  })
  const url = `${stage.url}/posts/${post.body.card.id}`
  const page = await stage.open(nadia, { size: desktop })
  await page.goto(url)
  const menu = () => page.getByRole('button', { name: 'Agir sur cette publication' }).click()
  await menu()
  await page.getByRole('menuitem', { name: 'Ajouter une version anglaise' }).click()
  await page.getByRole('textbox', { name: 'Titre' }).fill('The new template is here')
  await page
    .getByRole('textbox', { name: 'Votre texte en anglais' })
    .fill('It spares us measuring **by hand**.')
  await picture(page, 'everywhere-translate')
  await expectNoAxeViolations(page)
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await page.getByRole('radio', { name: 'Côte à côte' }).click()
  await page.getByText('measuring').waitFor()
  await picture(page, 'everywhere-two-languages')

  await menu()
  await page.getByRole('menuitem', { name: 'Partager dans une autre communauté' }).click()
  await page.getByRole('button', { name: /Communauté/ }).click()
  await page.getByRole('option', { name: 'Sécurité' }).click()
  await page.getByRole('textbox', { name: 'Pourquoi là-bas' }).fill('Moins de mains près de la lame.')
  await picture(page, 'everywhere-share')
  await page.getByRole('button', { name: 'Partager', exact: true }).click()
  await page.getByText('Partagée dans Sécurité.').waitFor()
  await page.getByText('Partagée dans :').waitFor()
  await expectNoAxeViolations(page)

  // Marc reads English first, the French is a tap away.
  const other = await stage.open(marc, { language: 'en', size: phone })
  await other.goto(url)
  await other.getByRole('heading', { level: 1, name: 'The new template is here' }).waitFor()
  await other.getByRole('radio', { name: 'Français' }).click()
  await other.getByText('à la main').waitFor()
  await picture(other, 'everywhere-phone')
  await expectNoAxeViolations(other)
  await expectNoSidewaysScroll(other)

  // In the other community the quote is there for who may read it.
  await other.goto(`${stage.url}/communities/${safety.slug}`)
  await other.getByRole('article', { name: 'Conversation in Maintenance' }).waitFor()
  await picture(other, 'everywhere-quote')
  await stage.t.db.read.run(`update communities.community set visibility = 'secret' where id = $1`, [
    workshop.id,
  ])
  const outsider = await stage.open(await stage.t.member({ name: 'Odile Martin' }))
  await outsider.goto(`${stage.url}/communities/${safety.slug}`)
  await outsider.getByText('Une conversation d’une autre communauté').waitFor()
  await picture(outsider, 'everywhere-blind')
  await expectNoAxeViolations(outsider)
})
