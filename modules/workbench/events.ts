import { defineEvent } from '#platform/shared/events.ts'

/** A manager asked somebody to look at a question, or named them as the one who will answer. */
export const memberAsked = defineEvent<{ memberId: string; postId: string }>('memberAsked', {
  heardBy: 'member',
})
/** Somebody was greeted, or given a buddy. */
export const newcomerWelcomed = defineEvent<{ memberId: string }>('newcomerWelcomed')
