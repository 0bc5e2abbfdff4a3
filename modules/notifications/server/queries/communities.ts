import { seeableCommunitySql } from '#modules/communities/public.ts'
import type { Context, MemberContext } from '#platform/context.ts'
import type { LocalText } from '#platform/shared/local-text.ts'

/** Who animates a community. */
export const listManagers = async (ctx: Pick<Context, 'tx'>, communityId: string): Promise<string[]> =>
  (
    await ctx.tx.rows<{ id: string }>(
      `select member_id as id from communities.community_role where community_id = $1 and role = 'manager'`,
      [communityId],
    )
  ).map((row) => row.id)

export const listMembers = async (ctx: Pick<Context, 'tx'>, communityId: string): Promise<string[]> =>
  (
    await ctx.tx.rows<{ id: string }>(
      `select member_id as id from communities.membership where community_id = $1`,
      [communityId],
    )
  ).map((row) => row.id)

export interface SeenCommunity {
  id: string
  slug: string
  name: LocalText
  accent: string
  visibility: 'open' | 'closed' | 'secret'
  isMember: boolean
  isInvited: boolean
  roles: string[]
  /** Whether anybody still waits at the door; told to managers only. */
  hasRequests: boolean
  charterVersion: number | null
  closesOn: string | null
  isRefused: boolean
}

/** Communities whose existence the actor may know of now, and the facts that notices rest on. One statement. */
export async function listSeeableCommunities(
  ctx: MemberContext,
  ids: readonly string[],
): Promise<Map<string, SeenCommunity>> {
  const rows = await ctx.tx.rows<SeenCommunity>(
    `select c.id, c.slug, c.name, c.accent, c.visibility, m.member_id is not null as "isMember",
            exists (select 1 from communities.community_invitation i where i.community_id = c.id and i.member_id = $2::uuid) as "isInvited",
            array(select r.role from communities.community_role r where r.community_id = c.id and r.member_id = $2::uuid) as roles,
            exists (select 1 from communities.join_request j where j.community_id = c.id) as "hasRequests",
            exists (select 1 from communities.join_refusal j where j.community_id = c.id and j.member_id = $2::uuid) as "isRefused",
            (select max(v.version) from communities.charter_version v where v.community_id = c.id) as "charterVersion",
            (select k.closes_on::text from communities.closure k where k.community_id = c.id) as "closesOn"
       from communities.community c
       left join communities.membership m on m.community_id = c.id and m.member_id = $2::uuid
      where c.id = any($1::uuid[]) and ${seeableCommunitySql('c', '$2::uuid', '$3::boolean')}`,
    [ids, ctx.actor.memberId, ctx.actor.memberKind === 'employee'],
  )
  return new Map(rows.map((row) => [row.id, row]))
}
