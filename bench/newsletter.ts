// A newsletter to very many: queued and sent to a mail server on this machine that takes everything.
// node bench/newsletter.ts [people = 160000]; starts a PostgreSQL of its own and throws it away.
import { systemActor } from '#platform/context.ts'
import pg from 'pg'
import { startTestCluster } from '#platform/db/embedded/test-cluster.ts'
import { prepareDatabase } from '#platform/db/prepare.ts'
import { openDb } from '#platform/db/pool.ts'
import { newId } from '#platform/ids.ts'
import { createLog } from '#platform/log.ts'
import { smtpMailer } from '#platform/mail/smtp-mailer.ts'
import type { Services } from '#platform/services.ts'
import { newslettersModule } from '#modules/newsletters/server/module.ts'
import { newsletterKind } from '#modules/newsletters/server/kind.ts'
import { planBulk, readBulk, sendBulk } from '#modules/notifications/public.ts'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

// Whatever is sent to the database, BEGIN and COMMIT included.
let statements = 0
const query = pg.Client.prototype.query as (...args: unknown[]) => unknown
pg.Client.prototype.query = function counted(this: pg.Client, ...args: unknown[]) {
  statements++
  return query.apply(this, args)
} as never

const people = Number(process.argv[2] ?? 160_000)
const cluster = await startTestCluster()
const admin = new pg.Client({ connectionString: cluster.adminUrl })
await admin.connect()
await admin.query('create database newsletter_bench')
await admin.end()
const databaseUrl = new URL(cluster.adminUrl)
databaseUrl.pathname = '/newsletter_bench'
await prepareDatabase(databaseUrl.href)
void newslettersModule

// Answers as a mail server does and keeps nothing: what is measured is the sender.
let taken = 0
const sink = createServer((socket) => {
  let isData = false
  let rest = ''
  socket.write('220 sink\r\n')
  socket.on('error', () => {})
  socket.on('data', (chunk) => {
    rest += chunk.toString('latin1')
    for (;;) {
      const end = isData ? rest.indexOf('\r\n.\r\n') : rest.indexOf('\r\n')
      if (end < 0) return
      const line = rest.slice(0, end)
      rest = rest.slice(end + (isData ? 5 : 2))
      if (isData) {
        isData = false
        taken++
        socket.write('250 taken\r\n')
      } else if (/^DATA/i.test(line)) {
        isData = true
        socket.write('354 go\r\n')
      } else if (/^QUIT/i.test(line)) socket.end('221 bye\r\n')
      else socket.write('250 ok\r\n')
    }
  })
})
await new Promise<void>((resolve) => void sink.listen(0, '127.0.0.1', resolve))
const { port } = sink.address() as AddressInfo

const folder = await mkdtemp(join(tmpdir(), 'preau-newsletter-'))
const log = createLog({ level: 'fatal' })
const db = openDb(databaseUrl.href, log, { max: 6 })
const publicUrl = 'https://preau.example.org'
const services = {
  config: { dataDir: folder, publicUrl, mailPerMinute: 100_000_000 },
  db,
  log,
  mailer: smtpMailer(`smtp://127.0.0.1:${port}?from=preau@example.org`, publicUrl),
  now: () => new Date(),
} as unknown as Services
const issueId = newId()
const newsletterId = newId()
const audience = { mode: 'everyone', siteIds: [], entityIds: [], communityIds: [], languages: [] }
await db.transaction(async (tx) => {
  await tx.run(
    `insert into people.member (id, kind, state, email, display_name)
     select platform.new_id(), 'employee', 'active', 'person' || i || '@example.org', 'Person ' || i from generate_series(1, $1::int) i`,
    [people],
  )
  // Nobody's hours are quiet while this is measured.
  await tx.run(
    `insert into notifications.preference (member_id, push, mail, digest, digest_scope, digest_hour, digest_day, is_quiet, quiet_from, quiet_to, quiet_weekends, quiet_holidays, changed_at)
     select id, true, true, 'never', 'all', 9, 1, false, '19:00', '08:00', false, false, now() from people.member`,
  )
  await tx.run(
    `insert into newsletters.newsletter (id, name, languages, rhythm, created_at) values ($1, '{"fr": "La lettre"}', '{fr}', 'free', now())`,
    [newsletterId],
  )
  await tx.run(
    `insert into newsletters.issue (id, newsletter_id, title, state, audience, created_at, changed_at)
     values ($1, $2, '{"fr": "Novembre"}', 'scheduled', $3, now(), now())`,
    [issueId, newsletterId, JSON.stringify(audience)],
  )
  await tx.run(`insert into newsletters.part (id, issue_id, blocks, changed_at) values ($1, $2, $3, now())`, [
    newId(),
    issueId,
    JSON.stringify(
      Array.from({ length: 8 }, (_, i) => ({
        id: `block${i}`,
        kind: 'text',
        text: { fr: 'Une page de **ce qui bouge** dans les ateliers. '.repeat(12) },
      })),
    ),
  ])
  await tx.run('delete from graphile_worker._private_jobs')
})
statements = 0
const itemKey = `newsletter:${issueId}`
const started = performance.now()
await db.transaction((tx) =>
  planBulk(
    { actor: systemActor('bench'), tx, now: new Date() },
    {
      itemKey,
      kind: newsletterKind,
      subject: { issueId, newsletterId, communityId: null, audience, entityEditions: {} },
      notBefore: new Date(),
    },
  ),
)
const seconds = (): string => ((performance.now() - started) / 1000).toFixed(1)
let peak = 0
let firstQueued: string | undefined
const watch = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage().rss)
  if (taken > 0) firstQueued ??= seconds()
}, 200)
for (;;) {
  await db.transaction((tx) =>
    sendBulk.run({ actor: systemActor('bench'), tx, now: new Date() }, {}, services),
  )
  const progress = await readBulk({ actor: systemActor('bench'), tx: db.read, now: new Date() }, itemKey)
  console.log(
    `${seconds()} s`,
    JSON.stringify(progress!.counts),
    `rss ${Math.round(process.memoryUsage().rss / 1e6)} MB`,
  )
  if (progress!.run.state === 'done') break
}
clearInterval(watch)
console.log(
  JSON.stringify({
    people,
    taken,
    queuedWithin: firstQueued,
    seconds: Number(seconds()),
    perSecond: Math.round(taken / Number(seconds())),
    statementsPerLetter: Number((statements / taken).toFixed(2)),
    peakMegabytes: Math.round(peak / 1e6),
    cpuSeconds: Math.round((process.cpuUsage().user + process.cpuUsage().system) / 1e6),
  }),
)
await services.mailer.close()
await db.close()
await cluster.stop()
sink.close()
await rm(folder, { recursive: true, force: true })
