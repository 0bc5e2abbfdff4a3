import type { CommunityRef } from '#modules/communities/contract.ts'
import { communityRefSql, readableCommunitySql } from '#modules/communities/public.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { Viewer } from './waiting.ts'

/** Of these communities, those that this person reads now, and whether they manage them. */
export function listNoticeCommunities(
  tx: Tx,
  viewer: Viewer,
  ids: readonly string[],
): Promise<{ id: string; community: CommunityRef; isManager: boolean }[]> {
  return tx.rows(
    `select c.id, ${communityRefSql('c')} as community,
            exists (select 1 from communities.community_role r where r.community_id = c.id and r.member_id = $1 and r.role = 'manager') as "isManager"
       from communities.community c where c.id = any($3) and ${readableCommunitySql('c', '$1::uuid', '$2::boolean')}`,
    [viewer.memberId, viewer.isEmployee, ids],
  )
}

/** Pairs of newcomer and buddy in which this person has a part, with the newcomer's name. */
export function listNoticePairs(
  tx: Tx,
  memberId: string,
): Promise<{ communityId: string; newcomerId: string; buddyId: string; name: string; isAsked: boolean }[]> {
  return tx.rows(
    `select b.community_id as "communityId", b.newcomer_id as "newcomerId", b.buddy_id as "buddyId", n.display_name as name,
            b.accepted_at is null as "isAsked"
       from workbench.buddy b join people.member n on n.id = b.newcomer_id
      where b.newcomer_id = $1 or b.buddy_id = $1`,
    [memberId],
  )
}
