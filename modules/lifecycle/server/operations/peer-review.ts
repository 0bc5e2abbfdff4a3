import { getCommunityFor } from '#modules/communities/public.ts'
import type { PeerRequest } from '#modules/lifecycle/contract.ts'
import { peerReviewAsked, peerReviewGiven } from '#modules/lifecycle/events.ts'
import type { MemberContext } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { newId } from '#platform/ids.ts'
import { cleanText } from '#platform/shared/local-text.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import {
  findPeerReview,
  insertPeerReview,
  isManagerElsewhere,
  listVersions,
  setVerdict,
} from '../queries/canvas.ts'
import { countMembersAmong } from '../queries/life.ts'
import { readVersion } from './write-life-canvas.ts'

/**
 * A manager asks another community manager to read the canvas: they are shown this version of it and nothing else of
 * the community. Of a secret community only its members can be asked. Emits peerReviewAsked.
 */
export async function askPeer(
  ctx: MemberContext,
  idOrSlug: string,
  reviewerId: string,
): Promise<{ id: string }> {
  const community = await getCommunityFor(ctx, idOrSlug, 'manage')
  const isOutside =
    community.visibility === 'secret' && (await countMembersAmong(ctx.tx, community.id, [reviewerId])) === 0
  if (
    isOutside ||
    reviewerId === ctx.actor.memberId ||
    !(await isManagerElsewhere(ctx.tx, reviewerId, community.id))
  )
    throw new Refusal('reviewerNotManager')
  const [latest] = await listVersions(ctx.tx, community.id)
  if (!latest) throw new Refusal('nothingToReview')
  const id = newId(ctx.now.getTime())
  await insertPeerReview(ctx.tx, {
    id,
    communityId: community.id,
    version: latest.number,
    reviewerId,
    by: ctx.actor.memberId,
    at: ctx.now,
  })
  await emit(ctx, peerReviewAsked(community.id, { reviewId: id, memberId: reviewerId }))
  return { id }
}

/** The canvas that one was asked to read. */
export async function readPeerReview(ctx: MemberContext, id: string): Promise<PeerRequest> {
  const row = await findPeerReview(ctx.tx, id, ctx.actor.memberId)
  if (!row) throw new Refusal('reviewNotFound')
  const { communityId, version, kind: _kind, ...request } = row
  return { ...request, canvas: await readVersion(ctx, communityId, version) }
}

/** The reviewer says whether the canvas is ready, and why. Emits peerReviewGiven. */
export async function givePeerReview(
  ctx: MemberContext,
  id: string,
  input: { verdict: 'ready' | 'rework'; word: string },
): Promise<PeerRequest> {
  const row = await findPeerReview(ctx.tx, id, ctx.actor.memberId)
  if (!row) throw new Refusal('reviewNotFound')
  await setVerdict(ctx.tx, {
    id,
    reviewerId: ctx.actor.memberId,
    verdict: input.verdict,
    word: cleanText(input.word) ?? '',
    at: ctx.now,
  })
  await emit(ctx, peerReviewGiven(row.communityId, { reviewId: id, memberId: ctx.actor.memberId }))
  return readPeerReview(ctx, id)
}
