import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestVisitor } from '#apps/server/testing.ts'
import { sampleVideo } from '#platform/video/sample.ts'
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
let sofia: TestVisitor
let communityId: string

beforeAll(async () => {
  stage = await openStage()
  claire = await stage.t.member({ name: 'Claire Morvan' })
  karim = await stage.t.member({ name: 'Karim Benali' })
  sofia = await stage.t.member({ name: 'Sofia Almeida', language: 'en' })
  const { id, slug } = await stage.community(claire, 'Maintenance')
  communityId = id
  await stage.join(karim, slug)
  await stage.join(sofia, slug)
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

test('a story with a video is captioned line by line, agreed to by who is named, and shown with its captions', async () => {
  const page = await stage.open(karim)
  await page.goto(`${stage.url}/campaigns/moncarnet`)
  await page.getByRole('link', { name: 'Raconter' }).first().click()
  await page.getByRole('textbox', { name: 'Titre' }).fill('La page se remplit')
  await page.getByRole('textbox', { name: 'Votre récit' }).fill('Merci à Sofia, qui filmait.')
  await page.getByRole('combobox', { name: 'Ajouter une personne' }).fill('Sofia')
  await page.getByRole('option', { name: /Sofia Almeida/ }).click()
  await page.getByRole('option').first().waitFor({ state: 'detached' })
  await page.getByRole('group', { name: 'Sofia Almeida' }).waitFor()
  await page.getByRole('button', { name: 'Ajouter une vidéo' }).click()
  await page.getByText('Votre témoignage est gardé').waitFor()
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Ajouter une vidéo' }).click()
  await (await chooser).setFiles({ name: 'carnet.webm', mimeType: 'video/webm', buffer: sampleVideo })
  await page.getByText('Sans sous-titres, cette vidéo ne peut pas paraître.').waitFor()
  await page.getByRole('textbox', { name: 'Ce qui est dit' }).fill('Trois personnes, trois lignes.')
  await page.getByRole('button', { name: 'Enregistrer les sous-titres' }).click()
  await page.getByText('Sous-titres : français').waitFor()
  await picture(page, 'campaign_story_desktop')
  await expectNoAxeViolations(page)
  await page.getByRole('button', { name: 'Demander leur accord' }).click()
  await page.getByText('En attente d’accords').waitFor()

  const hers = await stage.open(sofia, { size: phone, language: 'en', theme: 'dark' })
  await hers.goto(`${stage.url}/me/consents`)
  await hers.getByText('Karim Benali wishes to publish this').waitFor()
  await picture(hers, 'campaign_consent_phone')
  await expectNoAxeViolations(hers)
  await expectNoSidewaysScroll(hers)
  await hers.getByRole('button', { name: 'Yes, I agree' }).click()
  await hers.getByText(/^Agreed until/).waitFor()

  await hers.goto(`${stage.url}/campaigns/moncarnet`)
  await hers.getByRole('article', { name: 'La page se remplit' }).waitFor()
  // The video plays in the page, under its content policy, with the words of what is said.
  const words = await hers.locator('video').evaluate(async (video: HTMLVideoElement) => {
    const track = video.textTracks[0]!
    const cues = () => [...(track.cues ?? [])].map((cue) => (cue as VTTCue).text)
    for (let n = 0; n < 100 && cues().length === 0; n++) await new Promise((done) => setTimeout(done, 50))
    video.muted = true
    await video.play()
    return { mode: track.mode, cues: cues(), width: video.videoWidth }
  })
  expect(words).toEqual({ mode: 'showing', cues: ['Trois personnes, trois lignes.'], width: 160 })
  await picture(hers, 'campaign_page_phone')
  await hers.goto(`${stage.url}/me/consents`)
  await hers.getByRole('button', { name: 'Take my yes back' }).click()
  await hers.getByRole('alertdialog').getByRole('button', { name: 'Take my yes back' }).click()
  await hers.getByText('You took your yes back').waitFor()
  await page.goto(`${stage.url}/campaigns/moncarnet`)
  await page.getByText('Merci à une personne, qui filmait.').waitFor()
})

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
