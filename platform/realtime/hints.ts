import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { onEventsCommitted } from '#platform/events/events.ts'
import { sessionsChannel } from '#platform/realtime/sessions.ts'
import type { EndedSessions } from '#platform/realtime/sessions.ts'
import type { Services } from '#platform/services.ts'

const eventsChannel = 'preau_events'
/** Events committed within this time share one NOTIFY: inside each transaction it would cost 60 % of throughput. */
const debounceMilliseconds = 10
/** A look without any hint, in case one was lost. */
const safetyMilliseconds = 5_000

export interface Hints {
  close(): Promise<void>
}

interface Announcer {
  /** Opens the node's own LISTEN connection; it is opened again whenever it is lost. */
  listen(): Promise<Hints>
  endSessions(ended: EndedSessions): void
  close(): Promise<void>
}

/** Sends and receives the hints between nodes. Whatever fails here only delays: the table is read anyway. */
export function listenForHints(
  services: Pick<Services, 'db' | 'log'>,
  on: { events(): void; sessions(ended: EndedSessions): void },
): Announcer {
  const { db, log } = services
  let waiting: NodeJS.Timeout | undefined
  const sending = new Set<Promise<unknown>>()
  let isClosed = false

  const notify = (channel: string, text: string): void => {
    if (isClosed) return
    const sent = db.pool
      .query({ name: 'hint', text: 'select pg_notify($1, $2)', values: [channel, text] })
      .catch((error: Error) => log.debug({ err: error.message }, 'a hint was not sent'))
      .finally(() => sending.delete(sent))
    sending.add(sent)
  }

  const forget = onEventsCommitted(() => {
    waiting ??= setTimeout(() => {
      waiting = undefined
      notify(eventsChannel, '')
      on.events()
    }, debounceMilliseconds)
  })

  return {
    endSessions: (ended) => notify(sessionsChannel, JSON.stringify(ended)),
    listen: () =>
      keepListening(
        services,
        (channel, text) => {
          if (channel === eventsChannel) return on.events()
          const ended = parseEnded(text)
          if (ended) on.sessions(ended)
        },
        on.events,
      ),
    async close() {
      forget()
      clearTimeout(waiting)
      isClosed = true
      await Promise.all(sending)
    },
  }
}

/** Resolves once the first connection listens. */
async function keepListening(
  { db, log }: Pick<Services, 'db' | 'log'>,
  receive: (channel: string, text: string) => void,
  lookAnyway: () => void,
): Promise<Hints> {
  let isClosed = false
  let client: pg.Client | undefined

  /** Resolves when listening, with a promise of the day this connection ends. */
  async function connect(): Promise<{ ended: Promise<void> }> {
    const fresh = new pg.Client({
      ...db.pool.options,
      application_name: 'preau listener',
      keepAlive: true,
    } as pg.ClientConfig)
    const ended = new Promise<void>((resolve) => void fresh.once('end', () => resolve()))
    fresh.on('error', (error) => log.debug({ err: error.message }, 'the listening connection failed'))
    fresh.on('notification', (message) => receive(message.channel, message.payload ?? ''))
    await fresh.connect()
    await fresh.query(`listen ${eventsChannel}`)
    await fresh.query(`listen ${sessionsChannel}`)
    client = fresh
    if (isClosed) await fresh.end()
    return { ended }
  }

  async function reconnect(): Promise<{ ended: Promise<void> } | undefined> {
    for (let wait = 200; !isClosed; wait = Math.min(wait * 2, 5_000)) {
      await sleep(wait, undefined, { signal: closing.signal }).catch(() => {})
      if (isClosed) return undefined
      try {
        const connection = await connect()
        // Whatever was hinted meanwhile is in the table.
        lookAnyway()
        return connection
      } catch (error) {
        log.debug({ err: (error as Error).message }, 'the database is not back yet')
      }
    }
    return undefined
  }

  async function stayConnected(first: { ended: Promise<void> }): Promise<void> {
    for (let connection: typeof first | undefined = first; connection;) {
      await connection.ended
      if (isClosed) return
      log.warn('the listening connection was lost; opening another')
      connection = await reconnect()
    }
  }

  const closing = new AbortController()
  const staying = stayConnected(await connect())
  const safety = setInterval(lookAnyway, safetyMilliseconds)
  safety.unref()
  return {
    async close() {
      isClosed = true
      closing.abort()
      clearInterval(safety)
      await client?.end().catch(() => {})
      await staying
    },
  }
}

function parseEnded(text: string): EndedSessions | undefined {
  try {
    const ended = JSON.parse(text) as EndedSessions
    return typeof ended.memberId === 'string' ? ended : undefined
  } catch {
    return undefined
  }
}
