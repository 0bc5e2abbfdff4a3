import { getCommunityFor } from '#modules/communities/public.ts'
import { writePage } from '#modules/knowledge/public.ts'
import type { ArrivingTransfer, Closing } from '#modules/lifecycle/contract.ts'
import { pageOffered, pageOfferAnswered } from '#modules/lifecycle/events.ts'
import type { MemberContext } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { newId } from '#platform/ids.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { listCards } from '../queries/canvas.ts'
import {
  decideTransfer,
  findClosing,
  findOffer,
  insertTransfer,
  isPageHere,
  listArrivals,
} from '../queries/closing.ts'
import { viewerOf } from '../shared.ts'

/** A manager offers a page to another community that they may know of. Emits pageOffered. */
export async function offerPage(
  ctx: MemberContext,
  idOrSlug: string,
  input: { pageId: string; to: string },
): Promise<{ closing: Closing }> {
  const from = await getCommunityFor(ctx, idOrSlug, 'manage')
  const to = await getCommunityFor(ctx, input.to, 'see')
  if (to.id === from.id) throw new Refusal('sameCommunity')
  if (to.stage === 'archived') throw new Refusal('isArchived')
  if (!(await isPageHere(ctx.tx, input.pageId, from.id))) throw new Refusal('transferNotFound')
  const id = newId(ctx.now.getTime())
  const offered = await insertTransfer(ctx.tx, {
    id,
    from: from.id,
    to: to.id,
    pageId: input.pageId,
    by: ctx.actor.memberId,
    at: ctx.now,
  })
  if (offered > 0) await emit(ctx, pageOffered(to.id, { transferId: id }))
  return { closing: await findClosing(ctx.tx, from.id, viewerOf(ctx), ctx.now) }
}

export async function listOffered(
  ctx: MemberContext,
  idOrSlug: string,
): Promise<{ items: ArrivingTransfer[] }> {
  const { id } = await getCommunityFor(ctx, idOrSlug, 'manage')
  return { items: await listArrivals(ctx.tx, id, viewerOf(ctx)) }
}

const credit = {
  fr: (names: string, place: string | null) =>
    `_Fiche reprise ${place ? `de la communauté « ${place} »` : 'd’une autre communauté'}, écrite par ${names}._`,
  en: (names: string, place: string | null) =>
    `_Taken over from ${place ? `the community “${place}”` : 'another community'}, written by ${names}._`,
}

/**
 * A manager takes an offered page in, or declines it. Taken in, it is a page of this community that names its authors
 * and where it comes from (unless that place is one the manager may not know of). Files stay where they were. Emits
 * pagePublished and pageOfferAnswered.
 */
export async function answerOffer(
  ctx: MemberContext,
  input: { community: string; transferId: string; decision: 'accepted' | 'declined' },
): Promise<{ pageId: string | null }> {
  const community = await getCommunityFor(ctx, input.community, 'manage')
  const offer = await findOffer(ctx.tx, community.id, input.transferId)
  if (!offer) throw new Refusal('transferNotFound')
  let pageId: string | null = null
  if (input.decision === 'accepted') {
    const cards = new Map((await listCards(ctx.tx, offer.authorIds)).map((one) => [one.id, one.card]))
    const names = new Intl.ListFormat(offer.language).format(
      offer.authorIds.flatMap((id) => cards.get(id)?.displayName ?? []),
    )
    const place = await getCommunityFor(ctx, offer.fromId, 'see').then(
      ({ name }) => pickText(name, offer.language),
      () => null,
    )
    pageId = await writePage(ctx, {
      communityId: community.id,
      title: offer.title,
      bodyMd: `${offer.bodyMd}\n\n${credit[offer.language](names, place)}`,
      tags: offer.tags,
      language: offer.language,
    })
  }
  await decideTransfer(ctx.tx, {
    id: input.transferId,
    decision: input.decision,
    by: ctx.actor.memberId,
    at: ctx.now,
    newPageId: pageId,
  })
  if (offer.proposedBy)
    await emit(
      ctx,
      pageOfferAnswered(offer.fromId, {
        transferId: input.transferId,
        memberId: offer.proposedBy,
        decision: input.decision,
      }),
    )
  return { pageId }
}
