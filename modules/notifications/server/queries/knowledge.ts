import { readablePageSql } from '#modules/knowledge/public.ts'
import type { Context, MemberContext } from '#platform/context.ts'
import type { LocalText } from '#platform/shared/local-text.ts'

/** Those whose answers a page was made of. */
export const listCreditedAnswerers = async (ctx: Pick<Context, 'tx'>, pageId: string): Promise<string[]> =>
  (
    await ctx.tx.rows<{ id: string }>(
      `select member_id as id from knowledge.page_author where page_id = $1 and part = 'answered'`,
      [pageId],
    )
  ).map((row) => row.id)

export interface ReadablePage {
  id: string
  title: string
  language: string
  excerpt: string
  community: { id: string; slug: string; name: LocalText; accent: string }
  /** The actor answers for it, and it waits for their word now. */
  isMineToReview: boolean
  /** It is in use and names the actor for an answer. */
  creditsMe: boolean
}

/** Pages that the actor may read now, by id. One statement. */
export async function listReadablePages(
  ctx: MemberContext,
  ids: readonly string[],
): Promise<Map<string, ReadablePage>> {
  const rows = await ctx.tx.rows<ReadablePage>(
    `select p.id, p.title, p.language, p.excerpt,
            jsonb_build_object('id', c.id, 'slug', c.slug, 'name', c.name, 'accent', c.accent) as community,
            w.page_id is null and p.review_on <= $4::date and p.owner_id is not distinct from $2::uuid as "isMineToReview",
            w.page_id is null and exists (select 1 from knowledge.page_author a
              where a.page_id = p.id and a.member_id = $2::uuid and a.part = 'answered') as "creditsMe"
       from knowledge.page p
       join communities.community c on c.id = p.community_id
       left join knowledge.page_withdrawal w on w.page_id = p.id
      where p.id = any($1::uuid[]) and ${readablePageSql('$2::uuid', '$3::boolean')}`,
    [ids, ctx.actor.memberId, ctx.actor.memberKind === 'employee', ctx.now.toISOString().slice(0, 10)],
  )
  return new Map(rows.map((row) => [row.id, row]))
}
