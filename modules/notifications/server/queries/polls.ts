import type { Context } from '#platform/context.ts'

/** Who voted in a poll that is not secret; of a secret one nobody can say, and nobody is told. */
export const listKnownVoters = async (ctx: Pick<Context, 'tx'>, pollId: string): Promise<string[]> =>
  (
    await ctx.tx.rows<{ id: string }>(
      `select distinct k.member_id as id from polls.choice k join polls.poll p on p.id = k.poll_id
        where p.id = $1 and p.ballot <> 'secret'`,
      [pollId],
    )
  ).map((row) => row.id)
