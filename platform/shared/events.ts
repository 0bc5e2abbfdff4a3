/** A past-tense fact. `payload` carries ids, never texts. */
export interface DomainEvent<P extends object = Record<string, unknown>> {
  name: string
  communityId: string | null
  payload: P
}

/**
 * Who hears of an event in an open browser: everybody who may read its community at that moment, or only the
 * person in `payload.memberId`. Absent = it never leaves the server (a request to join, a report, a ban).
 */
export type HeardBy = 'readers' | 'member'

export interface Audience {
  heardBy?: HeardBy
  /** The properties of the payload that are told; absent = all of them. */
  tells?: readonly string[]
}

const audiences = new Map<string, Audience>()
export const audienceOf = (eventName: string): Audience | undefined => audiences.get(eventName)

/** What `defineEvent` returns: makes the event, and carries its name for listeners and the browser. */
export interface EventDefinition<P extends object> {
  (communityId: string | null, payload: P): DomainEvent<P>
  eventName: string
}

/**
 * Declares an event: `export const answerAccepted = defineEvent<{ postId: string }>('answerAccepted',
 * { heardBy: 'readers' })`.
 */
export function defineEvent<P extends object>(name: string, audience: Audience = {}): EventDefinition<P> {
  if (audience.heardBy) audiences.set(name, audience)
  const make = (communityId: string | null, payload: P): DomainEvent<P> => ({ name, communityId, payload })
  return Object.assign(make, { eventName: name })
}
