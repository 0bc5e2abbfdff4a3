import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApp } from '#apps/server/testing.ts'
import type { TestApp, TestVisitor } from '#apps/server/testing.ts'
import { leave, makeCommunity, publish } from '#modules/discussions/fixtures.ts'

let near: TestApp
let far: TestApp
beforeAll(async () => {
  near = await startTestApp()
  far = await startTestApp({ another: near })
  for (const node of [near, far]) {
    await node.app.listen({ port: 0, host: '127.0.0.1' })
    await node.services.realtime.start()
  }
})
afterAll(async () => {
  await far.close()
  await near.close()
})

interface Stream {
  text(): string
  ended: Promise<void>
  close(): void
}

async function open(node: TestApp, who: TestVisitor): Promise<Stream> {
  const ending = new AbortController()
  const { port } = node.app.server.address() as AddressInfo
  const answer = await fetch(`http://127.0.0.1:${port}/api/v1/stream`, {
    headers: { cookie: `preau=${who.cookie}` },
    signal: ending.signal,
  })
  expect(answer.status).toBe(200)
  let text = ''
  const ended = (async () => {
    for await (const chunk of answer.body!.pipeThrough(new TextDecoderStream())) text += chunk
  })().catch(() => {})
  await until(() => text.includes('event: hello'))
  return { text: () => text, ended, close: () => ending.abort() }
}

async function until(condition: () => boolean): Promise<void> {
  for (let i = 0; i < 500 && !condition(); i++) await sleep(10)
  expect(condition()).toBe(true)
}

test('a post is heard on another node by who may read it, and no longer by who left', async () => {
  const [alice, bob, stranger, guest] = [
    await near.member({ name: 'Alice' }),
    await near.member({ name: 'Bob' }),
    await near.member({ name: 'Sam' }),
    await near.member({ name: 'Gaël', guest: true }),
  ]
  const secret = await makeCommunity(near, { visibility: 'secret', members: [alice, bob] })
  const everybody = await makeCommunity(near, { visibility: 'open', members: [alice] })
  const [forBob, forStranger, forGuest] = [
    await open(far, bob),
    await open(far, stranger),
    await open(near, guest),
  ]

  const told = await publish(alice, secret.id)
  await until(() => forBob.text().includes(told))
  await leave(near, secret.id, bob)
  const untold = await publish(alice, secret.id)
  const open_ = await publish(alice, everybody.id)
  await until(() => forBob.text().includes(open_) && forStranger.text().includes(open_))
  expect(forBob.text()).not.toContain(untold)
  for (const stream of [forStranger, forGuest])
    for (const id of [told, untold, secret.id]) expect(stream.text()).not.toContain(id)
  expect(forGuest.text()).not.toContain(open_)
  // What is told is thin: no words.
  expect(forBob.text()).not.toContain('Un texte pour essayer')
  for (const stream of [forBob, forStranger, forGuest]) stream.close()
})

test('a deactivated account and a session that signs out lose their streams on every node', async () => {
  const [admin, bob, carol] = [
    await near.member({ administrator: true }),
    await near.member(),
    await near.member(),
  ]
  const [here, there, hers] = [await open(near, bob), await open(far, bob), await open(far, carol)]
  const gone = await admin.post(`/api/v1/admin/members/${bob.memberId}/deactivation`, {})
  expect(gone.status).toBeLessThan(300)
  await Promise.all([here.ended, there.ended])
  expect((await bob.get('/api/v1/stream')).status).toBe(401)
  expect((await carol.delete('/api/v1/session')).status).toBeLessThan(300)
  await hers.ended
})
