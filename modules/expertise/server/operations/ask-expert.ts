import type { MemberContext } from '#platform/context.ts'
import { findVisiblePost } from '#modules/discussions/public.ts'
import type { VisiblePost } from '#modules/discussions/public.ts'
import { emit } from '#platform/events/events.ts'
import { newId } from '#platform/ids.ts'
import { cleanText } from '#platform/shared/local-text.ts'
import { enforce, Refusal } from '#platform/shared/refusal.ts'
import type { WhoCouldAnswer } from '#modules/expertise/contract.ts'
import { answerAsked, askDeclined } from '#modules/expertise/events.ts'
import { asksPerWeek, peoplePerQuestion } from '../choose.ts'
import { canAskAround } from '../policy.ts'
import {
  countOpenAsks,
  findAskableFacts,
  insertAsk,
  isWaiting,
  listAskedAbout,
  setAskDeclined,
} from '../queries/asks.ts'
import { dayOf } from '../shared.ts'
import { proposeExperts } from './propose-experts.ts'

/** Who was asked about a question and who could be, for its author and its managers. At most six statements. */
export async function whoCouldAnswer(ctx: MemberContext, postId: string): Promise<WhoCouldAnswer> {
  const post = await getQuestionToBring(ctx, postId)
  const waits = await isWaiting(ctx.tx, postId)
  const asked = await listAskedAbout(ctx.tx, postId, dayOf(ctx.now))
  const places = waits ? peoplePerQuestion - (await countOpenAsks(ctx.tx, postId, ctx.now)) : 0
  const proposals =
    places > 0
      ? await proposeExperts(ctx, {
          communityId: post.communityId,
          postIds: [postId],
          without: [ctx.actor.memberId],
        })
      : new Map()
  return {
    proposals: (proposals.get(postId) ?? []).slice(0, places),
    asked: asked.map((row) => ({ member: row.member, at: row.at.toISOString(), awayUntil: row.awayUntil })),
    isWaiting: waits,
  }
}

/** The author, or a manager, asks one person to look at a question. Refusals: see `askExpert`. */
export async function askAround(
  ctx: MemberContext,
  input: { postId: string; memberId: string; note?: string },
): Promise<WhoCouldAnswer> {
  const post = await getQuestionToBring(ctx, input.postId)
  if (!(await isWaiting(ctx.tx, post.id))) throw new Refusal('questionNotOpen')
  await askExpert(ctx, {
    communityId: post.communityId,
    postId: post.id,
    authorId: post.authorId,
    memberId: input.memberId,
    note: input.note ?? null,
    byRole: post.authorId === ctx.actor.memberId ? 'author' : 'manager',
  })
  return whoCouldAnswer(ctx, input.postId)
}

/**
 * Writes one request, whoever makes it: the caller has checked their right to. Refusals: personNotMember, alreadyAsked,
 * personOptedOut, personAway (`until`), askedTwiceThisWeek. Emits answerAsked.
 */
export async function askExpert(
  ctx: MemberContext,
  input: {
    communityId: string
    postId: string
    authorId: string
    memberId: string
    note: string | null
    byRole: 'author' | 'manager'
  },
): Promise<void> {
  if (input.memberId === input.authorId || input.memberId === ctx.actor.memberId)
    throw new Refusal('personNotMember')
  const facts = await findAskableFacts(ctx.tx, { ...input, now: ctx.now })
  if (!facts.isMember) throw new Refusal('personNotMember')
  if (facts.isAsked) throw new Refusal('alreadyAsked')
  if (facts.isOut) throw new Refusal('personOptedOut')
  if (facts.awayUntil) throw new Refusal('personAway', { until: facts.awayUntil })
  if (facts.taken >= asksPerWeek) throw new Refusal('askedTwiceThisWeek')
  const id = newId(ctx.now.getTime())
  await insertAsk(ctx.tx, {
    id,
    postId: input.postId,
    toMemberId: input.memberId,
    byMemberId: ctx.actor.memberId,
    byRole: input.byRole,
    note: cleanText(input.note),
    at: ctx.now,
  })
  await emit(
    ctx,
    answerAsked(input.communityId, { memberId: input.memberId, postId: input.postId, askId: id }),
  )
}

/** "Not this time", or back. No reason is asked, and nobody is told: the request only frees its place. */
export async function declineAsk(ctx: MemberContext, postId: string, isDeclined: boolean): Promise<void> {
  const changed = await setAskDeclined(ctx.tx, {
    postId,
    memberId: ctx.actor.memberId,
    declinedAt: isDeclined ? ctx.now : null,
  })
  if (changed === 0) throw new Refusal('askNotFound')
  if (isDeclined) await emit(ctx, askDeclined(null, { postId }))
}

async function getQuestionToBring(ctx: MemberContext, postId: string): Promise<VisiblePost> {
  const post = await findVisiblePost(ctx, postId)
  if (!post || post.isDeleted) throw new Refusal('postNotFound')
  enforce(canAskAround(ctx.actor, post))
  return post
}
