import type { Context } from '#platform/context.ts'
import type { MemberCard } from '#modules/people/contract.ts'

// The only server door of recognition for other modules. The caller has checked who may ask.

/** A person with a concrete public act worth a word, whom nobody has thanked in public for 90 days. */
export interface PersonToThank {
  member: MemberCard
  for: {
    kind: 'answer' | 'page' | 'welcome' | 'minutes' | 'gathering' | 'buddy'
    postId: string | null
    pageId: string | null
    title: string | null
  }
  /** Days since the act. */
  sinceDays: number
}
export const listPeopleToThank = async (_ctx: Context, _communityId: string, _limit: number): Promise<PersonToThank[]> => []
