import { defineEvent } from '#platform/shared/events.ts'

/** A poll was asked, changed by a vote that is no secret, or closed. Secret votes tell nobody anything. */
export const pollChanged = defineEvent<{ postId: string; pollId: string }>('pollChanged', {
  heardBy: 'readers',
})
export const pollClosed = defineEvent<{ postId: string; pollId: string; authorId: string }>('pollClosed', {
  heardBy: 'readers',
})
