import { defineEvent } from '#platform/shared/events.ts'

const oneself = { heardBy: 'member' } as const
/** To the sponsor: a budget waits for a signature. */
export const budgetProposed = defineEvent<{ budgetId: string; memberId: string }>('budgetProposed', oneself)
/** To a peer: a canvas waits to be read again. */
export const canvasReviewAsked = defineEvent<{ reviewId: string; memberId: string }>(
  'canvasReviewAsked',
  oneself,
)
