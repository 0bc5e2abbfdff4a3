import type { MyListening, ThemeDetail } from '#modules/listening/contract.ts'
import { answerWritten, decisionAccepted, decisionAsked, decisionHanded } from '#modules/listening/events.ts'
import type { MemberContext } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { newId } from '#platform/ids.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { getTheme, todayOf } from '../access.ts'
import { canAsk, hasEnoughPeople } from '../policy.ts'
import {
  acceptDecision,
  findDecisionToChange,
  handDecision,
  insertDecision,
  setAnswer,
} from '../queries/decisions.ts'
import type { DecisionRow } from '../queries/decisions.ts'
import { listNameable } from '../queries/people.ts'
import { readMine } from './read-mine.ts'
import { viewTheme } from './view-theme.ts'

async function checkDecider(ctx: MemberContext, memberId: string): Promise<void> {
  if ((await listNameable(ctx.tx, ctx.actor.memberId, [memberId])).length === 0)
    throw new Refusal('deciderNotAvailable')
}

/** A manager passes a checked theme to a named person, who need not be a member, with a question and a date. */
export async function askDecision(
  ctx: MemberContext,
  input: { themeId: string; deciderId: string; question: string; due: string },
): Promise<ThemeDetail> {
  const { theme, community } = await getTheme(ctx, input.themeId, 'manage', { toChange: true })
  if (!canAsk(theme)) {
    if (!hasEnoughPeople(theme) && theme.state === 'checked') throw new Refusal('tooFewPeople')
    throw new Refusal('notThisState', { state: theme.state })
  }
  if (input.due < todayOf(ctx)) throw new Refusal('dueInPast')
  await checkDecider(ctx, input.deciderId)
  if (theme.decisionId) await handDecision(ctx.tx, theme.decisionId, input.deciderId, null, ctx.now)
  const id = newId(ctx.now.getTime())
  await insertDecision(ctx.tx, {
    id,
    themeId: theme.id,
    deciderId: input.deciderId,
    by: ctx.actor.memberId,
    question: input.question.trim() || theme.title,
    due: input.due,
    now: ctx.now,
  })
  await emit(
    ctx,
    decisionAsked(community.id, { themeId: theme.id, memberId: input.deciderId, decisionId: id }),
  )
  return viewTheme(ctx, community, theme.id)
}

/** A decision that stands and is the actor's; to anybody else there is none. */
async function getOwnDecision(ctx: MemberContext, decisionId: string): Promise<DecisionRow> {
  const decision = await findDecisionToChange(ctx.tx, decisionId)
  if (!decision || decision.deciderId !== ctx.actor.memberId) throw new Refusal('decisionNotFound')
  if (decision.isOver) throw new Refusal('notThisState')
  return decision
}

/** The decision-maker takes it on. Idempotent. */
export async function takeOnDecision(ctx: MemberContext, decisionId: string): Promise<MyListening> {
  const decision = await getOwnDecision(ctx, decisionId)
  if ((await acceptDecision(ctx.tx, decision.id, ctx.now)) > 0)
    await emit(ctx, decisionAccepted(decision.communityId, { themeId: decision.themeId }))
  return readMine(ctx)
}

/** The decision-maker names somebody else, and says why. The date stays. */
export async function handOver(
  ctx: MemberContext,
  input: { decisionId: string; toMemberId: string; reason: string },
): Promise<MyListening> {
  const decision = await getOwnDecision(ctx, input.decisionId)
  if (input.toMemberId === ctx.actor.memberId) throw new Refusal('deciderNotAvailable')
  await checkDecider(ctx, input.toMemberId)
  const reason = input.reason.trim()
  if (!reason) throw new Refusal('invalidInput', { fields: [{ field: 'body/reason', problem: 'is empty' }] })
  await handDecision(ctx.tx, decision.id, input.toMemberId, reason, ctx.now)
  const id = newId(ctx.now.getTime())
  await insertDecision(ctx.tx, {
    id,
    themeId: decision.themeId,
    deciderId: input.toMemberId,
    by: decision.askedBy ?? ctx.actor.memberId,
    question: decision.question,
    due: decision.due,
    now: ctx.now,
  })
  await emit(ctx, decisionHanded(decision.communityId, { themeId: decision.themeId }))
  await emit(
    ctx,
    decisionAsked(decision.communityId, {
      themeId: decision.themeId,
      memberId: input.toMemberId,
      decisionId: id,
    }),
  )
  return readMine(ctx)
}

/** The decision-maker answers, or words the answer otherwise until it is published. Emits answerWritten. */
export async function answerTheme(
  ctx: MemberContext,
  input: {
    decisionId: string
    weDo: readonly { text: string; ownerId?: string | null | undefined; due: string }[]
    weWillNot?: string | null | undefined
    because?: string | null | undefined
  },
): Promise<MyListening> {
  const decision = await getOwnDecision(ctx, input.decisionId)
  const weWillNot = input.weWillNot?.trim() || null
  const because = input.because?.trim() || null
  const weDo = input.weDo
    .map((one) => ({
      ...one,
      id: newId(ctx.now.getTime()),
      text: one.text.trim(),
      ownerId: one.ownerId ?? ctx.actor.memberId,
    }))
    .filter(({ text }) => text !== '')
  if (weDo.length === 0 && weWillNot === null) throw new Refusal('answerEmpty')
  if (weWillNot !== null && because === null) throw new Refusal('becauseMissing')
  if (weDo.some(({ due }) => due < todayOf(ctx))) throw new Refusal('dueInPast')
  const owners = [...new Set(weDo.map(({ ownerId }) => ownerId))]
  if ((await listNameable(ctx.tx, ctx.actor.memberId, owners)).length < owners.length)
    throw new Refusal('deciderNotAvailable')
  await acceptDecision(ctx.tx, decision.id, ctx.now)
  await setAnswer(
    ctx.tx,
    { themeId: decision.themeId, decisionId: decision.id, weWillNot, because, now: ctx.now },
    weDo,
  )
  await emit(ctx, answerWritten(decision.communityId, { themeId: decision.themeId }))
  return readMine(ctx)
}
