import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { createIo, Failure, runCommand, UsageError, withDatabase } from '#platform/cli.ts'
import type { Command, Io } from '#platform/cli.ts'
import { findHolder } from '#platform/db/embedded/lock.ts'
import { openDatabase } from '#platform/db/embedded/start-database.ts'
import pg from 'pg'
import { compare, measureClasses } from './measure.ts'
import type { ClassLine, Comparison, Side, Subject } from './measure.ts'
import { scenariosFor } from './scenarios.ts'
import { wholeNumber } from './seed.ts'
import { freePort, residentMegabytes, startServer } from './servers.ts'
import type { StartedServer } from './servers.ts'
import { signViewersIn, signViewersOut } from './viewers.ts'
import { buildWorld } from './world/build-world.ts'
import { worldOf } from './world/size.ts'

interface BenchOptions {
  members: number
  seconds: number
  role: 'web' | 'all'
  only: string[] | undefined
  /** Profiles of the product's process are written here. */
  profile: string | undefined
}

interface BenchReport {
  members: number
  cores: number
  startMilliseconds: number
  /** Of the product's process after ten idle seconds, and after the load; PostgreSQL not included. */
  idleMegabytes: number | undefined
  loadedMegabytes: number | undefined
  comparisons: Comparison[]
  classes: ClassLine[]
}

const goals = { startMilliseconds: 1_000, idleMegabytes: 150 }

/** Seeds what is empty; refuses a database that holds real people, because the bench writes replies. */
async function prepareWorld(io: Io, members: number): Promise<number> {
  return withDatabase(io, async ({ pool }) => {
    const { rows } = await pool.query<{ people: number; strangers: boolean }>(
      `select (select count(*) from people.member) as people,
              exists (select 1 from people.member where email is null or email not like '%@seed.example') as strangers`,
    )
    const { people, strangers } = rows[0]!
    if (strangers)
      throw new Failure(
        'This database holds people that npm run seed did not make: the bench would write among them. Give it another.',
      )
    if (people > 0) return people
    const progress = io.progress('seed')
    await buildWorld(pool, worldOf(members), {
      now: new Date(new Date().setUTCHours(6, 0, 0, 0)),
      withSearch: true,
    })
    progress.end(`${members.toLocaleString('en')} members`)
    return members
  })
}

/** The product as it runs in production, on free ports, its log thrown away but written. */
async function startProduct(
  io: Io,
  options: BenchOptions,
  port: number,
  metrics: number,
): Promise<StartedServer> {
  const { dataDir, databaseUrl } = io.config()
  const flags = options.profile ? ['--cpu-prof', `--cpu-prof-dir=${options.profile}`] : []
  return startServer(
    'apps/server/boot.ts',
    port,
    {
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      METRICS_PORT: String(metrics),
      DATA_DIR: dataDir,
      ROLE: options.role,
      ...(databaseUrl && { DATABASE_URL: databaseUrl }),
    },
    flags,
  )
}

/** The shortest of three starts on the existing database: the first one fills the caches of the disk. */
async function measureStart(io: Io, options: BenchOptions): Promise<number> {
  const times: number[] = []
  for (let n = 0; n < 3; n++) {
    const server = await startProduct(
      io,
      { ...options, profile: undefined },
      await freePort(),
      await freePort(),
    )
    times.push(server.startedIn)
    await server.stop()
  }
  return Math.min(...times)
}

async function bench(io: Io, options: BenchOptions): Promise<BenchReport> {
  const members = await prepareWorld(io, options.members)
  const config = io.config()
  if (!config.databaseUrl && findHolder(config.dataDir))
    throw new Failure(`A Préau is running on ${config.dataDir}: stop it first, or give another folder.`)
  const startMilliseconds = await measureStart(io, options)
  const undo: (() => Promise<unknown>)[] = []
  try {
    const metrics = await freePort()
    const product = await startProduct(io, options, await freePort(), metrics)
    undo.push(() => product.stop())
    const { url } = await openDatabase(config, io.log)
    const pool = new pg.Pool({ connectionString: url, max: 2 })
    pool.on('error', () => {})
    undo.push(() => pool.end())
    const viewers = await signViewersIn(pool)
    undo.push(() => signViewersOut(pool, viewers))
    await sleep(10_000)
    const idleMegabytes = residentMegabytes(product.pid)
    const comparator = await startServer('bench/comparator.ts', await freePort(), { DATABASE_URL: url })
    undo.push(() => comparator.stop())

    const subject = (server: StartedServer, applicationName: string): Subject => ({
      port: server.port,
      pid: server.pid,
      backends: async () =>
        (
          await pool.query<{ pid: number }>('select pid from pg_stat_activity where application_name = $1', [
            applicationName,
          ])
        ).rows.map((row) => row.pid),
    })
    const subjects = {
      product: subject(product, `preau ${options.role}`),
      comparator: subject(comparator, 'comparator'),
      metricsPort: metrics,
    }
    const comparisons: Comparison[] = []
    for (const scenario of scenariosFor(viewers)) {
      if (options.only && !options.only.includes(scenario.name)) continue
      io.note(`measuring ${scenario.name} …`)
      comparisons.push(await compare(scenario, subjects, options.seconds))
    }
    const classPaths = [
      '/api/v1/feed',
      '/api/v1/feed/unread',
      '/api/v1/questions/waiting',
      '/api/v1/search?q=maintenance',
      '/api/v1/search?q=fonderie',
      '/api/v1/search?q=ref7a120',
    ]
    const classes = options.only ? [] : await measureClasses(product.port, viewers, classPaths, 1_000)
    return {
      members,
      cores: cpus().length,
      startMilliseconds,
      idleMegabytes,
      loadedMegabytes: residentMegabytes(product.pid),
      comparisons,
      classes,
    }
  } finally {
    // In reverse: connections close before the server that they lead to.
    while (undo.length > 0) await undo.pop()!().catch((error: Error) => io.note(error.message))
  }
}

function print(io: Io, report: BenchReport): void {
  const cost = (of: Side['cost']) => (of ? `${of.process.toFixed(2)} + ${of.database.toFixed(2)}` : 'unknown')
  const ms = (value: number) => value.toFixed(value < 10 ? 1 : 0)
  io.print(
    `\n${report.members.toLocaleString('en')} members, ${report.cores} cores for server, PostgreSQL and load together, 10 connections\n`,
  )
  io.table([
    [
      '',
      'product/s',
      'limit/s',
      'ratio',
      'goal',
      'p50 ms',
      'p99 ms',
      'limit p50',
      'limit p99',
      'statements',
      'bytes',
      'limit bytes',
    ],
    ...report.comparisons.map(({ name, product, comparator, ratio, goal, isMet }) => [
      name,
      Math.round(product.perSecond),
      Math.round(comparator.perSecond),
      ratio.toFixed(2),
      `${isMet ? '✓' : '✗'} ${goal}`,
      ms(product.p50),
      ms(product.p99),
      ms(comparator.p50),
      ms(comparator.p99),
      product.statements.toFixed(1),
      product.bytes,
      comparator.bytes,
    ]),
  ])
  io.print('\nProcessor milliseconds per request, process + PostgreSQL')
  io.table([
    ['', 'product', 'limit', 'limit ÷ product'],
    ...report.comparisons.map(({ name, product, comparator, costRatio }) => [
      name,
      cost(product.cost),
      cost(comparator.cost),
      costRatio?.toFixed(2) ?? 'unknown',
    ]),
  ])
  if (report.classes.length > 0) {
    io.print('\nOne request at a time, by how many communities the person is in')
    io.table([
      ['', 'communities', 'p50 ms', 'p99 ms'],
      ...report.classes.map(({ path, cls, communities, p50, p99 }) => [
        path,
        `${cls} (${communities})`,
        ms(p50),
        ms(p99),
      ]),
    ])
  }
  const idle = report.idleMegabytes
  io.print(
    `\nStart on the existing database: ${Math.round(report.startMilliseconds)} ms (goal ${goals.startMilliseconds}). ` +
      `Resident memory: ${idle?.toFixed(0) ?? 'unknown'} MB idle (goal ${goals.idleMegabytes}), ${report.loadedMegabytes?.toFixed(0) ?? 'unknown'} MB after the load.`,
  )
}

const benchCommand: Command = {
  name: 'bench',
  summary: 'Compares the product with the least that its database allows, in one run, on a seeded world.',
  usage: ['[--members 20000] [--seconds 5] [--only feed,reply] [--data-dir DIR | --database URL] [--json]'],
  options: {
    members: {
      type: 'string',
      value: 'N',
      help: 'Size of the world where there is none yet (default 20000).',
    },
    seconds: { type: 'string', value: 'N', help: 'Load on each side of each comparison (default 5).' },
    only: { type: 'string', value: 'LIST', help: 'Some of feed, conversation, unread, search, reply.' },
    role: {
      type: 'string',
      value: 'ROLE',
      help: 'web: jobs wait (default); all: the same process works them off meanwhile.',
    },
    'data-dir': {
      type: 'string',
      value: 'DIR',
      help: 'A folder to keep; without it a temporary one, removed at the end.',
    },
    database: { type: 'string', value: 'URL', help: 'A PostgreSQL of your own, empty or seeded.' },
    profile: { type: 'string', value: 'DIR', help: 'Writes CPU profiles of the product there.' },
    json: { type: 'boolean', help: 'Prints the report as JSON.' },
  },
  async run({ values }, io) {
    const role = values['role'] ?? 'web'
    if (role !== 'web' && role !== 'all') throw new UsageError('--role is web or all.')
    const options: BenchOptions = {
      members: wholeNumber(values['members'], 'members', 100) ?? 20_000,
      seconds: wholeNumber(values['seconds'], 'seconds', 1) ?? 5,
      role,
      only: typeof values['only'] === 'string' ? values['only'].split(',') : undefined,
      profile: typeof values['profile'] === 'string' ? values['profile'] : undefined,
    }
    if (!existsSync(join(import.meta.dirname, '../dist/index.html')))
      throw new Failure('The pages are not built yet: run npm run build first.')
    if (values['database']) process.env['DATABASE_URL'] = String(values['database'])
    const given = values['data-dir'] ?? (process.env['DATABASE_URL'] ? undefined : process.env['DATA_DIR'])
    const folder = typeof given === 'string' ? given : await mkdtemp(join(tmpdir(), 'preau-bench-'))
    process.env['DATA_DIR'] = folder
    try {
      const report = await bench(io, options)
      if (values['json']) io.json(report)
      else print(io, report)
    } finally {
      if (folder !== given) await rm(folder, { recursive: true, force: true })
    }
  },
}

if (import.meta.main)
  process.exitCode = await runCommand(benchCommand, process.argv.slice(2), createIo(), 'npm run bench --')
