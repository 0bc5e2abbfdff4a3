import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase } from '#platform/testing/database.ts'
import { regularDump, writeDump } from './fixtures.ts'

const root = join(import.meta.dirname, '../..')
let folder = ''
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'preau-import-'))))
afterAll(() => rm(folder, { recursive: true, force: true }))

interface World {
  url: string
  db: pg.Client
  start(args: string[]): ReturnType<typeof spawn>
  /** Runs `preau` to its end; the parsed answer when it is JSON. */
  // oxlint-disable-next-line typescript/no-explicit-any
  preau(args: string[], input?: string): Promise<{ code: number | null; json: any; out: string; err: string }>
  totals(): Promise<unknown>
}

/** A database of one's own, and the command line on it, in processes of their own. */
async function inWorld(work: (world: World) => Promise<void>): Promise<void> {
  const database = await freshDatabase()
  const db = new pg.Client({ connectionString: database.url })
  await db.connect()
  const start = (args: string[]) =>
    spawn(process.execPath, ['apps/cli/main.ts', ...args], {
      cwd: root,
      env: { ...process.env, DATABASE_URL: database.url, DATA_DIR: join(folder, 'data'), LOG_LEVEL: 'warn' },
    })
  try {
    await work({
      url: database.url,
      db,
      start,
      preau: (args, input) =>
        new Promise((resolve, reject) => {
          const child = start(args)
          let out = ''
          let err = ''
          child.stdout!.on('data', (text: Buffer) => (out += text.toString()))
          child.stderr!.on('data', (text: Buffer) => (err += text.toString()))
          child.stdin!.end(input ?? '')
          child.on('error', reject)
          child.on('close', (code) =>
            resolve({ code, out, err, json: out.startsWith('{') ? JSON.parse(out) : undefined }),
          )
        }),
      async totals() {
        const { rows } = await db.query(
          `select (select count(*)::int from discussions.post) as posts, (select count(*)::int from discussions.comment where is_answer) as answers,
                  (select count(*)::int from discussions.comment where not is_answer) as comments, (select count(*)::int from discussions.acceptance) as accepted,
                  (select coalesce(sum(n), 0)::int from discussions.imported_reaction) as likes, (select count(*)::int from people.member) as people,
                  (select count(*)::int from communities.membership) as members, (select count(*)::int from discussions.closure) as closed,
                  (select count(*)::int from discussions.post_link) as links, (select count(*)::int from search.doc) as indexed,
                  (select sum(answer_count)::int from discussions.post) as "answerCounts", (select count(*)::int from interchange.staged) as staged,
                  (select count(*)::int from platform.domain_event where community_id is not null and name not in ('communityCreated', 'memberJoined', 'roleGranted')) as events,
                  (select count(*)::int from discussions.post where not imported) as "notImported"`,
        )
        return rows[0]
      },
    })
  } finally {
    await db.end()
    await database.drop()
  }
}

/** The exit code, with what the command said when it failed. */
const ended = ({ code, err }: { code: number | null; err: string }): string =>
  code === 0 ? '0' : `${code}: ${err}`

const createAdmin = (world: World) =>
  world.preau(
    ['user', 'create', '--email', 'ada@exemple.test', '--name', 'Ada', '--admin', '--password-stdin'],
    'une phrase assez longue',
  )

// Each case runs the command line several times in processes of their own, which a busy machine makes slow.
describe('import of a dump', { timeout: 300_000 }, () => {
  it('maps what it finds, reports what it leaves out, and repeats nothing', async () => {
    const dump = join(folder, 'small')
    const hostile =
      '<script>alert(1)</script><p onclick="x()">[@Ada](member:0190aaaa-0000-7000-8000-000000000001) <a href="javascript:alert(1)">clic</a></p>'
    await writeDump(dump, {
      'Users.xml': [
        { Id: 1, DisplayName: 'Inès 🐚', CreationDate: '2020-01-01T08:00:00.000' },
        { Id: 2, DisplayName: '"><script>alert(2)</script>', CreationDate: '2020-01-02T08:00:00.000' },
        { Id: 3, DisplayName: 'sans date' },
      ],
      'Posts.xml': [
        {
          Id: 10,
          PostTypeId: 1,
          CreationDate: '2020-01-03T08:00:00.000',
          OwnerUserId: 1,
          Title: 'Première ?',
          Body: `<p>La <b>question</b> est là, pour nous.</p>${hostile}`,
          Tags: '<bug><outil>',
          AcceptedAnswerId: 12,
          LastEditDate: '2020-02-01T00:00:00.000',
        },
        {
          Id: 11,
          PostTypeId: 1,
          CreationDate: '2020-01-04T08:00:00.000',
          OwnerDisplayName: 'user99',
          Title: 'Deuxième',
          Body: '<p>Encore.</p>',
          Tags: '|bug|',
          ClosedDate: '2020-01-05T08:00:00.000',
        },
        {
          Id: 12,
          PostTypeId: 2,
          ParentId: 10,
          CreationDate: '2020-01-03T09:30:00.000',
          OwnerUserId: 2,
          Body: '<p>Ainsi :</p><pre><code>x = 1\n</code></pre><p>Soit $a_b$.</p>',
        },
        {
          Id: 13,
          PostTypeId: 2,
          ParentId: 999,
          CreationDate: '2020-01-03T09:30:00.000',
          OwnerUserId: 2,
          Body: '<p>Perdue.</p>',
        },
        { Id: 14, PostTypeId: 5, CreationDate: '2020-01-03T09:30:00.000', Body: '<p>Un mot-clé.</p>' },
        {
          Id: 15,
          PostTypeId: 1,
          CreationDate: '2020-01-06T08:00:00.000',
          OwnerUserId: 2,
          Title: 'Troisième',
          Body: '<p>Oui.</p>',
          ClosedDate: '2020-01-07T08:00:00.000',
        },
        {
          Id: 10,
          PostTypeId: 1,
          CreationDate: '2020-01-03T08:00:00.000',
          OwnerUserId: 1,
          Title: 'Jumelle',
          Body: '<p>Non.</p>',
        },
        '  <row Id="16" PostTypeId="1" Body="cassée />\n',
      ],
      'Comments.xml': [
        {
          Id: 1,
          PostId: 10,
          Text: '# Bien vu, [@Ada](member:0190aaaa-0000-7000-8000-000000000001)',
          CreationDate: '2020-01-03T10:00:00.000',
          UserId: 2,
        },
        { Id: 2, PostId: 12, Text: 'Merci !', CreationDate: '2020-01-03T11:00:00.000', UserId: 1 },
        { Id: 3, PostId: 14, Text: 'Sur un mot-clé.', CreationDate: '2020-01-03T11:00:00.000', UserId: 1 },
        { Id: 4, PostId: 998, Text: 'Nulle part.', CreationDate: '2020-01-03T11:00:00.000', UserId: 1 },
      ],
      'Votes.xml': [
        { Id: 1, PostId: 10, VoteTypeId: 2, CreationDate: '2020-01-03T00:00:00.000' },
        { Id: 2, PostId: 10, VoteTypeId: 2, CreationDate: '2020-01-04T00:00:00.000' },
        { Id: 3, PostId: 12, VoteTypeId: 2, CreationDate: '2020-01-04T00:00:00.000' },
        { Id: 4, PostId: 12, VoteTypeId: 1, CreationDate: '2020-01-06T00:00:00.000' },
        { Id: 5, PostId: 10, VoteTypeId: 3, CreationDate: '2020-01-04T00:00:00.000' },
        { Id: 6, PostId: 997, VoteTypeId: 2, CreationDate: '2020-01-04T00:00:00.000' },
      ],
      'PostLinks.xml': [
        { Id: 1, PostId: 15, RelatedPostId: 10, LinkTypeId: 3, CreationDate: '2020-01-07T00:00:00.000' },
        { Id: 2, PostId: 11, RelatedPostId: 10, LinkTypeId: 1, CreationDate: '2020-01-07T00:00:00.000' },
        { Id: 3, PostId: 11, RelatedPostId: 996, LinkTypeId: 1, CreationDate: '2020-01-07T00:00:00.000' },
      ],
      'Badges.xml': [{ Id: 1, UserId: 1, Name: 'Student', Date: '2020-01-03T08:00:00.000' }],
    })
    await inWorld(async (world) => {
      await createAdmin(world)
      const args = ['import', 'stackexchange', dump, '--community', 'essai', '--json']

      const rehearsal = await world.preau([...args, '--dry-run'])
      expect(ended(rehearsal)).toBe('0')
      expect(await world.totals()).toMatchObject({ posts: 0, people: 1, members: 0 })

      const first = await world.preau(args)
      expect(ended(first)).toBe('0')
      expect(first.json).toMatchObject({ created: true, unreadable: 1, missing: ['tags.xml'] })
      expect(first.json.kinds).toEqual(rehearsal.json.kinds)
      expect(first.json.kinds).toMatchObject({
        users: { read: 3, taken: 2, fresh: 2, skipped: { noDate: 1 } },
        questions: { read: 4, taken: 3, fresh: 3, skipped: { duplicateId: 1 } },
        answers: { read: 2, taken: 1, fresh: 1, skipped: { absentQuestion: 1 } },
        comments: { read: 4, taken: 2, fresh: 2, skipped: { onSkippedPost: 1, absentPost: 1 } },
        acceptedAnswers: { read: 1, taken: 1, fresh: 1 },
        votes: { read: 6, taken: 3, fresh: 3, skipped: { acceptance: 1, down: 1, orphan: 1 } },
        closures: { read: 2, taken: 2, fresh: 2 },
        links: { read: 3, taken: 2, fresh: 2, skipped: { absentPost: 1 } },
        otherPosts: { read: 1, taken: 0, skipped: { tagWiki: 1 } },
        badges: { read: 1, taken: 0, skipped: { badge: 1 } },
      })
      expect(first.json.problems).toEqual([
        expect.objectContaining({ file: 'Posts.xml', reason: 'malformed' }),
      ])

      const { rows: posts } = await world.db.query(
        `select p.title, p.tags, p.body_md, p.body_html, p.language, p.created_at, p.edited_at, p.answer_count, p.imported, p.card is not null as carded,
                m.display_name as author, m.state, c.reason, c.note, d.title as duplicate_of, a.at as accepted_at
           from discussions.post p join people.member m on m.id = p.author_id left join discussions.closure c on c.post_id = p.id
           left join discussions.post d on d.id = c.duplicate_of left join discussions.acceptance a on a.post_id = p.id order by p.created_at`,
      )
      expect(posts[0]).toMatchObject({
        title: 'Première ?',
        tags: ['bug', 'outil'],
        language: 'fr',
        answer_count: 1,
        imported: true,
        carded: true,
        author: 'Inès 🐚',
        state: 'dormant',
        created_at: new Date('2020-01-03T08:00:00Z'),
        edited_at: new Date('2020-02-01T00:00:00Z'),
        accepted_at: new Date('2020-01-06T00:00:00Z'),
      })
      expect(posts[0].body_md).toContain('La **question** est là')
      expect(posts[0].body_html).not.toMatch(/<script|onclick|href="javascript/)
      expect(posts[1]).toMatchObject({ state: 'dormant', reason: 'other', duplicate_of: null })
      expect(posts[2]).toMatchObject({ reason: 'duplicate', duplicate_of: 'Première ?' })
      const { rows: comments } = await world.db.query(
        `select body_md, body_html, is_answer, parent_id is not null as is_reply from discussions.comment order by created_at`,
      )
      expect(comments[0].body_md).toContain('```\nx = 1\n```\n\nSoit $a_b$.')
      expect(comments.map((comment) => [comment.is_answer, comment.is_reply])).toEqual([
        [true, false],
        [false, false],
        [false, true],
      ])
      expect(comments[1].body_html).not.toContain('data-member')
      const { rows: managers } = await world.db.query(
        `select m.display_name, c.kind, c.visibility from communities.community_role r join people.member m on m.id = r.member_id join communities.community c on c.id = r.community_id`,
      )
      expect(managers).toEqual([{ display_name: 'Ada', kind: 'practice', visibility: 'open' }])

      const { rows: unread } = await world.db.query(
        `select c.post_seq - m.last_seen_seq as n from communities.membership m join communities.community c on c.id = m.community_id where not m.imported`,
      )
      expect(unread.map((row) => Number(row.n))).toEqual([0])

      const before = await world.totals()
      expect(before).toMatchObject({ posts: 3, events: 0, notImported: 0, staged: 0, indexed: 6 })
      const second = await world.preau(args)
      expect(await world.totals()).toEqual(before)
      for (const [kind, report] of Object.entries(
        second.json.kinds as Record<string, { read: number; taken: number; fresh: number; skipped: object }>,
      )) {
        expect([kind, report]).toEqual([kind, { ...first.json.kinds[kind], fresh: 0 }])
      }
    })
  })

  it('goes on after a kill and ends with the same totals', async () => {
    const dump = join(folder, 'regular')
    await writeDump(dump, regularDump(2_500))
    let whole: unknown
    await inWorld(async (world) => {
      expect(
        (await world.preau(['import', 'stackexchange', dump, '--community', 'essai', '--json'])).code,
      ).toBe(0)
      whole = await world.totals()
      expect(whole).toMatchObject({
        posts: 2_500,
        answers: 2_500,
        comments: 2_500,
        accepted: 834,
        likes: 2_500,
        people: 50,
        answerCounts: 2_500,
      })
    })
    await inWorld(async (world) => {
      const args = ['import', 'stackexchange', dump, '--community', 'essai', '--json']
      const steps = async (): Promise<number> => {
        const { rows } = await world.db.query(
          `select (checkpoint->>'steps')::int * 100000 + (checkpoint->>'rows')::int as place from interchange.import where state = 'running'`,
        )
        return (rows[0]?.place as number | undefined) ?? -1
      }
      // In the middle of the questions, of the answers, and of the comments.
      for (const place of [100_000 + 500, 200_000 + 500, 300_000 + 500]) {
        const child = world.start(args)
        const ended = new Promise((resolve) => child.on('close', (_code, signal) => resolve(signal)))
        while ((await steps()) < place) await new Promise((resolve) => setTimeout(resolve, 5))
        child.kill('SIGKILL')
        expect(await ended).toBe('SIGKILL')
      }
      const last = await world.preau(args)
      expect(ended(last)).toBe('0')
      expect(last.json).toMatchObject({
        resumed: true,
        kinds: {
          questions: { read: 2_500, taken: 2_500 },
          answers: { taken: 2_500 },
          votes: { taken: 2_500, skipped: { down: 2_500 } },
        },
      })
      expect(await world.totals()).toEqual(whole)
    })
  })

  const naughty = join(root, '../shared/data/hostile/blns.json')
  it.skipIf(!existsSync(naughty))(
    'takes hostile texts as words (skipped where ../shared/data is absent)',
    async () => {
      const strings = (JSON.parse(await readFile(naughty, 'utf8')) as string[]).filter((text) =>
        /\S/.test(text),
      )
      const dump = join(folder, 'hostile')
      const when = (index: number) =>
        new Date(Date.UTC(2020, 0, 1) + index * 60_000).toISOString().slice(0, -1)
      await writeDump(dump, {
        'Users.xml': strings.map((text, index) => ({
          Id: index + 1,
          DisplayName: text,
          CreationDate: when(index),
        })),
        'Posts.xml': strings.map((text, index) => ({
          Id: index + 1,
          PostTypeId: 1,
          OwnerUserId: index + 1,
          Title: text,
          Body: `<p>${text}</p>${text}<p>fin</p>`,
          Tags: `<${text}>`,
          CreationDate: when(index),
        })),
        'Comments.xml': strings.map((text, index) => ({
          Id: index + 1,
          PostId: index + 1,
          UserId: index + 1,
          Text: text,
          CreationDate: when(index),
        })),
      })
      await inWorld(async (world) => {
        const run = await world.preau(['import', 'stackexchange', dump, '--community', 'essai', '--json'])
        expect(ended(run)).toBe('0')
        const { questions, comments, users } = run.json.kinds
        expect([
          users.taken,
          questions.taken + run.json.unreadable,
          comments.taken >= strings.length - 10,
        ]).toEqual([strings.length, strings.length, true])
        const { rows } = await world.db.query(
          `select count(*)::int as n from (select body_html from discussions.post union all select body_html from discussions.comment) t
          where body_html ~* '<(script|img|svg|iframe|object|embed|style|input|video|audio|meta|link|form|base)|<[^>]* on[a-z]+=|(href|src)="(javascript|data|vbscript):'`,
        )
        expect(rows).toEqual([{ n: 0 }])
      })
    },
  )

  it('refuses in one sentence what it cannot do', async () => {
    await inWorld(async (world) => {
      const nothing = await world.preau(['import', 'stackexchange', folder, '--community', 'essai'])
      expect([nothing.code, nothing.err.trim().split('\n').length]).toEqual([1, 1])
      expect((await world.preau(['import', 'stackexchange', folder])).code).toBe(2)
      expect(
        (await world.preau(['import', 'stackexchange', folder, '--community', 'Pas Une Adresse'])).code,
      ).toBe(2)
      expect((await world.preau(['figures', '--community', 'nulle-part', '--json'])).code).toBe(1)
    })
  })
})

const history = join(root, '../shared/data/stackexchange/history-meta')
describe.skipIf(!existsSync(history))(
  'a real community of twelve years (skipped where ../shared/data is absent)',
  { timeout: 300_000 },
  () => {
    it('gives the known counts, twice', async () => {
      await inWorld(async (world) => {
        await createAdmin(world)
        for (const round of [1, 2]) {
          const run = await world.preau([
            'import',
            'stackexchange',
            history,
            '--community',
            'history',
            '--json',
          ])
          expect(ended(run)).toBe('0')
          expect(run.json.kinds).toMatchObject({
            users: { read: 3839, taken: 3839 },
            questions: { read: 786, taken: 786, fresh: round === 1 ? 786 : 0 },
            answers: { read: 1459, taken: 1459 },
            comments: { read: 5176, taken: 5176 },
            acceptedAnswers: { taken: 266 },
            votes: { read: 12410, skipped: { orphan: 757 } },
            otherPosts: { read: 32, taken: 0 },
            badges: { read: 9324, taken: 0 },
            tags: { read: 89 },
            links: { read: 443 },
          })
          const { json: figures } = await world.preau([
            'figures',
            '--community',
            'history',
            '--from',
            '2011-01-01',
            '--to',
            '2023-12-31',
            '--clock',
            'wall',
            '--json',
          ])
          const { counts } = figures
          expect(counts).toMatchObject({
            questions: 786,
            answers: 1459,
            comments: 5176,
            askers: 314,
            answerers: 202,
            authors: 399,
            selfAnswered: 65,
            withoutOwner: 80,
          })
          expect(((counts.accepted / counts.questions) * 100).toFixed(1)).toBe('33.8')
          expect(((counts.answered / counts.questions) * 100).toFixed(1)).toBe('88.3')
          expect(counts.medianHoursToFirstAnswerOfAnswered).toBeCloseTo(3.58, 2)
          expect(counts.p75HoursToFirstAnswerOfAnswered).toBeCloseTo(16.9, 1)
          expect(counts.p90HoursToFirstAnswerOfAnswered).toBeCloseTo(82.0, 1)
          expect(figures.includesImported).toBe(true)
          expect(figures.M16).toMatchObject({ unit: '%', value: 33.8, part: 266, n: 786 })
          expect(figures.M15).toMatchObject({ value: 104 })
        }
      })
    })
  },
)
