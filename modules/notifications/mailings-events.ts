import { defineEvent } from '#platform/shared/events.ts'

/** A mailing to all members of a community was sent off. */
export const mailingStarted = defineEvent<{ mailingId: string }>('mailingStarted')
