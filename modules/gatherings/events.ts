import { defineEvent } from '#platform/shared/events.ts'

interface OfGathering {
  gatheringId: string
}
const heardBy = { heardBy: 'readers' } as const
const thinly = { heardBy: 'readers', tells: ['gatheringId'] } as const

/** Created; one event for a series (its first gathering). `invited`: people to tell by name. */
export const gatheringCreated = defineEvent<OfGathering & { invited: string[] }>('gatheringCreated', thinly)
/** `fields`: what those who come should know of: `time`, `place`, `mode`, `link`; empty for words and seats. */
export const gatheringChanged = defineEvent<OfGathering & { fields: string[] }>('gatheringChanged', thinly)
export const gatheringCancelled = defineEvent<OfGathering>('gatheringCancelled', heardBy)
/** Somebody answered or took their answer back; browsers ask who. */
export const gatheringAnswered = defineEvent<OfGathering & { memberId: string }>('gatheringAnswered', thinly)
/** The waiting list moved: this person has a seat now. */
export const gatheringSeatGiven = defineEvent<OfGathering & { memberId: string; kind: 'onSite' | 'remote' }>(
  'gatheringSeatGiven',
  { heardBy: 'member' },
)
/** Emitted once for each gathering, time and lead. Receivers: `listReminderReceivers` of public.ts. */
export const gatheringReminderDue = defineEvent<OfGathering & { lead: 'day' | 'hour'; startsAt: string }>(
  'gatheringReminderDue',
)
export const memberCheckedIn = defineEvent<OfGathering & { memberId: string }>('memberCheckedIn', {
  heardBy: 'member',
})
/** Receivers: `listMinutesReceivers` of public.ts (absentees, those who asked). */
export const minutesPublished = defineEvent<OfGathering & { postId: string }>('minutesPublished', {
  heardBy: 'readers',
  tells: ['gatheringId', 'postId'],
})
