import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TestVisitor } from '#apps/server/testing.ts'
import { loadDemo } from '#modules/demo/public.ts'
import { systemActor } from '#platform/context.ts'
import type { Page } from 'playwright-core'
import { desktop, expectNoSidewaysScroll, findAxeViolations, openStage, phone, picture, type Stage } from './harness.ts'

/** Every screen of the product over the demo company: axe in three themes, both languages, phone and desktop. */
describe('a tour of every screen', () => {
  let stage: Stage
  let claire: TestVisitor
  let administrator: TestVisitor
  let postId: string
  let memberId: string
  let invitation: string

  beforeAll(async () => {
    stage = await openStage()
    await stage.t.db.read.run(`insert into people.organisation (name, default_language, languages) values ('Arvanne', 'fr', '{fr,en}')`)
    await stage.t.db.transaction((tx) => loadDemo({ actor: systemActor('tour'), tx, now: new Date() }))
    const find = async (name: string) =>
      (await stage.t.db.read.row<{ id: string }>('select id from people.member where display_name = $1', [name]))!.id
    claire = await stage.t.signIn(await find('Claire Morvan'))
    memberId = await find('Hélène Fabre')
    postId = (await stage.t.db.read.row<{ id: string }>(`select id from discussions.post where accepted_answer_id is not null and kind = 'question' order by created_at desc limit 1`))!.id
    administrator = await stage.t.member({ name: 'Ada Ministre', administrator: true })
    const invited = await administrator.post('/api/v1/admin/invitations', { email: 'nouvelle@exemple.test', displayName: 'Nouvelle Personne' })
    invitation = JSON.stringify(invited.body).match(/\/invitation\/?#?([\w-]{20,})/)?.[1] ?? 'inconnue'
    await stage.t.settle()
  })
  afterAll(() => stage?.close())

  const memberScreens = (): string[] => [
    '/', '/communities', '/communities/new', '/communities/maintenance', '/communities/maintenance/questions',
    '/communities/maintenance/members', '/communities/maintenance/about', '/communities/maintenance/settings',
    '/communities/maintenance/workbench', '/communities/maintenance/workbench/rescue', '/communities/maintenance/workbench/welcome',
    '/communities/maintenance/workbench/figures', '/communities/reclamations-fournisseurs', `/posts/${postId}`, '/write', '/people',
    `/people/${memberId}`, '/search?q=roulement', '/search?q=introuvablement', '/me', '/me/profile', '/me/account', '/me/seen',
    '/nulle-part',
  ]
  const administratorScreens = ['/admin/people', '/admin/places', '/admin/communities']
  const visitorScreens = (): string[] => ['/sign-in', '/forgot', '/reset/inconnu', `/invitation/${invitation}`]

  const look = async (page: Page, path: string, label: string): Promise<string[]> => {
    await page.goto(stage.url + path)
    await page.locator('main h1, h1').first().waitFor()
    await page.waitForLoadState('networkidle')
    const problems: string[] = []
    for (const theme of ['light', 'dark', 'contrast']) {
      await page.evaluate((chosen) => void (document.documentElement.dataset['theme'] = chosen), theme)
      problems.push(...(await findAxeViolations(page)).map((violation) => `${label} ${theme} ${path}: ${violation}`))
      await picture(page, `${label}-${theme}${path.replace(/\W+/g, '_').slice(0, 60)}`)
    }
    await expectNoSidewaysScroll(page).catch(() => problems.push(`${label} ${path}: wider than the screen`))
    return problems
  }

  for (const [language, size, name] of [['fr', desktop, 'desktop'], ['en', phone, 'phone'], ['en', desktop, 'desktop'], ['fr', phone, 'phone']] as const) {
    test(`in ${language}, on a ${name}`, async () => {
      const problems: string[] = []
      for (const [who, screens] of [[claire, memberScreens()], [administrator, administratorScreens], [undefined, visitorScreens()]] as const) {
        if (who) await who.patch('/api/v1/me/profile', { interfaceLanguage: language })
        const page = await stage.open(who, { language, size })
        for (const path of screens) problems.push(...(await look(page, path, `${language}-${name}`)))
        await page.close()
      }
      expect([...problems, ...stage.problems.splice(0)]).toEqual([])
    }, 600_000)
  }
})
