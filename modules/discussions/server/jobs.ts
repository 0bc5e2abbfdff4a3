import { defineJob } from '#platform/jobs/job.ts'
import { lookUpLink } from './preview-job.ts'
import { deleteBlobs, deleteStaleUploads } from './queries/attachments.ts'
import { deleteStalePreviews } from './queries/previews.ts'

/** Looks up the page behind a post's first link. */
export const fetchPreview = defineJob<{ postId: string }>({
  name: 'discussions.fetchPreview',
  attempts: 2,
  timeout: 60,
  onFinalFailure: 'A post shows no card for its link.',
  run: (ctx, { postId }, services) => lookUpLink(ctx, postId, services),
})

/** Removes bytes that nothing refers to any more. Removing twice is harmless. */
export const removeBlobs = defineJob<{ ids: string[] }>({
  name: 'discussions.removeBlobs',
  attempts: 10,
  timeout: 60,
  onFinalFailure: 'Some deleted files still take room under DATA_DIR/files; nobody can load them.',
  async run(ctx, { ids }, services) {
    await deleteBlobs(ctx.tx, ids)
    for (const id of ids) await services.blobs.delete(id)
  },
})

const days = 24 * 3600 * 1000

/** Uploads that no draft holds and that were never published, after 30 days. */
export const purgeUploads = defineJob<unknown>({
  name: 'discussions.purgeUploads',
  attempts: 3,
  timeout: 300,
  onFinalFailure: 'Forgotten uploads were not removed tonight; the next night tries again.',
  cron: '17 3 * * *',
  async run(ctx, _payload, services) {
    const before = new Date(ctx.now.getTime() - 30 * days)
    const ids = [
      ...(await deleteStaleUploads(ctx.tx, before)),
      ...(await deleteStalePreviews(ctx.tx, before)),
    ]
    await deleteBlobs(ctx.tx, ids)
    for (const id of ids) await services.blobs.delete(id)
  },
})
