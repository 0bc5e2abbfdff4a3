import { useEffect, useEffectEvent } from 'react'
import type { QueryKey } from '@tanstack/react-query'
import { isLater } from '#platform/shared/position.ts'
import { addressOf } from './api.ts'
import { queryClient } from './query-client.ts'

/** A thin message: what changed, never its text. Twin of `platform/realtime/realtime.ts`. */
export interface LiveMessage {
  /** Place in the event table; also the SSE id. */
  position: string
  name: string
  communityId: string | null
  payload: Record<string, unknown>
}

type Handler = (message: LiveMessage) => void
const handlers = new Set<{ topic: string; run: Handler }>()
let lastPosition: string | undefined
let stopNow: (() => void) | undefined

/** `discussions.answerAccepted` (one event), `discussions.*` (a module), `community:<id>`, `*`. */
export function isAbout(topic: string, message: LiveMessage): boolean {
  if (topic === '*' || topic === message.name || topic === `community:${message.communityId}`) return true
  return topic.endsWith('.*') && message.name.startsWith(topic.slice(0, -1))
}

function deliver(message: LiveMessage) {
  if (!isLater(message.position, lastPosition)) return
  lastPosition = message.position
  for (const handler of handlers) if (isAbout(handler.topic, message)) handler.run(message)
}

/** What tabs say to each other: a message, or where the stream starts (after a gap, everything is asked again). */
type Heard = LiveMessage | { start: string; isGap: boolean }

function hear(heard: Heard) {
  if ('name' in heard) return deliver(heard)
  if (isLater(heard.start, lastPosition)) lastPosition = heard.start
  if (heard.isGap) void queryClient.invalidateQueries()
}

/** After a refusal the EventSource gives up for good; we ask who we are, then try again. */
const pauseAfterRefusal = 10_000

/**
 * Opens the one stream of this browser. Tabs elect a leader with a Web Lock; it alone holds the EventSource
 * and repeats what it hears on a BroadcastChannel. Where locks are missing (plain HTTP), each tab has its own.
 * Reconnection is the EventSource's, with Last-Event-ID; a new leader resumes with `since`.
 */
export function startRealtime(): () => void {
  stopNow?.()
  const channel = new BroadcastChannel('preau-live')
  const ended = new AbortController()
  channel.onmessage = (event) => hear(event.data as Heard)
  const say = (heard: Heard) => {
    hear(heard)
    channel.postMessage(heard)
  }
  const lead = () =>
    new Promise<void>((release) => {
      let source: EventSource
      let retry: ReturnType<typeof setTimeout> | undefined
      const open = () => {
        source = new EventSource(addressOf('/api/v1/stream', { query: { since: lastPosition } }))
        source.onmessage = (event) => say(JSON.parse(String(event.data)) as LiveMessage)
        source.addEventListener('hello', (event) => say({ start: event.lastEventId, isGap: false }))
        source.addEventListener('reset', (event) => say({ start: event.lastEventId, isGap: true }))
        source.onerror = () => {
          if (source.readyState !== EventSource.CLOSED) return
          void queryClient.invalidateQueries({ queryKey: ['session'] })
          retry = setTimeout(open, pauseAfterRefusal)
        }
      }
      open()
      ended.signal.addEventListener('abort', () => {
        clearTimeout(retry)
        source.close()
        release()
      })
    })
  if ('locks' in navigator)
    void navigator.locks.request('preau-live', { signal: ended.signal }, lead).catch(() => {
      // Aborted while waiting for the lock: another tab leads.
    })
  else void lead()
  stopNow = () => {
    ended.abort()
    channel.close()
    stopNow = undefined
  }
  return stopNow
}

/** Runs `handler` for each live message about `topic` (see `isAbout`) while the component is shown. */
export function useTopic(topic: string, handler: Handler): void {
  const run = useEffectEvent(handler)
  // Outside system: the live stream.
  useEffect(() => {
    const entry = { topic, run: (message: LiveMessage) => run(message) }
    handlers.add(entry)
    return () => void handlers.delete(entry)
  }, [topic])
}

/** Asks again for queries when something about `topic` happens; bursts are joined within 300 ms. */
export function useInvalidateOn(topic: string, ...keys: QueryKey[]): void {
  useTopic(topic, () => {
    for (const queryKey of keys) soon(queryKey)
  })
}

const waiting = new Map<string, QueryKey>()
let soonTimer: ReturnType<typeof setTimeout> | undefined
function soon(queryKey: QueryKey) {
  waiting.set(JSON.stringify(queryKey), queryKey)
  soonTimer ??= setTimeout(() => {
    soonTimer = undefined
    for (const key of waiting.values()) void queryClient.invalidateQueries({ queryKey: key })
    waiting.clear()
  }, 300)
}
