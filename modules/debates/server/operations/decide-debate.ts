import type { Debate, Outcome } from '#modules/debates/contract.ts'
import { debateDecided, debateDecisionAsked, synthesisPublished } from '#modules/debates/events.ts'
import type { MemberContext } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { renderMarkdown } from '#platform/markdown/render.ts'
import { enforce, Refusal } from '#platform/shared/refusal.ts'
import { getDebate, inState } from '../access.ts'
import { canDecide, citedIn } from '../policy.ts'
import { listReadersAmong } from '../queries/debates.ts'
import { insertNoDecision, insertSynthesis, publishDecision, setDecider } from '../queries/decisions.ts'
import { viewDebate } from './shared.ts'

/** Saves another version of the synthesis; members read the newest that was published. */
export async function writeSynthesis(
  ctx: MemberContext,
  input: { debateId: string; bodyMd: string; publish: boolean },
): Promise<Debate> {
  const access = await getDebate(ctx, input.debateId, 'manage', { toChange: true })
  inState(access, 'open', 'closed', 'decided')
  const bodyMd = input.bodyMd.trim()
  if (!bodyMd) throw new Refusal('emptyText')
  await insertSynthesis(ctx.tx, {
    debateId: input.debateId,
    bodyMd,
    bodyHtml: renderMarkdown(bodyMd).html,
    cites: citedIn(bodyMd),
    by: ctx.actor.memberId,
    publishedAt: input.publish ? ctx.now : null,
    now: ctx.now,
  })
  if (input.publish)
    await emit(ctx, synthesisPublished(access.debate.communityId, { debateId: input.debateId }))
  return viewDebate(ctx, input.debateId)
}

/** Names who decides and by when; they read the community. */
export async function nameDecider(
  ctx: MemberContext,
  input: { debateId: string; deciderId: string; due: string },
): Promise<Debate> {
  const access = await getDebate(ctx, input.debateId, 'manage', { toChange: true })
  inState(access, 'prepared', 'open', 'closed')
  if (input.due < ctx.now.toISOString().slice(0, 10)) throw new Refusal('periodInPast')
  if ((await listReadersAmong(ctx.tx, access.debate.communityId, [input.deciderId])).length === 0)
    throw new Refusal('debateDeciderNotAvailable')
  await setDecider(ctx.tx, { ...input, by: ctx.actor.memberId, now: ctx.now })
  if (access.debate.deciderId !== input.deciderId)
    await emit(
      ctx,
      debateDecisionAsked(access.debate.communityId, { debateId: input.debateId, memberId: input.deciderId }),
    )
  return viewDebate(ctx, input.debateId)
}

/** Publishes the decision and its reasons, by the decision-maker or, with a mention, by a manager for them. */
export async function publishTheDecision(
  ctx: MemberContext,
  input: {
    debateId: string
    outcome: Outcome
    text: string
    because: string
    decidedOn: string
    parts?: readonly { proposalId: string; outcome: Outcome; because: string }[] | undefined
  },
): Promise<Debate> {
  const access = await getDebate(ctx, input.debateId, 'read', { toChange: true })
  const { debate, community } = access
  enforce(debate.deciderId === ctx.actor.memberId || community.can.manage ? true : 'notTheDecider')
  if (!canDecide(ctx.actor.memberId, { ...debate, isManager: community.can.manage }))
    throw new Refusal(debate.deciderId === null ? 'decisionMissing' : 'notThisDebateState', {
      state: debate.state,
    })
  if (input.decidedOn > ctx.now.toISOString().slice(0, 10)) throw new Refusal('periodInPast')
  const text = input.text.trim()
  const because = input.because.trim()
  if (!text || !because) throw new Refusal('emptyText')
  await publishDecision(ctx.tx, {
    ...input,
    text,
    because,
    parts: input.parts ?? [],
    by: ctx.actor.memberId,
    now: ctx.now,
  })
  await emit(ctx, debateDecided(debate.communityId, { debateId: debate.id }))
  return viewDebate(ctx, debate.id)
}

/** Publishes why there will be no decision. */
export async function publishNoDecision(
  ctx: MemberContext,
  input: { debateId: string; reason: string },
): Promise<Debate> {
  const access = await getDebate(ctx, input.debateId, 'manage', { toChange: true })
  inState(access, 'closed')
  const reason = input.reason.trim()
  if (!reason) throw new Refusal('reasonMissing')
  if (
    await insertNoDecision(ctx.tx, { debateId: input.debateId, reason, by: ctx.actor.memberId, now: ctx.now })
  )
    await emit(ctx, debateDecided(access.debate.communityId, { debateId: input.debateId }))
  return viewDebate(ctx, input.debateId)
}
