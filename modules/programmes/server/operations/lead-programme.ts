import { findVisibleCommunity } from '#modules/communities/public.ts'
import type { Phase, Population, Programme } from '#modules/programmes/contract.ts'
import { programmePhaseChanged, programmeRoleGiven, sponsorAnswered } from '#modules/programmes/events.ts'
import type { MemberContext } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { newId } from '#platform/ids.ts'
import { cleanText, pickText } from '#platform/shared/local-text.ts'
import type { LocalText } from '#platform/shared/local-text.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { getProgrammeFor, getToLead, holdRunning, viewerOf } from '../access.ts'
import { stepTo } from '../gates.ts'
import { isActiveEmployee } from '../queries/people.ts'
import {
  deletePopulation,
  findCellName,
  insertPhaseChange,
  insertPopulation,
  listPopulationRows,
  setCoLeaders,
  setSaid,
  updateProgramme,
} from '../queries/programmes.ts'
import type { ProgrammeChanges } from '../queries/programmes.ts'
import { getName } from './found-programme.ts'
import { readAsked, readProgramme } from './read-programmes.ts'

export interface ProgrammeInput {
  programmeId: string
  name?: LocalText | undefined
  visibility?: 'company' | 'circle' | undefined
  vision?: string | null | undefined
  whyNow?: string | null | undefined
  problem?: string | null | undefined
  baseline?: string | null | undefined
  baselineOn?: string | null | undefined
  problemCommunityId?: string | null | undefined
  leaderId?: string | undefined
  coLeaderIds?: string[] | undefined
  sponsorId?: string | null | undefined
}

const cleaned = (text: string | null | undefined) => (text === undefined ? undefined : cleanText(text))

/**
 * Writes what a programme is for, and names who leads and carries it. A sponsor who is named is asked: they have not
 * agreed before they said so. Emits programmeRoleGiven for each person who is new in a role.
 */
export async function writeProgramme(ctx: MemberContext, input: ProgrammeInput): Promise<Programme> {
  const programme = await getToLead(ctx, input.programmeId)
  const [leader, ...coLeaders] = programme.leaderIds
  const wantedLeader = input.leaderId ?? leader!
  const wantedCoLeaders = (input.coLeaderIds ?? coLeaders).filter((id) => id !== wantedLeader)
  const newPeople = [wantedLeader, ...wantedCoLeaders, input.sponsorId].filter(
    (id): id is string => !!id && id !== programme.sponsorId && !programme.leaderIds.includes(id),
  )
  for (const id of newPeople)
    if (!(await isActiveEmployee(ctx.tx, id))) throw new Refusal('programmeUnreadableToThem')
  if (input.problemCommunityId && !programme.communityIds.includes(input.problemCommunityId))
    throw new Refusal('programmeLinkNotHere')
  const isNewSponsor = input.sponsorId !== undefined && input.sponsorId !== programme.sponsorId
  const changes: ProgrammeChanges = {
    name: input.name && getName(input.name),
    visibility: input.visibility,
    vision: cleaned(input.vision),
    whyNow: cleaned(input.whyNow),
    problem: cleaned(input.problem),
    baseline: cleaned(input.baseline),
    baselineOn: input.baselineOn,
    problemCommunityId: input.problemCommunityId,
    leaderId: input.leaderId,
    ...(isNewSponsor && { sponsorId: input.sponsorId, sponsorAgreedAt: null }),
  }
  await updateProgramme(ctx.tx, programme.id, changes, ctx.now)
  if (input.coLeaderIds || input.leaderId) await setCoLeaders(ctx.tx, programme.id, wantedCoLeaders, ctx.now)
  const given = (memberId: string, role: 'leader' | 'coLeader' | 'sponsor') =>
    emit(ctx, programmeRoleGiven(null, { programmeId: programme.id, memberId, role }))
  if (wantedLeader !== leader) await given(wantedLeader, 'leader')
  for (const id of wantedCoLeaders) if (!programme.leaderIds.includes(id)) await given(id, 'coLeader')
  if (isNewSponsor && input.sponsorId) await given(input.sponsorId, 'sponsor')
  return readProgramme(ctx, programme.id)
}

/** The sponsor who was asked says yes, or no: it is then open to somebody else. Emits sponsorAnswered. */
export async function answerAsSponsor(
  ctx: MemberContext,
  input: { programmeId: string; answer: 'yes' | 'no' },
): Promise<void> {
  const programme = await getProgrammeFor(ctx, input.programmeId, 'read')
  if (programme.sponsorId !== ctx.actor.memberId) throw new Refusal('programmeNotFound')
  await holdRunning(ctx, programme.id)
  if (programme.sponsorAgreed && input.answer === 'yes') return
  await updateProgramme(
    ctx.tx,
    programme.id,
    input.answer === 'yes' ? { sponsorAgreedAt: ctx.now } : { sponsorId: null, sponsorAgreedAt: null },
    ctx.now,
  )
  await emit(
    ctx,
    sponsorAnswered(null, { programmeId: programme.id, memberId: ctx.actor.memberId, answer: input.answer }),
  )
}

/** Names a population: a cell of the directory that the leader may know of, never a secret community. */
export async function namePopulation(
  ctx: MemberContext,
  input: {
    programmeId: string
    name?: string | null | undefined
    dimension: 'all' | 'entity' | 'site' | 'community'
    cell?: string | null | undefined
  },
): Promise<Population> {
  const programme = await getToLead(ctx, input.programmeId)
  const cell = input.dimension === 'all' ? null : (input.cell ?? null)
  if (input.dimension !== 'all' && cell === null)
    throw new Refusal('invalidInput', { fields: [{ field: 'body/cell', problem: 'is missing' }] })
  const found = cell === null ? undefined : await findCellName(ctx.tx, input.dimension, cell)
  if (cell !== null) {
    const isSeen =
      found &&
      !found.isSecret &&
      (input.dimension !== 'community' || (await findVisibleCommunity(ctx, cell)) !== undefined)
    if (!isSeen) throw new Refusal('programmeLinkNotHere')
  }
  const own =
    found && (typeof found.name === 'string' ? found.name : pickText(found.name, ctx.actor.language))
  const everybody = ctx.actor.language === 'fr' ? 'Tout le monde' : 'Everybody'
  const id = newId(ctx.now.getTime())
  const isNew = await insertPopulation(ctx.tx, {
    id,
    programmeId: programme.id,
    name: cleanText(input.name) ?? own ?? everybody,
    dimension: input.dimension,
    cell,
  })
  if (!isNew) throw new Refusal('populationKnown')
  const rows = await listPopulationRows(ctx.tx, viewerOf(ctx), programme.id, false)
  return rows.find((row) => row.id === id)!
}

/** Takes a population away; cards that were meant for it stay, for everybody. */
export async function dropPopulation(
  ctx: MemberContext,
  input: { programmeId: string; populationId: string },
): Promise<void> {
  const programme = await getToLead(ctx, input.programmeId)
  if ((await deletePopulation(ctx.tx, programme.id, input.populationId)) === 0)
    throw new Refusal('populationNotFound')
}

/**
 * Goes on to the next phase, or back to an earlier one. Without all that the phase asks, or back, a reason is needed; it
 * is kept and shown with what was missing. Emits programmePhaseChanged.
 */
export async function changePhase(
  ctx: MemberContext,
  input: { programmeId: string; to: Phase; reason?: string | null | undefined },
): Promise<Programme> {
  await getToLead(ctx, input.programmeId)
  // Read again while it is held: a double click finds the phase changed.
  const programme = await getProgrammeFor(ctx, input.programmeId, 'lead')
  if (programme.phase === input.to) return readProgramme(ctx, programme.id)
  const step = stepTo(programme.phase, input.to, await readAsked(ctx, programme))
  if (step === 'phaseNotNext') throw new Refusal('phaseNotNext')
  const reason = cleanText(input.reason)
  if (step.needsReason && !reason) throw new Refusal('phaseReasonMissing', { missing: step.missing })
  await updateProgramme(ctx.tx, programme.id, { phase: input.to }, ctx.now)
  await insertPhaseChange(ctx.tx, {
    id: newId(ctx.now.getTime()),
    programmeId: programme.id,
    from: programme.phase,
    to: input.to,
    at: ctx.now,
    by: ctx.actor.memberId,
    reason,
    missing: step.missing,
  })
  await emit(
    ctx,
    programmePhaseChanged(null, { programmeId: programme.id, from: programme.phase, to: input.to }),
  )
  return readProgramme(ctx, programme.id)
}

/** A leader says that what only people can say is so, or no longer. */
export async function sayItem(
  ctx: MemberContext,
  input: { programmeId: string; key: string; said: boolean },
): Promise<void> {
  const programme = await getToLead(ctx, input.programmeId)
  await setSaid(ctx.tx, programme.id, input.key, input.said, ctx.actor.memberId, ctx.now)
}
