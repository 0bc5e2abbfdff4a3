import { listOpenDecisions } from '#modules/listening/public.ts'
import type { MemberCard } from '#modules/people/contract.ts'
import { listMemberCards } from '#modules/people/public.ts'
import type { Decision } from '#modules/reports/contract.ts'
import type { Context } from '#platform/context.ts'
import { listDecisions } from './queries/decisions.ts'
import type { FrozenDecision } from './queries/reports.ts'

/**
 * Decisions that wait at this moment: themes passed on to somebody, then what the managers ask themselves, with those
 * answered since a day, so that who reads learns the answer once.
 */
export async function openDecisions(
  ctx: Context,
  communityId: string,
  answeredSince: string | null,
): Promise<FrozenDecision[]> {
  const themes = await listOpenDecisions(ctx, communityId)
  return [
    ...themes.slice(0, 20).map(({ themeId, title, question, decider, due }): FrozenDecision => ({
      kind: 'theme',
      id: themeId,
      text: question ? `${title}\u00a0: ${question}` : title,
      ownerId: decider.id,
      due,
      askedOn: null,
      answer: null,
      answeredOn: null,
    })),
    ...(await listDecisions(ctx.tx, communityId, answeredSince)),
  ]
}

/** Decisions with those of whom they are asked, as they are called today. */
export async function withOwners(ctx: Context, decisions: readonly FrozenDecision[]): Promise<Decision[]> {
  const ids = [...new Set(decisions.flatMap(({ ownerId }) => ownerId ?? []))]
  const cards = ids.length > 0 ? await listMemberCards(ctx, ids) : []
  const byId = new Map<string, MemberCard>(cards.map((card) => [card.id, card]))
  const today = ctx.now.toISOString().slice(0, 10)
  return decisions.map(({ ownerId, ...decision }) => ({
    ...decision,
    owner: (ownerId && byId.get(ownerId)) || null,
    isLate: decision.answeredOn === null && decision.due !== null && decision.due < today,
  }))
}
