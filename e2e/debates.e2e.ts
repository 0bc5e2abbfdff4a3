import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import type { TestVisitor } from '#apps/server/testing.ts'
import { sampleVideo } from '#platform/video/sample.ts'
import {
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
let nadia: TestVisitor
let karim: TestVisitor
let marc: TestVisitor
let slug: string
let debateId: string

const question = 'Chaque atelier voit-il les carnets des autres\u202f?'
const ok = (answer: { status: number; text: string; body: { id: string } }) => {
  expect(answer.status, answer.text).toBeLessThan(300)
  return answer.body
}

beforeAll(async () => {
  stage = await openStage()
  claire = await stage.t.member({ name: 'Claire Morvan' })
  nadia = await stage.t.member({ name: 'Nadia Berrada' })
  karim = await stage.t.member({ name: 'Karim Benali' })
  marc = await stage.t.member({ name: 'Marc Delorme', language: 'en' })
  slug = (await stage.community(claire, 'Maintenance', { charter: 'template' })).slug
  for (const one of [nadia, karim, marc])
    ok(await one.post(`/api/v1/communities/${slug}/membership`, { charterVersion: 1 }))
  const closesAt = new Date(Date.now() + 12 * 86_400_000).toISOString()
  debateId = ok(
    await claire.post(`/api/v1/communities/${slug}/debates`, {
      question,
      fileMd:
        'Aujourd’hui, **chaque atelier ne voit que le sien**.\n\n- Une panne sur cinq est réglée ailleurs.',
      rules: 'On parle du carnet, pas des collègues.',
      closesAt,
    }),
  ).id
  const url = `/api/v1/debates/${debateId}`
  ok(await claire.put(`${url}/reviewers`, { forId: nadia.memberId, againstId: karim.memberId }))
  ok(await claire.put(`${url}/decider`, { deciderId: marc.memberId, due: closesAt.slice(0, 10) }))
})
afterAll(() => stage.close())
afterEach(() => expect(stage.problems.splice(0)).toEqual([]))

const open = async (who: TestVisitor, path: string, options?: OpenOptions): Promise<Page> => {
  const page = await stage.open(who, options)
  page.setDefaultTimeout(30_000)
  await page.goto(`${stage.url}${path}`)
  await page.getByRole('main').waitFor()
  return page
}
const check = async (page: Page, name: string) => {
  await expectNoAxeViolations(page)
  await expectNoSidewaysScroll(page)
  await picture(page, name)
}

test('the manager puts a video into the file and captions it before it can open', async () => {
  const page = await open(claire, `/communities/${slug}/workbench/debates?debate=${debateId}`)
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Ajouter une vidéo' }).click()
  await (await chooser).setFiles({ name: 'carnet.webm', mimeType: 'video/webm', buffer: sampleVideo })
  await page.getByText('La vidéo du dossier n’a pas encore de sous-titres.').waitFor()
  expect(await page.getByRole('button', { name: 'Ouvrir le débat' }).isDisabled()).toBe(true)
  await page.getByRole('textbox', { name: 'Ce qui est dit' }).fill('Trois personnes, trois lignes.')
  await page.getByRole('button', { name: 'Enregistrer les sous-titres' }).click()
  await page.getByText('Sous-titres\u00a0: français').waitFor()
  await page.getByText('La vidéo du dossier n’a pas encore de sous-titres.').waitFor({ state: 'detached' })
  await check(page, 'debate-video-1280')
  await page.close()
  ok(await nadia.put(`/api/v1/debates/${debateId}/review`, { isNeutral: true }))
})

test('the second reader finds the file neutral on a phone, and the manager opens the debate', async () => {
  const reading = await open(karim, `/debates/${debateId}`, { size: phone })
  await reading.getByRole('heading', { name: 'Ce dossier est-il neutre', exact: false }).waitFor()
  await reading.getByLabel(question).and(reading.locator('video')).waitFor()
  await check(reading, 'debate-review-390')
  await reading.getByRole('button', { name: 'Il est neutre' }).click()
  await reading.getByText('Merci, votre relecture est notée').waitFor()
  await reading.close()
  const bench = await open(claire, `/communities/${slug}/workbench/debates?debate=${debateId}`)
  await bench.getByRole('button', { name: 'Ouvrir le débat' }).waitFor()
  await check(bench, 'debate-prepare-1280')
  await bench.getByRole('button', { name: 'Ouvrir le débat' }).click()
  await bench.getByRole('heading', { name: 'Réunir des arguments' }).waitFor()
  await bench.close()
})

test('members argue on both sides, one without a name, and support instead of replying', async () => {
  const nameless = await open(karim, `/debates/${debateId}`, { size: phone })
  await nameless.getByRole('button', { name: 'Ajouter un argument contre' }).click()
  const dialog = nameless.getByRole('dialog')
  await dialog.getByLabel('Votre argument').fill('Si l’on me lit ailleurs, j’écrirai moins.')
  await dialog.getByText('Contribuer sans mon nom').click()
  await check(nameless, 'debate-argue-390')
  await dialog.getByRole('button', { name: 'Publier' }).click()
  await dialog.waitFor({ state: 'detached' })
  await nameless.getByText('de vous').waitFor()
  await nameless.close()

  const page = await open(nadia, `/debates/${debateId}`)
  const against = page.getByRole('region', { name: 'Contre' })
  await against.getByText('sans nom').waitFor()
  expect(await page.getByRole('main').innerText()).not.toContain('Karim Benali\nsans nom')
  await against.getByRole('button', { name: 'Soutenir' }).click()
  await against.getByRole('button', { name: 'Soutenir · 1' }).waitFor()
  await page.getByRole('button', { name: 'Ajouter un argument pour' }).click()
  const writing = page.getByRole('dialog')
  await writing.getByLabel('Votre argument').fill('La panne que je cherche est déjà réglée à Porto.')
  await writing.getByRole('button', { name: 'Publier' }).click()
  await writing.waitFor({ state: 'detached' })
  await page.getByRole('region', { name: 'Pour' }).getByText('réglée à Porto').waitFor()
  await check(page, 'debate-open-1280')
  await page.close()
  const back = await open(claire, `/debates/${debateId}`, { size: phone })
  await back.getByRole('button', { name: 'Autres gestes sur l’argument 2' }).click()
  await back.getByRole('menuitem', { name: 'Rendre avec un mot' }).click()
  const giving = back.getByRole('dialog')
  await giving.getByLabel('Votre mot').fill('De quelle panne s’agit-il\u202f?')
  await giving.getByRole('button', { name: /Article de la charte/ }).click()
  await back.getByRole('option', { name: /^Article 1/ }).click()
  await back.getByRole('option').first().waitFor({ state: 'detached' })
  await check(back, 'debate-return-390')
  await giving.getByRole('button', { name: 'Envoyer' }).click()
  await giving.waitFor({ state: 'detached' })
  await back.close()
  const mine = await open(nadia, `/debates/${debateId}`)
  await mine.getByText(/De quelle panne.*\(Article 1/).waitFor()
  await mine.close()
  const dark = await open(marc, `/debates/${debateId}`, { theme: 'dark', language: 'en' })
  await dark.getByRole('region', { name: 'Against' }).getByText('without a name').waitFor()
  await check(dark, 'debate-open-1280-en')
  await dark.close()
})

test('the decision-maker publishes the decision, and members read it first', async () => {
  await stage.t.db.read.run(
    `update debates.debate set opened_at = now() - interval '9 days', closes_at = now() - interval '1 minute' where id = $1`,
    [debateId],
  )
  const page = await open(marc, `/debates/${debateId}`, { language: 'en' })
  await page.getByRole('button', { name: 'Write the decision' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('Kept with changes').click()
  await dialog.getByLabel('What is decided').fill('Les ateliers pilotes voient les carnets des autres.')
  await dialog.getByLabel('Because').fill('On mesure d’abord si l’on écrit moins.')
  await check(page, 'debate-decide-1280')
  await dialog.getByRole('button', { name: 'Publish the decision' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.close()
  const read = await open(karim, `/debates/${debateId}`, { size: phone })
  await read.getByRole('region', { name: 'La décision' }).getByText('Gardé en changeant').waitFor()
  await check(read, 'debate-decided-390')
  await read.goto(`${stage.url}/communities/${slug}/debates`)
  await read.getByRole('link', { name: question }).waitFor()
  await check(read, 'debates-390')
  await read.close()
})
