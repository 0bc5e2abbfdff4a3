import { getCommunityFor, readableCommunitySql } from '#modules/communities/public.ts'
import type { CommunityAccess } from '#modules/communities/public.ts'
import type { Context } from '#platform/context.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import type { PageFacts } from './policy.ts'

const nobody = '00000000-0000-0000-0000-000000000000'

/** `[viewer, viewerIsEmployee, viewerIsSystem]`: the three values every visibility check takes. */
export const viewerValues = (ctx: Context): [string, boolean, boolean] => [
  ctx.actor.kind === 'member' ? ctx.actor.memberId : nobody,
  ctx.actor.kind === 'member' && ctx.actor.memberKind === 'employee',
  ctx.actor.kind === 'system',
]

/** The owner of page `p` can no longer sign in, or has left its community. */
export const ownerGoneSql = `(p.owner_id is not null and not exists (
  select 1 from communities.membership owner_m join people.member owner_p on owner_p.id = owner_m.member_id
   where owner_m.member_id = p.owner_id and owner_m.community_id = p.community_id
     and owner_p.state not in ('deactivated', 'dormant')))`

/** THE condition under which a page `p` of community `c` may be read and found. */
export const readablePageSql = (viewer: string, isEmployee: string): string =>
  `p.deleted_at is null and ${readableCommunitySql('c', viewer, isEmployee)}`

export interface AccessiblePage extends PageFacts {
  id: string
  communityId: string
  groupId: string
  language: 'fr' | 'en'
  version: number
}

/**
 * A deleted page is there only for those who could bring it back: they find it at its address, nobody finds it
 * anywhere else.
 */
const findSql = `
  select p.id, p.community_id as "communityId", p.group_id as "groupId", p.language, p.version,
         p.owner_id as "ownerId", ${ownerGoneSql} as "isOwnerGone",
         exists (select 1 from knowledge.page_author a where a.page_id = p.id and a.member_id = $2) as "isAuthor",
         p.locked_at is not null as "isLocked",
         exists (select 1 from knowledge.page_withdrawal w where w.page_id = p.id) as "isWithdrawn",
         p.deleted_at is not null as "isDeleted"
    from knowledge.page p
    join communities.community c on c.id = p.community_id
   where p.id = $1 and ($4::boolean or (${readableCommunitySql('c', '$2', '$3::boolean')}
     and (p.deleted_at is null or p.owner_id = $2 or p.deleted_by = $2 or exists (
       select 1 from communities.community_role r where r.community_id = c.id and r.member_id = $2
          and r.role in ('manager', 'moderator')))))`

/** The page if this actor may read it at this moment; absent and invisible are both undefined. */
export const findVisiblePage = (ctx: Context, pageId: string): Promise<AccessiblePage | undefined> =>
  ctx.tx.row<AccessiblePage>(findSql, [pageId, ...viewerValues(ctx)])

/** The page and its community as this actor may use them. Refusal `pageNotFound`. */
export async function getPage(
  ctx: Context,
  pageId: string,
): Promise<{ page: AccessiblePage; place: CommunityAccess }> {
  const page = await findVisiblePage(ctx, pageId)
  if (!page) throw new Refusal('pageNotFound')
  return { page, place: await getCommunityFor(ctx, page.communityId, 'read') }
}

/** As `getPage`, and keeps others from changing it until the transaction ends. */
export async function getPageToChange(
  ctx: Context,
  pageId: string,
): Promise<{ page: AccessiblePage; place: CommunityAccess }> {
  const page = await ctx.tx.row<AccessiblePage>(`${findSql} for no key update of p`, [
    pageId,
    ...viewerValues(ctx),
  ])
  if (!page) throw new Refusal('pageNotFound')
  return { page, place: await getCommunityFor(ctx, page.communityId, 'read') }
}
