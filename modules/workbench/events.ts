import { defineEvent } from '#platform/shared/events.ts'

/** A manager named somebody as the one who will answer. Requests for a look are `answerAsked` of expertise. */
export const memberAsked = defineEvent<{ memberId: string; postId: string }>('memberAsked', {
  heardBy: 'member',
})
/** Somebody was greeted, or given a buddy. */
export const newcomerWelcomed = defineEvent<{ memberId: string }>('newcomerWelcomed')
