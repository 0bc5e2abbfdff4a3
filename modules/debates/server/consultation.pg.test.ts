import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApp } from '#apps/server/testing.ts'
import type { TestApp, TestVisitor } from '#apps/server/testing.ts'
import { bringIn, foundCommunity } from '#modules/communities/fixtures.ts'
import { systemActor } from '#platform/context.ts'
import type { Context } from '#platform/context.ts'
import { totalsOf } from '../cli.ts'
import { readConsultationFile } from './consultation/read-file.ts'
import { importConsultation } from './operations/import-consultation.ts'

const folder = resolve(import.meta.dirname, '../../../../shared/data/consultation-fr')
const isThere = existsSync(folder)
// Where the consultation is not there, its import is not tested, and the run says so.
if (!isThere) process.stdout.write('consultation-fr is not there: its import is not tested.\n')

let t: TestApp
let manager: TestVisitor
let member: TestVisitor
let place: { id: string; slug: string }
beforeAll(async () => {
  t = await startTestApp()
  manager = await t.member({ name: 'Claire Morvan' })
  member = await t.member({ name: 'Karim Benali' })
  place = await foundCommunity(manager, { visibility: 'open' })
  await bringIn(manager, place, member)
})
afterAll(() => t.close())

const inBatch = <R>(work: (ctx: Context) => Promise<R>): Promise<R> =>
  t.db.transaction((tx) => work({ actor: systemActor('import'), tx, now: new Date() }))
async function* some(files: readonly { name: string; text: string }[]) {
  yield* files
}
const run = (source: string, files: readonly { name: string; text: string }[], withTrashed = false) =>
  importConsultation(inBatch, {
    communityId: place.id,
    source,
    question: 'Et vous\u202f?',
    files: some(files),
    withTrashed,
  })

const argument = (id: number, type: number, more: object = {}) => ({
  id,
  type,
  body: `Argument ${String(id)}`,
  created_at: '2015-10-18T15:07:29+0200',
  is_enabled: true,
  is_trashed: false,
  votes_count: 2,
  author: { uniqueId: 'ana', displayName: 'Ana' },
  ...more,
})
const opinion = (args: object[], more: object = {}) =>
  JSON.stringify({
    opinion: {
      id: 7,
      title: 'Une  proposition',
      body: '<p>D&eacute;battre <b>ici</b></p><script>alert(1)</script>',
      created_at: '2015-09-26T14:28:10+0200',
      arguments_yes_count: 1,
      arguments_no_count: 1,
      votes_ok: 3,
      votes_mitige: 2,
      votes_nok: 1,
      votes_total: 6,
      author: { uniqueId: 'ana', displayName: 'Ana' },
      arguments: args,
      appendices: [],
      ...more,
    },
  })

test('odd files and rows are remarked one by one, the rest is brought', () => {
  const reasons = (text: string) =>
    readConsultationFile('f.json', text).remarks.map(({ row, reason }) => `${row}: ${reason}`)
  expect(reasons('')).toEqual(['file: emptyFile'])
  expect(reasons('{')).toEqual(['file: notJson'])
  expect(reasons('[]')).toEqual(['file: noProposal'])
  expect(reasons(opinion([], { title: ' ' }))).toEqual(['proposal: noProposal'])
  expect(reasons(opinion([], { is_trashed: true }))).toEqual(['proposal: trashed'])
  expect(reasons(opinion([argument(1, 1), argument(2, 0)]))).toEqual([])
  expect(
    reasons(
      opinion(
        [
          argument(1, 1),
          argument(2, 5),
          argument(3, 0, { body: ' ' }),
          argument(4, 0, { created_at: 'hier' }),
          argument(5, 1, { is_trashed: true }),
          null as never,
        ],
        {
          votes_total: 9,
          votes_nok: -1,
        },
      ),
    ),
  ).toEqual([
    'proposal: badCount',
    'proposal: votesDiffer',
    'argument 2: unknownSide',
    'argument 3: emptyText',
    'argument 4: badDate',
    'argument 5: trashed',
    'argument no. 6: emptyText',
    'proposal: argumentsDiffer',
  ])
})

test('an import may be run again, and is read like any debate that is over', async () => {
  const first = await run('one', [{ name: '7.json', text: opinion([argument(1, 1), argument(2, 0)]) }])
  expect(first).toMatchObject({
    isNew: true,
    files: [{ isNew: true, newArguments: 2, newAuthors: 1 }],
    remarks: [],
  })
  const again = await run('one', [
    {
      name: '7.json',
      text: opinion([argument(1, 1, { votes_count: 5 }), argument(2, 0), argument(3, 0)], {
        votes_ok: 4,
        votes_total: 7,
        arguments_no_count: 2,
      }),
    },
  ])
  expect(again).toMatchObject({
    isNew: false,
    debateId: first.debateId,
    files: [{ isNew: false, newArguments: 1, newAuthors: 0 }],
  })
  expect(totalsOf(again)).toMatchObject({
    differ: [],
    stored: { for: 1, against: 2, agree: 4, mixed: 2, disagree: 1 },
  })
  const debate = (await member.get(`/api/v1/debates/${first.debateId}`)).body
  expect(debate).toMatchObject({
    state: 'closed',
    proposals: 1,
    for: 1,
    against: 2,
    can: { participate: false },
  })
  const [proposal] = (await member.get(`/api/v1/debates/${first.debateId}/proposals`)).body.items
  expect(proposal).toMatchObject({
    title: 'Une proposition',
    tally: { agree: 4, mixed: 2, disagree: 1 },
    author: { displayName: 'Ana', isFormer: true },
  })
  expect(proposal.html).not.toContain('script')
  const list = (
    await member.get(`/api/v1/debates/${first.debateId}/arguments?proposal=${String(proposal.id)}`)
  ).body
  expect(list.for[0]).toMatchObject({ supports: 5, authors: [{ displayName: 'Ana' }] })
})

test.skipIf(!isThere)('every file of a real consultation: what is stored is what each declares', async () => {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }))
  const shown = await run('shown', files)
  expect(totalsOf(shown).differ).toEqual([])
  // What the source withdrew is left out, and said.
  expect(shown.remarks.filter(({ reason }) => reason === 'trashed')).toHaveLength(1)
  const result = await run('whole', files, true)
  const totals = totalsOf(result)
  expect(totals.differ).toEqual([])
  for (const { stored, declared, file } of result.files) expect(stored, file).toEqual(declared)
  const empty = result.remarks.filter(({ reason }) => reason === 'emptyFile')
  expect(result.files.length + empty.length).toBe(files.length)
  expect(shown.files.length + 1).toBe(result.files.length)
  expect(result.remarks.filter(({ reason }) => reason !== 'emptyFile')).toEqual([])
  process.stdout.write(
    `${String(files.length)} files: ${String(totals.proposals)} proposals, ${String(empty.length)} empty files, ${JSON.stringify(totals.stored)}\n`,
  )
  const again = await run('whole', files, true)
  expect(
    again.files.filter(({ isNew, newArguments, newAuthors }) => isNew || newArguments > 0 || newAuthors > 0),
  ).toEqual([])
  // Pages of a large debate cost the same number of statements, wherever one is.
  const url = `/api/v1/debates/${result.debateId}/proposals`
  const seen = new Set<string>()
  let cursor = ''
  for (;;) {
    const page = await member.get(`${url}?limit=50${cursor}`)
    expect(page.statements).toBeLessThanOrEqual(4)
    for (const { id } of page.body.items) seen.add(id)
    if (!page.body.next) break
    cursor = `&cursor=${String(page.body.next)}`
  }
  expect(seen.size).toBe(totals.proposals)
  const [busiest] = (await t.db.read.rows<{ id: string; n: number }>(
    `select proposal_id as id, count(*)::int as n from debates.argument where debate_id = $1 group by 1 order by 2 desc limit 1`,
    [result.debateId],
  )) as [{ id: string; n: number }]
  const found = new Set<string>()
  for (let next: string | null = ''; next !== null;) {
    const page: {
      statements: number
      body: { for: { id: string }[]; against: { id: string }[]; next: string | null }
    } = await member.get(
      `/api/v1/debates/${result.debateId}/arguments?limit=20&proposal=${busiest.id}${next && `&cursor=${next}`}`,
    )
    expect(page.statements).toBeLessThanOrEqual(5)
    for (const { id } of [...page.body.for, ...page.body.against]) {
      expect(found.has(id)).toBe(false)
      found.add(id)
    }
    next = page.body.next
  }
  expect(found.size).toBe(busiest.n)
  expect((await member.get(`/api/v1/debates/${result.debateId}/markdown`)).text).toContain('# Et vous')
})
