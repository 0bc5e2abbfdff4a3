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
let nadia: TestVisitor
let marc: TestVisitor
let community: { id: string; slug: string }

beforeAll(async () => {
  stage = await openStage()
  nadia = await stage.t.member({ name: 'Nadia Berrada' })
  marc = await stage.t.member({ name: 'Marc Lefèvre' })
  community = await stage.community(nadia, 'Maintenance')
  await stage.join(marc, community.slug)
})
afterAll(() => stage.close())
afterEach(() => expect(stage.problems.splice(0)).toEqual([]))

const text = 'textbox'
const publish = async (who: TestVisitor, body: object): Promise<string> => {
  const answer = await who.post('/api/v1/posts', { communityId: community.id, ...body })
  expect(answer.status, answer.text).toBe(200)
  return answer.body.card.id
}
const posts = async (words: string): Promise<number> =>
  (await stage.t.db.read.rows('select 1 from discussions.post where body_md like $1', [`%${words}%`])).length
const comments = async (words: string): Promise<number> =>
  (await stage.t.db.read.rows('select 1 from discussions.comment where body_md like $1', [`%${words}%`]))
    .length

test('a question is asked, answered, accepted, and seen by the other', async () => {
  const page = await stage.open(nadia)
  await page.goto(`${stage.url}/`)
  await page.getByRole('heading', { level: 1, name: 'Bonjour Nadia' }).waitFor()
  await page
    .getByRole(text, { name: 'Votre texte' })
    .fill('Comment recalibrer le capteur de la presse 3 après un changement d’outil ?')
  await page.getByText('Cela ressemble à une question').waitFor()
  await page.getByRole('button', { name: 'Oui, une question' }).click()
  await page.getByRole('button', { name: 'Publier', exact: true }).click()
  const card = page.getByRole('article').filter({ hasText: 'recalibrer le capteur' })
  await card.getByText('Sans réponse').waitFor()
  // The focus goes to what was written.
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.closest('article')?.textContent))
    .toContain('recalibrer le capteur')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 2, name: 'Pas encore de réponse' }).waitFor()

  const other = await stage.open(marc, { language: 'en', size: phone })
  await other.goto(`${stage.url}/`)
  await other
    .getByRole('link', { name: /recalibrer le capteur/ })
    .first()
    .click()
  await other
    .getByRole(text, { name: 'Your answer' })
    .fill('Vis de réglage à zéro, puis trois cycles à vide.\nLe voyant passe au vert.')
  await other.getByRole('button', { name: 'Answer', exact: true }).click()
  await other.getByRole('article', { name: 'Answer by Marc Lefèvre' }).waitFor()
  await expect.poll(() => other.evaluate(() => document.activeElement?.id)).toMatch(/^c-/)

  // It arrives where she reads, without a reload.
  const answer = page.getByRole('article', { name: 'Réponse de Marc Lefèvre' })
  await answer.waitFor()
  expect(await answer.locator('.prose br').count()).toBe(1)
  await answer.getByRole('button', { name: 'Cette réponse m’a aidé' }).click()
  await answer.getByText('Réponse acceptée').waitFor()
  await other.getByText('Accepted answer').waitFor()
  await expectNoAxeViolations(page)
  await expectNoAxeViolations(other)
})

test('a text looked like a question, the answer was no, and nothing more is asked', async () => {
  const page = await stage.open(nadia)
  await page.goto(`${stage.url}/write`)
  await page.getByRole(text, { name: 'Votre texte' }).fill('Qui prend le café de dix heures ?')
  await page.getByText('Cela ressemble à une question').waitFor()
  await page.getByRole('button', { name: 'Non, merci' }).first().click()
  await page.getByText('Cela ressemble à une question').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Publier', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'Discussion de Nadia Berrada' }).waitFor()
})

test('a draft survives a reload, also without a network, and is erased on request', async () => {
  const page = await stage.open(marc)
  await page.goto(`${stage.url}/write`)
  await page.getByRole(text, { name: 'Votre texte' }).fill('Le tour de sécurité du lundi')
  await page.context().setOffline(true)
  await page.getByRole(text, { name: 'Votre texte' }).fill('Le tour de sécurité du lundi, écrit hors ligne')
  await page.context().setOffline(false)
  await page.reload()
  await page.getByText('Brouillon retrouvé').waitFor()
  expect(await page.getByRole(text, { name: 'Votre texte' }).inputValue()).toContain('écrit hors ligne')

  // Another browser of the same person finds it too.
  const other = await stage.open(marc)
  await expect
    .poll(async () => (await marc.get('/api/v1/drafts')).body.items.length, { timeout: 8000 })
    .toBe(1)
  await other.goto(`${stage.url}/write`)
  await other.getByText('Brouillon retrouvé').waitFor()
  await other.getByRole('button', { name: 'Effacer' }).click()
  await expect.poll(async () => (await marc.get('/api/v1/drafts')).body.items.length).toBe(0)
  expect(await other.getByRole(text, { name: 'Votre texte' }).inputValue()).toBe('')
})

test('a double click sends once, and a retry after a lost answer too', async () => {
  const page = await stage.open(nadia)
  await page.goto(`${stage.url}/write`)
  await page.getByRole(text, { name: 'Votre texte' }).fill('Publié une seule fois')
  await page.getByRole('button', { name: 'Publier', exact: true }).dblclick()
  await page.getByRole('heading', { level: 1 }).filter({ hasText: 'Discussion de Nadia' }).waitFor()
  expect(await posts('Publié une seule fois')).toBe(1)

  // The server has it, the answer is lost on the way back.
  await page.goto(`${stage.url}/write`)
  let isLost = false
  await page.route('**/api/v1/posts', async (route) => {
    if (isLost || route.request().method() !== 'POST') return route.continue()
    isLost = true
    await route.fetch()
    await route.abort('connectionreset')
  })
  await page.getByRole(text, { name: 'Votre texte' }).fill('Réponse perdue en route')
  await page.getByRole('button', { name: 'Publier', exact: true }).click()
  await page.getByText('Votre texte est gardé.').waitFor()
  await page.getByRole('button', { name: 'Réessayer' }).click()
  await page.getByRole('heading', { level: 1 }).filter({ hasText: 'Discussion de Nadia' }).waitFor()
  expect(await posts('Réponse perdue en route')).toBe(1)
})

test('who publishes before the list of communities has come is not asked for one', async () => {
  const page = await stage.open(nadia)
  const { promise, resolve } = Promise.withResolvers<void>()
  await page.route('**/api/v1/me/communities', async (route) => {
    await promise
    return route.continue()
  })
  await page.goto(`${stage.url}/write`)
  await page.getByRole(text, { name: 'Votre texte' }).fill('Plus vite que la liste')
  await page.getByRole('button', { name: 'Publier', exact: true }).click()
  resolve()
  await page.getByRole('heading', { level: 1 }).filter({ hasText: 'Discussion de Nadia' }).waitFor()
  expect(await posts('Plus vite que la liste')).toBe(1)
})

test('a reply that does not reach the server is kept, shown as not sent, and leaves with one press', async () => {
  const postId = await publish(nadia, { bodyMd: 'Qui a la clé du local huiles ?', kind: 'question' })
  const page = await stage.open(marc)
  await page.goto(`${stage.url}/posts/${postId}`)
  const box = page.getByRole(text, { name: 'Votre réponse' })
  await box.fill('Elle est au poste de garde')
  await page.route('**/comments', (route) => route.abort('connectionrefused'))
  await page.getByRole('button', { name: 'Répondre', exact: true }).click()
  await page.getByText('Votre texte est gardé.').waitFor()
  expect(await box.inputValue()).toBe('Elle est au poste de garde')
  expect(await page.getByRole('article', { name: /Réponse de/ }).count()).toBe(0)
  await page.unroute('**/comments')
  await page.getByRole('button', { name: 'Réessayer' }).click()
  await page.getByRole('article', { name: 'Réponse de Marc Lefèvre' }).waitFor()
  await expect.poll(() => comments('Elle est au poste de garde')).toBe(1)
})

test('everything works from the keyboard alone', async () => {
  const page = await stage.open(marc)
  await page.goto(`${stage.url}/write`)
  const box = page.getByRole(text, { name: 'Votre texte' })
  await box.waitFor()
  await expect.poll(() => box.evaluate((area) => area === document.activeElement)).toBe(true)
  await page.keyboard.type('Et si on affichait le plan de charge à l’entrée ?')
  await page.getByText('Cela ressemble à une idée').waitFor()
  await tabTo(page, 'Oui, une idée')
  await page.keyboard.press('Enter')
  await box.focus()
  await page.keyboard.press('Control+Enter')
  await page.getByRole('heading', { level: 1, name: 'Idée de Marc Lefèvre' }).waitFor()
  // React, then comment, then find the permalink's menu.
  await tabTo(page, 'Réagir')
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: 'Je soutiens' }).waitFor()
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Je soutiens 1 personne' }).waitFor()
  // The menu bears the name of its button and keeps Tab to itself until it is gone; then the button has the focus
  // again. The reply box comes after the rest of the page: there is nothing to reach before it stands.
  await page.getByRole('menu').waitFor({ state: 'detached' })
  await expect.poll(() => nameOfFocus(page)).toContain('Réagir')
  await page.getByRole(text, { name: 'Votre commentaire' }).waitFor()
  await tabTo(page, 'Votre commentaire')
  await page.keyboard.type('Je peux m’en charger.')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('article', { name: 'Commentaire de Marc Lefèvre' }).waitFor()
})

test('rich text, a mention and a picture become what was meant', async () => {
  const page = await stage.open(nadia)
  await page.goto(`${stage.url}/write`)
  await page.getByRole(text, { name: 'Votre texte' }).fill('Merci ')
  await page.keyboard.press('End')
  await page.keyboard.type('@')
  const rich = page.locator('[contenteditable=true]')
  await rich.waitFor()
  await page.keyboard.type('mar')
  await page.getByRole('option', { name: /Marc Lefèvre/ }).waitFor()
  await expectNoAxeViolations(page)
  await page.keyboard.press('Enter')
  await page.keyboard.type('pour le ')
  await page.getByRole('button', { name: 'Gras' }).click()
  await page.keyboard.type('dépannage')
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'plan.png', mimeType: 'image/png', buffer: png })
  await page.getByRole(text, { name: 'Description de l’image' }).fill('Le plan du local')
  await page.getByRole('button', { name: 'Publier', exact: true }).click()
  await page.getByRole('heading', { level: 1 }).filter({ hasText: 'de Nadia Berrada' }).waitFor()
  const prose = page.locator('.prose').first()
  await prose.getByRole('link', { name: '@Marc Lefèvre' }).waitFor()
  await prose.locator('strong', { hasText: 'dépannage' }).waitFor()
  await prose.getByRole('img', { name: 'Le plan du local' }).waitFor()
})

test('a text is changed with its history, deleted with a way back, and a conversation is closed with a reason', async () => {
  const postId = await publish(nadia, {
    title: 'Le local huiles',
    bodyMd: 'Le local est ouvert le matin.',
    kind: 'news',
  })
  const page = await stage.open(nadia)
  await page.goto(`${stage.url}/posts/${postId}`)
  const menu = () => page.getByRole('button', { name: 'Agir sur cette publication' }).click()
  await menu()
  await page.getByRole('menuitem', { name: 'Modifier' }).click()
  await page.getByRole(text, { name: 'Votre texte' }).fill('Le local est ouvert toute la journée.')
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await page.getByText('ouvert toute la journée').waitFor()
  await page.getByRole('button', { name: 'modifié' }).click()
  const dialog = page.getByRole('dialog', { name: 'Modifications' })
  await dialog.locator('ins', { hasText: 'toute' }).waitFor()
  await dialog.locator('del', { hasText: 'matin' }).waitFor()
  await picture(page, 'history-desktop')
  await expectNoAxeViolations(page)
  await dialog.getByRole('button', { name: 'Fermer' }).click()

  await menu()
  await page.getByRole('menuitem', { name: 'Fermer la conversation' }).click()
  await page.getByRole('radio', { name: 'n’est plus d’actualité' }).click({ force: true })
  await page.getByRole('dialog').getByRole('button', { name: 'Fermer la conversation' }).click()
  await page.getByText(/Conversation fermée/).waitFor()
  await expectNoAxeViolations(page)

  await menu()
  await page.getByRole('menuitem', { name: 'Supprimer' }).click()
  await page.getByText('Publication supprimée.').waitFor()
  await page.getByRole('button', { name: 'Rétablir' }).click()
  await page.getByRole('heading', { level: 1, name: 'Le local huiles' }).waitFor()
  expect((await nadia.get(`/api/v1/posts/${postId}`)).body.deletedAt).toBeNull()
})

test('a refused act is taken back visibly', async () => {
  const postId = await publish(nadia, { bodyMd: 'Réagir puis se voir refuser', kind: 'discussion' })
  const page = await stage.open(marc)
  await page.goto(`${stage.url}/posts/${postId}`)
  await page.route('**/reactions/*', (route) =>
    route.fulfill({ status: 503, contentType: 'application/json', body: '{"error":{"code":"unavailable"}}' }),
  )
  await page.getByRole('button', { name: 'Réagir' }).click()
  await page.getByRole('menuitem', { name: 'Merci' }).click()
  await page.getByText('Préau redémarre').waitFor()
  expect(await page.getByRole('button', { name: /Merci/ }).count()).toBe(0)
})

const long = `Nous avons changé le capteur de la presse 3 mardi dernier. Depuis, la mesure **dérive** de deux dixièmes par heure.

Ce qui a été essayé :

- remise à zéro par le pupitre ;
- échange du câble ;
- redémarrage complet.

> Le constructeur conseille trois cycles à vide.

Le code d’erreur est \`E-417\`. Quelqu’un a déjà vu cela ?`

test('every screen of writing and reading is accessible, in both languages, themes and sizes', async () => {
  const postId = await publish(nadia, {
    title: 'La presse 3 dérive depuis le changement de capteur',
    bodyMd: long,
    kind: 'question',
    tags: ['presse', 'capteur'],
  })
  const { body: first } = await marc.post(`/api/v1/posts/${postId}/comments`, {
    bodyMd:
      'Même chose chez nous en mars. C’était la **masse** du capteur : vérifiez la tresse sous le bâti.',
    isAnswer: true,
  })
  await nadia.post(`/api/v1/posts/${postId}/comments`, {
    bodyMd: 'C’était bien la tresse. Merci Marc.',
    parentId: first.id,
  })
  await marc.post(`/api/v1/posts/${postId}/comments`, { bodyMd: 'Quel modèle de capteur avez-vous posé ?' })
  await nadia.put(`/api/v1/posts/${postId}/accepted-answer`, { commentId: first.id })
  await marc.put(`/api/v1/posts/${postId}/reactions/thanks`)
  await nadia.put(`/api/v1/comments/${first.id}/reactions/thanks`)
  for (const [language, theme, size] of [
    ['fr', 'light', desktop],
    ['en', 'dark', desktop],
    ['fr', 'dark', phone],
    ['en', 'light', phone],
    ['fr', 'contrast', { width: 320, height: 700 }],
  ] as const) {
    const page = await stage.open(nadia, { language, theme, size })
    const name = `${language}-${theme}-${size.width}`
    await page.goto(`${stage.url}/posts/${postId}`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.getByRole(text).last().waitFor()
    await picture(page, `post-${name}`)
    await expectNoAxeViolations(page, `post ${name}`)
    await expectNoSidewaysScroll(page)
    await page.goto(`${stage.url}/`)
    await page.getByRole('article').first().waitFor()
    await picture(page, `home-${name}`)
    await expectNoAxeViolations(page, `home ${name}`)
    await expectNoSidewaysScroll(page)
    await page.goto(`${stage.url}/write`)
    await page.getByRole(text).fill(long)
    await page.locator('.proposal').first().waitFor()
    await picture(page, `write-${name}`)
    await expectNoAxeViolations(page, `write ${name}`)
    await expectNoSidewaysScroll(page)
    // The next size starts without this draft.
    await page.getByRole(text).fill('')
    await page.context().close()
  }
})

/** Empty while nothing has the focus. */
const nameOfFocus = (page: import('playwright-core').Page): Promise<string> =>
  page.evaluate(() => {
    const here = document.activeElement
    return !here || here === document.body ? '' : (here.getAttribute('aria-label') ?? here.textContent)
  })

async function tabTo(page: import('playwright-core').Page, name: string): Promise<void> {
  for (let step = 0; step < 40; step++) {
    await page.keyboard.press('Tab')
    if ((await nameOfFocus(page)).includes(name)) return
  }
  throw new Error(`Tab never reaches “${name}”`)
}

/** A picture of 4 × 4 pixels. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAQAAAAECAIAAAAmkwkpAAAAEElEQVR4nGP4z8AARwzEcQCukw/x0F8jngAAAABJRU5ErkJggg==',
  'base64',
)
