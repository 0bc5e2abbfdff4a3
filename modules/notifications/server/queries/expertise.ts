import type { MemberContext } from '#platform/context.ts'

/** Requests to this person that stand: what they declined is told no more. By question. */
export async function listStandingAsks(
  ctx: MemberContext,
  postIds: readonly string[],
): Promise<Map<string, { note: string | null }>> {
  const rows = await ctx.tx.rows<{ postId: string; note: string | null }>(
    `select post_id as "postId", note from expertise.ask
      where to_member_id = $1 and post_id = any($2) and declined_at is null`,
    [ctx.actor.memberId, postIds],
  )
  return new Map(rows.map((row) => [row.postId, row]))
}

/** Confirmations that this person received and whose subject they still declare. By confirmation. */
export async function listStandingConfirmations(
  ctx: MemberContext,
  ids: readonly string[],
): Promise<Map<string, { skill: string; occasion: string }>> {
  const rows = await ctx.tx.rows<{ id: string; skill: string; occasion: string }>(
    `select c.id, s.skill, c.occasion
       from expertise.confirmation c join people.member m on m.id = c.member_id
       cross join lateral (select own as skill from unnest(m.ask_me_about) own where people.fold(own) = c.skill_key limit 1) s
      where c.member_id = $1 and c.id = any($2) and c.hidden_at is null`,
    [ctx.actor.memberId, ids],
  )
  return new Map(rows.map((row) => [row.id, row]))
}
