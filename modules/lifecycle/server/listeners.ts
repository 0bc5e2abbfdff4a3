import {
  canvasChanged,
  closingCancelled,
  communityArchived,
  communityCreated,
  communityReopened,
} from '#modules/communities/events.ts'
import type { Context } from '#platform/context.ts'
import { listen } from '#platform/events/events.ts'
import type { StoredEvent } from '#platform/events/events.ts'
import { keepVersion } from './operations/write-life-canvas.ts'
import { forgetCoreTold } from './queries/closing.ts'
import { findStage, insertStageChange } from './queries/life.ts'

/** What happens to a state elsewhere (founding, archiving by its date, reopening) stands in the history too. */
async function noteStage(
  ctx: Context,
  event: Pick<StoredEvent, 'communityId' | 'at' | 'actorId'>,
): Promise<void> {
  const communityId = event.communityId
  const stage = communityId ? await findStage(ctx.tx, communityId) : undefined
  if (communityId && stage)
    await insertStageChange(ctx.tx, {
      communityId,
      at: new Date(event.at),
      from: null,
      to: stage,
      by: event.actorId,
    })
}

export const listeners = [
  listen(communityCreated, { name: 'lifecycle.noteFounding', run: (ctx, event) => noteStage(ctx, event) }),
  listen(communityArchived, { name: 'lifecycle.noteArchive', run: (ctx, event) => noteStage(ctx, event) }),
  listen(communityReopened, {
    name: 'lifecycle.noteReopening',
    async run(ctx, event) {
      await noteStage(ctx, event)
      if (event.communityId) await forgetCoreTold(ctx.tx, event.communityId)
    },
  }),
  listen(closingCancelled, {
    name: 'lifecycle.noteGoingOn',
    async run(ctx, event) {
      await noteStage(ctx, event)
      if (event.communityId) await forgetCoreTold(ctx.tx, event.communityId)
    },
  }),
  // The short canvas of the settings is the same canvas: what is written there is a version too.
  listen(canvasChanged, {
    name: 'lifecycle.keepCanvas',
    async run(ctx, event) {
      if (event.communityId && (await findStage(ctx.tx, event.communityId)))
        await keepVersion(ctx, event.communityId, event.actorId)
    },
  }),
]
