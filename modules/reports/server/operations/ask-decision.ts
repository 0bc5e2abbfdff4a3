import type { Decision } from '#modules/reports/contract.ts'
import type { MemberContext } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { getForManaging } from '../access.ts'
import { insertDecision, listInside, setDecisionAnswer } from '../queries/decisions.ts'
import { openDecisions, withOwners } from '../decisions.ts'

const all = async (ctx: MemberContext, communityId: string): Promise<{ items: Decision[] }> => ({
  items: await withOwners(ctx, await openDecisions(ctx, communityId, null)),
})

export const readDecisions = async (ctx: MemberContext, community: string): Promise<{ items: Decision[] }> =>
  all(ctx, (await getForManaging(ctx, community)).id)

/** Asks for a decision in every report until it is answered. Refuses `storyPeopleOutside` for somebody from elsewhere. */
export async function askDecision(
  ctx: MemberContext,
  input: { community: string; text: string; ownerId: string | null; due: string | null },
): Promise<{ items: Decision[] }> {
  const access = await getForManaging(ctx, input.community)
  const text = input.text.normalize('NFC').trim()
  if (!text) throw new Refusal('invalidInput')
  if (input.ownerId && (await listInside(ctx.tx, access.id, [input.ownerId])).length === 0)
    throw new Refusal('storyPeopleOutside')
  await insertDecision(ctx.tx, {
    id: newId(ctx.now.getTime()),
    communityId: access.id,
    text,
    ownerId: input.ownerId,
    due: input.due,
    at: ctx.now,
    byMemberId: ctx.actor.memberId,
  })
  return all(ctx, access.id)
}

/** Writes down what was answered; the next report says it, later ones no longer carry it. */
export async function answerDecision(
  ctx: MemberContext,
  input: { community: string; decisionId: string; answer: string },
): Promise<{ items: Decision[] }> {
  const access = await getForManaging(ctx, input.community)
  const text = input.answer.normalize('NFC').trim()
  if (!text) throw new Refusal('invalidInput')
  const byMemberId = ctx.actor.memberId
  if (!(await setDecisionAnswer(ctx.tx, access.id, input.decisionId, { text, at: ctx.now, byMemberId })))
    throw new Refusal('decisionNotFound')
  return all(ctx, access.id)
}
