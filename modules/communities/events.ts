import { defineEvent } from '#platform/shared/events.ts'

export const communityCreated = defineEvent<Record<string, never>>('communityCreated')
/** Name, purpose, languages, accent, site, kind, stage or who may invite. `fields` names what changed. */
export const communityChanged = defineEvent<{ fields: string[] }>('communityChanged', { heardBy: 'readers' })
/** Takes effect at once; members are told. */
export const visibilityChanged = defineEvent<{ from: string; to: string; partnersAdmitted: boolean }>(
  'visibilityChanged',
  { heardBy: 'readers', tells: [] },
)
export const memberJoined = defineEvent<{ memberId: string }>('memberJoined', {
  heardBy: 'readers',
  tells: ['memberId'],
})
/** Browsers hear that somebody is gone, never whether they left or were removed. */
export const memberLeft = defineEvent<{ memberId: string }>('memberLeft', {
  heardBy: 'readers',
  tells: ['memberId'],
})
export const memberRemoved = defineEvent<{ memberId: string }>('memberRemoved')
export const memberBanned = defineEvent<{ memberId: string }>('memberBanned')
export const banLifted = defineEvent<{ memberId: string }>('banLifted')
/** Reads and does not write until `endsAt`; only the person's browser hears of it. */
export const memberPaused = defineEvent<{ memberId: string; endsAt: string }>('memberPaused', {
  heardBy: 'member',
})
export const pauseEnded = defineEvent<{ memberId: string }>('pauseEnded', { heardBy: 'member' })
export const memberInvited = defineEvent<{ memberIds: string[] }>('memberInvited')
export const invitationDeclined = defineEvent<{ memberId: string }>('invitationDeclined')
export const joinRequested = defineEvent<{ memberId: string }>('joinRequested')
export const joinRefused = defineEvent<{ memberId: string }>('joinRefused', { heardBy: 'member' })
export const roleGranted = defineEvent<{ memberId: string; role: string }>('roleGranted', {
  heardBy: 'readers',
})
export const roleWithdrawn = defineEvent<{ memberId: string; role: string }>('roleWithdrawn', {
  heardBy: 'readers',
})
export const charterPublished = defineEvent<{ version: number }>('charterPublished', { heardBy: 'readers' })
export const charterAccepted = defineEvent<{ memberId: string; version: number }>('charterAccepted')
export const canvasChanged = defineEvent<Record<string, never>>('canvasChanged', { heardBy: 'readers' })
export const closingAnnounced = defineEvent<{ closesOn: string }>('closingAnnounced', { heardBy: 'readers' })
export const closingCancelled = defineEvent<Record<string, never>>('closingCancelled', { heardBy: 'readers' })
export const communityArchived = defineEvent<Record<string, never>>('communityArchived', {
  heardBy: 'readers',
})
export const communityReopened = defineEvent<Record<string, never>>('communityReopened', {
  heardBy: 'readers',
})
