import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestVisitor } from '#apps/server/testing.ts'
import type { Page } from 'playwright-core'
import { expectNoAxeViolations, openStage, phone, picture, type Stage } from './harness.ts'

let stage: Stage
let nadia: TestVisitor
let marc: TestVisitor
let slug: string
let postId: string

beforeAll(async () => {
  stage = await openStage()
  nadia = await stage.t.member({ name: 'Nadia Berrada' })
  marc = await stage.t.member({ name: 'Marc Lefèvre' })
  const community = await stage.community(nadia, 'Maintenance')
  slug = community.slug
  await stage.join(marc, slug)
  const answer = await nadia.post('/api/v1/posts', {
    communityId: community.id,
    kind: 'question',
    title: 'Quelle graisse pour les roulements du convoyeur ?',
    bodyMd: 'La référence habituelle manque depuis lundi.',
  })
  postId = answer.body.card.id
})
afterAll(() => stage?.close())

/** The service worker holds the page from the second visit on. */
async function visitTwice(page: Page, path: string): Promise<void> {
  await page.goto(stage.url)
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await page.goto(stage.url + path)
  await page.locator('h1').first().waitFor()
  await page.waitForLoadState('networkidle')
}
const comments = async (words: string): Promise<number> =>
  (await stage.t.db.read.rows('select 1 from discussions.comment where body_md = $1', [words])).length

test('what was read can be read again without a network, and what is written then leaves by itself, once', async () => {
  const page = await stage.open(marc, { size: phone, worksOffline: true })
  await visitTwice(page, `/posts/${postId}`)
  await page.context().setOffline(true)
  await page.reload()
  await page.getByRole('heading', { level: 1, name: 'Quelle graisse pour les roulements' }).waitFor()
  await page.getByText('Hors ligne').first().waitFor()
  await page.getByText('La référence habituelle manque').waitFor()
  await expectNoAxeViolations(page)

  await page.getByRole('textbox', { name: 'Votre réponse' }).fill('Il en reste deux cartouches au magasin')
  await page.getByRole('button', { name: 'Répondre', exact: true }).click()
  await page.getByText('un message attend').waitFor()
  await page.getByRole('button', { name: 'Voir', exact: true }).click()
  await page.getByRole('dialog', { name: 'Ce qui attend de partir' }).waitFor()
  await page.getByText('Il en reste deux cartouches').first().waitFor()
  await picture(page, 'outbox_phone')
  await expectNoAxeViolations(page)
  await page.keyboard.press('Escape')

  // It survives a reload, and never read pages say so.
  await page.reload()
  await page.getByText('un message attend').waitFor()
  expect(await comments('Il en reste deux cartouches au magasin')).toBe(0)
  await page.context().setOffline(false)
  await page.getByRole('article', { name: 'Réponse de Marc Lefèvre' }).waitFor()
  await page.getByText('un message attend').waitFor({ state: 'detached' })
  expect(await comments('Il en reste deux cartouches au magasin')).toBe(1)
})

test('what is no longer open to somebody does not stay on their device, nor anything after signing out', async () => {
  const luc = await stage.t.member({ name: 'Luc Arnaud' })
  await stage.join(luc, slug)
  const page = await stage.open(luc, { worksOffline: true })
  await visitTwice(page, `/posts/${postId}`)
  await page.getByRole('heading', { level: 1, name: 'Quelle graisse' }).waitFor()
  expect((await luc.delete(`/api/v1/communities/${slug}/membership`)).status).toBeLessThan(300)
  // The next answer of the network about my communities takes the rest away.
  await page.goto(`${stage.url}/communities`)
  await page.waitForLoadState('networkidle')
  const kept = () =>
    page.evaluate(
      () =>
        new Promise<string[]>((resolve, reject) => {
          const opening = indexedDB.open('preau')
          opening.onerror = () => reject(new Error('no database'))
          opening.onsuccess = () => {
            const asking = opening.result.transaction('kept').objectStore('kept').getAllKeys()
            asking.onsuccess = () => resolve(asking.result.map(String))
          }
        }),
    )
  await expect.poll(async () => (await kept()).filter((path) => path.includes(postId))).toEqual([])
  expect(await kept()).toContain('/api/v1/session')

  await page.goto(`${stage.url}/me`)
  await page.getByRole('main').getByRole('button', { name: 'Se déconnecter' }).click()
  await page.getByRole('heading', { level: 1, name: 'Bienvenue' }).waitFor()
  await expect.poll(kept).toEqual([])
})

test('single keys lead everywhere, say what they do, and can be switched off', async () => {
  const page = await stage.open(marc)
  await page.goto(stage.url)
  await page.getByText('Quelle graisse').first().waitFor()
  await expect
    .poll(async () => {
      await page.keyboard.press('?')
      return page.getByRole('dialog', { name: 'Raccourcis du clavier' }).count()
    })
    .toBe(1)
  await picture(page, 'shortcuts_desktop')
  await expectNoAxeViolations(page)
  await page.keyboard.press('Escape')
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Quelle graisse' }).waitFor()
  await page.keyboard.press('g')
  await page.keyboard.press('c')
  await page.getByRole('heading', { level: 1, name: 'Communautés' }).waitFor()
  await page.keyboard.press('w')
  await page.getByRole('textbox', { name: 'Votre texte' }).waitFor()
  await page.getByRole('textbox', { name: 'Votre texte' }).fill('')
  await page.keyboard.type('g c')
  expect(new URL(page.url()).pathname).toBe('/write')
  await page.getByRole('textbox', { name: 'Votre texte' }).fill('')

  // ⌘K knows places, communities and acts.
  await page.getByRole('link', { name: 'Accueil', exact: true }).first().focus()
  await page.keyboard.press('Control+k')
  await page.getByRole('searchbox').fill('maint')
  await page.getByRole('option', { name: 'Maintenance', exact: true }).last().waitFor()
  await page.getByRole('searchbox').fill('theme sombre')
  await page.getByRole('option', { name: 'Thème : Sombre' }).click()
  expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark')

  await page.goto(`${stage.url}/me`)
  await page.getByRole('button', { name: 'Raccourcis du clavier' }).click()
  await page.getByRole('switch', { name: /Touches seules/ }).click({ force: true })
  await page.keyboard.press('Escape')
  await page.keyboard.press('g')
  await page.keyboard.press('c')
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect(new URL(page.url()).pathname).toBe('/me')
})

test('nothing went wrong in any page', () => expect(stage.problems).toEqual([]))
