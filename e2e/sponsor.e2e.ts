import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import type { TestAnswer, TestVisitor } from '#apps/server/testing.ts'
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
let marc: TestVisitor
let karim: TestVisitor
let slug: string

const ok = ({ status, text, body }: TestAnswer): TestAnswer['body'] => {
  expect(status, text).toBeLessThan(300)
  return body
}

beforeAll(async () => {
  stage = await openStage()
  claire = await stage.t.member({ name: 'Claire Morvan' })
  marc = await stage.t.member({ name: 'Marc Delorme' })
  karim = await stage.t.member({ name: 'Karim Benali', language: 'en' })
  const made = await stage.community(claire, 'Maintenance')
  slug = made.slug
  await stage.join(marc, slug)
  await stage.join(karim, slug)
  ok(await claire.put(`/api/v1/communities/${slug}/members/${marc.memberId}/roles/sponsor`))
  ok(
    await claire.post('/api/v1/sponsorship/commitments', {
      communityId: made.id,
      sponsorId: marc.memberId,
      what: 'visit',
      text: 'Passer une fois par mois dans la communauté',
    }),
  )
})
afterAll(() => stage.close())
afterEach(() => expect(stage.problems.splice(0)).toEqual([]))

/** Somebody's page; slow steps are given their time on a busy machine. */
const open = async (who: TestVisitor, path: string, options?: OpenOptions): Promise<Page> => {
  const page = await stage.open(who, options)
  page.setDefaultTimeout(15_000)
  await page.goto(`${stage.url}${path}`)
  return page
}

test('a sponsor agrees to what was proposed; members read it on the page of promises', async () => {
  const page = await open(marc, '/me/sponsorship', { size: phone })
  await page.getByRole('button', { name: 'J’accepte' }).click()
  await page.getByRole('button', { name: 'Mettre en pause' }).waitFor()
  await expectNoSidewaysScroll(page)
  await expectNoAxeViolations(page)
  await picture(page, 'sponsor-mine-phone')
  await page.context().close()
  const reader = await open(karim, `/communities/${slug}/promises`, { size: desktop })
  await reader.getByText('Passer une fois par mois dans la communauté').first().waitFor()
  await expectNoAxeViolations(reader)
  await picture(reader, 'sponsor-promises-desktop')
  await reader.context().close()
}, 60_000)

test('a manager announces a room without hierarchy, and its header says so', async () => {
  ok(await claire.post(`/api/v1/communities/${slug}/room`, { why: 'Se parler d’égal à égal.' }))
  const page = await open(karim, `/communities/${slug}`, { size: phone })
  await page.getByText('Se parler d’égal à égal.').waitFor()
  await expectNoSidewaysScroll(page)
  await expectNoAxeViolations(page)
  await picture(page, 'sponsor-room-phone')
  await page.context().close()
}, 60_000)

test('the radar opens on the first barrier', async () => {
  const { id } = ok(
    await claire.post('/api/v1/programmes', { name: { fr: 'Le carnet partagé' }, visibility: 'company' }),
  )
  const page = await open(claire, `/programmes/${id}?tab=radar`, { size: desktop })
  await page.getByRole('heading', { name: 'Un frein, une action cette semaine' }).waitFor()
  await expectNoAxeViolations(page)
  await picture(page, 'sponsor-radar-desktop')
  await page.context().close()
}, 60_000)
