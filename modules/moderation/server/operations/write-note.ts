import { findVisiblePost } from '#modules/discussions/public.ts'
import type { NoteThread } from '#modules/moderation/contract.ts'
import { noteWritten, peerAnswered } from '#modules/moderation/events.ts'
import type { MemberContext } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { newId } from '#platform/ids.ts'
import { cleanText } from '#platform/shared/local-text.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { findPair, findThread, insertNote, openThread } from '../queries/notes.ts'
import { findPeerRequest, setPeerAnswer } from '../queries/steps.ts'
import { isEmployee } from '../viewer.ts'
import { getTextOfAnother } from './report-text.ts'

/** Writes to the author of a text that one reads; kept between the two. Emits noteWritten. */
export async function writeToAuthor(
  ctx: MemberContext,
  input: { postId: string; commentId?: string | null | undefined; text: string },
): Promise<NoteThread> {
  const commentId = input.commentId ?? null
  const { authorId } = await getTextOfAnother(ctx, input.postId, commentId)
  const threadId = await openThread(ctx.tx, {
    id: newId(ctx.now.getTime()),
    postId: input.postId,
    commentId,
    writerId: ctx.actor.memberId,
    authorId,
    at: ctx.now,
  })
  return addNote(ctx, threadId, authorId, input.text)
}

/** One of the two people answers. Refusals `noteNotFound`, `tooManyNotes`. Emits noteWritten. */
export async function answerNote(
  ctx: MemberContext,
  input: { threadId: string; text: string },
): Promise<NoteThread> {
  const pair = await findPair(ctx.tx, input.threadId, ctx.actor.memberId)
  if (!pair) throw new Refusal('noteNotFound')
  const other = pair.authorId === ctx.actor.memberId ? pair.writerId : pair.authorId
  return addNote(ctx, input.threadId, other, input.text)
}

async function addNote(ctx: MemberContext, threadId: string, to: string, words: string): Promise<NoteThread> {
  const text = cleanText(words)
  if (!text) throw new Refusal('reasonMissing')
  const id = newId(ctx.now.getTime())
  const added = await insertNote(ctx.tx, { id, threadId, by: ctx.actor.memberId, text, at: ctx.now })
  if (added === 0) throw new Refusal('tooManyNotes')
  await emit(ctx, noteWritten(null, { memberId: to, threadId, byMemberId: ctx.actor.memberId }))
  return (await findThread(ctx.tx, ctx.actor.memberId, isEmployee(ctx), threadId))!
}

/** The peer writes to the author, in a note that stays between them, or says "not this time" by leaving it empty. */
export async function answerPeerRequest(
  ctx: MemberContext,
  input: { requestId: string; text?: string | null | undefined },
): Promise<void> {
  const request = await findPeerRequest(ctx.tx, input.requestId, ctx.actor.memberId)
  if (!request || !(await findVisiblePost(ctx, request.postId))) throw new Refusal('requestNotFound')
  const text = cleanText(input.text)
  if (text) await writeToAuthor(ctx, { postId: request.postId, commentId: request.commentId, text })
  await setPeerAnswer(ctx.tx, request.id, text ? 'wrote' : 'declined', ctx.now)
  if (request.byMemberId)
    await emit(
      ctx,
      peerAnswered(request.communityId, { caseId: request.caseId, memberId: request.byMemberId }),
    )
}
