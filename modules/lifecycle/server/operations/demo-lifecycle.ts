import type { Context } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import type { CanvasRow } from '../queries/canvas.ts'
import { replaceCore, upsertMoreCanvas } from '../queries/canvas.ts'
import {
  deleteDemoWishes,
  insertDemoClosing,
  insertDemoPeer,
  insertDemoReview,
  insertDemoRevival,
  insertDemoWish,
} from '../queries/demo.ts'
import type { DemoClosing } from '../queries/demo.ts'
import { insertTransfer } from '../queries/closing.ts'
import { insertStageChange } from '../queries/life.ts'
import { planReview } from '../queries/reviews.ts'
import { keepVersion } from './write-life-canvas.ts'

export interface DemoLife {
  communityId: string
  managerId: string
  path: readonly { to: string; at: Date; reason: string | null; passed: readonly string[] }[]
  canvas?: CanvasRow & { coreIds: readonly string[] }
  day90?: { at: Date; learnt: string }
  peer?: { reviewerId: string; at: Date; word: string }
  revival?: {
    begunAt: Date
    steps: readonly { text: string; ownerId: string | null; dueOn: string; doneAt: Date | null }[]
  }
  closing?: DemoClosing
  /** A page on its way to another community. */
  offer?: { pageId: string; to: string; at: Date }
}

export interface DemoWish {
  memberId: string
  subject: string
  problem: string | null
  whoTalks: string | null
  at: Date
  supporterIds: readonly string[]
}

/** Only for the demo company: what a community lived through; nobody is told. */
export async function addDemoLife(ctx: Context, life: DemoLife): Promise<void> {
  const { communityId, managerId } = life
  let from: string | null = null
  for (const step of life.path) {
    await insertStageChange(ctx.tx, { ...step, communityId, from, by: managerId })
    from = step.to
  }
  if (life.canvas) {
    await upsertMoreCanvas(ctx.tx, communityId, life.canvas, managerId, ctx.now)
    await replaceCore(ctx.tx, communityId, life.canvas.coreIds, ctx.now)
    await keepVersion(ctx, communityId, managerId)
  }
  if (life.peer) await insertDemoPeer(ctx.tx, { communityId, askedBy: managerId, ...life.peer })
  if (life.day90) await insertDemoReview(ctx.tx, { communityId, by: managerId, ...life.day90 })
  if (from === 'mature')
    await planReview(ctx.tx, {
      id: newId(ctx.now.getTime()),
      communityId,
      kind: 'stage',
      at: ctx.now,
      inDays: 341,
    })
  if (life.revival) await insertDemoRevival(ctx.tx, { communityId, by: managerId, ...life.revival })
  if (life.closing) await insertDemoClosing(ctx.tx, communityId, managerId, life.closing)
  if (life.offer)
    await insertTransfer(ctx.tx, {
      id: newId(life.offer.at.getTime()),
      from: communityId,
      to: life.offer.to,
      pageId: life.offer.pageId,
      by: managerId,
      at: life.offer.at,
    })
}

/** Only for the demo company: wishes with their supporters. */
export async function addDemoWishes(ctx: Context, wishes: readonly DemoWish[]): Promise<void> {
  for (const wish of wishes) await insertDemoWish(ctx.tx, newId(wish.at.getTime()), wish)
}

/** Only for the demo company: forgets what its people wished for and supported. */
export const removeDemoWishes = (ctx: Context): Promise<unknown> => deleteDemoWishes(ctx.tx)
