import { beforeEach, expect, test, vi } from 'vitest'
import { createDraftStore, newest, type DraftVersion } from './draft-store.ts'

interface Text {
  body: string
}

const storageOf = () => {
  const map = new Map<string, string>()
  return {
    map,
    getItem: (key: string) => map.get(key) ?? null,
    setItem: (key: string, value: string) => void map.set(key, value),
    removeItem: (key: string) => void map.delete(key),
  }
}

let clock = 0
let online = true
let server: Map<string, DraftVersion<Text>>
const remote = {
  load: async (key: string) => {
    if (!online) throw new Error('offline')
    return server.get(key)
  },
  save: async (key: string, content: Text) => {
    if (!online) throw new Error('offline')
    server.set(key, { content, at: clock })
  },
  remove: async (key: string) => {
    if (!online) throw new Error('offline')
    server.delete(key)
  },
}
const open = (storage: ReturnType<typeof storageOf> | undefined, memberId = 'm') =>
  createDraftStore<Text>({ memberId, storage, remote, now: () => clock, patience: 1000 })

beforeEach(() => {
  clock = 1
  online = true
  server = new Map()
  vi.useFakeTimers()
  return () => vi.useRealTimers()
})

test('survives a reload at every keystroke, before the server has heard', () => {
  const storage = storageOf()
  open(storage).keep('post', { body: 'Com' })
  expect(open(storage).peek('post')).toEqual({ body: 'Com' })
  expect(server.size).toBe(0)
})

test('tells the server once after a pause', async () => {
  const store = open(storageOf())
  const save = vi.spyOn(remote, 'save')
  for (const body of ['C', 'Co', 'Com']) store.keep('post', { body })
  await vi.advanceTimersByTimeAsync(1000)
  expect(save).toHaveBeenCalledTimes(1)
  expect(server.get('post')?.content).toEqual({ body: 'Com' })
})

test('written offline, it reaches the server when the network is back', async () => {
  const store = open(storageOf())
  online = false
  store.keep('post', { body: 'hors ligne' })
  await vi.advanceTimersByTimeAsync(1000)
  expect(server.size).toBe(0)
  online = true
  await store.flush()
  expect(server.get('post')?.content).toEqual({ body: 'hors ligne' })
})

test('the newest of two devices wins, in both directions', async () => {
  const storage = storageOf()
  const store = open(storage)
  store.keep('post', { body: 'ici' })
  server.set('post', { content: { body: 'là-bas' }, at: 5 })
  expect(await store.restore('post')).toEqual({ body: 'là-bas' })
  clock = 9
  store.keep('post', { body: 'ici, après' })
  expect(await store.restore('post')).toEqual({ body: 'ici, après' })
  expect(newest({ content: { body: 'a' }, at: 3 }, { content: { body: 'b' }, at: 3 })?.content).toEqual({
    body: 'a',
  })
})

test('thrown away offline, the older copy of the server does not come back', async () => {
  const storage = storageOf()
  server.set('post', { content: { body: 'ancien' }, at: 1 })
  clock = 4
  online = false
  const store = open(storage)
  store.drop('post')
  await vi.advanceTimersByTimeAsync(10)
  online = true
  const reloaded = open(storage)
  expect(await reloaded.restore('post')).toBeUndefined()
  await vi.advanceTimersByTimeAsync(1000)
  expect(server.size).toBe(0)
  expect(storage.map.size).toBe(0)
})

test('two people on one computer do not see each other’s drafts', () => {
  const storage = storageOf()
  open(storage, 'a').keep('post', { body: 'privé' })
  expect(open(storage, 'b').peek('post')).toBeUndefined()
})

test('a forbidden or broken storage loses nothing while the page is open', () => {
  const broken = { ...storageOf(), setItem: () => void failing(), getItem: () => failing() }
  const store = open(broken)
  store.keep('post', { body: 'x' })
  expect(store.peek('post')).toEqual({ body: 'x' })
  expect(open(undefined).peek('post')).toBeUndefined()
})

function failing(): string {
  throw new Error('denied')
}
