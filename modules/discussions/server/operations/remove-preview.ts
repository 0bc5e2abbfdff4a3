import type { Context, MemberContext } from '#platform/context.ts'
import { enforce, Refusal } from '#platform/shared/refusal.ts'
import { getPostToChange, getVisiblePost } from '../access.ts'
import type { ServedFile } from '../file-answer.ts'
import { canEdit } from '../policy.ts'
import { findPreviewImage, removePostPreview } from '../queries/previews.ts'

/** The author wants no card for their link. Refusal `previewNotFound`. */
export async function removePreview(ctx: Context, postId: string): Promise<void> {
  const post = await getPostToChange(ctx, postId)
  enforce(canEdit(ctx.actor, post))
  if ((await removePostPreview(ctx.tx, post.id)) === 0) throw new Refusal('previewNotFound')
}

/** The picture of a link's card, for whoever reads the post at this moment. */
export async function loadPreviewImage(ctx: MemberContext, postId: string): Promise<ServedFile> {
  const post = await getVisiblePost(ctx, postId)
  const blobId = post.isDeleted ? undefined : await findPreviewImage(ctx.tx, post.id)
  if (!blobId) throw new Refusal('previewNotFound')
  return { blobId, fileName: 'image.webp', contentType: 'image/webp', isImage: true }
}
