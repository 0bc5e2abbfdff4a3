import type { ChangePost } from '#modules/discussions/contract.ts'
import { postEdited } from '#modules/discussions/events.ts'
import type { MemberContext } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { newId } from '#platform/ids.ts'
import { enforce, Refusal } from '#platform/shared/refusal.ts'
import { getPostToChange } from '../access.ts'
import { nameGroups } from '../groups.ts'
import { withKeptLines } from '../kept-lines.ts'
import { canEdit } from '../policy.ts'
import { findPostText, updateCardAndFindItem } from '../queries/cards.ts'
import { updatePost } from '../queries/posts.ts'
import { noteFirstLink } from '../previews.ts'
import { checkFiles, forgetBlobs, viewerOf } from '../shared.ts'
import { prepareTags, prepareText, prepareTitle } from '../text.ts'

/** The author changes a post; the former wording stays in its history, where readers see it. Emits postEdited. */
export async function changePost(
  ctx: MemberContext,
  input: ChangePost & { postId: string },
): Promise<string> {
  const post = await getPostToChange(ctx, input.postId)
  enforce(canEdit(ctx.actor, post))
  const former = await findPostText(ctx.tx, post.id)
  if (!former) throw new Refusal('postNotFound')
  const bodyMd =
    input.bodyMd === undefined
      ? former.bodyMd
      : await withKeptLines(ctx, { postId: post.id, commentId: null, bodyMd: input.bodyMd })
  const text = prepareText(bodyMd)
  const title = input.title === undefined ? former.title : prepareTitle(input.title)
  const { files, mentioned, blobs } = await updatePost(ctx.tx, {
    id: post.id,
    revisionId: newId(ctx.now.getTime()),
    title,
    text,
    language: input.language ?? former.language,
    tags: input.tags === undefined ? former.tags : prepareTags(input.tags),
    by: ctx.actor.memberId,
    now: ctx.now,
    attachments: input.attachments ?? null,
    isNewWording: text.md !== former.bodyMd || title !== former.title,
  })
  checkFiles(input.attachments, files, text.attachments)
  await forgetBlobs(ctx, blobs)
  const groups = await nameGroups(ctx, post, {
    postId: post.id,
    commentId: null,
    groups: text.groups,
    reachConfirmed: input.reachConfirmed,
  })
  if (text.md !== former.bodyMd) await noteFirstLink(ctx, post.id, text.firstLink)
  await emit(
    ctx,
    postEdited(post.communityId, { postId: post.id, mentioned, ...(groups.length > 0 && { groups }) }),
  )
  return updateCardAndFindItem(ctx.tx, post.id, viewerOf(ctx).id)
}
