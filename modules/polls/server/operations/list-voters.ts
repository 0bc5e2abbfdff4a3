import type { Static } from 'typebox'
import type { contract } from '#modules/polls/contract.ts'
import type { MemberContext } from '#platform/context.ts'
import { pageOf, readCursor } from '#platform/db/keyset.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { getVisiblePoll } from '../access.ts'
import { listVotersOf } from '../queries.ts'

type Voters = Static<(typeof contract)['GET /api/v1/polls/:pollId/options/:optionId/voters']['response']>

/** Who chose an option, by name; only of a visible poll, otherwise pollNotFound: there is nothing to see. */
export async function listVoters(
  ctx: MemberContext,
  input: { pollId: string; optionId: string; cursor?: string; limit?: number },
): Promise<Voters> {
  const { poll } = await getVisiblePoll(ctx, input.pollId)
  if (poll.ballot !== 'visible' || !poll.options.some(({ id }) => id === input.optionId))
    throw new Refusal('pollNotFound')
  const [name, id] = readCursor(input.cursor, 'string', 'string') as [string | null, string | null]
  const limit = input.limit ?? 20
  const rows = await listVotersOf(
    ctx.tx,
    poll.id,
    input.optionId,
    name !== null && id !== null ? { name, id } : null,
    limit + 1,
  )
  return pageOf(
    rows,
    limit,
    (row) => [row.name, row.member.id],
    ({ member, answer }) => ({ member, answer }),
  )
}
