import {
  canvasChanged,
  closingCancelled,
  communityArchived,
  communityCreated,
  communityReopened,
} from '#modules/communities/events.ts'
import type { CommunityStage } from '#modules/communities/contract.ts'
import type { Context } from '#platform/context.ts'
import { listen } from '#platform/events/events.ts'
import type { StoredEvent } from '#platform/events/events.ts'
import { keepVersion } from './operations/write-life-canvas.ts'
import { forgetCoreTold } from './queries/closing.ts'
import { findStage, insertStageChange, listHistory } from './queries/life.ts'

type Heard = Pick<StoredEvent, 'communityId' | 'at' | 'actorId'>

/** What happens to a state elsewhere (archiving by its date, going on, reopening) stands in the history too. */
async function noteStage(ctx: Context, event: Heard, known?: CommunityStage): Promise<void> {
  const { communityId } = event
  const to = known ?? (communityId ? await findStage(ctx.tx, communityId) : undefined)
  if (communityId && to)
    await insertStageChange(ctx.tx, {
      communityId,
      at: new Date(event.at),
      from: null,
      to,
      by: event.actorId,
    })
}

export const listeners = [
  listen(communityCreated, {
    name: 'lifecycle.noteFounding',
    async run(ctx, event) {
      // Heard late, it would stand after what happened meanwhile: only a history without a beginning gets one.
      if (event.communityId && (await listHistory(ctx.tx, event.communityId)).length === 0)
        await noteStage(ctx, event, 'framing')
    },
  }),
  listen(communityArchived, {
    name: 'lifecycle.noteArchive',
    run: (ctx, event) => noteStage(ctx, event, 'archived'),
  }),
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
