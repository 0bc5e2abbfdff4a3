import { defineJob } from '#platform/jobs/job.ts'
import { removeBlobs } from './blobs.ts'
import { buildArchive } from './build-archive.ts'
import { erasePerson } from './operations/erase-person.ts'
import { applyRetention } from './operations/keep-rules.ts'
import { deleteExpiredArchives, listDueErasures } from './queries/own-data.ts'

/** Puts somebody's archive together. */
export const prepareArchive = defineJob<{ id: string }>({
  name: 'interchange.prepareArchive',
  attempts: 3,
  timeout: 900,
  onFinalFailure: 'An archive that somebody asked for is not ready; they may ask again.',
  run: (ctx, { id }, services) => buildArchive(ctx, id, services),
})

/** Erases people whose days of reflection are over. */
export const eraseDue = defineJob<unknown>({
  name: 'interchange.eraseDue',
  attempts: 5,
  timeout: 900,
  onFinalFailure: 'Somebody who asked to be erased is still here; the next hour tries again.',
  cron: '12 * * * *',
  async run(ctx) {
    for (const { memberId, texts } of await listDueErasures(ctx.tx, ctx.now))
      await erasePerson(ctx, memberId, texts)
  },
})

/** Removes archives after a week, and applies what the administrators decided to keep no longer. */
export const keepNoLonger = defineJob<unknown>({
  name: 'interchange.keepNoLonger',
  attempts: 3,
  timeout: 1800,
  onFinalFailure: 'What should have gone tonight is still here; the next night tries again.',
  cron: '5 4 * * *',
  async run(ctx, _payload, services) {
    await removeBlobs(ctx, services, await deleteExpiredArchives(ctx.tx, ctx.now))
    await applyRetention(ctx)
  },
})
