import { defineEvent } from '#platform/shared/events.ts'

// Who asked, why and for how long is read on the community's page; events carry ids only.

/** An administrator asked for an exceptional reading; the other administrators are told. */
export const readingAsked = defineEvent<{ readingId: string }>('readingAsked')
/** Decided by a second person: `opened` or refused. Whoever asked is told, and, when opened, the managers. */
export const readingDecided = defineEvent<{ readingId: string; opened: boolean }>('readingDecided')
/** Over since the announced time: the members are told, those of then who are still there. */
export const readingTold = defineEvent<{ readingId: string }>('readingTold')
