import { getCommunityFor } from '#modules/communities/public.ts'
import type { CommunityAccess } from '#modules/communities/public.ts'
import { findVisiblePost } from '#modules/discussions/public.ts'
import type { ClosingReview, Decision } from '#modules/kinds/contract.ts'
import { decisionNoted } from '#modules/kinds/events.ts'
import { readBeginning, writePage } from '#modules/knowledge/public.ts'
import type { Context, MemberContext } from '#platform/context.ts'
import { pageOf, readCursor } from '#platform/db/keyset.ts'
import { emit } from '#platform/events/events.ts'
import { newId } from '#platform/ids.ts'
import { cleanText } from '#platform/shared/local-text.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { getCommunityToManage, mayManage } from '../living.ts'
import type { Decider, Fate } from '#modules/kinds/words.ts'
import { dayIn, daysBetween } from '../days.ts'
import {
  findReview,
  insertDecision,
  listDecisions,
  listThreads,
  setFate,
  setReplaced,
  upsertReview,
  withdrawDecision,
} from '../queries/project.ts'
import { readState } from '../queries/state.ts'

const writerOf = (ctx: Context): string | null => (ctx.actor.kind === 'member' ? ctx.actor.memberId : null)

/** What was decided, the latest first. */
export async function readDecisions(
  ctx: Context,
  idOrSlug: string,
  asked: { cursor?: string | undefined; limit?: number | undefined },
): Promise<{ items: Decision[]; next: string | null; can: { manage: boolean } }> {
  const community = await getCommunityFor(ctx, idOrSlug, 'read')
  const limit = asked.limit ?? 20
  const [on, id] = readCursor(asked.cursor, 'string', 'string') as [string | null, string | null]
  const page = pageOf(
    await listDecisions(ctx.tx, community.id, { on, id }, limit + 1),
    limit,
    (row) => [row.on, row.id],
    (row) => row,
  )
  return { ...page, can: { manage: mayManage(community) } }
}

/**
 * A manager notes what was decided, why, and who decided as a role. Emits decisionNoted. Refusals: `dayInFuture`,
 * `postNotFound`, `decisionNotFound` for what it should replace.
 */
export async function noteDecision(
  ctx: Context,
  idOrSlug: string,
  input: {
    on: string
    decision: string
    why: string
    decidedAs: Decider
    postId?: string | null | undefined
    replaces?: string | null | undefined
  },
): Promise<{ id: string }> {
  const community = await getCommunityToManage(ctx, idOrSlug)
  const { timezone } = await readState(ctx.tx, community.id)
  if (input.on > dayIn(ctx.now, timezone)) throw new Refusal('dayInFuture')
  const post = input.postId ? await findVisiblePost(ctx, input.postId) : undefined
  if (input.postId && post?.communityId !== community.id) throw new Refusal('postNotFound')
  const id = newId(ctx.now.getTime())
  await insertDecision(ctx.tx, {
    id,
    communityId: community.id,
    on: input.on,
    decision: cleanText(input.decision) ?? '',
    why: cleanText(input.why) ?? '',
    decidedAs: input.decidedAs,
    postId: post?.id ?? null,
    by: writerOf(ctx),
    at: ctx.now,
  })
  if (input.replaces && !(await setReplaced(ctx.tx, community.id, input.replaces, id)))
    throw new Refusal('decisionNotFound')
  await emit(ctx, decisionNoted(community.id, { decisionId: id }))
  return { id }
}

/** A decision noted by mistake. Refusal `decisionNotFound`. */
export async function takeDecisionBack(ctx: Context, idOrSlug: string, id: string): Promise<void> {
  const community = await getCommunityToManage(ctx, idOrSlug)
  if (!(await withdrawDecision(ctx.tx, community.id, id, ctx.now))) throw new Refusal('decisionNotFound')
  await emit(ctx, decisionNoted(community.id, { decisionId: id }))
}

/** What a project leaves: what it delivered and learnt, and which conversations became pages. */
export async function readClosingReview(ctx: Context, idOrSlug: string): Promise<ClosingReview> {
  return viewReview(ctx, await getCommunityFor(ctx, idOrSlug, 'read'))
}

async function viewReview(ctx: Context, community: CommunityAccess): Promise<ClosingReview> {
  const { endsOn, decisions, timezone } = await readState(ctx.tx, community.id)
  const review = await findReview(ctx.tx, community.id)
  const today = dayIn(ctx.now, timezone)
  return {
    endsOn,
    daysLeft: endsOn && daysBetween(today, endsOn),
    isReached: endsOn !== null && endsOn <= today,
    delivered: review?.delivered ?? null,
    learnt: review?.learnt ?? null,
    openedAt: review?.openedAt ?? null,
    finishedAt: review?.finishedAt ?? null,
    threads: await listThreads(ctx.tx, community.id),
    decisions,
    can: { manage: mayManage(community) },
  } as ClosingReview
}

/** A manager writes the review, and ends it with `finish`. Refusal `reviewFinished`. */
export async function writeClosingReview(
  ctx: Context,
  idOrSlug: string,
  input: { delivered: string | null; learnt: string | null; finish?: boolean | undefined },
): Promise<ClosingReview> {
  const community = await openReview(ctx, idOrSlug)
  await upsertReview(ctx.tx, {
    communityId: community.id,
    delivered: cleanText(input.delivered),
    learnt: cleanText(input.learnt),
    by: writerOf(ctx),
    at: ctx.now,
    finish: input.finish ?? false,
  })
  return viewReview(ctx, community)
}

/**
 * Turns a conversation into a page that credits who asked and answered, or leaves it where it is. A conversation that
 * has its page keeps it. Refusals: `postNotFound`, `reviewFinished`.
 */
export async function sortThread(
  ctx: MemberContext,
  input: { community: string; postId: string; fate: Fate },
): Promise<ClosingReview> {
  const community = await openReview(ctx, input.community)
  const post = await findVisiblePost(ctx, input.postId)
  if (!post || post.isDeleted || post.communityId !== community.id) throw new Refusal('postNotFound')
  const known = (await listThreads(ctx.tx, community.id)).find(({ postId }) => postId === post.id)
  let pageId = known?.pageId ?? null
  if (input.fate === 'page' && !pageId) {
    const beginning = await readBeginning(ctx, { postId: post.id })
    pageId = await writePage(ctx, {
      communityId: community.id,
      title: beginning.title,
      bodyMd: beginning.bodyMd,
      language: beginning.language,
      tags: beginning.tags,
      source: { postId: post.id, commentIds: beginning.commentIds },
    })
  }
  await setFate(ctx.tx, {
    communityId: community.id,
    postId: post.id,
    fate: input.fate,
    pageId,
    by: writerOf(ctx),
    at: ctx.now,
  })
  return viewReview(ctx, community)
}

async function openReview(ctx: Context, idOrSlug: string): Promise<CommunityAccess> {
  const community = await getCommunityToManage(ctx, idOrSlug)
  if ((await findReview(ctx.tx, community.id))?.finishedAt) throw new Refusal('reviewFinished')
  return community
}
