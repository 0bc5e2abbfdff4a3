import { defineEvent } from '#platform/shared/events.ts'

// Ids only. Each goes to whom it concerns; nothing about one ambassador is heard by anybody else.
const oneself = { heardBy: 'member' } as const

interface ToOne {
  programmeId: string
  /** Who is told. */
  memberId: string
}
interface OfMandate extends ToOne {
  mandateId: string
}

/** A colleague, or a manager, proposes somebody: they say yes first. */
export const ambassadorProposed = defineEvent<OfMandate>('ambassadorProposed', oneself)
/** For the leader: somebody said yes, or proposed themselves. */
export const ambassadorReady = defineEvent<OfMandate>('ambassadorReady', oneself)
export const ambassadorInvited = defineEvent<OfMandate>('ambassadorInvited', oneself)
/** For the leader: the invitation is accepted or declined. */
export const ambassadorAnswered = defineEvent<OfMandate & { yes: boolean }>('ambassadorAnswered', oneself)
export const ambassadorActivated = defineEvent<OfMandate>('ambassadorActivated', oneself)
/** To somebody with whom a talk is proposed; to the leader where the ambassador asks. */
export const ambassadorTalkAsked = defineEvent<OfMandate & { by: 'self' | 'leader' }>(
  'ambassadorTalkAsked',
  oneself,
)
/** To the ambassador: the leader wrote thanks, or the mandate ended. */
export const ambassadorThanked = defineEvent<OfMandate>('ambassadorThanked', oneself)
/** To the ambassador: the line manager answered. */
export const ambassadorAgreementAnswered = defineEvent<OfMandate>('ambassadorAgreementAnswered', oneself)
/** To whoever was asked to accompany. */
export const ambassadorBuddyNamed = defineEvent<OfMandate>('ambassadorBuddyNamed', oneself)
/** A meeting is coming, or its recap is there. */
export const ambassadorMeetingTold = defineEvent<ToOne & { meetingId: string; what: string }>(
  'ambassadorMeetingTold',
  oneself,
)
/** What the calendar reminds of (docs/mechanisms/ambassadors.md). */
export const ambassadorReminded = defineEvent<OfMandate & { what: string }>('ambassadorReminded', oneself)
