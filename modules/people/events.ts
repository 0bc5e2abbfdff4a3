import { defineEvent } from '#platform/shared/events.ts'

/** The set-up page was completed. The demo module listens for `loadDemo`. */
export const organisationCreated = defineEvent<{ loadDemo: boolean; administratorId: string }>(
  'organisationCreated',
)
/** An invited person chose a password, or an account was made on the command line. */
export const memberArrived = defineEvent<{ memberId: string }>('memberArrived')
/** Name, role, entity, languages, tags or photo changed. */
export const memberProfileChanged = defineEvent<{ memberId: string }>('memberProfileChanged')
/** Sessions and streams have ended; others drop what they hold for this person. */
export const memberDeactivated = defineEvent<{ memberId: string }>('memberDeactivated')
export const memberReactivated = defineEvent<{ memberId: string }>('memberReactivated')
/** An account became a former member without a name; others drop what they still hold of it. */
export const memberErased = defineEvent<{ memberId: string }>('memberErased')
