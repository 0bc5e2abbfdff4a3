import { closedStatuses, needsReason } from '#modules/trials/contract.ts'
import type { IdeaStatus, TrialDetail } from '#modules/trials/contract.ts'
import { ideaMerged, ideaMoved, ideaProposed, ideasDelivered } from '#modules/trials/events.ts'
import type { MemberContext } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { newId } from '#platform/ids.ts'
import { cleanText } from '#platform/shared/local-text.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { enforceTester, getTrialFor, getTrialToLead } from '../access.ts'
import type { TrialAccess } from '../access.ts'
import { placeAfter } from '../order.ts'
import {
  countVotes,
  deleteVote,
  findIdea,
  findText,
  insertAuthors,
  insertDelivery,
  insertIdea,
  insertVote,
  listAuthorIds,
  listIdeas,
  listPlaces,
  mayJudge,
  mergeIdea,
  putVerdict,
  setDelivered,
  setPosition,
  setStatus,
  setWords,
} from '../queries/ideas.ts'
import type { IdeaFacts } from '../queries/ideas.ts'
import { isTester, listStepIds, lockTrial } from '../queries/trials.ts'
import { needText } from './prepare-trial.ts'
import { readTrial } from './read-trial.ts'

/** An idea with its trial, as the caller may use them; an idea that they may not see does not exist. */
async function getIdea(
  ctx: MemberContext,
  ideaId: string,
): Promise<{ idea: IdeaFacts; access: TrialAccess }> {
  const idea = await findIdea(ctx.tx, ideaId)
  if (!idea) throw new Refusal('ideaNotFound')
  const access = await getTrialFor(ctx, idea.trialId).catch((error: unknown) => {
    throw error instanceof Refusal ? new Refusal('ideaNotFound') : error
  })
  return { idea, access }
}
async function getIdeaToLead(ctx: MemberContext, ideaId: string) {
  const found = await getIdea(ctx, ideaId)
  if (!found.access.leads) throw new Refusal('trialLeadersOnly')
  await lockTrial(ctx.tx, found.idea.trialId)
  return found
}

/**
 * A tester proposes an idea; whoever leads may write one down for the tester who had it. It comes last in the order.
 * Refusals: testersOnly, trialNotOpen, trialLeadersOnly, stepNotFound. Emits ideaProposed.
 */
export async function proposeIdea(
  ctx: MemberContext,
  input: {
    trialId: string
    title: string
    text?: string | null | undefined
    stepId?: string | null | undefined
    authorId?: string | undefined
  },
): Promise<TrialDetail> {
  const access = await getTrialFor(ctx, input.trialId)
  const me = ctx.actor.memberId
  const authorId = input.authorId ?? me
  if (authorId !== me) {
    if (!access.leads) throw new Refusal('trialLeadersOnly')
    if (!(await isTester(ctx.tx, access.trial.id, authorId))) throw new Refusal('testersOnly')
  }
  if (!access.leads) enforceTester(access)
  if (access.trial.state === 'closed' || !access.isAlive) throw new Refusal('trialNotOpen')
  await lockTrial(ctx.tx, access.trial.id)
  if (input.stepId && !(await listStepIds(ctx.tx, access.trial.id)).includes(input.stepId))
    throw new Refusal('stepNotFound')
  const id = newId(ctx.now.getTime())
  const last = (await listPlaces(ctx.tx, access.trial.id)).at(-1)?.position ?? 0
  await insertIdea(ctx.tx, {
    id,
    trialId: access.trial.id,
    title: needText(input.title, 'title'),
    text: cleanText(input.text),
    stepId: input.stepId ?? null,
    position: last + 1,
    at: ctx.now,
  })
  await insertAuthors(ctx.tx, id, [authorId])
  await emit(
    ctx,
    ideaProposed(access.trial.communityId, {
      trialId: access.trial.id,
      ideaId: id,
      isByLeader: access.leads,
    }),
  )
  return readTrial(ctx, input.trialId)
}

/** Words, status with its reason, place in the order. Emits ideaMoved when the status changes. */
export async function changeIdea(
  ctx: MemberContext,
  input: {
    ideaId: string
    title?: string | undefined
    text?: string | null | undefined
    status?: IdeaStatus | undefined
    reason?: string | null | undefined
    afterId?: string | null | undefined
  },
): Promise<TrialDetail> {
  const { idea, access } = await getIdeaToLead(ctx, input.ideaId)
  if (input.title !== undefined || input.text !== undefined)
    await setWords(
      ctx.tx,
      idea.id,
      input.title === undefined ? idea.title : needText(input.title, 'title'),
      input.text === undefined ? await findText(ctx.tx, idea.id) : cleanText(input.text),
    )
  const status = input.status ?? idea.status
  if (input.status !== undefined || input.reason !== undefined) {
    if (status === 'delivered' && idea.status !== 'delivered') throw new Refusal('deliverTogether')
    const reason = input.reason === undefined ? idea.reason : cleanText(input.reason)
    if (needsReason(status) && !reason) throw new Refusal('ideaReasonMissing')
    await setStatus(ctx.tx, idea.id, status, reason, ctx.now)
    if (status !== idea.status)
      await emit(ctx, ideaMoved(access.trial.communityId, { trialId: idea.trialId, ideaId: idea.id, status }))
  }
  if (input.afterId !== undefined) {
    const places = (await listPlaces(ctx.tx, idea.trialId)).filter(({ id }) => id !== idea.id)
    if (input.afterId !== null && !places.some(({ id }) => id === input.afterId))
      throw new Refusal('ideaNotFound')
    for (const { id, position } of placeAfter(places, idea.id, input.afterId))
      await setPosition(ctx.tx, id, position)
  }
  return readTrial(ctx, idea.trialId)
}

/** Two ideas are one: everybody who had either is an author of it. Emits ideaMerged to the authors of the first. */
export async function mergeIdeas(
  ctx: MemberContext,
  input: { ideaId: string; intoId: string },
): Promise<TrialDetail> {
  const { idea, access } = await getIdeaToLead(ctx, input.ideaId)
  const into = await findIdea(ctx.tx, input.intoId)
  if (
    !into ||
    into.id === idea.id ||
    into.trialId !== idea.trialId ||
    idea.status === 'delivered' ||
    into.status === 'delivered'
  )
    throw new Refusal('mergeNotPossible')
  const memberIds = await listAuthorIds(ctx.tx, idea.id)
  await mergeIdea(ctx.tx, idea.id, into.id)
  await emit(ctx, ideaMerged(access.trial.communityId, { trialId: idea.trialId, ideaId: into.id, memberIds }))
  return readTrial(ctx, idea.trialId)
}

/** Gives one of the tester's votes, or takes it back. Refusals: ideaClosed, votesUsedUp. */
export async function voteForIdea(
  ctx: MemberContext,
  ideaId: string,
  isGiven: boolean,
): Promise<TrialDetail> {
  const { idea, access } = await getIdea(ctx, ideaId)
  enforceTester(access)
  if (closedStatuses.includes(idea.status)) throw new Refusal('ideaClosed')
  await lockTrial(ctx.tx, idea.trialId)
  const me = ctx.actor.memberId
  if (!isGiven) await deleteVote(ctx.tx, idea.id, me)
  // One's vote for the same idea twice is one vote.
  else if ((await insertVote(ctx.tx, idea.id, me, ctx.now)) > 0)
    if ((await countVotes(ctx.tx, idea.trialId, me)) > access.trial.votesEach)
      throw new Refusal('votesUsedUp')
  return readTrial(ctx, idea.trialId)
}

/**
 * Ideas are delivered together: everybody who had or wanted one of them is thanked, once each, with the leader's words.
 * Refusals: ideaNotFound, ideaClosed (delivered before). Emits ideasDelivered.
 */
export async function deliverIdeas(
  ctx: MemberContext,
  input: { trialId: string; ideaIds: string[]; words: string },
): Promise<TrialDetail> {
  const { trial } = await getTrialToLead(ctx, input.trialId)
  await lockTrial(ctx.tx, trial.id)
  const ids = [...new Set(input.ideaIds)]
  const ideas = await listIdeas(ctx.tx, trial.id, ids)
  if (ideas.length !== ids.length) throw new Refusal('ideaNotFound')
  if (ideas.some(({ status }) => status === 'delivered')) throw new Refusal('ideaClosed')
  const deliveryId = newId(ctx.now.getTime())
  await insertDelivery(ctx.tx, {
    id: deliveryId,
    trialId: trial.id,
    words: needText(input.words, 'words'),
    by: ctx.actor.memberId,
    at: ctx.now,
  })
  await setDelivered(ctx.tx, ids, deliveryId, ctx.now)
  await emit(ctx, ideasDelivered(trial.communityId, { trialId: trial.id, deliveryId }))
  return readTrial(ctx, trial.id)
}

/** Does it work for me? Asked of those who had or wanted it, and of testers; may be said again. */
export async function judgeIdea(
  ctx: MemberContext,
  input: { ideaId: string; works: boolean; word?: string | null | undefined },
): Promise<TrialDetail> {
  const { idea } = await getIdea(ctx, input.ideaId)
  if (idea.status !== 'delivered') throw new Refusal('notDelivered')
  if (!(await mayJudge(ctx.tx, idea.id, ctx.actor.memberId))) throw new Refusal('testersOnly')
  await putVerdict(ctx.tx, idea.id, ctx.actor.memberId, {
    works: input.works,
    word: cleanText(input.word),
    at: ctx.now,
  })
  return readTrial(ctx, idea.trialId)
}
