import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemActor } from '#platform/context.ts'
import type { Context } from '#platform/context.ts'
import { emit, listen } from '#platform/events/events.ts'
import { platformJobs, cleanUp } from '#platform/jobs/clean-up.ts'
import { defineJob, enqueue } from '#platform/jobs/job.ts'
import { once } from '#platform/jobs/once.ts'
import { prepareWork, runDueJobs, startRunner } from '#platform/jobs/runner.ts'
import { defineEvent } from '#platform/shared/events.ts'
import { startPlatformApp } from '#platform/testing/app.ts'
import type { PlatformApp } from '#platform/testing/app.ts'
import { freshDatabase } from '#platform/testing/database.ts'

let p: PlatformApp
let database: Awaited<ReturnType<typeof freshDatabase>>
beforeAll(async () => {
  database = await freshDatabase()
  p = await startPlatformApp({ url: database.url, routes: [] })
})
afterAll(async () => {
  await p.close()
  await database.drop()
})

const inTransaction = <R>(work: (ctx: Context) => Promise<R>): Promise<R> =>
  p.services.db.transaction((tx) => work({ actor: systemActor('test'), tx, now: new Date() }))
/** Retries wait (seconds, growing); the test does not. */
const hurry = () =>
  p.services.db.read.run(
    'update graphile_worker._private_jobs set run_at = now() where attempts < max_attempts',
  )
const count = async (text: string): Promise<number> => (await p.services.db.read.row<{ n: number }>(text))!.n

test('a failing job is tried again, its effect happens once, the last failure says what it means', async () => {
  let attempts = 0
  const sent: string[] = []
  const greet = defineJob<{ to: string }>({
    name: 'test.greet',
    attempts: 3,
    timeout: 10,
    onFinalFailure: 'Nobody is greeted.',
    async run(ctx, { to }) {
      attempts++
      await once(ctx, `greet ${to}`, () => {
        sent.push(to)
        return Promise.resolve()
      })
      if (to === 'nobody') throw new Error('never works')
      if (attempts === 1) throw new Error('not this time')
    },
  })
  const work = prepareWork(p.services, [greet], [])
  await inTransaction((ctx) => enqueue(ctx, greet, { to: 'alice' }))
  await runDueJobs(p.services, work)
  expect([attempts, await count('select count(*) as n from platform.effect')]).toEqual([1, 0])
  await hurry()
  await runDueJobs(p.services, work)
  expect([attempts, await count('select count(*) as n from platform.effect')]).toEqual([2, 1])
  // The same work again, as after a crash between the commit and the queue hearing of it.
  await inTransaction((ctx) => enqueue(ctx, greet, { to: 'alice' }))
  await runDueJobs(p.services, work)
  expect(sent).toEqual(['alice', 'alice'])
  expect(await count('select count(*) as n from graphile_worker.jobs')).toBe(0)

  await inTransaction((ctx) => enqueue(ctx, greet, { to: 'nobody' }))
  for (let i = 0; i < 6; i++) {
    await runDueJobs(p.services, work)
    await hurry()
  }
  const errors = p.logged.filter((line) => line['level'] === 50)
  expect(errors.map((line) => line['msg'])).toEqual(['job given up: Nobody is greeted.'])
})

test('a job exists if, and only if, its transaction commits; work that comes too late is undone', async () => {
  const slow = defineJob<object>({
    name: 'test.slow',
    attempts: 1,
    timeout: 0.2,
    onFinalFailure: 'It stays undone.',
    async run(ctx) {
      await ctx.tx.run(`insert into platform.setting (key, value) values ('slow', '1')`)
      await ctx.tx.run('select pg_sleep(0.5)')
    },
  })
  const work = prepareWork(p.services, [slow], [])
  await inTransaction(async (ctx) => {
    await enqueue(ctx, slow, {})
    throw new Error('rolled back')
  }).catch(() => {})
  expect(
    await count(`select count(*) as n from graphile_worker.jobs where task_identifier = 'test.slow'`),
  ).toBe(0)
  await inTransaction((ctx) => enqueue(ctx, slow, {}))
  await runDueJobs(p.services, work)
  await p.services.db.read.run('select pg_sleep(0.6)')
  expect(await count(`select count(*) as n from platform.setting where key = 'slow'`)).toBe(0)
})

test('listeners hear of an event after its commit, each in a job of its own', async () => {
  const happened = defineEvent<{ noteId: number }>('test.happened')
  const heard: string[] = []
  const note = (name: string) =>
    listen(happened, {
      name,
      run: (_ctx, event) => {
        heard.push(`${name} ${event.payload.noteId}`)
        return Promise.resolve()
      },
    })
  const work = prepareWork(p.services, [], [note('test.first'), note('test.second')])
  await inTransaction((ctx) => emit(ctx, happened(null, { noteId: 7 })))
  expect(heard).toEqual([])
  await runDueJobs(p.services, work)
  expect(heard.toSorted()).toEqual(['test.first 7', 'test.second 7'])
})

test('boot refuses two handlers of one name; the declared schedules are valid', async () => {
  expect(() => prepareWork(p.services, [cleanUp, cleanUp], [])).toThrow(/Two handlers .* platform.cleanUp/)
  const runner = await startRunner(p.services, prepareWork(p.services, platformJobs, []))
  await runner.stop()
})

test('what has served is removed after its time, the rest stays', async () => {
  await p.services.db.read.run(`delete from platform.domain_event`)
  for (const age of ['1 hour', '25 hours', '31 days', '91 days']) {
    await p.services.db.read.run(
      `insert into platform.idempotency (member_id, key, request_hash, at) values (gen_random_uuid(), $2, '', now() - $1::interval)`,
      [age, age],
    )
    await p.services.db.read.run(`insert into platform.effect (key, at) values ($2, now() - $1::interval)`, [
      age,
      `old ${age}`,
    ])
    await p.services.db.read.run(
      `insert into platform.domain_event (name, payload, at) values ('x', '{}', now() - $1::interval)`,
      [age],
    )
  }
  const work = prepareWork(p.services, platformJobs, [])
  await inTransaction((ctx) => enqueue(ctx, cleanUp, {}))
  await runDueJobs(p.services, work)
  expect(await count('select count(*) as n from platform.idempotency')).toBe(1)
  expect(await count(`select count(*) as n from platform.effect where key like 'old %'`)).toBe(3)
  expect(await count('select count(*) as n from platform.domain_event')).toBe(2)
})
