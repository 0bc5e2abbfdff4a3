import type { MemberContext } from '#platform/context.ts'
import type { LocalText } from '#platform/shared/local-text.ts'
import { communityRefSql, readableCommunitySql } from '#modules/communities/public.ts'
import type { CommunityRef } from '#modules/communities/contract.ts'

/** Communities that a receiver still reads, by id, and whether they manage them. */
export const listNoticeCommunities = (
  ctx: MemberContext,
  ids: readonly string[],
): Promise<{ id: string; slug: string; name: LocalText; community: CommunityRef; manages: boolean }[]> =>
  ctx.tx.rows(
    `select c.id, c.slug, c.name, ${communityRefSql('c')} as community,
            exists (select 1 from communities.community_role r
                     where r.community_id = c.id and r.member_id = $1 and r.role = 'manager') as manages
       from communities.community c where c.id = any($3) and ${readableCommunitySql('c', '$1::uuid', '$2::boolean')}`,
    [ctx.actor.memberId, ctx.actor.memberKind === 'employee', ids],
  )
