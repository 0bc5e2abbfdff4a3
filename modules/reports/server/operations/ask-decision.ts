import { listOpenDecisions } from '#modules/listening/public.ts'
import type { Decision } from '#modules/reports/contract.ts'
import type { Context, MemberContext } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { getForManaging } from '../access.ts'
import { insertDecision, listDecisions, listInside, setDecisionAnswer } from '../queries/decisions.ts'
import type { FrozenDecision } from '../queries/reports.ts'
import { withOwners } from '../view-report.ts'

/**
 * Decisions that wait at this moment: themes passed on to somebody, then what the managers ask themselves, with those
 * answered since a day, so that who reads learns the answer once.
 */
export async function openDecisions(
  ctx: Context,
  communityId: string,
  answeredSince: string | null,
): Promise<FrozenDecision[]> {
  const themes = await listOpenDecisions(ctx, communityId)
  return [
    ...themes.slice(0, 20).map(
      ({ themeId, title, question, decider, due }): FrozenDecision => ({
        kind: 'theme',
        id: themeId,
        text: question ? `${title}\u00a0: ${question}` : title,
        ownerId: decider.id,
        due,
        askedOn: null,
        answer: null,
        answeredOn: null,
      }),
    ),
    ...(await listDecisions(ctx.tx, communityId, answeredSince)),
  ]
}

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
