import type { Mode, SeatKind } from '#modules/gatherings/contract.ts'
import { gatheringAnswered, gatheringSeatGiven } from '#modules/gatherings/events.ts'
import type { Context } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { offers } from '../policy.ts'
import { deleteAnswer, giveSeats, listLostSeats } from '../queries/answers.ts'
import { lockFacts } from '../queries/gatherings.ts'
import { viewerOf } from '../access.ts'

interface Seated {
  id: string
  communityId: string
  mode: Mode
}

const kinds: readonly SeatKind[] = ['onSite', 'remote']

/**
 * Moves the waiting lists until nothing moves: a person who had taken the other kind meanwhile frees that seat for
 * the next. The gathering must be locked. Emits gatheringSeatGiven for each but `except`, who is told by the answer
 * they have just made.
 */
export async function moveWaitingLists(
  ctx: Context,
  gathering: Seated,
  options: { except?: string; silent?: boolean } = {},
): Promise<void> {
  const offered = kinds.filter((kind) => offers(gathering.mode, kind))
  // Every promotion removes somebody from a list, so this ends.
  for (let moved = true; moved;) {
    moved = false
    for (const kind of offered)
      for (const memberId of await giveSeats(ctx.tx, gathering.id, kind)) {
        moved = true
        if (!options.silent && memberId !== options.except)
          await emit(
            ctx,
            gatheringSeatGiven(gathering.communityId, { gatheringId: gathering.id, memberId, kind }),
          )
      }
  }
}

/** Somebody may no longer come: their seats and places in the lists go to the next, gathering by gathering. */
export async function releaseSeats(
  ctx: Context,
  memberId: string,
  communityId: string | null,
): Promise<void> {
  for (const id of await listLostSeats(ctx.tx, memberId, communityId, ctx.now)) {
    const gathering = await lockFacts(ctx.tx, viewerOf(ctx), id)
    if (!gathering) continue
    await deleteAnswer(ctx.tx, id, memberId)
    await moveWaitingLists(ctx, gathering)
    await emit(ctx, gatheringAnswered(gathering.communityId, { gatheringId: id, memberId }))
  }
}
