import type { Context } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { audit } from './audit.ts'

/**
 * Opens a community to one person's reading for some hours. Who may decide that, and who is told, is the module
 * privacy's: it calls this after two people agreed. Answers the grant's id.
 */
export async function openReading(
  ctx: Context,
  input: { communityId: string; readerId: string; endsAt: Date },
): Promise<string> {
  const id = newId()
  await ctx.tx.run(
    `insert into communities.reading_grant (id, community_id, reader_id, opened_at, ends_at) values ($1, $2, $3, $4, $5)`,
    [id, input.communityId, input.readerId, ctx.now, input.endsAt],
  )
  await audit(ctx, 'communities.readingOpened', input.communityId, {
    readerId: input.readerId,
    endsAt: input.endsAt.toISOString(),
  })
  return id
}

/** Ends it at once; what has ended stays ended. */
export async function endReading(ctx: Context, communityId: string, grantId: string): Promise<void> {
  const ended = await ctx.tx.run(
    `update communities.reading_grant set ends_at = greatest($2::timestamptz, opened_at + interval '1 millisecond') where id = $1 and ends_at > $2`,
    [grantId, ctx.now],
  )
  if (ended > 0) await audit(ctx, 'communities.readingEnded', communityId)
}
