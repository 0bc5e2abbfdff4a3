import type { MemberContext } from '#platform/context.ts'
import type { QueryOf, ResponseOf } from '#platform/shared/contract.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import type { contract, MemberCard, MemberProfile } from '#modules/people/contract.ts'
import { readCursor, writeCursor } from '../cursor.ts'
import { findFilters, listDirectory, listSkills, listSuggestions } from '../queries/directory.ts'
import type { Viewer } from '../queries/directory.ts'
import { findSeeableProfile } from '../queries/members.ts'

type Route = (typeof contract)['GET /api/v1/members']

export const viewerOf = (ctx: MemberContext): Viewer => ({
  memberId: ctx.actor.memberId,
  isEmployee: ctx.actor.memberKind === 'employee',
})

/** A page of the directory, by name. One statement. */
export async function browseDirectory(ctx: MemberContext, query: QueryOf<Route>): Promise<ResponseOf<Route>> {
  const limit = query.limit ?? 20
  const rows = await listDirectory(ctx.tx, viewerOf(ctx), {
    q: query.q,
    entity: query.entity,
    site: query.site,
    language: query.language,
    skill: query.skill,
    after: readCursor(query.cursor, 2),
    limit,
  })
  const last = rows[limit - 1]
  return {
    items: rows.slice(0, limit).map((row) => row.item),
    next: rows.length > limit && last ? writeCursor([last.sortName, last.item.id]) : null,
  }
}

export const suggestMembers = (ctx: MemberContext, q: string, limit: number): Promise<MemberCard[]> =>
  q.trim() === '' ? Promise.resolve([]) : listSuggestions(ctx.tx, viewerOf(ctx), q, limit)

export const suggestSkills = (ctx: MemberContext, q: string): Promise<string[]> =>
  q.trim() === '' ? Promise.resolve([]) : listSkills(ctx.tx, viewerOf(ctx), q)

export const readFilters = (ctx: MemberContext) => findFilters(ctx.tx, viewerOf(ctx))

/** A profile, or the same 404 for unknown and invisible people. */
export async function getProfile(
  ctx: MemberContext,
  memberId: string,
): Promise<{ profile: MemberProfile; can: { edit: boolean } }> {
  const profile = await findSeeableProfile(ctx.tx, viewerOf(ctx), memberId)
  if (!profile) throw new Refusal('notFound')
  return { profile, can: { edit: memberId === ctx.actor.memberId } }
}
