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
let karim: TestVisitor
let communityId: string

beforeAll(async () => {
  stage = await openStage()
  claire = await stage.t.member({ name: 'Claire Morvan' })
  karim = await stage.t.member({ name: 'Karim Benali' })
  const { id, slug } = await stage.community(claire, 'Maintenance')
  communityId = id
  await stage.join(karim, slug)
  const begun = await claire.post('/api/v1/campaigns', {
    communityId: id,
    tag: 'MonCarnet',
    title: 'Montrez votre carnet',
    purpose: 'Se montrer comment on s’en sert',
    startsOn: '2026-01-01',
    endsOn: '2099-12-31',
  })
  expect(begun.status, begun.text).toBe(200)
})
afterAll(() => stage?.close())

test('a draw is promised, drawn, and done again in the browser', async () => {
  const { id } = (
    await claire.post('/api/v1/campaigns/moncarnet/challenges', {
      kind: 'contest',
      way: 'draw',
      title: 'La photo de la page du jour',
      closesAt: '2099-01-01T00:00:00.000Z',
    })
  ).body
  const story = (
    await karim.post('/api/v1/campaigns/moncarnet/stories', {
      communityId,
      title: 'Ma page du jour',
      bodyMd: 'Trois lignes suffisent.',
      people: [],
    })
  ).body
  await karim.post(`/api/v1/stories/${story.id}/sending`)
  const page = await stage.open(karim, { size: phone })
  await page.goto(`${stage.url}/campaigns/moncarnet?challenge=${id}`)
  await page.getByRole('button', { name: 'Inscrire' }).click()
  await page.getByText('la vôtre').waitFor()
  const hers = await stage.open(claire)
  await hers.goto(`${stage.url}/campaigns/moncarnet?challenge=${id}`)
  await hers.getByRole('button', { name: 'Clore les participations' }).click()
  await hers.getByText('Terminé').waitFor()
  await page.reload()
  await page.getByRole('button', { name: 'Oui, avec mon nom' }).click()
  await page.getByRole('region', { name: 'Résultat' }).getByRole('link', { name: 'Karim Benali' }).waitFor()
  await hers.reload()
  await hers.getByRole('button', { name: 'Refaire le tirage sur cet appareil' }).click()
  await hers.getByText(/^Vérifié/).waitFor()
  await picture(hers, 'campaign_draw_desktop')
  await expectNoAxeViolations(hers)
  await picture(page, 'campaign_draw_phone')
  await expectNoSidewaysScroll(page)
  expect(stage.problems).toEqual([])
})
