// Does "who could answer?" find people who really answer? Imports a Stack Exchange dump into a throw-away database,
// then asks the product's own proposal, question by question, as of the instant each was asked.
//
//   node tools/evaluate-experts.ts --data ../shared/data/stackexchange/history-meta [--json]
//
// A hit: one of the three people proposed is among those who answered. Baseline: the five people with the most
// answers to that day (five against three). Questions of the test period count when somebody answered who had
// written something in the training period.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import pino from 'pino'
import { proposeExperts } from '#modules/expertise/public.ts'
import type { ProposalRules } from '#modules/expertise/public.ts'
import { startTestCluster } from '#platform/db/embedded/test-cluster.ts'
import { openDb } from '#platform/db/pool.ts'
import type { Db } from '#platform/db/pool.ts'
import { prepareDatabase } from '#platform/db/prepare.ts'
import type { Tx } from '#platform/db/tx.ts'
import { newId } from '#platform/ids.ts'
import type { Services } from '#platform/services.ts'

const root = join(import.meta.dirname, '..')
const { values } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/data/stackexchange/history-meta' },
    json: { type: 'boolean', default: false },
  },
})
const folder = resolve(values.data)
if (!existsSync(join(folder, 'Posts.xml'))) {
  process.stderr.write(
    `There is no Posts.xml in ${folder}; give the folder of an unpacked dump with --data.\n`,
  )
  process.exit(1)
}

const splits = [0.5, 0.6, 0.7, 0.8]
const slug = 'history'

interface Question {
  id: string
  authorId: string
  at: Date
  answerers: string[]
}
interface History {
  communityId: string
  questions: Question[]
  /** Answers to somebody else's question, in the order of time. */
  answers: { memberId: string; at: Date }[]
  /** The first text of each person. */
  firstSeen: Map<string, Date>
}

async function readHistory(db: Db): Promise<History> {
  const { id: communityId } = (await db.read.row<{ id: string }>(
    `select id from communities.community where slug = $1`,
    [slug],
  ))!
  const questions = await db.read.rows<Question>(
    `select p.id, p.author_id as "authorId", p.created_at as at,
            array(select distinct k.author_id from discussions.comment k
                   where k.post_id = p.id and k.is_answer and k.author_id <> p.author_id) as answerers
       from discussions.post p where p.community_id = $1 and p.kind = 'question' order by p.created_at, p.id`,
    [communityId],
  )
  const answers = await db.read.rows<{ memberId: string; at: Date }>(
    `select k.author_id as "memberId", k.created_at as at from discussions.comment k join discussions.post p on p.id = k.post_id
      where k.community_id = $1 and k.is_answer and k.author_id <> p.author_id order by k.created_at`,
    [communityId],
  )
  const seen = await db.read.rows<{ id: string; at: Date }>(
    `select author_id as id, min(created_at) as at from (
       select author_id, created_at from discussions.post union all select author_id, created_at from discussions.comment) text
      group by author_id`,
  )
  return { communityId, questions, answers, firstSeen: new Map(seen.map(({ id, at }) => [id, at])) }
}

/** Who the product proposes for each question, in the order of time; `rules` on: everybody proposed is asked, and has that load next time. */
async function propose(
  db: Db,
  history: History,
  from: number,
  rules: ProposalRules,
): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>()
  const work = async (tx: Tx): Promise<void> => {
    for (const question of history.questions.slice(from)) {
      const proposals = await proposeExperts(
        { tx, now: question.at },
        { communityId: history.communityId, postIds: [question.id], rules },
      )
      const ids = (proposals.get(question.id) ?? []).map(({ member }) => member.id)
      found.set(question.id, ids)
      if (rules.cap || rules.load)
        for (const id of ids)
          await tx.run(
            `insert into expertise.ask (id, post_id, to_member_id, by_member_id, by_role, at) values ($1, $2, $3, $4, 'author', $5)`,
            [newId(), question.id, id, question.authorId, question.at],
          )
    }
    throw new RolledBack()
  }
  await db.transaction(work).catch((error: unknown) => {
    if (!(error instanceof RolledBack)) throw error
  })
  return found
}
class RolledBack extends Error {}

/** The five (or three) people with most answers to that day, the asker left out. */
function mostActive(history: History, n: number): Map<string, string[]> {
  const counts = new Map<string, number>()
  const found = new Map<string, string[]>()
  let next = 0
  for (const question of history.questions) {
    for (; next < history.answers.length && history.answers[next]!.at < question.at; next++) {
      const { memberId } = history.answers[next]!
      counts.set(memberId, (counts.get(memberId) ?? 0) + 1)
    }
    const ids = [...counts]
      .filter(([id]) => id !== question.authorId)
      .toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .slice(0, n)
    found.set(
      question.id,
      ids.map(([id]) => id),
    )
  }
  return found
}

/** Wilson's 95 % interval of a share. */
function interval(hits: number, n: number): [number, number] {
  const z = 1.96
  const share = hits / n
  const middle = (share + (z * z) / (2 * n)) / (1 + (z * z) / n)
  const half = (z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n))) / (1 + (z * z) / n)
  return [middle - half, middle + half]
}

interface Score {
  name: string
  hits: number
  n: number
  rate: number
  low: number
  high: number
  /** Share of all proposals that went to the five people proposed most, and how many were proposed at all. */
  topFive: number
  people: number
}

function score(name: string, tested: readonly Question[], found: Map<string, string[]>): Score {
  const hits = tested.filter(({ id, answerers }) =>
    found.get(id)!.some((who) => answerers.includes(who)),
  ).length
  const asks = new Map<string, number>()
  for (const { id } of tested) for (const who of found.get(id)!) asks.set(who, (asks.get(who) ?? 0) + 1)
  const loads = [...asks.values()].toSorted((a, b) => b - a)
  const all = loads.reduce((sum, n) => sum + n, 0)
  const [low, high] = interval(hits, tested.length)
  return {
    name,
    hits,
    n: tested.length,
    rate: hits / tested.length,
    low,
    high,
    topFive: loads.slice(0, 5).reduce((sum, n) => sum + n, 0) / all,
    people: asks.size,
  }
}

/** Questions from the split on that somebody answered who had written before it. */
function testSet(history: History, split: number): Question[] {
  const from = Math.floor(history.questions.length * split)
  const instant = history.questions[from]!.at
  return history.questions
    .slice(from)
    .filter(({ answerers }) => answerers.some((id) => history.firstSeen.get(id)! < instant))
}

const run = (args: string[], env: Record<string, string>): Promise<void> =>
  new Promise((done, fail) => {
    const child = spawn(process.execPath, ['apps/cli/main.ts', ...args], {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    child.on('error', fail)
    child.on('close', (code) =>
      code === 0 ? done() : fail(new Error(`preau ${args[0]} ended with ${code}`)),
    )
  })

async function main(): Promise<void> {
  const cluster = await startTestCluster()
  const scratch = await mkdtemp(join(tmpdir(), 'preau-experts-'))
  try {
    const admin = new pg.Client({ connectionString: cluster.adminUrl })
    await admin.connect()
    await admin.query('create database experts')
    await admin.end()
    const url = new URL(cluster.adminUrl)
    url.pathname = '/experts'
    await prepareDatabase(url.href)
    await run(['import', 'stackexchange', folder, '--community', slug, '--language', 'en', '--json'], {
      DATABASE_URL: url.href,
      DATA_DIR: scratch,
      LOG_LEVEL: 'warn',
    })
    const db = openDb(url.href, pino({ level: 'fatal' }) as unknown as Services['log'], { max: 2 })
    // People of an import have no account; in the evaluation they are colleagues who could be asked.
    await db.transaction(async (tx) => {
      await tx.run(
        `update people.member set state = 'active', email = id || '@exemple.test'
          where state = 'dormant' and id <> '00000000-0000-7000-8000-000000000001'`,
      )
    })
    await db.transaction((tx) => tx.run('analyze'))
    const history = await readHistory(db)
    const from = Math.floor(history.questions.length * splits[0]!)
    const started = performance.now()
    const open = await propose(db, history, from, { cap: false, load: false })
    const perQuestion = (performance.now() - started) / (history.questions.length - from)
    const loaded = await propose(db, history, from, { cap: false, load: true })
    const ruled = await propose(db, history, from, { cap: true, load: true })
    const five = mostActive(history, 5)
    const three = mostActive(history, 3)
    await db.close()
    const results = splits.map((split) => {
      const tested = testSet(history, split)
      return {
        split,
        from: tested[0]!.at.toISOString().slice(0, 10),
        scores: [
          score('three proposed', tested, open),
          score('five most active', tested, five),
          score('three most active', tested, three),
          score('three proposed, all asked, load counts', tested, loaded),
          score('three proposed, all asked, load and two a week', tested, ruled),
        ],
      }
    })
    if (values.json) process.stdout.write(`${JSON.stringify({ perQuestion, results }, null, 2)}\n`)
    else print(results, perQuestion, history.questions.length)
  } finally {
    await cluster.stop()
    await rm(scratch, { recursive: true, force: true })
  }
}

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`.padStart(7)

function print(
  results: { split: number; from: string; scores: Score[] }[],
  perQuestion: number,
  questions: number,
): void {
  const out = (line: string): void => void process.stdout.write(`${line}\n`)
  out(`${questions} questions; ${perQuestion.toFixed(0)} ms a proposal.`)
  for (const { split, from, scores } of results) {
    out(`\nTrained on the first ${100 * split} %, tested from ${from}, n = ${scores[0]!.n}`)
    for (const one of scores)
      out(
        `  ${one.name.padEnd(48)} ${percent(one.rate)}  [${percent(one.low)} – ${percent(one.high)}]  ${String(one.people).padStart(3)} people, five of them get ${percent(one.topFive)}`,
      )
  }
}

await main()
