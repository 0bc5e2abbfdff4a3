import { defineEvent } from '#platform/shared/events.ts'

/** The plan gave somebody weeks that they did not have before. */
export const turnsPlanned = defineEvent<{
  accountId: string
  turnId: string
  memberId: string
  week: string
}>('turnsPlanned')
/** A turn begins in `days` days (the reminder of 7 or of 1), or is over (0). */
export const accountTurnReminded = defineEvent<{
  turnId: string
  memberId: string
  lead: number
  days: number
}>('accountTurnReminded')
export const turnSwapAsked = defineEvent<{ swapId: string; accountId: string; memberId: string }>(
  'turnSwapAsked',
)
export const turnSwapAnswered = defineEvent<{
  swapId: string
  accountId: string
  memberId: string
  answer: string
}>('turnSwapAnswered')
export const turnLookAsked = defineEvent<{ lookId: string; accountId: string; memberId: string }>(
  'turnLookAsked',
)
export const turnLookAnswered = defineEvent<{ lookId: string; accountId: string; memberId: string }>(
  'turnLookAnswered',
)
/** Somebody was noted as shown how: their first turn can come. */
export const turnTrained = defineEvent<{ accountId: string; memberId: string }>('turnTrained')
/** A turn was told: what was published that week. */
export const accountTurnEnded = defineEvent<{
  turnId: string
  accountId: string
  memberId: string
  links: number
}>('accountTurnEnded')
