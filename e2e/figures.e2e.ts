import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { TestVisitor } from '#apps/server/testing.ts'
import { loadDemo } from '#modules/demo/public.ts'
import { systemActor } from '#platform/context.ts'
import {
  expectNoAxeViolations,
  expectNoSidewaysScroll,
  openStage,
  phone,
  picture,
  type Stage,
} from './harness.ts'

// A manager and a member read the same figures; a reader says what a text saved them.

let stage: Stage
let claire: TestVisitor
let member: TestVisitor
let question = ''

beforeAll(async () => {
  stage = await openStage()
  await stage.t.db.read.run(
    `insert into people.organisation (name, default_language, languages) values ('Arvanne', 'fr', '{fr,en}')`,
  )
  await stage.t.db.transaction((tx) => loadDemo({ actor: systemActor('figures'), tx, now: new Date() }))
  const find = async (sql: string) => (await stage.t.db.read.row<{ id: string }>(sql))!.id
  claire = await stage.t.signIn(
    await find(`select id from people.member where display_name = 'Claire Morvan'`),
  )
  const memberId = await find(
    `select ms.member_id as id from communities.membership ms join communities.community c on c.id = ms.community_id
       join people.member m on m.id = ms.member_id and m.kind = 'employee'
      where c.slug = 'maintenance' and not exists (select 1 from communities.community_role r where r.member_id = ms.member_id) limit 1`,
  )
  member = await stage.t.signIn(memberId)
  question = await find(
    `select p.id from discussions.post p join communities.community c on c.id = p.community_id
      where c.slug = 'maintenance' and p.kind = 'question' and p.author_id <> '${memberId}' and p.deleted_at is null
        and p.answer_count = 0 and not exists (select 1 from discussions.helped h where h.post_id = p.id and h.member_id = '${memberId}')
      order by p.created_at limit 1`,
  )
  // The figures are counted in the background, a few months at a time.
  const due = async () =>
    (await stage.t.db.read.row<{ n: number }>(
      `select count(*)::int as n from measurement.rollup_dirty d join communities.community c on c.id = d.community_id where c.slug = 'maintenance'`,
    ))!.n
  while ((await due()) > 0) await new Promise((resolve) => setTimeout(resolve, 200))
}, 120_000)
afterAll(() => stage?.close())
afterEach(() => expect(stage.problems.splice(0)).toEqual([]))

async function look(page: Page, name: string): Promise<void> {
  await picture(page, name)
  await expectNoAxeViolations(page, name)
  await expectNoSidewaysScroll(page)
}

test('a manager understands each figure from the page, and a member reads the same', async () => {
  const page = await stage.open(claire)
  await page.goto(`${stage.url}/communities/maintenance/workbench/figures`)
  await page.getByRole('heading', { name: /Trouve-t-on une réponse/ }).waitFor()
  for (const name of [
    /Les nouveaux sont-ils accueillis/,
    /Qui porte la communauté/,
    /Est-ce normal pour la saison/,
  ])
    await page.getByRole('heading', { name }).waitFor()
  const answered = page.getByRole('figure', { name: /conversations ont reçu une réponse|Taux de réponse/ })
  await answered.waitFor()
  const sentence = await answered.getByRole('heading').innerText()
  expect(await answered.innerText()).toMatch(/n\s=/)
  // What it is for, what it is compared with, how it is computed.
  await answered.getByText('Source').first().waitFor()
  await answered.getByText('Comment ce chiffre est calculé').click()
  await answered
    .getByText(/au moins un commentaire ou une réponse|Conversations/)
    .first()
    .waitFor()
  await answered.getByText('Voir les chiffres en tableau').click()
  await answered.getByRole('table').waitFor()
  await look(page, 'figures-fr-light-1280')

  const reader = await stage.open(member, { size: phone, theme: 'dark', language: 'fr' })
  await reader.goto(`${stage.url}/communities/maintenance/figures`)
  const same = reader.getByRole('figure', { name: sentence })
  await same.waitFor()
  await look(reader, 'figures-fr-dark-390')
})

test('another closed period can be chosen, and stands in the address', async () => {
  const page = await stage.open(claire, { language: 'en', theme: 'dark' })
  await page.goto(`${stage.url}/communities/maintenance/figures`)
  await page.getByRole('heading', { name: 'Do people find an answer?' }).waitFor()
  await page.getByRole('button', { name: /Period/ }).click()
  const another = page.getByRole('option', { selected: false }).first()
  await another.waitFor()
  await another.click()
  await page.waitForURL(/period=\d{4}-/)
  await page.getByRole('heading', { name: 'Do people find an answer?' }).waitFor()
  await look(page, 'figures-en-dark-1280')
  await page.setViewportSize(phone)
  await look(page, 'figures-en-dark-390')
})

test('a reader says silently what a text saved, and may change it', async () => {
  const page = await stage.open(member, { size: phone })
  await page.goto(`${stage.url}/posts/${question}`)
  const helped = page.getByRole('button', { name: /aidé/ }).first()
  await helped.waitFor()
  await helped.click()
  const quarter = page.getByRole('radio', { name: 'un quart d’heure' })
  await quarter.waitFor()
  await quarter.click()
  await page.getByText('Vous pouvez changer d’avis').waitFor()
  await look(page, 'time-saved-fr-390')
  await expect
    .poll(
      async () =>
        (
          await stage.t.db.read.row<{ minutes: number }>(
            'select minutes from measurement.time_saved where post_id = $1 and member_id = $2 and comment_id is null',
            [question, member.memberId],
          )
        )?.minutes,
    )
    .toBe(15)
  await page.reload()
  await page.getByRole('radio', { name: 'un quart d’heure', checked: true }).waitFor()
})
