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
export { createCommunity } from '#modules/communities/server/operations/create-community.ts'
export { grantRole } from '#modules/communities/server/operations/grant-role.ts'
export { insertImportedMemberships } from '#modules/communities/server/operations/insert-imported-memberships.ts'
export { joinCommunity } from '#modules/communities/server/operations/join-community.ts'
/** For moderation, which decides who may. */
export { endPause, pauseMember } from '#modules/communities/server/operations/pause-member.ts'
export { publishCharter, saveCharterDraft } from '#modules/communities/server/operations/write-charter.ts'
export { writeCanvas } from '#modules/communities/server/operations/write-canvas.ts'
export { refJsonSql as communityRefSql } from '#modules/communities/server/sql.ts'
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
  addDemoMembers,
  removeDemoCommunities,
  setDemoStage,
} from '#modules/communities/server/operations/demo-communities.ts'
