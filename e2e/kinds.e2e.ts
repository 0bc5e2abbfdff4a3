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
let marc: TestVisitor
let claims: { id: string; slug: string }

const steps = [
  {
    name: { fr: 'Reçue', en: 'Received' },
    targetAmount: 1,
    targetUnit: 'days',
    waitsFor: 'anyone',
    ends: false,
  },
  {
    name: { fr: 'À l’étude', en: 'Being studied' },
    targetAmount: 3,
    targetUnit: 'days',
    waitsFor: 'experts',
    ends: false,
  },
  {
    name: { fr: 'Close', en: 'Closed' },
    targetAmount: null,
    targetUnit: 'days',
    waitsFor: 'anyone',
    ends: true,
  },
]

beforeAll(async () => {
  stage = await openStage()
  claire = await stage.t.member({ name: 'Claire Morvan' })
  marc = await stage.t.member({ name: 'Marc Delorme' })
  claims = await stage.community(claire, 'Réclamations', { kind: 'process' })
  await stage.join(marc, claims.slug)
  const url = `/api/v1/communities/${claims.slug}`
  const declared = await claire.put(`${url}/process`, { steps })
  expect(declared.status, declared.text).toBe(200)
  for (const [index, title] of ['Bague fendue', 'Cote hors tolérance', 'Carton percé'].entries()) {
    const post = await marc.post('/api/v1/posts', {
      communityId: claims.id,
      kind: 'question',
      title,
      bodyMd: 'Ce que nous avons vu à la réception.',
    })
    const postId = post.body.card.id as string
    await marc.put(`/api/v1/posts/${postId}/step`, {
      stepId: declared.body.steps[index === 2 ? 1 : 0].id,
      ...(index === 0 && { waitsForId: claire.memberId, note: 'La photo, s’il vous plaît' }),
    })
    // What came in three weeks ago waits too long.
    if (index === 1)
      await stage.t.db.read.run(
        `update kinds.placement set entered_at = entered_at - interval '21 days', due_at = due_at - interval '21 days' where post_id = $1`,
        [postId],
      )
  }
  const indicator = {
    name: 'Délai médian',
    formula: 'Jours ouvrés entre l’ouverture et la clôture',
    unit: 'jours',
    source: 'Registre qualité',
    baseline: 31,
    baselineOn: '2025-10-31',
    target: 12,
    targetOn: '2027-10-31',
  }
  expect((await claire.put(`${url}/problem/indicator`, indicator)).status).toBe(200)
  for (const [day, value] of [
    ['2025-11-30', 30],
    ['2025-12-31', 27],
    ['2026-01-31', 28],
    ['2026-02-28', 24],
  ] as const)
    await claire.put(`${url}/problem/values/${day}`, { value })
  await claire.post(`${url}/problem/interventions`, {
    on: '2025-12-10',
    text: 'Les fournisseurs lisent leurs réclamations',
    doneAs: 'partners',
  })
})
afterAll(() => stage?.close())

test('a conversation moves on the board by keyboard, late ones said in words', async () => {
  const page = await stage.open(claire)
  await page.goto(`${stage.url}/communities/${claims.slug}/board`)
  const first = page.getByRole('region', { name: 'Reçue\u00a0: 2 conversations' })
  await first.waitFor()
  await page.getByText('Une conversation est en retard.').waitFor()
  // The late one comes first and says by how much.
  await expect
    .poll(() => first.getByRole('listitem').first().innerText())
    .toMatch(/Cote hors tolérance[^]*En retard de/)
  await picture(page, 'board_desktop')
  await expectNoAxeViolations(page)
  const menu = first.getByRole('button', { name: /Actions pour .*Cote hors tolérance/ })
  await menu.focus()
  await page.keyboard.press('Enter')
  const next = page.getByRole('menuitem', { name: /Étape suivante.*À l’étude/ })
  await next.waitFor()
  await expect.poll(() => next.evaluate((item) => item === document.activeElement)).toBe(true)
  await page.keyboard.press('Enter')
  const second = page.getByRole('region', { name: 'À l’étude\u00a0: 2 conversations' })
  await second.getByRole('link', { name: 'Cote hors tolérance' }).waitFor()
  await page.getByText('Rien n’est en retard.').waitFor()
  // The conversation itself says where it stands and where it has been.
  await second.getByRole('link', { name: 'Cote hors tolérance' }).click()
  const place = page.getByRole('region', { name: 'Où en est cette conversation' })
  await place.getByRole('link', { name: 'À l’étude' }).waitFor()
  await place.getByText('Son chemin (2 déplacements)').waitFor()
  await picture(page, 'step_desktop')
})

test('on a phone the board goes step by step', async () => {
  const page = await stage.open(marc, { size: phone, language: 'en', theme: 'dark' })
  await page.goto(`${stage.url}/communities/${claims.slug}/board`)
  const received = page.getByRole('region', { name: 'Received: 1 conversation' })
  await received.getByRole('link', { name: 'Bague fendue' }).waitFor()
  await received.getByText('Waits for Claire Morvan').waitFor()
  await picture(page, 'board_phone')
  await expectNoAxeViolations(page)
  await expectNoSidewaysScroll(page)
  await received.getByRole('button', { name: /Acts for .*Bague fendue/ }).click()
  await page.getByRole('menuitem', { name: /Move to .*Closed/ }).click()
  await page.getByRole('region', { name: 'Received: no conversation' }).waitFor()
  await page.getByText('Closed (1)').click()
  await page
    .getByRole('region', { name: 'Closed: 1 conversation' })
    .getByRole('link', { name: 'Bague fendue' })
    .waitFor()
})

test('a value is written and seen on the chart, by its manager and by members', async () => {
  const page = await stage.open(claire)
  await page.goto(`${stage.url}/communities/${claims.slug}/workbench/problem`)
  await page.getByRole('heading', { level: 2, name: /Délai médian\s: 24\sjours, soit 37\s%/ }).waitFor()
  await page.getByRole('button', { name: 'Relever une valeur' }).click()
  const dialog = page.getByRole('dialog', { name: 'Relever une valeur' })
  await dialog.getByRole('textbox', { name: 'Valeur (jours)' }).fill('21,5')
  await picture(page, 'problem_value_desktop')
  await dialog.getByRole('button', { name: 'Enregistrer' }).click()
  await page.getByRole('heading', { level: 2, name: /Délai médian\s: 21,5\sjours, soit 50\s%/ }).waitFor()
  await picture(page, 'problem_desktop')
  await expectNoAxeViolations(page)

  const reader = await stage.open(marc, { size: phone, language: 'en', theme: 'dark' })
  await reader.goto(`${stage.url}/communities/${claims.slug}/problem`)
  await reader.getByRole('heading', { level: 2, name: /Délai médian: 21.5\sjours, 50% of the way/ }).waitFor()
  await reader.getByText('The chart does not say that one caused the other', { exact: false }).waitFor()
  await picture(reader, 'problem_phone')
  await expectNoAxeViolations(reader)
  await expectNoSidewaysScroll(reader)
})

test('another kind shows first what it changes; a programme is ticked for oneself', async () => {
  const { slug } = await stage.community(claire, 'Bien démarrer', { kind: 'practice' })
  await stage.join(marc, slug)
  const page = await stage.open(claire, { size: phone })
  await page.goto(`${stage.url}/communities/${slug}/workbench/kind`)
  await page.getByRole('button', { name: /Nouveau type/ }).click()
  await page.getByRole('option', { name: /apprentissage/i }).click()
  await page.getByText('Rubriques\u00a0: Parcours.').waitFor()
  await page.getByText('1 membre reçoit une notification.').waitFor()
  await picture(page, 'kind_phone')
  await expectNoAxeViolations(page)
  await expectNoSidewaysScroll(page)
  await page.getByRole('button', { name: 'Passer en apprentissage' }).click()
  await page.getByRole('heading', { name: 'Les étapes du parcours' }).waitFor()
  const programme = await claire.put(`/api/v1/communities/${slug}/programme`, {
    steps: [
      { kind: 'exercise', title: 'Se présenter', body: 'En quatre lignes.', minutes: 15 },
      { kind: 'question', title: 'Qu’est-ce qui vous étonne ?', body: null, minutes: 10 },
    ],
  })
  expect(programme.status, programme.text).toBe(200)
  const learner = await stage.open(marc)
  await learner.goto(`${stage.url}/communities/${slug}/programme`)
  const box = learner.getByRole('checkbox', { name: /Je l’ai fait.*Se présenter/ })
  await box.focus()
  await learner.keyboard.press('Space')
  await learner.getByText('1 sur 2').waitFor()
  await learner.getByText('Il reste environ 10 min.').waitFor()
  await picture(learner, 'programme_desktop')
  await expectNoAxeViolations(learner)
  expect(stage.problems).toEqual([])
})
