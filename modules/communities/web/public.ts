// The browser door of communities for other modules.
export { CommunityLink } from './components/CommunityLink.tsx'
export { CommunityMark } from './components/CommunityMark.tsx'
/** One person by the beginning of a name, among the members of a community or in the directory. */
export { PersonPicker } from './components/LazyPersonPicker.tsx'
export { communityQuery, mineQuery, useMyCommunities } from './queries.ts'
export { useCommunity } from './use-community.ts'
export { useKindName } from './use-kind-name.ts'
export { communityKinds } from '#modules/communities/words.ts'
export {
  aboutPath,
  communitiesPath,
  communityPath,
  membersPath,
  settingsPath,
  workbenchPath,
} from './paths.ts'
