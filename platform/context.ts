import type { Tx } from '#platform/db/tx.ts'

/** The signed-in person on whose behalf something happens. */
export interface MemberActor {
  kind: 'member'
  memberId: string
  /** `guest` is a partner's person: sees only the communities they joined. */
  memberKind: 'employee' | 'guest'
  isAdministrator: boolean
  /** Interface language of the person. */
  language: 'fr' | 'en'
  sessionId: string
}

/** A job, the command line or the set-up: the reason is written wherever it acts. */
export interface SystemActor {
  kind: 'system'
  reason: string
}

/** Nobody is signed in. */
export interface AnonymousActor {
  kind: 'anonymous'
}

export type Actor = MemberActor | SystemActor | AnonymousActor

/** Made once per request or job; every operation takes it first. There is no ambient user and no default connection. */
export interface Context<A extends Actor = Actor> {
  actor: A
  tx: Tx
  now: Date
}

/** A request by a signed-in person. */
export type MemberContext = Context<MemberActor>

export const systemActor = (reason: string): SystemActor => ({ kind: 'system', reason })
export const anonymous: AnonymousActor = { kind: 'anonymous' }
