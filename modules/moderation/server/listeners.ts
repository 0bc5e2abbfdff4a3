import { commentDeleted, commentEdited, postDeleted, postEdited } from '#modules/discussions/events.ts'
import { textCorrected } from '#modules/moderation/events.ts'
import type { Context } from '#platform/context.ts'
import { emit, listen } from '#platform/events/events.ts'
import { endCase } from './operations/close-case.ts'
import { forgetWords, listOpenCasesOfText, setCorrected } from './queries/cases.ts'

/** The author changed a text after being asked to: who moderates reads it again. */
async function noteCorrection(
  ctx: Context,
  postId: string,
  commentId: string | null,
  at: Date,
): Promise<void> {
  for (const file of await listOpenCasesOfText(ctx.tx, postId, commentId)) {
    if (!file.askedAt || file.askedAt > at) continue
    if ((await setCorrected(ctx.tx, file.id, at)) > 0)
      await emit(ctx, textCorrected(file.communityId, { caseId: file.id }))
  }
}

/** The author took a text back: its copies go, and its cases are over; what may be against the law stays on record. */
async function noteWithdrawal(ctx: Context, postId: string, commentId: string | null): Promise<void> {
  for (const file of await listOpenCasesOfText(ctx.tx, postId, commentId))
    if (file.route !== 'law') await endCase(ctx, file, 'withdrawn', null)
  await forgetWords(ctx.tx, postId, commentId)
}

export const listeners = [
  listen(postEdited, {
    name: 'moderation.noteCorrectedPost',
    run: (ctx, { payload, at }) => noteCorrection(ctx, payload.postId, null, new Date(at)),
  }),
  listen(commentEdited, {
    name: 'moderation.noteCorrectedComment',
    run: (ctx, { payload, at }) => noteCorrection(ctx, payload.postId, payload.commentId, new Date(at)),
  }),
  listen(postDeleted, {
    name: 'moderation.noteWithdrawnPost',
    run: (ctx, { payload }) => noteWithdrawal(ctx, payload.postId, null),
  }),
  listen(commentDeleted, {
    name: 'moderation.noteWithdrawnComment',
    run: (ctx, { payload }) => noteWithdrawal(ctx, payload.postId, payload.commentId),
  }),
]
