import type { MyListening } from '#modules/listening/contract.ts'
import { quoteRefused } from '#modules/listening/events.ts'
import type { MemberContext } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { todayOf } from '../access.ts'
import { listOwnActions, listOwnChecks, listOwnDecisions, listOwnQuotes } from '../queries/mine.ts'
import { findExcerpt, findTheme, refuseQuote } from '../queries/themes.ts'

/** Decisions and readings asked of me, what I promised, and sentences of mine that are quoted. */
export async function readMine(ctx: MemberContext): Promise<MyListening> {
  const { memberId, memberKind } = ctx.actor
  const isEmployee = memberKind === 'employee'
  const today = todayOf(ctx)
  return {
    decisions: await listOwnDecisions(ctx.tx, memberId, today, isEmployee),
    checks: await listOwnChecks(ctx.tx, memberId, today, isEmployee),
    actions: await listOwnActions(ctx.tx, memberId, today),
    quotes: await listOwnQuotes(ctx.tx, memberId, isEmployee),
  }
}

/** The author does not want to be quoted: the sentence goes at once, everywhere. Idempotent. Emits quoteRefused. */
export async function refuseToBeQuoted(ctx: MemberContext, excerptId: string): Promise<MyListening> {
  const excerpt = await findExcerpt(ctx.tx, excerptId)
  if (!excerpt || excerpt.authorId !== ctx.actor.memberId) throw new Refusal('excerptNotFound')
  if ((await refuseQuote(ctx.tx, excerpt.id, ctx.now)) > 0) {
    const theme = await findTheme(ctx.tx, excerpt.themeId)
    await emit(ctx, quoteRefused(theme?.communityId ?? null, { themeId: excerpt.themeId }))
  }
  return readMine(ctx)
}
