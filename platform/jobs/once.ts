import type { Context } from '#platform/context.ts'

/**
 * Runs `effect` the first time this key is seen, in the caller's transaction: a job that is tried again after the
 * commit of an earlier attempt does nothing. Returns whether it ran. For what leaves the database (a mail), claim
 * the key in the same transaction as late as possible: a crash between sending and committing repeats it, which we
 * prefer to losing it.
 */
export async function once(ctx: Context, effectKey: string, effect: () => Promise<void>): Promise<boolean> {
  const claimed = await ctx.tx.run(
    `insert into platform.effect (key, at) values ($1, $2) on conflict do nothing`,
    [effectKey, ctx.now],
  )
  if (claimed === 0) return false
  await effect()
  return true
}
