import { getCommunityFor } from '#modules/communities/public.ts'
import { getProgrammeFor } from '#modules/programmes/public.ts'
import type { TrialDetail } from '#modules/trials/contract.ts'
import { trialOpened } from '#modules/trials/events.ts'
import type { MemberContext } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { newId } from '#platform/ids.ts'
import { cleanText } from '#platform/shared/local-text.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { getTrialToLead } from '../access.ts'
import { enforcePopulation } from '../populations.ts'
import {
  countTesters,
  dropSteps,
  insertTrial,
  listStepIds,
  lockTrial,
  putStep,
  setState,
  updateTrial,
} from '../queries/trials.ts'
import { readTrial } from './read-trial.ts'

export interface WrittenTrial {
  title: string
  what: string
  from: string
  to: string
  seats: number
  votesEach?: number | undefined
  populationId?: string | null | undefined
  steps: readonly WrittenStep[]
}
export interface WrittenStep {
  id?: string | undefined
  text: string
  expected?: string | null | undefined
}

/** Text that a person typed; refuses `invalidInput` where nothing is left. */
export function needText(text: string, field: string): string {
  const clean = cleanText(text)
  if (!clean) throw new Refusal('invalidInput', { field })
  return clean
}

/** Prepares a trial in a programme that the caller leads. It is a draft until it is opened. */
export async function prepareInProgramme(
  ctx: MemberContext,
  input: WrittenTrial & { programmeId: string },
): Promise<TrialDetail> {
  const programme = await getProgrammeFor(ctx, input.programmeId, 'lead')
  if (programme.state !== 'running') throw new Refusal('trialNotOpen')
  await enforcePopulation(ctx, programme.id, input.populationId)
  return prepare(ctx, input, { programmeId: programme.id, communityId: null })
}
/** Prepares a trial in a community that the caller manages. */
export async function prepareInCommunity(
  ctx: MemberContext,
  input: WrittenTrial & { community: string },
): Promise<TrialDetail> {
  const community = await getCommunityFor(ctx, input.community, 'manage')
  return prepare(ctx, { ...input, populationId: null }, { programmeId: null, communityId: community.id })
}

async function prepare(
  ctx: MemberContext,
  input: WrittenTrial,
  place: { programmeId: string | null; communityId: string | null },
): Promise<TrialDetail> {
  if (input.to < input.from) throw new Refusal('trialDaysWrong')
  const id = newId(ctx.now.getTime())
  await insertTrial(ctx.tx, {
    id,
    ...place,
    title: needText(input.title, 'title'),
    what: needText(input.what, 'what'),
    from: input.from,
    to: input.to,
    seats: input.seats,
    populationId: input.populationId ?? null,
    votesEach: input.votesEach ?? 5,
    leaderId: ctx.actor.memberId,
    at: ctx.now,
  })
  await writeScenario(ctx, id, input.steps)
  return readTrial(ctx, id)
}

/** The scenario as it is now; a step that somebody tried keeps its number and what was said of it. */
async function writeScenario(
  ctx: MemberContext,
  trialId: string,
  steps: readonly WrittenStep[],
): Promise<void> {
  const known = await listStepIds(ctx.tx, trialId)
  const kept = new Set<string>()
  for (const [position, step] of steps.entries()) {
    const id = step.id && known.includes(step.id) && !kept.has(step.id) ? step.id : newId(ctx.now.getTime())
    kept.add(id)
    await putStep(ctx.tx, {
      id,
      trialId,
      position,
      text: needText(step.text, 'steps'),
      expected: cleanText(step.expected),
    })
  }
  await dropSteps(
    ctx.tx,
    known.filter((id) => !kept.has(id)),
    ctx.now,
  )
}

/**
 * Changes a trial, opens it (a scenario is needed; those invited are told), closes it or opens it again. Refusals:
 * trialLeadersOnly, trialDaysWrong, seatsTaken, populationNotHere, scenarioMissing.
 */
export async function changeTrial(
  ctx: MemberContext,
  input: { trialId: string; state?: 'open' | 'closed' | undefined } & {
    [K in keyof WrittenTrial]?: WrittenTrial[K] | undefined
  },
): Promise<TrialDetail> {
  await getTrialToLead(ctx, input.trialId)
  const trial = (await lockTrial(ctx.tx, input.trialId))!
  if ((input.to ?? trial.to) < (input.from ?? trial.from)) throw new Refusal('trialDaysWrong')
  if (input.seats !== undefined && input.seats < (await countTesters(ctx.tx, trial.id)))
    throw new Refusal('seatsTaken')
  await enforcePopulation(ctx, trial.programmeId, input.populationId)
  await updateTrial(ctx.tx, trial.id, {
    title: input.title === undefined ? null : needText(input.title, 'title'),
    what: input.what === undefined ? null : needText(input.what, 'what'),
    from: input.from ?? null,
    to: input.to ?? null,
    seats: input.seats ?? null,
    votesEach: input.votesEach ?? null,
    hasPopulation: input.populationId !== undefined,
    populationId: input.populationId ?? null,
  })
  if (input.steps) await writeScenario(ctx, trial.id, input.steps)
  if (input.state && input.state !== trial.state) {
    if (input.state === 'open' && (await listStepIds(ctx.tx, trial.id)).length === 0)
      throw new Refusal('scenarioMissing')
    await setState(ctx.tx, trial.id, input.state, ctx.now)
    if (input.state === 'open' && trial.state === 'draft')
      await emit(ctx, trialOpened(trial.communityId, { trialId: trial.id }))
  }
  return readTrial(ctx, trial.id)
}
