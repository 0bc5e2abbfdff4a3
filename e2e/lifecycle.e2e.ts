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

beforeAll(async () => {
  stage = await openStage()
  claire = await stage.t.member({ name: 'Claire Morvan' })
  karim = await stage.t.member({ name: 'Karim Benali' })
})
afterAll(() => stage?.close())

test('a wish finds a supporter, becomes an opportunity, and does not open without its reasons', async () => {
  const own = await stage.open(karim, { size: phone })
  await own.goto(`${stage.url}/communities/wishes`)
  await own.getByRole('textbox', { name: 'Sujet' }).fill('La réparation des séchoirs')
  await own.getByRole('textbox', { name: /De qui est-ce le problème/ }).fill('Trois ateliers la réinventent.')
  await expectNoAxeViolations(own)
  await own.getByRole('button', { name: 'Souhaiter' }).click()
  await own.getByRole('heading', { level: 3, name: 'La réparation des séchoirs' }).waitFor()
  await picture(own, 'life_wishes_phone')
  await expectNoSidewaysScroll(own)

  const page = await stage.open(claire)
  await page.goto(`${stage.url}/communities/wishes`)
  await page.getByRole('textbox', { name: 'Sujet' }).fill('sechoir')
  await page.getByText('Déjà souhaité').waitFor()
  await page.getByRole('textbox', { name: 'Sujet' }).fill('')
  await page.getByRole('button', { name: 'Soutenir', exact: true }).click()
  await page.getByText('2 personnes le soutiennent').waitFor()
  await page.getByRole('button', { name: /Actes sur/ }).click()
  await page.getByRole('menuitem', { name: 'En faire une opportunité' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: /Nom/ }).fill('Séchoirs')
  await picture(page, 'life_opportunity_desktop')
  await expectNoAxeViolations(page)
  await dialog.getByRole('button', { name: 'Commencer' }).click()
  await page.getByRole('heading', { level: 1, name: 'Séchoirs' }).waitFor()

  await page.goto(`${stage.url}/communities/sechoirs/workbench/life`)
  await page.getByRole('heading', { level: 2, name: 'Opportunité' }).waitFor()
  await picture(page, 'life_state_desktop')
  await page.getByRole('button', { name: /Voir ce qui change : Cadrage/ }).click()
  const preview = page.getByRole('dialog')
  await preview.getByText('Un sponsor porte la communauté').waitFor()
  expect(await preview.getByRole('button', { name: 'Passer à' }).isDisabled()).toBe(true)
  await picture(page, 'life_preview_desktop')
  await expectNoAxeViolations(page)
  await preview.getByRole('button', { name: 'Annuler' }).click()
  // What the data cannot know is said by whoever knows.
  await page.getByText('Cinq conversations avec des personnes concernées').click()
  await page.getByText(/Claire Morvan, le/).waitFor()
  expect(stage.problems.splice(0)).toEqual([])
})

test('the canvas is written on one page, with the type wizard, and read by members', async () => {
  const { slug } = await stage.community(claire, 'Laminage')
  await stage.join(karim, slug)
  const page = await stage.open(claire, { language: 'en', theme: 'dark' })
  await page.goto(`${stage.url}/communities/${slug}/workbench/life?part=canvas`)
  await page.getByRole('button', { name: 'Write the canvas' }).click()
  await page.getByRole('textbox', { name: 'The problem, and whose it is' }).fill('Every site starts again.')
  await page.getByRole('button', { name: 'Which type to choose?' }).click()
  const wizard = page.getByRole('dialog')
  for (const answer of [
    'Find who knows',
    'find a person',
    'never, as long as it is useful',
    'one likes to come back',
    'people from everywhere, who like it',
  ])
    await wizard.getByText(answer, { exact: true }).click()
  await wizard.getByText(/We propose/).waitFor()
  await picture(page, 'life_wizard_dark')
  await expectNoAxeViolations(page)
  await wizard.getByRole('button', { name: 'Take this form' }).click()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByText('Profiles: people find and introduce each other').waitFor()
  await expectNoAxeViolations(page)

  const own = await stage.open(karim, { size: phone })
  await own.goto(`${stage.url}/communities/${slug}/about`)
  await own.getByRole('link', { name: 'Lire le cadrage complet' }).click()
  await own.getByText('Every site starts again.').first().waitFor()
  await picture(own, 'life_canvas_phone')
  await expectNoAxeViolations(own)
  await expectNoSidewaysScroll(own)
  expect(stage.problems.splice(0)).toEqual([])
})

test('a closing is prepared, told to the core first, announced with its notice, and read by members', async () => {
  const { slug } = await stage.community(claire, 'Bascule')
  await stage.join(karim, slug)
  const page = await stage.open(claire)
  await page.goto(`${stage.url}/communities/${slug}/workbench/life?part=closing`)
  await page.getByRole('textbox', { name: 'Pourquoi elle s’arrête' }).fill('Tout a basculé.')
  await page.getByRole('textbox', { name: 'Remerciements' }).fill('Merci à l’équipe de nuit.')
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await page.getByText('C’est noté.').waitFor()
  await page.getByRole('textbox', { name: 'Votre mot au noyau' }).fill('Vous d’abord.')
  await page.getByRole('button', { name: 'Prévenir le noyau' }).click()
  await page.getByText(/Le noyau le sait depuis/).waitFor()
  await page.getByRole('button', { name: 'Annoncer à tous les membres' }).click()
  await page.getByText('La fermeture est annoncée.').first().waitFor()
  await page.getByRole('button', { name: 'Renoncer à fermer' }).waitFor()
  await picture(page, 'life_closing_desktop')
  await expectNoAxeViolations(page)

  const own = await stage.open(karim, { size: phone, theme: 'dark' })
  await own.goto(`${stage.url}/communities/${slug}/life`)
  await own.getByText('Merci à l’équipe de nuit.').waitFor()
  await picture(own, 'life_farewell_phone')
  await expectNoAxeViolations(own)
  await expectNoSidewaysScroll(own)
  expect(stage.problems.splice(0)).toEqual([])
})
