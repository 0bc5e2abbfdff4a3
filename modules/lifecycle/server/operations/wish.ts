import { createCommunity, getCommunityFor, inviteMembers, writeCanvas } from '#modules/communities/public.ts'
import type { NewOpportunity, Wish, WrittenWish } from '#modules/lifecycle/contract.ts'
import { wishMade, wishSettled } from '#modules/lifecycle/events.ts'
import type { MemberContext } from '#platform/context.ts'
import { pageOf, readCursor } from '#platform/db/keyset.ts'
import { emit } from '#platform/events/events.ts'
import { newId } from '#platform/ids.ts'
import { cleanText } from '#platform/shared/local-text.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { insertStageChange } from '../queries/life.ts'
import {
  deleteOwnWish,
  deleteSupport,
  findWish,
  insertSupport,
  insertWish,
  listSimilarCommunities,
  listSimilarWishes,
  listSupporters,
  listWishers,
  listWishes,
  settleWish,
} from '../queries/wishes.ts'
import { requireEmployee } from '../shared.ts'

async function getWish(ctx: MemberContext, id: string): Promise<Wish> {
  requireEmployee(ctx)
  const wish = await findWish(ctx.tx, ctx.actor.memberId, id)
  if (!wish) throw new Refusal('wishNotFound')
  return wish
}

export async function listWished(
  ctx: MemberContext,
  query: { cursor?: string; limit?: number; settled?: boolean },
): Promise<{ items: Wish[]; next: string | null }> {
  requireEmployee(ctx)
  const limit = query.limit ?? 20
  const rows = await listWishes(ctx.tx, {
    memberId: ctx.actor.memberId,
    settled: query.settled ?? false,
    after: readCursor(query.cursor, 'string', 'string'),
    limit: limit + 1,
  })
  return pageOf(
    rows,
    limit,
    (row) => [row.key, row.id],
    ({ key: _key, ...row }) => row,
  )
}

/** What there is already: communities that this person may know of, and open wishes. */
export async function findSimilar(ctx: MemberContext, asked: string) {
  requireEmployee(ctx)
  const q = cleanText(asked.replaceAll('\0', '\uFFFD'))
  if (!q) return { communities: [], wishes: [] }
  const { memberId } = ctx.actor
  return {
    communities: await listSimilarCommunities(ctx.tx, memberId, q),
    wishes: await listSimilarWishes(ctx.tx, memberId, q),
  }
}

/** An employee says which community is missing, whose problem it is and who talks of it; they support it by name. Emits wishMade. */
export async function wishForCommunity(ctx: MemberContext, input: WrittenWish): Promise<Wish> {
  requireEmployee(ctx)
  const id = newId(ctx.now.getTime())
  await insertWish(ctx.tx, {
    id,
    memberId: ctx.actor.memberId,
    subject: cleanText(input.subject) ?? '',
    problem: cleanText(input.problem),
    whoTalks: cleanText(input.whoTalks),
    at: ctx.now,
  })
  await insertSupport(ctx.tx, id, ctx.actor.memberId, ctx.now)
  await emit(ctx, wishMade(null, { wishId: id }))
  return getWish(ctx, id)
}

export async function takeWishBack(ctx: MemberContext, id: string): Promise<void> {
  if ((await deleteOwnWish(ctx.tx, id, ctx.actor.memberId)) === 0) throw new Refusal('wishNotFound')
}

/** Supports a wish, or no longer; supporters are public. Idempotent. */
export async function supportWish(ctx: MemberContext, id: string, isSupported: boolean): Promise<Wish> {
  const wish = await getWish(ctx, id)
  if (wish.outcome) throw new Refusal('wishSettled')
  if (isSupported) await insertSupport(ctx.tx, id, ctx.actor.memberId, ctx.now)
  else await deleteSupport(ctx.tx, id, ctx.actor.memberId)
  return getWish(ctx, id)
}

/**
 * "There is already…": whoever wished says so, or a manager of the community that exists. Supporters are told of a
 * community that they may know of. Emits wishSettled.
 */
export async function answerWish(
  ctx: MemberContext,
  id: string,
  input: { community: string; word?: string | null | undefined },
): Promise<Wish> {
  const wish = await getWish(ctx, id)
  const community = await getCommunityFor(ctx, input.community, wish.isMine ? 'see' : 'manage')
  if (community.visibility === 'secret') throw new Refusal('communityNotFound')
  await settle(ctx, wish, 'exists', community.id, cleanText(input.word))
  return getWish(ctx, id)
}

/**
 * A community begins from a wish, as an opportunity: the idea card is its canvas, supporters are invited and each
 * accepts or not. Whoever begins it animates it until somebody joins in. Emits what founding emits, and wishSettled.
 */
export async function beginOpportunity(
  ctx: MemberContext,
  id: string,
  input: NewOpportunity,
): Promise<{ slug: string; invited: number }> {
  const wish = await getWish(ctx, id)
  if (wish.outcome) throw new Refusal('wishSettled')
  const { language } = input
  const community = await createCommunity(
    ctx,
    {
      kind: input.kind,
      name: { [language]: input.name },
      purpose: { [language]: input.purpose },
      visibility: input.visibility,
      charter: 'none',
    },
    { stage: 'opportunity' },
  )
  await insertStageChange(ctx.tx, {
    communityId: community.id,
    at: ctx.now,
    from: null,
    to: 'opportunity',
    by: ctx.actor.memberId,
  })
  await writeCanvas(ctx, community.id, {
    problem: wish.problem ?? wish.subject,
    whoSuffers: wish.whoTalks,
    indicator: null,
    unit: null,
    baseline: null,
    baselineOn: null,
    baselineSource: null,
    target: null,
    targetOn: null,
    sponsorId: null,
  })
  const wishers = (await listSupporters(ctx.tx, id)).filter((memberId) => memberId !== ctx.actor.memberId)
  const { invited } =
    wishers.length > 0
      ? await inviteMembers(ctx, { community: community.id, memberIds: wishers })
      : { invited: 0 }
  await settle(ctx, wish, 'opportunity', community.id, null)
  return { slug: community.slug, invited }
}

async function settle(
  ctx: MemberContext,
  wish: Wish,
  outcome: 'exists' | 'opportunity',
  communityId: string,
  word: string | null,
): Promise<void> {
  const settled = await settleWish(ctx.tx, {
    id: wish.id,
    outcome,
    communityId,
    word,
    by: ctx.actor.memberId,
    at: ctx.now,
  })
  if (settled === 0) throw new Refusal('wishSettled')
  await emit(
    ctx,
    wishSettled(communityId, { wishId: wish.id, outcome, memberIds: await listWishers(ctx.tx, wish.id) }),
  )
}
