import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApp } from '#apps/server/testing.ts'
import type { TestApp, TestVisitor } from '#apps/server/testing.ts'
import { csvCell, csvLine } from './server/exports/csv.ts'
import { zipInPieces } from './server/exports/zip-pieces.ts'

const hostileFile = join(import.meta.dirname, '../../../shared/data/hostile/blns.json')

let t: TestApp
let claire: TestVisitor
let nadia: TestVisitor
let karim: TestVisitor
let id: string
let slug: string
const now = new Date('2026-11-04T09:00:00Z')
const formulas = [
  '=1+1',
  '+33 6 12',
  '-2',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  ' =1',
  '＝1',
  '=HYPERLINK("http://x";"y")',
  '"=1"',
]

beforeAll(async () => {
  t = await startTestApp()
  t.setNow(now)
  claire = await t.member({ name: "=cmd|' /C calc'!A0" })
  nadia = await t.member({ name: 'Nadia', language: 'en' })
  karim = await t.member({ name: 'Karim' })
  const made = await claire.post('/api/v1/communities', {
    name: { fr: 'Maintenance', en: 'Maintenance' },
    purpose: { fr: 'S’entraider.', en: 'Helping.' },
    kind: 'practice',
    visibility: 'closed',
  })
  ;({ id, slug } = made.body)
  await t.db.read.run(`update communities.community set created_at = '2026-08-10' where id = $1`, [id])
  for (const who of [nadia, karim])
    await t.db.read.run('insert into communities.membership (community_id, member_id) values ($1, $2)', [
      id,
      who.memberId,
    ])
  await t.db.read.run(
    `insert into communities.community_role (community_id, member_id, role) values ($1, $2, 'manager')`,
    [id, nadia.memberId],
  )
  for (const title of formulas) {
    const post = await karim.post('/api/v1/posts', {
      communityId: id,
      kind: 'question',
      title,
      bodyMd: `${title}\n"cité"; fin`,
    })
    expect(post.status, post.text).toBe(200)
  }
  const hidden = await karim.post('/api/v1/posts', {
    communityId: id,
    title: 'Supprimée',
    bodyMd: 'secret-supprimé',
  })
  await t.db.read.run('update discussions.post set deleted_at = now() where id = $1', [hidden.body.card.id])
})
afterAll(() => t.close())

const url = (more = '') => `/api/v1/communities/${slug}/exports${more}`
const all = {
  parts: ['conversations', 'pages', 'gatherings', 'members', 'figures'],
  formats: ['csv', 'json'],
  reason: 'Copie pour le comité de pilotage',
}

async function fetchZip(who: TestVisitor, exportId: string): Promise<Record<string, string>> {
  const answer = await t.app.inject({
    method: 'GET',
    url: url(`/${exportId}/file`),
    headers: { preau: '1', cookie: `preau=${who.cookie}` },
  })
  expect(answer.statusCode).toBe(200)
  expect(Number(answer.headers['content-length'])).toBe(answer.rawPayload.length)
  return Object.fromEntries(
    Object.entries(unzipSync(new Uint8Array(answer.rawPayload))).map(([name, bytes]) => [
      name,
      Buffer.from(bytes).toString('utf8'),
    ]),
  )
}
const rowsOf = (text: string, delimiter: string): Record<string, string>[] =>
  parse(text, { delimiter, columns: true, bom: true, record_delimiter: '\r\n' })

let exportId: string

test('only managers ask, with a reason; members who are included read it in their access log', async () => {
  expect((await karim.post(url(), all)).status).toBe(403)
  expect((await karim.get(url())).status).toBe(403)
  expect((await claire.post(url(), { ...all, reason: 'court' })).status).toBe(400)
  const asked = await claire.post(url(), all)
  expect(asked.status, asked.text).toBe(200)
  expect(asked.body).toMatchObject({ state: 'preparing', isMine: true, reason: all.reason })
  exportId = asked.body.id
  const log = await karim.get('/api/v1/me/access-log')
  expect(log.body.items[0]).toMatchObject({ screen: 'exports', viewerRole: 'manager' })
  const audited = await t.db.read.row<{ details: { reason: string } }>(
    `select details from platform.audit where action = 'communityExported' and subject = $1`,
    [id],
  )
  expect(audited?.details.reason).toBe(all.reason)
  await t.settle()
  expect((await nadia.get(url())).body.items).toMatchObject([{ state: 'ready', isMine: false }])
})

test('the ZIP holds tables that no spreadsheet runs, and the same rows as JSON', async () => {
  const files = await fetchZip(claire, exportId)
  expect(Object.keys(files).toSorted()).toEqual(
    [
      'README.txt',
      ...['comments', 'figures', 'gatherings', 'members', 'pages', 'posts', 'releases'].flatMap((name) => [
        `${name}.csv`,
        `${name}.json`,
      ]),
      'gatherings.ics',
    ].toSorted(),
  )
  const posts = files['posts.csv']!
  // A French manager's spreadsheet: semicolons, and the mark that says UTF-8.
  expect(posts.startsWith('\ufeffidentifiant;type;titre;')).toBe(true)
  const rows = rowsOf(posts, ';')
  const told = JSON.parse(files['posts.json']!) as { title: string; text: string; id: string }[]
  expect(rows).toHaveLength(formulas.length)
  expect(told.map(({ id: one }) => one)).toEqual(rows.map((row) => row['identifiant']))
  for (const row of rows) for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[\s"]*[=+\-@＝]/)
  // What was written is all there, in JSON as it was.
  expect(told.map(({ text }) => text)).toContain('=1+1\n"cité"; fin')
  expect(JSON.stringify(files)).not.toContain('secret-supprimé')

  const members = rowsOf(files['members.csv']!, ';')
  expect(Object.keys(members[0]!)).toEqual([
    'identifiant',
    'nom',
    'type',
    'entité',
    'rôles',
    'mois d’arrivée',
  ])
  expect(members.map((row) => row['nom'])).toContain(`'=cmd|' /C calc'!A0`)
  expect(files['gatherings.ics']).toContain('BEGIN:VCALENDAR')
})

test('figures of an export equal those of the page', async () => {
  const files = await fetchZip(claire, exportId)
  const rows = (
    JSON.parse(files['figures.json']!) as { month: string; id: string; value: unknown; n: unknown }[]
  ).filter(({ month }) => month === '2026-10')
  const screen = await claire.get(`/api/v1/communities/${slug}/closed-figures?period=2026-10`)
  expect(screen.status, screen.text).toBe(200)
  const kept = screen.body.figures.filter(({ series }: { series: unknown[] }) => series.length > 0)
  expect(rows.map(({ id: one, value, n }) => [one, value, n])).toEqual(
    kept.map((figure: { id: string; value: unknown; n: unknown }) => [figure.id, figure.value, figure.n]),
  )
  expect(rows.length).toBeGreaterThan(10)
})

test('rights are those of the moment of the download, and the file goes after a week', async () => {
  // Another manager sees that it was made, and asks for their own.
  expect((await nadia.get(url(`/${exportId}/file`))).status).toBe(404)
  await t.db.read.run(
    `delete from communities.community_role where community_id = $1 and member_id = $2 and role = 'manager'`,
    [id, claire.memberId],
  )
  expect((await claire.get(url(`/${exportId}/file`))).status).toBe(403)
  await t.db.read.run(
    `insert into communities.community_role (community_id, member_id, role) values ($1, $2, 'manager')`,
    [id, claire.memberId],
  )
  t.setNow(new Date(now.getTime() + 7 * 86_400_000 + 1000))
  expect((await claire.get(url(`/${exportId}/file`))).body.error.code).toBe('exportGone')
  expect((await claire.get(url())).body.items[0]).toMatchObject({ state: 'gone', reason: all.reason })
  const { forgetExports } = await import('./server/operations/forget-exports.ts')
  const { systemActor } = await import('#platform/context.ts')
  const pieces = await t.db.read.rows<{ blobId: string }>(
    'select blob_id as "blobId" from reports.export_piece',
  )
  expect(pieces.length).toBeGreaterThan(0)
  await t.db.transaction((tx) =>
    forgetExports({ actor: systemActor('test'), tx, now: t.services.now() }, t.services),
  )
  expect(await t.db.read.rows('select 1 from reports.export_piece')).toEqual([])
  await expect
    .poll(async () => {
      const found = await t.services.blobs.get(pieces[0]!.blobId)
      found?.stream.on('error', () => {}).destroy()
      return found === undefined
    })
    .toBe(true)
  t.setNow(now)
})

test('an English manager gets commas', async () => {
  const asked = await nadia.post(url(), {
    ...all,
    parts: ['members'],
    formats: ['csv'],
    reason: 'For our yearly review',
  })
  await t.settle()
  const files = await fetchZip(nadia, asked.body.id)
  expect(files['members.csv']!.startsWith('\ufeffid,name,kind,entity,roles,month joined\r\n')).toBe(true)
})

test('cells: RFC 4180, numbers left alone, formulas disarmed', () => {
  expect(csvLine(['a"b', 'c;d', 1.5, -2, null, true], ';')).toBe('"a""b";"c;d";1,5;-2;;1\r\n')
  for (const formula of formulas) {
    const [[cell]] = parse(csvLine([formula], ','), { relax_quotes: false }) as [[string]]
    expect(cell).toBe(`'${formula.replace(/\r$/, '')}`)
  }
  expect(csvCell('nul\u0000 et cloche\u0007', ',')).toBe('nul et cloche')
})

test.runIf(existsSync(hostileFile))(
  'hostile strings come back whole, and none could run (skipped where ../shared/data is absent)',
  () => {
    const strings = JSON.parse(readFileSync(hostileFile, 'utf8')) as string[]
    for (const separator of [',', ';'] as const)
      for (const text of strings) {
        const [row] = parse(csvLine([text, 'fin'], separator), { delimiter: separator }) as string[][]
        expect(row).toHaveLength(2)
        expect(row![1]).toBe('fin')
        expect(row![0]).not.toMatch(/^[\s"]*[=+\-@]/)
        // oxlint-disable-next-line no-control-regex
        const readable = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
        expect([readable, `'${readable}`]).toContain(row![0])
      }
  },
)

test('a ZIP is written in pieces of bounded size', async () => {
  const sizes: number[] = []
  const zip = zipInPieces(async (piece) => void sizes.push(piece.length))
  let seed = 1
  const noise = () => {
    // Letters that do not compress well.
    let text = ''
    while (text.length < 100_000) {
      seed = (seed * 48_271) % 2_147_483_647
      text += seed.toString(36)
    }
    return text
  }
  await zip.file(
    'large.txt',
    (async function* () {
      for (let n = 0; n < 400; n++) yield noise()
    })(),
  )
  const total = await zip.end()
  expect(sizes.length).toBeGreaterThan(2)
  expect(Math.max(...sizes)).toBeLessThan(9 * 1024 * 1024)
  expect(sizes.reduce((sum, one) => sum + one, 0)).toBe(total)
})
