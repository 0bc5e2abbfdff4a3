// The browser door of communities for other modules.
export { CommunityLink } from './components/CommunityLink.tsx'
export { CommunityMark } from './components/CommunityMark.tsx'
export { communityQuery, mineQuery, useMyCommunities } from './queries.ts'
export { useCommunity } from './use-community.ts'
export {
  aboutPath,
  communitiesPath,
  communityPath,
  membersPath,
  settingsPath,
  workbenchPath,
} from './paths.ts'
