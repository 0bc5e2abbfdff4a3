import { getCommunityFor } from '#modules/communities/public.ts'
import { businessClock } from '#modules/measurement/public.ts'
import { getBusinessCalendar } from '#modules/people/public.ts'
import type { MemberContext } from '#platform/context.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { emit } from '#platform/events/events.ts'
import { cleanText } from '#platform/shared/local-text.ts'
import { cardHanded, cardsChanged } from '#modules/workbench/events.ts'
import { handedBy } from '../morning.ts'
import {
  deleteCardDecision,
  listCardDecisions,
  listOtherManagers,
  setCardDecision,
} from '../queries/morning.ts'

const cardShape =
  /^(safety|newcomer|question|promise|ambassador|editorial|thanks|repeated):[0-9a-f-]{36}(:[0-9A-Za-z-]{1,36})?$/

/** “Later” is the same hour of the next business day: half a day of work away, never in the night. */
const laterHours = 8

/**
 * Decides about a card: done hides it from every manager; later, delegated and not mine hide it from this one; what
 * was handed over and is not mine goes back to whoever gave it. Emits cardHanded.
 * Refusals: cardNotFound for a key of another shape, delegateNotManager.
 */
export async function decideCard(
  ctx: MemberContext,
  input: {
    community: string
    card: string
    decision: 'done' | 'delegated' | 'later' | 'notMine'
    delegateTo?: string
    word?: string
  },
): Promise<void> {
  const community = await getCommunityFor(ctx, input.community, 'manage')
  if (!cardShape.test(input.card)) throw new Refusal('cardNotFound')
  if (input.decision === 'delegated') {
    const others = await listOtherManagers(ctx.tx, community.id, ctx.actor.memberId)
    if (!others.some(({ id }) => id === input.delegateTo)) throw new Refusal('delegateNotManager')
  }
  const until =
    input.decision === 'later'
      ? businessClock(await getBusinessCalendar(ctx.tx, community.siteId)).after(ctx.now, laterHours)
      : null
  await setCardDecision(ctx.tx, {
    communityId: community.id,
    card: input.card,
    memberId: ctx.actor.memberId,
    decision: input.decision,
    delegatedTo: input.decision === 'delegated' ? (input.delegateTo ?? null) : null,
    until,
    note: input.decision === 'delegated' ? cleanText(input.word) : null,
    at: ctx.now,
  })
  await tell(ctx, community.id, input)
}

/** Whoever a card was handed to finds it; whoever handed it finds it back. */
async function tell(
  ctx: MemberContext,
  communityId: string,
  input: { card: string; decision: string; delegateTo?: string },
): Promise<void> {
  const me = ctx.actor.memberId
  if (input.decision === 'done') await tellOthers(ctx, communityId)
  const giver =
    input.decision === 'notMine'
      ? handedBy(input.card, me, await listCardDecisions(ctx.tx, communityId))?.memberId
      : undefined
  const memberId = input.decision === 'delegated' ? input.delegateTo : giver
  if (memberId && memberId !== me)
    await emit(
      ctx,
      cardHanded(communityId, { memberId, byMemberId: me, isBack: input.decision === 'notMine' }),
    )
}

/** What is done for all leaves the other managers' open screens. */
async function tellOthers(ctx: MemberContext, communityId: string): Promise<void> {
  for (const { id } of await listOtherManagers(ctx.tx, communityId, ctx.actor.memberId))
    await emit(ctx, cardsChanged(communityId, { memberId: id }))
}

/** Takes one's decision back. Idempotent. */
export async function undoCardDecision(
  ctx: MemberContext,
  input: { community: string; card: string },
): Promise<void> {
  const community = await getCommunityFor(ctx, input.community, 'manage')
  await deleteCardDecision(ctx.tx, community.id, input.card, ctx.actor.memberId)
  await tellOthers(ctx, community.id)
}
