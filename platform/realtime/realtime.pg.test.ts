import { setTimeout as sleep } from 'node:timers/promises'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import pg from 'pg'
import { systemActor } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import type { MayHear } from '#platform/realtime/realtime.ts'
import { realtimeRoutes } from '#platform/realtime/routes.ts'
import { endStreams } from '#platform/realtime/sessions.ts'
import { defineEvent } from '#platform/shared/events.ts'
import { as, memberIdOf, startPlatformApp } from '#platform/testing/app.ts'
import type { PlatformApp } from '#platform/testing/app.ts'
import { startDatabaseProxy } from '#platform/testing/database-proxy.ts'
import type { DatabaseProxy } from '#platform/testing/database-proxy.ts'
import { freshDatabase } from '#platform/testing/database.ts'

const noteAdded = defineEvent<{ noteId: number; secret?: string }>('test.noteAdded', {
  heardBy: 'readers',
  tells: ['noteId'],
})
const noteForOne = defineEvent<{ memberId: string; noteId: number }>('test.noteForOne', { heardBy: 'member' })
const reported = defineEvent<{ noteId: number }>('test.reported')
const garden = memberIdOf('community garden')
const cellar = memberIdOf('community cellar')

/** Who may read what; the test changes it as people leave. */
const readers = new Set<string>()
let questions = 0
const mayHear: MayHear = (_tx, memberIds, communityIds) => {
  questions++
  return Promise.resolve(
    memberIds.flatMap((memberId) =>
      communityIds
        .filter((id) => readers.has(`${memberId} ${id}`))
        .map((communityId) => ({ memberId, communityId })),
    ),
  )
}

interface Listening {
  events: {
    id: string
    event: string
    data: { name: string; communityId: string; payload: Record<string, unknown> }
  }[]
  notes(): unknown[]
  ended: Promise<void>
  close(): void
}

/** A browser's EventSource, reduced to what the test looks at. */
async function listen(
  node: PlatformApp,
  name: string,
  headers: Record<string, string> = {},
): Promise<Listening> {
  const { port } = node.app.server.address() as AddressInfo
  const ending = new AbortController()
  const response = await fetch(`http://127.0.0.1:${port}/api/v1/stream`, {
    headers: { ...as(name), ...headers },
    signal: ending.signal,
  })
  expect([response.status, response.headers.get('content-type')]).toEqual([
    200,
    'text/event-stream; charset=utf-8',
  ])
  const events: Listening['events'] = []
  const ended = (async () => {
    let text = ''
    try {
      for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
        text += chunk
        for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
          const fields = new Map(
            text
              .slice(0, end)
              .split('\n')
              .map((line) => line.split(/: (.*)/s).slice(0, 2) as [string, string]),
          )
          text = text.slice(end + 2)
          if (fields.has('data'))
            events.push({
              id: fields.get('id')!,
              event: fields.get('event') ?? 'message',
              data: JSON.parse(fields.get('data')!),
            })
        }
      }
    } catch {
      // Aborted by the test.
    }
  })()
  const listening: Listening = {
    events,
    notes: () => events.filter((e) => e.event === 'message').map((e) => e.data.payload['noteId']),
    ended,
    close: () => ending.abort(),
  }
  // The first frame says that the stream is open.
  await until(() => headers['last-event-id'] !== undefined || events.length > 0)
  return listening
}

async function until(condition: () => boolean): Promise<void> {
  for (let i = 0; i < 400 && !condition(); i++) await sleep(10)
  expect(condition()).toBe(true)
}

const happen = (node: PlatformApp, ...events: Parameters<typeof emit>[1][]): Promise<void> =>
  node.services.db.transaction(async (tx) => {
    for (const event of events)
      await emit({ actor: systemActor('test'), tx, now: new Date() }, event as never)
  })

let database: Awaited<ReturnType<typeof freshDatabase>>
let cable: DatabaseProxy
let near: PlatformApp
let far: PlatformApp
beforeAll(async () => {
  database = await freshDatabase()
  cable = await startDatabaseProxy(database.url)
  near = await startPlatformApp({ url: database.url, routes: realtimeRoutes, mayHear })
  far = await startPlatformApp({ url: cable.url, routes: realtimeRoutes, mayHear })
  for (const node of [near, far]) {
    await node.app.listen({ port: 0, host: '127.0.0.1' })
    await node.services.realtime.start()
  }
})
beforeEach(() => {
  readers.clear()
  for (const name of ['alice', 'bob']) readers.add(`${memberIdOf(name)} ${garden}`)
  readers.add(`${memberIdOf('alice')} ${cellar}`)
})
afterAll(async () => {
  await near.close()
  await far.close()
  await cable.cut().catch(() => {})
  await database.drop()
})

test('a message crosses nodes, in order, only to those who may read its community, one question a batch', async () => {
  const [alice, bob, aliceAgain] = [
    await listen(near, 'alice'),
    await listen(far, 'bob'),
    await listen(far, 'alice'),
  ]
  const asked = questions
  await happen(
    near,
    noteAdded(garden, { noteId: 1, secret: 'kept back' }),
    noteAdded(cellar, { noteId: 2 }),
    reported(garden, { noteId: 3 }),
    noteForOne(null, { memberId: memberIdOf('bob'), noteId: 4 }),
    noteAdded(garden, { noteId: 5 }),
  )
  await until(() => bob.notes().length === 3 && alice.notes().length === 3 && aliceAgain.notes().length === 3)
  expect(bob.notes()).toEqual([1, 4, 5])
  expect(alice.notes()).toEqual([1, 2, 5])
  expect(aliceAgain.notes()).toEqual([1, 2, 5])
  expect(JSON.stringify(alice.events)).not.toContain('kept back')
  expect(questions - asked).toBe(2)
  for (const stream of [alice, bob, aliceAgain]) stream.close()
})

test('who has left hears nothing more, neither live nor when the stream resumes', async () => {
  const bob = await listen(near, 'bob')
  await happen(far, noteAdded(garden, { noteId: 10 }))
  await until(() => bob.notes().length === 1)
  const last = bob.events.at(-1)!.id
  bob.close()
  await happen(
    far,
    noteAdded(garden, { noteId: 11 }),
    noteForOne(null, { memberId: memberIdOf('bob'), noteId: 12 }),
  )
  readers.delete(`${memberIdOf('bob')} ${garden}`)
  const resumed = await listen(far, 'bob', { 'last-event-id': last })
  await happen(
    near,
    noteAdded(garden, { noteId: 13 }),
    noteForOne(null, { memberId: memberIdOf('bob'), noteId: 14 }),
  )
  await until(() => resumed.notes().includes(14))
  expect(resumed.notes()).toEqual([12, 14])
  resumed.close()
})

test('an event that commits late is not skipped', async () => {
  const alice = await listen(near, 'alice')
  const slow = new pg.Client(database.url)
  await slow.connect()
  await slow.query('begin')
  await slow.query(
    `insert into platform.domain_event (at, name, community_id, payload) values (now(), 'test.noteAdded', '${garden}', '{"noteId": 20}')`,
  )
  await happen(far, noteAdded(garden, { noteId: 21 }))
  await sleep(150)
  // The younger one waits for the older transaction: otherwise a stream that resumes after it would miss the older.
  expect(alice.notes()).toEqual([])
  await slow.query('commit')
  await slow.end()
  await until(() => alice.notes().length === 2)
  expect(alice.notes()).toEqual([20, 21])
  alice.close()
})

test('a lost connection is opened again and what was missed is caught up', async () => {
  const bob = await listen(far, 'bob')
  await cable.cut()
  await happen(near, noteAdded(garden, { noteId: 30 }))
  await sleep(100)
  expect(bob.notes()).toEqual([])
  await cable.mend()
  await until(() => bob.notes().length === 1)
  await happen(near, noteAdded(garden, { noteId: 31 }))
  await until(() => bob.notes().length === 2)
  expect(bob.notes()).toEqual([30, 31])
  bob.close()
})

test('streams end on every node when sessions end: one, the others, or all', async () => {
  const [alice, bobHere, bobThere] = [
    await listen(near, 'alice'),
    await listen(near, 'bob'),
    await listen(far, 'bob'),
  ]
  const end = (ended: { memberId: string; sessionId?: string; exceptSessionId?: string }) =>
    near.services.db.transaction((tx) =>
      endStreams({ actor: systemActor('test'), tx, now: new Date() }, ended),
    )
  const bobId = memberIdOf('bob')
  await end({ memberId: bobId, sessionId: memberIdOf('another session') })
  await end({ memberId: bobId, exceptSessionId: memberIdOf('session of bob') })
  await happen(near, noteAdded(garden, { noteId: 40 }))
  await until(() => [alice, bobHere, bobThere].every((stream) => stream.notes().length === 1))
  await end({ memberId: bobId })
  await Promise.all([bobHere.ended, bobThere.ended])
  await happen(near, noteAdded(garden, { noteId: 41 }))
  await until(() => alice.notes().length === 2)
  expect([bobHere.notes(), bobThere.notes()]).toEqual([[40], [40]])
  alice.close()
})

test('a position of another database, or nonsense, starts afresh instead of replaying', async () => {
  for (const id of ['999999999999-1', 'nonsense', '0-0']) {
    const stream = await listen(near, 'alice', { 'last-event-id': id })
    await until(() => stream.events.length > 0)
    if (id !== '0-0') expect(stream.events[0]!.event).toBe('reset')
    stream.close()
  }
})

test('nobody listens without a session, and a closed browser is forgotten', async () => {
  expect((await near.app.inject({ method: 'GET', url: '/api/v1/stream' })).statusCode).toBe(401)
  const alice = await listen(near, 'alice')
  alice.close()
  await until(() => near.services.realtime.streams === 0)
})
