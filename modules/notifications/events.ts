import { defineEvent } from '#platform/shared/events.ts'

/** Something was added to a person's notifications, read or withdrawn; their browsers ask again. */
export const noticesChanged = defineEvent<{ memberId: string }>('noticesChanged', { heardBy: 'member' })
