import type { FileLimits } from '#modules/discussions/contract.ts'
import type { Context, MemberContext } from '#platform/context.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { findAllUse, findFileLimits, findOwnUse, setFileLimits } from '../queries/file-limits.ts'

export async function readOwnRoom(
  ctx: MemberContext,
): Promise<{ limits: FileLimits; used: number; usedToday: number }> {
  const limits = await findFileLimits(ctx.tx)
  return { limits, ...(await findOwnUse(ctx.tx, ctx.actor.memberId, ctx.now)) }
}

export async function readFileLimits(
  ctx: Context,
): Promise<{ limits: FileLimits; used: number; files: number }> {
  const limits = await findFileLimits(ctx.tx)
  return { limits, ...(await findAllUse(ctx.tx)) }
}

/** An administrator decides the room for files. What is there already stays. A file is never more than a day, nor a day than all. */
export async function decideFileLimits(ctx: Context, limits: FileLimits): Promise<void> {
  if (limits.file > limits.day) throw new Refusal('invalidInput', { fields: [{ field: 'body/day' }] })
  if (limits.day > limits.total) throw new Refusal('invalidInput', { fields: [{ field: 'body/total' }] })
  await setFileLimits(ctx.tx, limits)
}
