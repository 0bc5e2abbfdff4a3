import { useQuery } from '@tanstack/react-query'
import type { CommunityDetail } from '../contract.ts'
import { communityQuery } from './queries.ts'

/** The community of this address; undefined while it is on its way. Sections below the community's layout find it loaded. */
export const useCommunity = (slug: string): CommunityDetail | undefined => useQuery(communityQuery(slug)).data
