import { announceClosing, getCommunityFor } from '#modules/communities/public.ts'
import type { Closing, Farewell, TransferCandidate, WrittenClosing } from '#modules/lifecycle/contract.ts'
import { coreTold } from '#modules/lifecycle/events.ts'
import { thresholds } from '#modules/lifecycle/words.ts'
import type { Context } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { cleanText } from '#platform/shared/local-text.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { findClosing, findFarewell, listCandidates, setCoreTold, upsertClosing } from '../queries/closing.ts'
import { insertStageChange, listCore } from '../queries/life.ts'
import { memberOf, viewerOf } from '../shared.ts'

const closingOf = async (ctx: Context, communityId: string): Promise<{ closing: Closing }> => ({
  closing: await findClosing(ctx.tx, communityId, viewerOf(ctx), ctx.now),
})

/** The closing as it is prepared, and what is worth keeping. */
export async function readClosing(
  ctx: Context,
  idOrSlug: string,
): Promise<{ closing: Closing; candidates: TransferCandidate[] }> {
  const { id } = await getCommunityFor(ctx, idOrSlug, 'manage')
  return { ...(await closingOf(ctx, id)), candidates: await listCandidates(ctx.tx, id) }
}

/** Why, where to go next, thanks, last event, lessons, how to reopen. What is announced already is told as changed. */
export async function prepareClosing(
  ctx: Context,
  idOrSlug: string,
  input: WrittenClosing,
): Promise<{ closing: Closing }> {
  const { id, stage } = await getCommunityFor(ctx, idOrSlug, 'manage')
  const written: WrittenClosing = {
    reason: cleanText(input.reason),
    whereNext: cleanText(input.whereNext),
    thanks: cleanText(input.thanks),
    lastEvent: cleanText(input.lastEvent),
    lastEventOn: input.lastEventOn,
    lessons: cleanText(input.lessons),
    reopening: cleanText(input.reopening),
  }
  await upsertClosing(ctx.tx, id, written, ctx.now)
  const { closing } = await closingOf(ctx, id)
  // Members read the announced reason and way on: a change of them is announced again, with the same day.
  if (
    stage === 'closing' &&
    closing.closesOn &&
    written.reason &&
    (written.reason !== closing.reason || written.whereNext !== closing.whereNext)
  ) {
    await announceClosing(ctx, {
      community: id,
      closesOn: closing.closesOn,
      reason: written.reason,
      whereNext: written.whereNext,
    })
    return closingOf(ctx, id)
  }
  return { closing }
}

/** The core group hears it first, with the manager's words. Emits coreTold. */
export async function tellCore(ctx: Context, idOrSlug: string, word: string): Promise<{ closing: Closing }> {
  const { id, stage } = await getCommunityFor(ctx, idOrSlug, 'manage')
  if (stage === 'archived') throw new Refusal('isArchived')
  await setCoreTold(ctx.tx, { communityId: id, by: memberOf(ctx), word: cleanText(word) ?? '', at: ctx.now })
  const memberIds = (await listCore(ctx.tx, id)).map((member) => member.id)
  await emit(ctx, coreTold(id, { memberIds }))
  return closingOf(ctx, id)
}

/**
 * A manager announces the closing, two to three months ahead (`noticeTooShort`, `noticeTooLong`, with the days that
 * may be chosen), once the reason is written (`whyMissing`) and the core group knows (`coreNotTold`). Moving the day
 * keeps the notice that was given. Emits closingAnnounced.
 */
export async function announce(
  ctx: Context,
  idOrSlug: string,
  closesOn: string,
): Promise<{ closing: Closing }> {
  const community = await getCommunityFor(ctx, idOrSlug, 'manage')
  const { id, stage } = community
  if (stage === 'archived') throw new Refusal('isArchived')
  const { closing } = await closingOf(ctx, id)
  const { earliest, latest } = closing
  const notice = { earliest, latest, months: [thresholds.noticeFrom, thresholds.noticeTo] }
  if (!closing.reason) throw new Refusal('whyMissing')
  if (!closing.coreTold) throw new Refusal('coreNotTold', { core: closing.coreCount })
  if (closesOn < earliest) throw new Refusal('noticeTooShort', notice)
  if (closesOn > latest) throw new Refusal('noticeTooLong', notice)
  await announceClosing(ctx, {
    community: id,
    closesOn,
    reason: closing.reason,
    whereNext: closing.whereNext,
  })
  await insertStageChange(ctx.tx, {
    communityId: id,
    at: ctx.now,
    from: stage === 'closing' ? null : stage,
    to: 'closing',
    by: memberOf(ctx),
    reason: closing.reason,
  })
  return closingOf(ctx, id)
}

/** The closing page, for whoever reads the community. */
export async function readFarewell(ctx: Context, idOrSlug: string): Promise<{ farewell: Farewell | null }> {
  const { id } = await getCommunityFor(ctx, idOrSlug, 'read')
  return { farewell: await findFarewell(ctx.tx, id, viewerOf(ctx)) }
}
