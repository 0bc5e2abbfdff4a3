import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TestVisitor } from '#apps/server/testing.ts'
import { loadDemo } from '#modules/demo/public.ts'
import { systemActor } from '#platform/context.ts'
import type { Page } from 'playwright-core'
import {
  desktop,
  expectNoSidewaysScroll,
  findAxeViolations,
  openStage,
  phone,
  picture,
  type Stage,
} from './harness.ts'
import { screens as discussions } from './screens/discussions.ts'
import { screens as expertise } from './screens/expertise.ts'
import { screens as gatherings } from './screens/gatherings.ts'
import { screens as interchange } from './screens/interchange.ts'
import { screens as knowledge } from './screens/knowledge.ts'
import { screens as problems } from './screens/problems.ts'
import { screens as lifecycle } from './screens/lifecycle.ts'
import { screens as kinds } from './screens/kinds.ts'
import { screens as listening } from './screens/listening.ts'
import { screens as recognition } from './screens/recognition.ts'
import { screens as editorial } from './screens/editorial.ts'
import { screens as practice } from './screens/practice.ts'
import { screens as measurement } from './screens/measurement.ts'
import { screens as reports } from './screens/reports.ts'
import { screens as privacy } from './screens/privacy.ts'
import { screens as programmes } from './screens/programmes.ts'
import { screens as newsletters } from './screens/newsletters.ts'
import { screens as campaigns } from './screens/campaigns.ts'
import { screens as pulse } from './screens/pulse.ts'
import { screens as ambassadors } from './screens/ambassadors.ts'
import { screens as sponsorship } from './screens/sponsorship.ts'
import { screens as debates } from './screens/debates.ts'
import { screens as turns } from './screens/turns.ts'
import { screens as trials } from './screens/trials.ts'
import { screens as radar } from './screens/radar.ts'
import { screens as moderation } from './screens/moderation.ts'
import { screens as notifications } from './screens/notifications.ts'
import { screens as polls } from './screens/polls.ts'
import { screens as search } from './screens/search.ts'
import { screens as workbench } from './screens/workbench.ts'

const screensByModule = [
  discussions,
  expertise,
  gatherings,
  interchange,
  knowledge,
  problems,
  lifecycle,
  kinds,
  listening,
  workbench,
  recognition,
  editorial,
  practice,
  measurement,
  reports,
  privacy,
  programmes,
  newsletters,
  campaigns,
  pulse,
  ambassadors,
  sponsorship,
  debates,
  turns,
  trials,
  radar,
  moderation,
  notifications,
  polls,
  search,
]

/** Every screen of the product over the demo company: axe in three themes, both languages, phone and desktop. */
describe('a tour of every screen', () => {
  let stage: Stage
  let claire: TestVisitor
  let administrator: TestVisitor
  let postId: string
  let memberId: string
  let invitation: string
  let moduleScreens: string[] = []

  beforeAll(async () => {
    stage = await openStage()
    await stage.t.db.read.run(
      `insert into people.organisation (name, default_language, languages) values ('Arvanne', 'fr', '{fr,en}')`,
    )
    await stage.t.db.transaction((tx) => loadDemo({ actor: systemActor('tour'), tx, now: new Date() }))
    const find = async (name: string) =>
      (await stage.t.db.read.row<{ id: string }>('select id from people.member where display_name = $1', [
        name,
      ]))!.id
    claire = await stage.t.signIn(await find('Claire Morvan'))
    memberId = await find('Hélène Fabre')
    postId = (await stage.t.db.read.row<{ id: string }>(
      `select id from discussions.post where accepted_answer_id is not null and kind = 'question' order by created_at desc limit 1`,
    ))!.id
    administrator = await stage.t.member({ name: 'Ada Ministre', administrator: true })
    const invited = await administrator.post('/api/v1/admin/invitations', {
      email: 'nouvelle@exemple.test',
      displayName: 'Nouvelle Personne',
    })
    invitation = JSON.stringify(invited.body).match(/\/invitation\/?#?([\w-]{20,})/)?.[1] ?? 'inconnue'
    await stage.t.settle()
    for (const screens of screensByModule) moduleScreens.push(...(await screens({ stage, postId, memberId })))
  })
  afterAll(() => stage?.close())

  const memberScreens = (): string[] => [
    '/',
    '/communities',
    '/communities/new',
    '/communities/maintenance',
    '/communities/maintenance/questions',
    '/communities/maintenance/members',
    '/communities/maintenance/about',
    '/communities/maintenance/settings',
    '/communities/maintenance/workbench',
    '/communities/maintenance/workbench/rescue',
    '/communities/maintenance/workbench/welcome',
    '/communities/maintenance/workbench/figures',
    '/communities/maintenance/figures',
    '/communities/reclamations-fournisseurs',
    `/posts/${postId}`,
    '/write',
    '/people',
    `/people/${memberId}`,
    '/search?q=roulement',
    '/search?q=introuvablement',
    '/me',
    '/me/profile',
    '/me/account',
    '/me/seen',
    '/nulle-part',
    ...moduleScreens,
  ]
  const administratorScreens = [
    '/admin/people',
    '/admin/places',
    '/admin/communities',
    '/admin/files',
    '/admin/search',
    '/admin/retention',
    '/admin/demo',
  ]
  const visitorScreens = (): string[] => [
    '/sign-in',
    '/forgot',
    '/reset/inconnu',
    `/invitation/${invitation}`,
  ]

  /** One screen in every theme; the last one at the other size, so that both languages see both. */
  const look = async (
    page: Page,
    path: string,
    language: string,
    sizes: readonly [typeof phone, typeof phone],
  ): Promise<string[]> => {
    const problems: string[] = []
    await page.setViewportSize(sizes[0])
    await page.goto(stage.url + path)
    await page.locator('h1').first().waitFor()
    await page.waitForLoadState('networkidle')
    for (const theme of ['light', 'dark', 'contrast']) {
      const size = theme === 'contrast' ? sizes[1] : sizes[0]
      const label = `${language} ${size === phone ? 'phone' : 'desktop'} ${theme} ${path}`
      await page.setViewportSize(size)
      await page.evaluate(async (chosen) => {
        document.documentElement.dataset['theme'] = chosen
        // Colours in the middle of a change are nobody's colours.
        await Promise.all(
          document.getAnimations().map((animation) => animation.finished.catch(() => undefined)),
        )
      }, theme)
      problems.push(
        ...(await findAxeViolations(page, theme === 'dark' ? 'colours' : undefined)).map(
          (violation) => `${label}: ${violation}`,
        ),
      )
      await picture(page, label.replace(/\W+/g, '_').slice(0, 80))
    }
    await expectNoSidewaysScroll(page).catch(() =>
      problems.push(`${language} ${path}: wider than the screen`),
    )
    return problems
  }

  for (const [language, sizes] of [
    ['fr', [desktop, phone]],
    ['en', [phone, desktop]],
  ] as const) {
    test(`in ${language}: every screen, in three themes, on a phone and on a desktop`, async () => {
      const problems: string[] = []
      for (const [who, screens] of [
        [claire, memberScreens()],
        [administrator, administratorScreens],
        [undefined, visitorScreens()],
      ] as const) {
        if (who) await who.patch('/api/v1/me/profile', { interfaceLanguage: language })
        // Two pages share the list: while one waits for its network, the other is looked at.
        const waiting = [...screens]
        const walk = async (): Promise<void> => {
          const page = await stage.open(who, { language, size: sizes[0] })
          for (let path = waiting.shift(); path !== undefined; path = waiting.shift())
            problems.push(...(await look(page, path, language, sizes)))
          await page.close()
        }
        await Promise.all([walk(), walk()])
      }
      expect([...problems, ...stage.problems.splice(0)]).toEqual([])
    }, 900_000)
  }
})
