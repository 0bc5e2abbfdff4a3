import { defineEvent } from '#platform/shared/events.ts'

/** Somebody was asked to look at a question, by its author or a manager of its community. */
export const answerAsked = defineEvent<{ memberId: string; postId: string; askId: string }>('answerAsked', {
  heardBy: 'member',
})
/** "Not this time": never leaves the server, so that nobody learns of it. */
export const askDeclined = defineEvent<{ postId: string }>('askDeclined')
/** A colleague confirmed a subject of somebody. */
export const skillConfirmed = defineEvent<{ memberId: string; confirmationId: string }>('skillConfirmed', {
  heardBy: 'member',
})
