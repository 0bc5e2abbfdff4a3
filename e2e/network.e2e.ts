import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { TestVisitor } from '#apps/server/testing.ts'
import { loadDemo } from '#modules/demo/public.ts'
import { systemActor } from '#platform/context.ts'
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
let claire: TestVisitor
let member: TestVisitor

async function look(page: Page, name: string): Promise<void> {
  for (const size of [phone, desktop]) {
    await page.setViewportSize(size)
    // Colours in the middle of a change are nobody's colours.
    await page.evaluate(() =>
      Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => undefined))),
    )
    await picture(page, `${name}-${size.width}`)
    await expectNoAxeViolations(page, `${name} ${size.width}`)
    await expectNoSidewaysScroll(page)
  }
}

beforeAll(async () => {
  stage = await openStage()
  await stage.t.db.read.run(
    `insert into people.organisation (name, default_language, languages) values ('Arvanne', 'fr', '{fr,en}')`,
  )
  await stage.t.db.transaction((tx) => loadDemo({ actor: systemActor('network'), tx, now: new Date() }))
  const find = async (sql: string) => (await stage.t.db.read.row<{ id: string }>(sql))!.id
  claire = await stage.t.signIn(
    await find(`select id from people.member where display_name = 'Claire Morvan'`),
  )
  member = await stage.t.signIn(
    await find(
      `select ms.member_id as id from communities.membership ms join communities.community c on c.id = ms.community_id
         join people.member m on m.id = ms.member_id and m.kind = 'employee'
        where c.slug = 'maintenance' and not exists (select 1 from communities.community_role r where r.member_id = ms.member_id)
        order by (select count(*) from discussions.comment cm where cm.author_id = ms.member_id) desc limit 1`,
    ),
  )
})
afterAll(() => stage?.close())
afterEach(() => expect(stage.problems.splice(0)).toEqual([]))

test('a manager reads how entities exchange, and members read the same', async () => {
  const page = await stage.open(claire, { size: desktop })
  await page.goto(`${stage.url}/communities/maintenance/workbench/network`)
  await page.getByRole('heading', { name: 'La carte' }).waitFor()
  await page.getByRole('img', { name: 'La carte' }).waitFor()
  await page.getByText('Au hasard, il serait de').waitFor()
  await look(page, 'network-fr')
  await page.getByRole('link', { name: 'Voir ce qui a été publié sur nous' }).click()
  await page.getByRole('heading', { name: 'Taux de couverture' }).waitFor()
  await look(page, 'published-fr')
  const theirs = await stage.open(member, { size: desktop, language: 'en', theme: 'dark' })
  await theirs.goto(`${stage.url}/communities/maintenance/published?view=network`)
  await theirs.getByRole('img', { name: 'The map' }).waitFor()
  await look(theirs, 'network-en-dark')
  // A member calls no joint gathering from here.
  expect(await theirs.getByRole('link', { name: /Suggest a joint gathering/ }).count()).toBe(0)
  await theirs.getByRole('radio', { name: 'Published figures' }).click()
  await theirs.getByRole('heading', { name: 'Coverage' }).waitFor()
})

test('the community’s page announces the map; my own ties are on my page', async () => {
  const page = await stage.open(member, { size: phone })
  await page.goto(`${stage.url}/communities/maintenance/about`)
  await page.getByText('Une carte des liens entre entités existe ici').waitFor()
  await page.goto(`${stage.url}/me`)
  await page.getByRole('button', { name: 'Voir mes liens' }).click()
  await page.getByText('dont').first().waitFor()
  // The page belongs to many: the tour of every screen judges it as a whole.
  await picture(page, 'my-ties')
  await expectNoSidewaysScroll(page)
})
