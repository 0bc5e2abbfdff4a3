import { findVisibleCommunity, getCommunityFor } from '#modules/communities/public.ts'
import { addComment, findVisiblePost, publishPost } from '#modules/discussions/public.ts'
import type { KeepLine } from '#modules/discussions/public.ts'
import type { MySponsorship } from '#modules/sponsorship/contract.ts'
import { delegateNamed, draftPrepared, questionHanded } from '#modules/sponsorship/events.ts'
import type { MemberContext } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { newId } from '#platform/ids.ts'
import { enforce, Refusal } from '#platform/shared/refusal.ts'
import { withMention } from '../prepared-with.ts'
import {
  declineHand,
  deleteDraft,
  endDelegation,
  findDelegation,
  findDraftToChange,
  findPrepared,
  insertDelegation,
  insertDraft,
  insertHand,
  insertPrepared,
  setPublished,
  updateDraft,
} from '../queries/drafts.ts'
import type { DraftRow } from '../queries/drafts.ts'
import { isActiveEmployee, isAnySponsor, listCommunitySponsors } from '../queries/people.ts'
import { readMine } from './read-mine.ts'

/** A sponsor names somebody who may write drafts for them. Idempotent. Emits delegateNamed. */
export async function nameDelegate(ctx: MemberContext, memberId: string): Promise<MySponsorship> {
  if (!(await isAnySponsor(ctx.tx, ctx.actor.memberId))) throw new Refusal('notASponsor')
  if (memberId === ctx.actor.memberId || !(await isActiveEmployee(ctx.tx, memberId)))
    throw new Refusal('delegateNotAvailable')
  const id = newId(ctx.now.getTime())
  const named = await insertDelegation(ctx.tx, {
    id,
    sponsorId: ctx.actor.memberId,
    delegateId: memberId,
    now: ctx.now,
  })
  if (named) await emit(ctx, delegateNamed(null, { delegationId: id, memberId }))
  return readMine(ctx)
}

/** The sponsor or the delegate ends it; what was not published is gone. */
export async function withdrawDelegation(ctx: MemberContext, delegationId: string): Promise<MySponsorship> {
  const delegation = await findDelegation(ctx.tx, delegationId)
  if (!delegation || ![delegation.sponsorId, delegation.delegateId].includes(ctx.actor.memberId))
    throw new Refusal('delegationNotFound')
  await endDelegation(ctx.tx, delegation.id, ctx.now)
  return readMine(ctx)
}

/** A manager hands one question that is open to a sponsor of its community. Emits questionHanded. */
export async function handQuestion(
  ctx: MemberContext,
  input: { postId: string; sponsorId: string; word?: string | null | undefined },
): Promise<void> {
  const post = await findVisiblePost(ctx, input.postId)
  if (!post) throw new Refusal('postNotFound')
  const community = await getCommunityFor(ctx, post.communityId, 'manage')
  if (post.kind !== 'question' || post.isDeleted || post.isClosed) throw new Refusal('questionNotOpen')
  const sponsors = await listCommunitySponsors(ctx.tx, community.id)
  if (!sponsors.some(({ id }) => id === input.sponsorId)) throw new Refusal('notASponsor')
  const id = newId(ctx.now.getTime())
  const handed = await insertHand(ctx.tx, {
    id,
    sponsorId: input.sponsorId,
    postId: post.id,
    by: ctx.actor.memberId,
    word: input.word?.trim() || null,
    now: ctx.now,
  })
  if (!handed) throw new Refusal('alreadyHanded')
  await emit(ctx, questionHanded(community.id, { handId: id, memberId: input.sponsorId, postId: post.id }))
}

/** Not this question; whoever handed it is not told. */
export async function passQuestion(ctx: MemberContext, handId: string): Promise<MySponsorship> {
  if ((await declineHand(ctx.tx, handId, ctx.actor.memberId, ctx.now)) === 0)
    throw new Refusal('handNotFound')
  return readMine(ctx)
}

/** A delegate writes a draft; nobody but the two ever sees it. Emits draftPrepared. */
export async function prepareDraft(
  ctx: MemberContext,
  input: {
    delegationId: string
    postId?: string | null | undefined
    communityId?: string | null | undefined
    title?: string | null | undefined
    bodyMd: string
    language?: 'fr' | 'en' | undefined
  },
): Promise<MySponsorship> {
  const delegation = await findDelegation(ctx.tx, input.delegationId)
  if (!delegation || delegation.delegateId !== ctx.actor.memberId) throw new Refusal('delegationNotFound')
  const post = input.postId ? await findVisiblePost(ctx, input.postId) : undefined
  if (input.postId && !post) throw new Refusal('postNotFound')
  const place = post?.communityId ?? input.communityId
  const community = place ? await findVisibleCommunity(ctx, place) : undefined
  if (!community?.can.read) throw new Refusal('communityNotFound')
  const id = newId(ctx.now.getTime())
  await insertDraft(ctx.tx, {
    id,
    delegationId: delegation.id,
    communityId: community.id,
    postId: post?.id ?? null,
    title: post ? null : input.title?.trim() || null,
    bodyMd: input.bodyMd,
    language: input.language ?? ctx.actor.language,
    by: ctx.actor.memberId,
    now: ctx.now,
  })
  await emit(ctx, draftPrepared(null, { draftId: id, memberId: delegation.sponsorId }))
  return readMine(ctx)
}

/** A draft of the two; to anybody else there is none. */
async function getDraft(ctx: MemberContext, draftId: string): Promise<DraftRow> {
  const draft = await findDraftToChange(ctx.tx, ctx.actor.memberId, draftId)
  if (!draft) throw new Refusal('preparedDraftNotFound')
  return draft
}

export async function changeDraft(
  ctx: MemberContext,
  input: { draftId: string; title?: string | null | undefined; bodyMd: string },
): Promise<MySponsorship> {
  const draft = await getDraft(ctx, input.draftId)
  await updateDraft(ctx.tx, {
    id: draft.id,
    title: draft.post ? null : input.title?.trim() || null,
    bodyMd: input.bodyMd,
    by: ctx.actor.memberId,
    now: ctx.now,
  })
  return readMine(ctx)
}

export async function dropDraft(ctx: MemberContext, draftId: string): Promise<MySponsorship> {
  const draft = await getDraft(ctx, draftId)
  await deleteDraft(ctx.tx, draft.id)
  return readMine(ctx)
}

/**
 * The sponsor publishes a prepared text, in their own session and by their own rights; the delegate never can. The text
 * says with whom it was prepared, and keeps saying so (`keepMention`).
 */
export async function publishDraft(
  ctx: MemberContext,
  input: { draftId: string; title?: string | null | undefined; bodyMd?: string | undefined },
): Promise<{ postId: string; commentId: string | null }> {
  const draft = await getDraft(ctx, input.draftId)
  enforce(draft.sponsorId === ctx.actor.memberId ? true : 'sponsorOnly')
  const bodyMd = withMention(input.bodyMd ?? draft.bodyMd, draft.delegate.displayName, draft.language)
  const language = draft.language === 'en' ? 'en' : 'fr'
  let published: { postId: string; commentId: string | null }
  if (draft.post) {
    const { id } = await addComment(ctx, {
      postId: draft.post.id,
      bodyMd,
      language,
      isAnswer: draft.post.kind === 'question',
    })
    published = { postId: draft.post.id, commentId: id }
  } else {
    const { card } = await publishPost(ctx, {
      communityId: draft.communityId,
      title: (input.title === undefined ? draft.title : input.title) ?? null,
      bodyMd,
      language,
    } as Parameters<typeof publishPost>[1])
    published = { postId: card.id, commentId: null }
  }
  await insertPrepared(ctx.tx, {
    ...published,
    sponsorId: draft.sponsorId,
    delegateId: draft.delegateId,
    now: ctx.now,
  })
  await setPublished(ctx.tx, draft.id, ctx.now)
  return published
}

/** An author who changes a prepared text does not take the mention away. */
export const keepMention: KeepLine = async (ctx, { postId, commentId, bodyMd }) => {
  const prepared = await findPrepared(ctx.tx, postId, commentId)
  return prepared ? withMention(bodyMd, prepared.name) : bodyMd
}
