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
let zoe: TestVisitor
let workshop: { id: string; slug: string }
let office: { id: string; slug: string }

const publish = async (who: TestVisitor, communityId: string, body: object): Promise<string> => {
  const answer = await who.post('/api/v1/posts', { communityId, ...body })
  expect(answer.status, answer.text).toBe(200)
  return answer.body.card.id
}

beforeAll(async () => {
  stage = await openStage()
  nadia = await stage.t.member({ name: 'Nadia Berrada' })
  marc = await stage.t.member({ name: 'Marc Lefèvre' })
  zoe = await stage.t.member({ name: 'Zoé Petit' })
  workshop = await stage.community(nadia, 'Maintenance', { accent: 'ocean' })
  office = await stage.community(marc, 'Qualité', { accent: 'plum' })
  await stage.join(marc, workshop.slug)
  await stage.join(nadia, office.slug)
  await publish(marc, workshop.id, {
    kind: 'question',
    title: 'Quelle graisse pour les paliers de la ligne 2 ?',
    bodyMd: 'La référence du plan n’existe plus au magasin.',
  })
  await publish(nadia, workshop.id, {
    kind: 'practice',
    title: 'Le tour de sécurité en dix minutes',
    bodyMd: 'Chaque lundi, à deux, avec la liste affichée au **poste 4**.',
    tags: ['sécurité'],
  })
  const solved = await publish(nadia, office.id, {
    kind: 'question',
    title: 'Où trouver le plan de contrôle du capteur ?',
    bodyMd: 'Je cherche la dernière version.',
  })
  const { body } = await marc.post(`/api/v1/posts/${solved}/comments`, {
    bodyMd: 'Dans la bibliothèque, dossier capteurs.',
    isAnswer: true,
  })
  await nadia.put(`/api/v1/posts/${solved}/accepted-answer`, { commentId: body.id })
  await publish(marc, office.id, { kind: 'praise', bodyMd: 'Merci à l’équipe de nuit pour le redémarrage.' })
  await stage.t.settle()
})
afterAll(() => stage.close())
afterEach(() => expect(stage.problems.splice(0)).toEqual([]))

test('somebody without a community is led to discover them', async () => {
  const page = await stage.open(zoe)
  await page.goto(`${stage.url}/`)
  await page.getByRole('heading', { name: 'Vous n’êtes encore dans aucune communauté' }).waitFor()
  await picture(page, 'home-none')
  await expectNoAxeViolations(page)
  await page.getByRole('link', { name: 'Découvrir les communautés' }).click()
  await page.waitForURL('**/communities')
})

test('what is published meanwhile is announced and does not move the list', async () => {
  const page = await stage.open(nadia)
  await page.goto(`${stage.url}/`)
  const list = page.getByRole('list', { name: 'Dans vos communautés' })
  await list.getByRole('article').first().waitFor()
  const before = await list.getByRole('article').count()
  await page.waitForTimeout(500)
  await publish(marc, workshop.id, {
    kind: 'news',
    bodyMd: 'Le magasin ouvre à sept heures à partir de lundi.',
  })
  const pill = page.getByRole('button', { name: '1 nouvelle publication' })
  await pill.waitFor()
  expect(await list.getByRole('article').count()).toBe(before)
  await pill.click()
  await list.getByText('Le magasin ouvre à sept heures').waitFor()
  await pill.waitFor({ state: 'detached' })
})

test('where I can help lists what waits, and an answer elsewhere changes the card in place', async () => {
  const page = await stage.open(nadia)
  await page.goto(`${stage.url}/`)
  await page
    .getByRole('complementary')
    .getByRole('link', { name: /Quelle graisse/ })
    .waitFor()
  const card = page.getByRole('article').filter({ hasText: 'Quelle graisse' })
  await card.getByText('Sans réponse').waitFor()
  await page.waitForTimeout(500)
  const postId = (await card.getAttribute('id'))!.replace('post-', '')
  await nadia.post(`/api/v1/posts/${postId}/comments`, { bodyMd: 'Je demande au fournisseur.' })
  await marc.post(`/api/v1/posts/${postId}/comments`, { bodyMd: 'Trouvé : la LX-40.', isAnswer: true })
  await card.getByText('1 réponse').waitFor()
})

test('a community’s lists narrow by their address', async () => {
  const page = await stage.open(nadia)
  await page.goto(`${stage.url}/communities/${office.slug}/questions?show=unanswered`)
  await page.getByRole('heading', { name: 'Chaque question a reçu une réponse' }).waitFor()
  await page.getByRole('radio', { name: 'Résolues' }).click()
  await page
    .getByRole('article')
    .filter({ hasText: 'plan de contrôle' })
    .getByText('Réponse acceptée')
    .waitFor()
  expect(page.url()).toContain('show=accepted')
  await page.goto(`${stage.url}/communities/${workshop.slug}?kind=practice`)
  await page.getByRole('article').filter({ hasText: 'tour de sécurité' }).waitFor()
  expect(await page.getByRole('article').count()).toBe(1)
  await page.getByRole('radio', { name: 'Toutes' }).click()
  await page.getByRole('article').filter({ hasText: 'Quelle graisse' }).waitFor()
})

test('opening a community brings its unread count to zero', async () => {
  const unread = async () =>
    (await nadia.get('/api/v1/feed/unread')).body.communities.find(
      (one: { communityId: string }) => one.communityId === office.id,
    )?.unread ?? 0
  expect(await unread()).toBeGreaterThan(0)
  const page = await stage.open(nadia)
  await page.goto(`${stage.url}/communities/${office.slug}`)
  await page.getByRole('article').first().waitFor()
  await expect.poll(unread).toBe(0)
})

test('search finds people, communities and texts, and keeps its filters in the address', async () => {
  const page = await stage.open(nadia)
  await page.goto(`${stage.url}/search`)
  const field = page.getByRole('searchbox')
  await field.fill('capteurs')
  await page.keyboard.press('Enter')
  const hit = page.getByRole('article').filter({ hasText: 'plan de contrôle' }).first()
  await hit.locator('mark').first().waitFor()
  await page.getByRole('button', { name: /Type/ }).click()
  await page.getByRole('option', { name: 'Réponses et commentaires' }).click()
  await page.getByRole('article').filter({ hasText: 'dossier capteurs' }).waitFor()
  expect(page.url()).toContain('kind=comment')
  await page.reload()
  await page.getByRole('article').filter({ hasText: 'dossier capteurs' }).getByRole('link').first().click()
  // The permalink of the answer: it has the focus.
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.textContent ?? ''))
    .toContain('dossier capteurs')

  await page.goto(`${stage.url}/search?q=marc`)
  await page.getByRole('heading', { name: 'Personnes' }).waitFor()
  await page
    .getByRole('link', { name: /Marc Lefèvre/ })
    .first()
    .waitFor()
})

test('a slip finds all the same, newest first if one likes', async () => {
  const page = await stage.open(nadia)
  await page.goto(`${stage.url}/search?q=capteurz%20biblioteque`)
  await page.getByRole('heading', { name: 'Ce qui s’en approche' }).waitFor()
  await page
    .getByRole('article')
    .filter({ hasText: 'dossier capteurs' })
    .or(page.getByRole('article').filter({ hasText: 'plan de contrôle' }))
    .first()
    .waitFor()
  await picture(page, 'search-near')
  await expectNoAxeViolations(page)
  await page.getByRole('button', { name: /Ordre/ }).click()
  await page.getByRole('option', { name: 'Les plus récents' }).click()
  await page.waitForURL('**sort=newest**')
})

test('nothing found leads to asking, with the words already there', async () => {
  const page = await stage.open(nadia)
  await page.goto(`${stage.url}/search?q=hydroglisseur`)
  await page.getByRole('heading', { name: /Rien trouvé/ }).waitFor()
  await picture(page, 'search-nothing')
  await expectNoAxeViolations(page)
  await page.getByRole('link', { name: 'Voir qui peut savoir' }).waitFor()
  await page.getByRole('link', { name: 'Poser la question' }).click()
  await page.getByRole('textbox', { name: 'Votre texte' }).waitFor()
  expect(await page.getByRole('textbox', { name: 'Votre texte' }).inputValue()).toBe('hydroglisseur')
  await page.getByRole('button', { name: 'Type : Question' }).waitFor()
})

test('the palette answers to the keyboard everywhere', async () => {
  const page = await stage.open(nadia)
  await page.goto(`${stage.url}/`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.keyboard.press('Control+k')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('searchbox').waitFor()
  await page.keyboard.type('graisse')
  await dialog.getByRole('option', { name: /Quelle graisse/ }).waitFor()
  await picture(page, 'palette')
  await expectNoAxeViolations(page)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: /Quelle graisse/ }).waitFor()
})

test('what one may not read is neither in the feed nor found', async () => {
  const secret = await stage.community(marc, 'Rachat', { visibility: 'secret' })
  await publish(marc, secret.id, {
    title: 'Dossier zéphyr',
    bodyMd: 'Ne quitte pas cette pièce.',
    kind: 'news',
  })
  await stage.t.settle()
  const page = await stage.open(nadia)
  await page.goto(`${stage.url}/search?q=${encodeURIComponent('zéphyr')}`)
  await page.getByRole('heading', { name: /Rien trouvé/ }).waitFor()
  await page.goto(`${stage.url}/`)
  await page.getByRole('article').first().waitFor()
  expect(await page.getByText('zéphyr').count()).toBe(0)
})

test('lists and search are accessible, in both languages, themes and sizes', async () => {
  for (const [language, theme, size] of [
    ['fr', 'light', desktop],
    ['en', 'dark', desktop],
    ['fr', 'dark', phone],
    ['en', 'light', phone],
    ['en', 'contrast', { width: 320, height: 700 }],
  ] as const) {
    const page = await stage.open(nadia, { language, theme, size })
    for (const [name, path, ready] of [
      ['conversations', `/communities/${workshop.slug}`, 'article'],
      ['questions', `/communities/${workshop.slug}/questions`, 'article'],
      ['search', '/search?q=capteur', 'article'],
    ] as const) {
      await page.goto(`${stage.url}${path}`)
      await page.getByRole(ready).first().waitFor()
      const what = `${name}-${language}-${theme}-${size.width}`
      await picture(page, what)
      await expectNoAxeViolations(page, what)
      await expectNoSidewaysScroll(page)
    }
    await page.context().close()
  }
})
