import type { MemberContext } from '#platform/context.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import type { Introduction } from '#modules/expertise/contract.ts'
import {
  deleteNotIntroduced,
  findOwnSubjects,
  insertNotIntroduced,
  listIntroductions,
} from '../queries/introductions.ts'
import { dayOf, viewerOf } from '../shared.ts'

/** Up to three people who share a subject with the caller. Two statements. */
export async function listPeopleToMeet(
  ctx: MemberContext,
): Promise<{ items: Introduction[]; isOptedOut: boolean; hasSubjects: boolean }> {
  const own = await findOwnSubjects(ctx.tx, ctx.actor.memberId)
  const items =
    own.isOptedOut || !own.hasSubjects ? [] : await listIntroductions(ctx.tx, viewerOf(ctx), dayOf(ctx.now))
  return { items, ...own }
}

/** "Not this one": the two are not proposed to each other again; an unknown person changes nothing. */
export async function declineIntroduction(ctx: MemberContext, otherId: string): Promise<void> {
  if (otherId === ctx.actor.memberId) throw new Refusal('notOneself')
  await insertNotIntroduced(ctx.tx, { memberId: ctx.actor.memberId, otherId, at: ctx.now })
}

export async function takeBackIntroduction(ctx: MemberContext, otherId: string): Promise<void> {
  await deleteNotIntroduced(ctx.tx, ctx.actor.memberId, otherId)
}
