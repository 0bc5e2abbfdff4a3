/** The only server door of communities for other modules. */
export {
  findVisibleCommunity,
  getCommunityFor,
  readableCommunitySql,
  seeableCommunitySql,
} from '#modules/communities/server/access.ts'
export type { CommunityAccess } from '#modules/communities/server/access.ts'
export { mayHear } from '#modules/communities/server/audience.ts'
export {
  keepUnreadAfterImport,
  markAllCommunitiesSeen,
  markCommunitySeen,
  takePostSequence,
} from '#modules/communities/server/counters.ts'
export { acceptCharter } from '#modules/communities/server/operations/accept-charter.ts'
export { inviteMembers } from '#modules/communities/server/operations/invite-members.ts'
/** For lifecycle, which knows the gates, the notice and the history. */
export { announceClosing } from '#modules/communities/server/operations/close-community.ts'
export { declareStage } from '#modules/communities/server/operations/change-community.ts'
export { audit as auditCommunity } from '#modules/communities/server/operations/audit.ts'
export { findCanvas } from '#modules/communities/server/queries/canvas.ts'
export { createCommunity } from '#modules/communities/server/operations/create-community.ts'
export { grantRole, withdrawRole } from '#modules/communities/server/operations/grant-role.ts'
export { insertImportedMemberships } from '#modules/communities/server/operations/insert-imported-memberships.ts'
export { joinCommunity } from '#modules/communities/server/operations/join-community.ts'
/** For moderation, which decides who may. */
export { endPause, pauseMember } from '#modules/communities/server/operations/pause-member.ts'
/** For privacy, after two people decided. */
export { endReading, openReading } from '#modules/communities/server/operations/reading-grants.ts'
export { publishCharter, saveCharterDraft } from '#modules/communities/server/operations/write-charter.ts'
export { writeCanvas } from '#modules/communities/server/operations/write-canvas.ts'
/** The indicator's part of the canvas alone; for problems. */
export { writeIndicator } from '#modules/communities/server/operations/write-indicator.ts'
/** For kinds, which shows what changes before and keeps the history. */
export { changeCommunity } from '#modules/communities/server/operations/change-community.ts'
export { isLevelSql, refJsonSql as communityRefSql } from '#modules/communities/server/sql.ts'
/** Rooms without hierarchy: what leaves a request about one is rid of titles and marks; sponsorship announces them. */
export { levelAnswer, setLevel } from '#modules/communities/server/level.ts'
export {
  canInvite,
  canManage,
  canModerate,
  canParticipate,
  canRead,
  canSee,
} from '#modules/communities/server/policy.ts'
export type { CommunityFacts, Standing } from '#modules/communities/server/policy.ts'
export {
  addDemoClosure,
  addDemoMembers,
  removeDemoCommunities,
  setDemoStage,
} from '#modules/communities/server/operations/demo-communities.ts'
export { kindPresets } from '#modules/communities/kinds.ts'
