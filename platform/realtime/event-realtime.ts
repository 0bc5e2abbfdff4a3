import { listenForHints } from '#platform/realtime/hints.ts'
import type { Hints } from '#platform/realtime/hints.ts'
import { formatPosition, isAfter, parsePosition } from '#platform/shared/position.ts'
import type { Position } from '#platform/shared/position.ts'
import { getSettledPosition, hasEventsSince, listEventsAfter } from '#platform/realtime/queries.ts'
import type { EventRow } from '#platform/realtime/queries.ts'
import type { MayHear, Realtime, RealtimeMessage, RealtimeStream } from '#platform/realtime/realtime.ts'
import { sessionsEnded } from '#platform/realtime/sessions.ts'
import type { EndedSessions } from '#platform/realtime/sessions.ts'
import type { Services } from '#platform/services.ts'
import { audienceOf } from '#platform/shared/events.ts'

const batchSize = 500
/** A browser that missed more than this loads its screens afresh: cheaper for both sides. */
const longestReplay = 1_000
const streamsPerMember = 20
/** Milliseconds between looks while an older transaction holds back a newer event. */
const shortestPause = 10
const longestPause = 500

interface OpenStream extends RealtimeStream {
  /** Everything up to here has been offered to this stream. */
  at: Position
  /** False while the stream is still catching up by itself. */
  isLive: boolean
}

/**
 * Realtime over the event table. The table is the truth, a NOTIFY only says "look"; every node reads the events
 * in commit-safe order and asks, at the moment of delivery, who may hear them. A lost hint or connection delays a
 * message, it never loses one (docs/mechanisms/realtime.md).
 */
export function createRealtime(services: Omit<Services, 'realtime'>, mayHear: MayHear): Realtime {
  const { db, log } = services
  const streams = new Set<OpenStream>()
  let position: Position | undefined
  let hints: Hints | undefined
  let starting: Promise<Position> | undefined
  let reading: Promise<void> | undefined
  let again = false
  let retry: NodeJS.Timeout | undefined
  let pause = shortestPause
  let isStopped = false
  let stopping: Promise<void> | undefined
  const announcer = listenForHints(services, { events: wake, sessions: endMatching })

  /** Reads what is new, one reader at a time; asked again while reading, it looks once more. */
  function wake(): void {
    if (isStopped || streams.size === 0) return
    if (reading) {
      again = true
      return
    }
    clearTimeout(retry)
    reading = readOnward()
      .catch((error: Error) => {
        log.warn({ err: error.message }, 'events could not be read; trying again')
        retryIn(1_000)
      })
      .finally(() => {
        reading = undefined
        if (!again) return
        again = false
        wake()
      })
  }

  function startFromNow(): Promise<Position> {
    starting ??= getSettledPosition(db.read)
      .then((settled) => (position = settled))
      .finally(() => (starting = undefined))
    return starting
  }

  function retryIn(milliseconds: number): void {
    clearTimeout(retry)
    retry = setTimeout(wake, milliseconds)
    retry.unref()
  }

  async function readOnward(): Promise<void> {
    for (;;) {
      const rows = await listEventsAfter(db.read, position ?? (await startFromNow()), batchSize)
      const settled = rows.filter((row) => row.settled)
      if (settled.length > 0) await deliver(settled)
      if (settled.length > 0) pause = shortestPause
      if (settled.length === batchSize) continue
      // An older transaction is still running: what it adds must come first.
      if (settled.length < rows.length) retryIn((pause = Math.min(pause * 2, longestPause)))
      return
    }
  }

  async function deliver(rows: readonly EventRow[]): Promise<void> {
    const messages = rows.map(messageOf)
    const communityIds = audibleCommunities(messages)
    const asked = new Set<string>()
    const allowed = new Set<string>()
    // A stream may join while the question is under way; its person is asked about too before anything is sent.
    for (;;) {
      const members = [
        ...new Set([...streams].filter((stream) => stream.isLive).map((stream) => stream.memberId)),
      ]
      const missing = members.filter((memberId) => !asked.has(memberId))
      if (missing.length === 0) break
      for (const memberId of missing) asked.add(memberId)
      if (communityIds.length === 0) continue
      for (const pair of await mayHear(db.read, missing, communityIds))
        allowed.add(`${pair.memberId} ${pair.communityId}`)
    }
    for (const message of messages) {
      const at = parsePosition(message.position)!
      if (message.name === sessionsEnded.eventName) endMatching(message.payload as unknown as EndedSessions)
      for (const stream of streams) {
        if (!stream.isLive || !isAfter(at, stream.at)) continue
        stream.at = at
        if (isHeard(message, stream.memberId, allowed)) stream.send(told(message))
      }
      position = at
    }
  }

  /** Brings one stream from `since` to where this node stands; undefined when it should rather load afresh. */
  async function replay(stream: OpenStream): Promise<boolean> {
    if (isAfter(stream.at, position!) || !(await hasEventsSince(db.read, stream.at))) return false
    let offered = 0
    while (isAfter(position!, stream.at)) {
      const upTo: Position = position!
      const rows = (await listEventsAfter(db.read, stream.at, batchSize)).filter((row) => row.settled)
      const messages = rows
        .map(messageOf)
        .filter((message) => !isAfter(parsePosition(message.position)!, upTo))
      const communityIds = audibleCommunities(messages)
      const pairs = communityIds.length > 0 ? await mayHear(db.read, [stream.memberId], communityIds) : []
      const allowed = new Set(pairs.map((pair) => `${pair.memberId} ${pair.communityId}`))
      if ((offered += messages.length) > longestReplay) return false
      for (const message of messages)
        if (isHeard(message, stream.memberId, allowed)) stream.send(told(message))
      stream.at =
        messages.length < rows.length || rows.length < batchSize
          ? upTo
          : parsePosition(messages.at(-1)!.position)!
    }
    return true
  }

  function endMatching(ended: EndedSessions): void {
    for (const stream of streams) {
      if (stream.memberId !== ended.memberId || stream.sessionId === ended.exceptSessionId) continue
      if (ended.sessionId && stream.sessionId !== ended.sessionId) continue
      streams.delete(stream)
      stream.end()
    }
  }

  async function stop(): Promise<void> {
    isStopped = true
    clearTimeout(retry)
    for (const stream of streams) stream.end()
    streams.clear()
    await hints?.close()
    await announcer.close()
    await reading
  }

  return {
    get streams() {
      return streams.size
    },
    async open(request) {
      if (isStopped) {
        request.end()
        return () => {}
      }
      const others = [...streams].filter((stream) => stream.memberId === request.memberId)
      if (others.length >= streamsPerMember) {
        streams.delete(others[0]!)
        others[0]!.end()
      }
      const since = parsePosition(request.since)
      const stream: OpenStream = { ...request, at: since ?? { xid: 0n, id: 0 }, isLive: false }
      // Nobody listened until now, so nobody read: start from what is settled at this moment.
      if (streams.size === 0) position = undefined
      streams.add(stream)
      const current = position ?? (await startFromNow())
      const isReplayed = since !== undefined && (await replay(stream))
      if (!isReplayed) {
        stream.at = position ?? current
        stream.start(formatPosition(stream.at), request.since !== undefined)
      }
      stream.isLive = true
      wake()
      return () => void streams.delete(stream)
    },
    disconnectMember(memberId) {
      endMatching({ memberId })
      announcer.endSessions({ memberId })
    },
    async start() {
      hints = await announcer.listen()
    },
    stop: () => (stopping ??= stop()),
  }
}

const messageOf = (row: EventRow): RealtimeMessage => ({
  position: `${row.xid}-${row.id}`,
  name: row.name,
  communityId: row.communityId,
  payload: row.payload,
})

/** The message with the properties of its payload that its declaration tells. */
function told(message: RealtimeMessage): RealtimeMessage {
  const tells = audienceOf(message.name)?.tells
  if (!tells) return message
  return {
    ...message,
    payload: Object.fromEntries(Object.entries(message.payload).filter(([key]) => tells.includes(key))),
  }
}

const audibleCommunities = (messages: readonly RealtimeMessage[]): string[] => [
  ...new Set(
    messages.flatMap((message) =>
      message.communityId && audienceOf(message.name)?.heardBy === 'readers' ? [message.communityId] : [],
    ),
  ),
]

function isHeard(message: RealtimeMessage, memberId: string, allowed: ReadonlySet<string>): boolean {
  const audience = audienceOf(message.name)?.heardBy
  if (audience === 'member') return message.payload['memberId'] === memberId
  return (
    audience === 'readers' &&
    message.communityId !== null &&
    allowed.has(`${memberId} ${message.communityId}`)
  )
}
