import type { Context, MemberContext } from '#platform/context.ts'
import type { Tx } from '#platform/db/tx.ts'
import { findLoadableAttachment, takeDraftAttachments } from './queries/attachments.ts'
import type { LoadableAttachment, TakenUpload } from './queries/attachments.ts'
import { viewerOf } from './shared.ts'

/** A file that a module above holds, if this person may load it at this moment. */
export type FindFile = (
  tx: Tx,
  attachmentId: string,
  viewer: { id: string; isEmployee: boolean },
) => Promise<LoadableAttachment | undefined>

const elsewhere: FindFile[] = []

/**
 * A module above keeps files of its own under the same addresses (`/api/v1/attachments/:id`, `attachment:id` in a
 * text): uploads are taken over with `takeUploads`, and found again through `find`. Called once, at boot.
 */
export const alsoFindFiles = (find: FindFile): void => {
  if (!elsewhere.includes(find)) elsewhere.push(find)
}

/** The file, wherever it is held, if this person may load it now; absent and invisible are both undefined. */
export async function findFile(
  ctx: MemberContext,
  attachmentId: string,
): Promise<LoadableAttachment | undefined> {
  const viewer = viewerOf(ctx)
  const own = await findLoadableAttachment(ctx.tx, attachmentId, viewer)
  if (own) return own
  for (const find of elsewhere) {
    const file = await find(ctx.tx, attachmentId, viewer)
    if (file) return file
  }
  return undefined
}

/** Hands unpublished uploads of one person over: they keep identifier and bytes, and are no longer ours. */
export const takeUploads = (ctx: Context, ids: readonly string[], ownerId: string): Promise<TakenUpload[]> =>
  ids.length > 0 ? takeDraftAttachments(ctx.tx, ids, ownerId) : Promise.resolve([])
