import { defineEvent } from '#platform/shared/events.ts'

// Nobody hears of these in an open browser: who may read a programme is decided when they are told.
export const programmeOpened = defineEvent<{ programmeId: string }>('programmeOpened')
export const programmePhaseChanged = defineEvent<{ programmeId: string; from: string; to: string }>(
  'programmePhaseChanged',
)
export const programmeClosed = defineEvent<{ programmeId: string }>('programmeClosed')
/** Somebody is named leader, co-leader or asked to carry it. */
export const programmeRoleGiven = defineEvent<{
  programmeId: string
  memberId: string
  role: 'leader' | 'coLeader' | 'sponsor'
}>('programmeRoleGiven')
/** The sponsor said yes or no. */
export const sponsorAnswered = defineEvent<{ programmeId: string; memberId: string; answer: 'yes' | 'no' }>(
  'sponsorAnswered',
)
/** A card is somebody's from now on. */
export const programmeCardGiven = defineEvent<{ programmeId: string; cardId: string; memberId: string }>(
  'programmeCardGiven',
)
/** A card of somebody is due in so many days (3, 0), or was a week ago (−7). */
export const programmeCardDue = defineEvent<{
  programmeId: string
  cardId: string
  memberId: string
  lead: number
}>('programmeCardDue')
