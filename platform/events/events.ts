import type { Context, SystemActor } from '#platform/context.ts'
import type { Services } from '#platform/services.ts'
import type { DomainEvent, EventDefinition } from '#platform/shared/events.ts'

export { defineEvent } from '#platform/shared/events.ts'
export type { DomainEvent } from '#platform/shared/events.ts'

/** A module's reaction to an event, run as a job after the commit; idempotent. */
export interface Listener<P extends object = never> {
  /** Module-prefixed: `search.indexPost`. */
  name: string
  on: string
  attempts?: number
  run(ctx: Context<SystemActor>, event: StoredEvent<P>, services: Services): Promise<void>
}

export interface StoredEvent<P extends object = Record<string, unknown>> extends DomainEvent<P> {
  id: number
  at: string
  actorId: string | null
}

export function listen<P extends object>(
  event: EventDefinition<P>,
  listener: Omit<Listener<P>, 'on'>,
): Listener<P> {
  return { ...listener, on: event.eventName }
}

const listenersByEvent = new Map<string, string[]>()
/** Called once at boot with every module's listeners. */
export function registerListeners(listeners: readonly Listener[]): void {
  listenersByEvent.clear()
  for (const listener of listeners) {
    listenersByEvent.set(listener.on, [...(listenersByEvent.get(listener.on) ?? []), listener.name])
  }
}

const hints = new Set<() => void>()
/** The realtime layer asks to be told, after commit, that events are there. Returns how to stop. */
export function onEventsCommitted(callback: () => void): () => void {
  hints.add(callback)
  return () => void hints.delete(callback)
}

/**
 * Appends many events of one name in one statement, for those that only browsers hear of (`heardBy: 'member'`):
 * listeners are not told, so an event that has some is refused.
 */
export async function emitToBrowsers<P extends object>(
  ctx: Context,
  events: readonly DomainEvent<P>[],
): Promise<void> {
  const [first] = events
  if (!first) return
  if (listenersByEvent.has(first.name)) throw new Error(`${first.name} has listeners: use emit.`)
  await ctx.tx.run(
    `insert into platform.domain_event (at, name, actor_id, community_id, payload)
     select $1, $2, null, $3, payload from unnest($4::jsonb[]) as payload`,
    [ctx.now, first.name, first.communityId, events.map((event) => JSON.stringify(event.payload))],
  )
  ctx.tx.afterCommit(() => {
    for (const hint of hints) hint()
  })
}

/**
 * Appends the event and enqueues one job per listener, in the caller's transaction and in one statement.
 * We promise an effect that happens once, not a delivery that happens once.
 */
export async function emit<P extends object>(ctx: Context, event: DomainEvent<P>): Promise<void> {
  await ctx.tx.run(
    `with stored as (
       insert into platform.domain_event (at, name, actor_id, community_id, payload)
       values ($1, $2, $3, $4, $5) returning id, at, name, actor_id, community_id, payload)
     select graphile_worker.add_job(listener, json_build_object('id', id, 'at', at, 'name', name,
              'actorId', actor_id, 'communityId', community_id, 'payload', payload), max_attempts => 8)
       from stored, unnest($6::text[]) as listener`,
    [
      ctx.now,
      event.name,
      ctx.actor.kind === 'member' ? ctx.actor.memberId : null,
      event.communityId,
      JSON.stringify(event.payload),
      listenersByEvent.get(event.name) ?? [],
    ],
  )
  ctx.tx.afterCommit(() => {
    for (const hint of hints) hint()
  })
}
