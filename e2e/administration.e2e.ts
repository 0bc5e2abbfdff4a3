import { afterAll, beforeAll, describe, expect, test } from 'vitest'
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

/** Administrators configure and do not read: life cycle of communities, the demo company, the site of a community. */
describe('administration', () => {
  let stage: Stage
  let ada: TestVisitor
  let marc: TestVisitor
  const [light, dark] = [{ size: desktop }, { size: phone, theme: 'dark', language: 'en' }] as const

  beforeAll(async () => {
    stage = await openStage()
    await stage.t.db.read.run(
      `insert into people.organisation (name, default_language, languages) values ('Arvanne', 'fr', '{fr,en}')`,
    )
    ada = await stage.t.member({ name: 'Ada Ministre', administrator: true })
    marc = await stage.t.member({ name: 'Marc Anime' })
    await stage.t.member({ name: 'Nadia Relève' })
  })
  afterAll(() => stage?.close())

  test('who founds, who manages, what is archived', async () => {
    const page = await stage.open(ada, light)
    await page.goto(`${stage.url}/admin/communities`)
    await page.getByText('Aucune communauté pour l’instant').waitFor()
    await picture(page, 'communities-empty')

    await stage.community(marc, 'Métier du soudage')
    await stage.community(marc, 'Plan de fusion', { visibility: 'secret' })
    await page.reload()
    await page.getByText(/Communauté secrète \w{8}/).waitFor()
    expect(await page.getByText('Plan de fusion').count()).toBe(0)

    await page.getByText('Tous les salariés peuvent en fonder une').click()
    await page.getByText('Seule l’administration peut fonder une communauté.').waitFor()
    expect((await ada.get('/api/v1/admin/communities-policy')).body).toEqual({ createdBy: 'administrators' })

    const acts = page.getByRole('button', { name: 'Actions pour Métier du soudage' })
    await acts.click()
    await picture(page, 'communities-menu')
    await page.getByRole('menuitem', { name: 'Confier l’animation…' }).click()
    await page.getByRole('combobox', { name: 'Nom' }).fill('Nad')
    await page.getByRole('option', { name: /Nadia Relève/ }).click()
    await expectNoAxeViolations(page, 'choosing a manager')
    await picture(page, 'communities-assign')
    await page.getByRole('dialog').getByRole('button', { name: 'Confier l’animation' }).click()
    await page.getByRole('link', { name: 'Nadia Relève' }).waitFor()

    await acts.click()
    await page.getByRole('menuitem', { name: 'Archiver…' }).click()
    await page.getByLabel('Raison, lue par les membres').fill('Le sujet a rejoint celui de la chaudronnerie.')
    await expectNoAxeViolations(page, 'archiving')
    await picture(page, 'communities-archive')
    await page.getByRole('button', { name: 'Archiver maintenant' }).click()
    await page.getByText('Archivée', { exact: true }).waitFor()

    await acts.click()
    await page.getByRole('menuitem', { name: 'Rouvrir…' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Rouvrir' }).click()
    await page.getByText('Métier du soudage est rouverte.').waitFor()
    await page.close()

    // Whoever leaves the company leaves a community that nobody manages.
    await ada.post(`/api/v1/admin/members/${marc.memberId}/deactivation`, {})
    const small = await stage.open(ada, dark)
    await small.goto(`${stage.url}/admin/communities`)
    await small.getByText('Nobody manages it').waitFor()
    await expectNoAxeViolations(small)
    await expectNoSidewaysScroll(small)
    await picture(small, 'communities-phone-dark')
    await small.close()
    expect(stage.problems.splice(0)).toEqual([])
  })

  test('a manager chooses the site whose hours count', async () => {
    const claire = await stage.t.member({ name: 'Claire Site' })
    const site = await ada.post('/api/v1/admin/sites', {
      name: 'Saint-Nazaire',
      country: 'FR',
      timezone: 'Europe/Paris',
      opens: '07:30',
      closes: '17:00',
      workdays: [1, 2, 3, 4, 5],
    })
    expect(site.status, site.text).toBe(200)
    await stage.t.db.read.run('update people.member set site_id = $1 where id = $2', [
      site.body.id,
      claire.memberId,
    ])
    await ada.put('/api/v1/admin/communities-policy', { createdBy: 'everyone' })
    const { slug } = await stage.community(claire, 'Amélioration continue des lignes de peinture')
    expect((await claire.get('/api/v1/members/filters')).body.sites).toEqual([
      { id: site.body.id, name: 'Saint-Nazaire' },
    ])
    const page = await stage.open(claire, light)
    await page.goto(`${stage.url}/communities/${slug}/settings`)
    await page.getByRole('button', { name: /Site dont les heures comptent/ }).click()
    await page.getByRole('option', { name: 'Saint-Nazaire' }).click()
    await expectNoAxeViolations(page)
    await picture(page, 'settings-site')
    await page.setViewportSize({ width: 320, height: 700 })
    await expectNoSidewaysScroll(page)
    await page.setViewportSize(desktop)
    await page.getByRole('button', { name: 'Enregistrer' }).click()
    await page.getByText('Enregistré.').waitFor()
    expect((await claire.get(`/api/v1/communities/${slug}`)).body.siteId).toBe(site.body.id)
    await page.close()
    expect(stage.problems.splice(0)).toEqual([])
  })

  test('the demo company comes, marks its characters, and goes', async () => {
    const page = await stage.open(ada, light)
    await page.goto(`${stage.url}/admin/demo`)
    await page.getByRole('button', { name: 'Charger la démonstration' }).click()
    await picture(page, 'demo-ask')
    await page.getByRole('alertdialog').getByRole('button', { name: 'Charger la démonstration' }).click()
    await page.getByText('Chargement en cours').waitFor()
    await picture(page, 'demo-loading')
    await page
      .getByRole('heading', { name: 'L’entreprise de démonstration est chargée' })
      .waitFor({ timeout: 120_000 })
    await page.getByRole('button', { name: 'Retirer la démonstration' }).waitFor({ timeout: 30_000 })
    expect(await page.getByText('Le travail n’a pas abouti').count()).toBe(0)
    await expectNoAxeViolations(page)
    await picture(page, 'demo-loaded')

    const claire = (await stage.t.db.read.row<{ id: string }>(
      `select id from people.member where display_name = 'Claire Morvan'`,
    ))!.id
    const cast = await stage.t.signIn(claire)
    for (const [look, name] of [
      [light, 'Démonstration'],
      [dark, 'Demonstration'],
    ] as const) {
      const screen = await stage.open(cast, look)
      await screen.goto(`${stage.url}/communities`)
      await screen.getByText(name, { exact: true }).filter({ visible: true }).waitFor()
      await screen.waitForLoadState('networkidle')
      await expectNoAxeViolations(screen)
      await expectNoSidewaysScroll(screen)
      await picture(screen, `cast-${name}`)
      if (look === light) {
        // In the left rail each name ends before its count.
        const rows = await screen.locator('.rail-blocks a:has(.count)').evaluateAll((links) =>
          links.map((link, index) => {
            if (index === 0) link.querySelector('.count span')!.textContent = '1284'
            const [text, count] = [link.querySelector('[dir=auto]')!, link.querySelector('.count')!].map(
              (part) => part.getBoundingClientRect(),
            )
            return {
              overlap: text!.right > count!.left,
              gap: Math.round(link.getBoundingClientRect().right - count!.right),
            }
          }),
        )
        expect(
          rows.filter((row) => row.overlap || row.gap > 14 || row.gap < 0),
          JSON.stringify(rows),
        ).toEqual([])
      }
      await screen.close()
    }

    await page.getByRole('button', { name: 'Retirer la démonstration' }).click()
    await expectNoAxeViolations(page, 'removing')
    await picture(page, 'demo-remove')
    await page.getByRole('alertdialog').getByRole('button', { name: 'Retirer la démonstration' }).click()
    await page.getByRole('button', { name: 'Charger la démonstration' }).waitFor({ timeout: 120_000 })
    const small = await stage.open(ada, dark)
    await small.goto(`${stage.url}/admin/demo`)
    await small.getByRole('button', { name: 'Load the demo' }).waitFor()
    await expectNoAxeViolations(small)
    await expectNoSidewaysScroll(small)
    await picture(small, 'demo-phone-dark')
    await small.close()
    await page.close()
    expect(stage.problems.splice(0)).toEqual([])
  }, 300_000)
})
