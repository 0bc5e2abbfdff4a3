import type { Context } from '#platform/context.ts'
import { enqueue } from '#platform/jobs/job.ts'
import { sendBulk } from './jobs.ts'
import type { BulkKind, BulkSubject } from './kinds.ts'
import {
  countAudience,
  countBulk,
  deletePlanned,
  findRun,
  insertRun,
  setRunState,
  stopWaiting,
} from './queries.ts'
import type { BulkRun } from './queries.ts'

/** Plans a letter to many. Again is without effect. Who receives it is decided when its time has come. */
export async function planBulk(
  ctx: Context,
  run: { itemKey: string; kind: BulkKind; subject: BulkSubject; notBefore: Date },
): Promise<void> {
  await insertRun(ctx.tx, { ...run, kind: run.kind.name })
  await enqueue(
    ctx,
    sendBulk,
    {},
    { key: 'notifications.sendBulk:next', ...(run.notBefore > ctx.now && { at: run.notBefore }) },
  )
}

/** Takes it back before anything has begun; false once it has. */
export const cancelBulk = async (ctx: Context, itemKey: string): Promise<boolean> =>
  (await deletePlanned(ctx.tx, itemKey)) > 0

/** Stops it at work: whoever has not been reached will not be. */
export async function stopBulk(ctx: Context, itemKey: string): Promise<boolean> {
  const stopped = await setRunState(ctx.tx, itemKey, 'stopped', ['queueing', 'sending'], ctx.now)
  if (stopped > 0) await stopWaiting(ctx.tx, itemKey, ctx.now)
  return stopped > 0
}

export interface BulkProgress {
  run: Pick<BulkRun, 'state' | 'queued' | 'problem'>
  /** By state of the ledger. */
  counts: Record<string, number>
}

/** How far it is; undefined where nothing was planned. */
export async function readBulk(ctx: Context, itemKey: string): Promise<BulkProgress | undefined> {
  const run = await findRun(ctx.tx, itemKey)
  return run && { run, counts: await countBulk(ctx.tx, itemKey) }
}

/** How many a kind would reach now. */
export const countBulkAudience = (
  ctx: Context,
  kind: Pick<BulkKind, 'audienceSql'>,
  subject: BulkSubject,
): Promise<{ all: number; unreachable: number }> => countAudience(ctx.tx, kind, subject)
