import type { Context } from '#platform/context.ts'
import type { Proposal } from '#modules/expertise/contract.ts'
import { choosePeople } from '../choose.ts'
import type { Chosen, Rules } from '../choose.ts'
import { listAskable, listEvidence } from '../queries/candidates.ts'

/**
 * Up to three people for each question of a community, as of `ctx.now`. The caller has checked that the questions
 * may be read and by whom; only members of the community, who may read it too, are ever proposed. Two statements
 * whatever the number of questions.
 */
export async function proposeExperts(
  ctx: Pick<Context, 'tx' | 'now'>,
  input: { communityId: string; postIds: readonly string[]; without?: readonly string[]; rules?: Rules },
): Promise<Map<string, Proposal[]>> {
  const found = new Map<string, Proposal[]>()
  if (input.postIds.length === 0) return found
  const evidence = await listEvidence(ctx.tx, input.communityId, input.postIds, ctx.now)
  const without = new Set(input.without)
  const ids = [
    ...new Set(evidence.filter((row) => row.kind !== 'asker').flatMap((row) => row.memberIds)),
  ].filter((id) => !without.has(id))
  const rows = await listAskable(ctx.tx, input.communityId, ids, input.postIds, ctx.now)
  const candidates = new Map(rows.map((row) => [row.member.id, row]))
  for (const postId of input.postIds)
    found.set(postId, choosePeople(postId, evidence, candidates, input.rules).map(viewProposal))
  return found
}

const viewProposal = ({ candidate, reason, subject, isConfirmed }: Chosen): Proposal => ({
  member: candidate.member,
  reason,
  subject,
  isConfirmed,
  askedThisWeek: candidate.askedThisWeek,
})
