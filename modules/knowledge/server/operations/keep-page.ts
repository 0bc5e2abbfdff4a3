import type { ArrangePage, PageDetail } from '#modules/knowledge/contract.ts'
import {
  pageChanged,
  pageDeleted,
  pagePublished,
  pageReviewed,
  pageWithdrawn,
} from '#modules/knowledge/events.ts'
import { getCommunityFor } from '#modules/communities/public.ts'
import type { Context, MemberContext } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { newId } from '#platform/ids.ts'
import { cleanText } from '#platform/shared/local-text.ts'
import { enforce, Refusal } from '#platform/shared/refusal.ts'
import { findVisiblePage, getPageToChange } from '../access.ts'
import { canArrange, canDelete, canMove, canMoveTo, canRestore, canReview, canWithdraw } from '../policy.ts'
import { listActiveMembers } from '../queries/lists.ts'
import {
  deleteWithdrawal,
  insertReview,
  insertWithdrawal,
  setArrangement,
  setCommunity,
  setDeleted,
  setLiving,
} from '../queries/pages.ts'
import { viewPage, writerOf } from '../shared.ts'
import { checkReviewDay, inTwelveMonths } from '../text.ts'

/** Chooses who answers for a page, when it is reviewed, whether only its authors change it. Emits pageChanged. */
export async function arrangePage(
  ctx: MemberContext,
  input: ArrangePage & { pageId: string },
): Promise<PageDetail> {
  const { page, place } = await getPageToChange(ctx, input.pageId)
  enforce(canArrange(ctx.actor, page, place))
  if (input.ownerId && (await listActiveMembers(ctx.tx, page.communityId, [input.ownerId])).length === 0)
    throw new Refusal('ownerUnknown')
  if (input.reviewOn) checkReviewDay(input.reviewOn, ctx.now)
  await setArrangement(ctx.tx, page.id, {
    ownerId: input.ownerId ?? null,
    reviewOn: input.reviewOn ?? null,
    isLocked: input.isLocked ?? null,
    by: ctx.actor.memberId,
    now: ctx.now,
  })
  await emit(ctx, pageChanged(page.communityId, { pageId: page.id, version: page.version }))
  return viewPage(ctx, page.id)
}

/** Somebody who knows says that the page is still true. Emits pageReviewed. */
export async function confirmPage(
  ctx: Context,
  input: { pageId: string; reviewOn?: string | undefined; byId?: string },
): Promise<void> {
  const by = writerOf(ctx, input.byId)
  const { page, place } = await getPageToChange(ctx, input.pageId)
  enforce(canReview(ctx.actor, page, place))
  const nextOn = input.reviewOn ? checkReviewDay(input.reviewOn, ctx.now) : inTwelveMonths(ctx.now)
  await insertReview(ctx.tx, {
    id: newId(ctx.now.getTime()),
    pageId: page.id,
    by,
    now: ctx.now,
    nextOn,
  })
  await emit(ctx, pageReviewed(page.communityId, { pageId: page.id }))
}

/** Withdraws a page with a reason: still found, marked obsolete. Emits pageWithdrawn. */
export async function withdrawPage(
  ctx: Context,
  input: { pageId: string; reason: string; replacedBy?: string | null | undefined; byId?: string },
): Promise<void> {
  const by = writerOf(ctx, input.byId)
  const { page, place } = await getPageToChange(ctx, input.pageId)
  enforce(canWithdraw(ctx.actor, page, place))
  const reason = cleanText(input.reason)
  if (!reason) throw new Refusal('emptyText')
  if (input.replacedBy) {
    const next = input.replacedBy === page.id ? undefined : await findVisiblePage(ctx, input.replacedBy)
    if (!next || next.isDeleted || next.communityId !== page.communityId)
      throw new Refusal('notSameCommunity')
  }
  await insertWithdrawal(ctx.tx, {
    pageId: page.id,
    by,
    now: ctx.now,
    reason,
    replacedBy: input.replacedBy ?? null,
  })
  await emit(ctx, pageWithdrawn(page.communityId, { pageId: page.id, withdrawn: true }))
}

/** Takes a withdrawn page back into use; whoever does says by it that it is true. Idempotent. */
export async function takePageBack(ctx: MemberContext, pageId: string): Promise<PageDetail> {
  const { page, place } = await getPageToChange(ctx, pageId)
  enforce(canWithdraw(ctx.actor, page, place))
  if (await deleteWithdrawal(ctx.tx, page.id)) {
    await insertReview(ctx.tx, {
      id: newId(ctx.now.getTime()),
      pageId: page.id,
      by: ctx.actor.memberId,
      now: ctx.now,
      nextOn: inTwelveMonths(ctx.now),
    })
    await emit(ctx, pageWithdrawn(page.communityId, { pageId: page.id, withdrawn: false }))
  }
  return viewPage(ctx, page.id)
}

/** Deletes a page: nobody finds it, and it can be brought back for 30 days. Emits pageDeleted. */
export async function deletePage(ctx: MemberContext, pageId: string): Promise<void> {
  const { page, place } = await getPageToChange(ctx, pageId)
  // A second click finds it deleted already.
  if (page.isDeleted) return
  enforce(canDelete(ctx.actor, page, place))
  await setDeleted(ctx.tx, page.id, ctx.actor.memberId, ctx.now)
  await emit(ctx, pageDeleted(page.communityId, { pageId: page.id }))
}

/** Brings a deleted page back as it was. Emits pagePublished. Refusal `languageTaken`. */
export async function restorePage(ctx: MemberContext, pageId: string): Promise<PageDetail> {
  const { page, place } = await getPageToChange(ctx, pageId)
  if (!page.isDeleted) return viewPage(ctx, page.id)
  enforce(canRestore(ctx.actor, page, place))
  if (!(await setLiving(ctx.tx, page.id))) throw new Refusal('languageTaken')
  await emit(
    ctx,
    pagePublished(page.communityId, { pageId: page.id, authorId: ctx.actor.memberId, postIds: [] }),
  )
  return viewPage(ctx, page.id)
}

/** Moves a page with its other languages. Told once to each community, without naming the other: it may be secret. */
export async function movePage(
  ctx: MemberContext,
  input: { pageId: string; communityId: string },
): Promise<PageDetail> {
  const { page, place } = await getPageToChange(ctx, input.pageId)
  enforce(canMove(ctx.actor, page, place))
  const there = await getCommunityFor(ctx, input.communityId, 'read')
  if (there.id === page.communityId) return viewPage(ctx, page.id)
  enforce(canMoveTo(ctx.actor, there))
  for (const id of await setCommunity(ctx.tx, page.groupId, there.id)) {
    await emit(ctx, pageDeleted(page.communityId, { pageId: id }))
    await emit(ctx, pagePublished(there.id, { pageId: id, authorId: ctx.actor.memberId, postIds: [] }))
  }
  return viewPage(ctx, page.id)
}
