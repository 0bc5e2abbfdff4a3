import { defineEvent } from '#platform/shared/events.ts'

/** To a sponsor or manager: a sheet is shared with them. */
export const sheetShared = defineEvent<{ memberId: string }>('sheetShared', { heardBy: 'member' })
/** To a manager: somebody asks them to stand in. */
export const standInAsked = defineEvent<{ memberId: string; leaveId: string }>('standInAsked', {
  heardBy: 'member',
})
/** To whoever leaves: the other agrees, or not. */
export const standInAnswered = defineEvent<{ memberId: string; leaveId: string; accepted: boolean }>(
  'standInAnswered',
  { heardBy: 'member' },
)
/** To whoever stands in: the handover sheet is there. */
export const handoverGiven = defineEvent<{ memberId: string; leaveId: string }>('handoverGiven', {
  heardBy: 'member',
})
/** To whoever was away: a word on what happened meanwhile. */
export const returnWordWritten = defineEvent<{ memberId: string; leaveId: string }>('returnWordWritten', {
  heardBy: 'member',
})
/** In a circle, to its other members. */
export const circleSpoken = defineEvent<{ circleId: string; memberIds: string[] }>('circleSpoken')
