import { defineEvent } from '#platform/shared/events.ts'

// Ids only.
const oneself = { heardBy: 'member' } as const

interface ToSponsor {
  commitmentId: string
  memberId: string
}

/** To the sponsor: somebody proposes a commitment. */
export const commitmentProposed = defineEvent<ToSponsor>('commitmentProposed', oneself)
/** To whoever proposed it. */
export const commitmentAnswered = defineEvent<ToSponsor & { agreed: boolean }>('commitmentAnswered', oneself)
/** To the sponsor: nothing yet this month. */
export const commitmentReminded = defineEvent<ToSponsor & { daysLeft: number }>('commitmentReminded', oneself)
/** For who runs the community or leads the programme: offer help. */
export const sponsorHelpDue = defineEvent<ToSponsor>('sponsorHelpDue', oneself)
/** To the sponsor: one question. */
export const questionHanded = defineEvent<{ handId: string; memberId: string; postId: string }>(
  'questionHanded',
  oneself,
)
/** To a delegate. */
export const delegateNamed = defineEvent<{ delegationId: string; memberId: string }>('delegateNamed', oneself)
/** To the sponsor: a text is ready to be read. */
export const draftPrepared = defineEvent<{ draftId: string; memberId: string }>('draftPrepared', oneself)
/** To the members: a room without hierarchy is announced, begins, ends. */
export const roomAnnounced = defineEvent<{ roomId: string; ending: boolean }>('roomAnnounced')
export const roomChanged = defineEvent<{ roomId: string; isLevel: boolean }>('roomChanged', {
  heardBy: 'readers',
})
