import type { ProgrammeCard, ProgrammeDetail, ProgrammeKind } from '#modules/ambassadors/contract.ts'
import { contentSeats, staffPerSeat } from '#modules/ambassadors/contract.ts'
import { getCommunityFor } from '#modules/communities/public.ts'
import type { MemberContext } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { enforce, Refusal } from '#platform/shared/refusal.ts'
import { getProgramme, rightsOver, viewerOf } from '../access.ts'
import { isEnough } from '../policy.ts'
import { countSeated } from '../queries/mandates.ts'
import {
  countStaff,
  findCard,
  findCharter,
  findKickoff,
  insertCharter,
  insertProgramme,
  isActiveEmployee,
  listCards,
  listCoverage,
  listMeetings,
  setProgramme,
} from '../queries/programmes.ts'
import type { CardRow } from '../queries/programmes.ts'

/** Leads it: the leader, and those who manage what it stands under. One look a scope. */
async function withRights(ctx: MemberContext, rows: readonly CardRow[]): Promise<ProgrammeCard[]> {
  const manages = new Map<string, boolean>()
  for (const { communityId, changeId } of rows) {
    const key = `${communityId}:${changeId}`
    if (!manages.has(key))
      manages.set(key, (await rightsOver(ctx, { communityId, changeId }))?.manages ?? false)
  }
  return rows.map((row) => ({
    ...row,
    mayLead:
      row.leaderId === ctx.actor.memberId || (manages.get(`${row.communityId}:${row.changeId}`) ?? false),
  }))
}

/** Programmes that the reader may see, of one community or change programme where asked. */
export async function listProgrammes(
  ctx: MemberContext,
  scope: { community?: string | undefined; change?: string | undefined },
) {
  const communityId = scope.community ?? null
  const changeId = scope.change ?? null
  const rows = await listCards(ctx.tx, viewerOf(ctx), { communityId, changeId })
  const rights = communityId || changeId ? await rightsOver(ctx, { communityId, changeId }) : undefined
  const staff = await countStaff(ctx.tx, changeId)
  return {
    items: await withRights(ctx, rows),
    mayCreate: rights?.manages ?? false,
    defaultSeats: { content: contentSeats, adoption: Math.max(1, Math.ceil(staff / staffPerSeat)) },
  }
}

export async function readProgramme(ctx: MemberContext, id: string): Promise<ProgrammeDetail> {
  const access = await getProgramme(ctx, id, 'read')
  const row = (await findCard(ctx.tx, viewerOf(ctx), id)) as CardRow
  return {
    ...row,
    mayLead: access.mayLead,
    mandateMonths: access.mandateMonths,
    minPerQuarter: access.minPerQuarter,
    charter: (await findCharter(ctx.tx, id)) ?? null,
    ...(await listCoverage(ctx.tx, id)),
    meetings: await listMeetings(ctx.tx, id, ctx.now),
  }
}

export interface NewProgramme {
  name: string
  purpose: string
  kind: ProgrammeKind
  leaderId?: string | undefined
  seats?: number | undefined
  mandateMonths?: number | undefined
  minPerQuarter?: number | undefined
  communityId?: string | null | undefined
  changeId?: string | null | undefined
  charter?: string | undefined
}

/**
 * Begins a programme: by who manages the community, or leads the change programme. Seats are 15 for content and
 * expertise, staff divided by 25 for adoption, unless said otherwise.
 */
export async function beginProgramme(ctx: MemberContext, input: NewProgramme): Promise<ProgrammeDetail> {
  const communityId = input.communityId ?? null
  const changeId = input.changeId ?? null
  if (!communityId && !changeId) throw new Refusal('scopeMissing')
  if (communityId) await getCommunityFor(ctx, communityId, 'manage')
  enforce((await rightsOver(ctx, { communityId, changeId }))?.manages ? true : 'ambassadorLeadersOnly')
  const leaderId = input.leaderId ?? ctx.actor.memberId
  if (!(await isActiveEmployee(ctx.tx, leaderId))) throw new Refusal('memberNotAvailable')
  const seats =
    input.seats ??
    (input.kind === 'content'
      ? contentSeats
      : Math.max(1, Math.ceil((await countStaff(ctx.tx, changeId)) / staffPerSeat)))
  const id = newId(ctx.now.getTime())
  await insertProgramme(ctx.tx, {
    id,
    communityId,
    changeId,
    name: input.name.trim(),
    purpose: input.purpose.trim(),
    kind: input.kind,
    leaderId,
    seats,
    mandateMonths: input.mandateMonths ?? 12,
    minPerQuarter: input.minPerQuarter ?? 3,
    by: ctx.actor.memberId,
    now: ctx.now,
  })
  if (input.charter?.trim())
    await insertCharter(ctx.tx, id, input.charter.trim(), ctx.actor.memberId, ctx.now)
  return readProgramme(ctx, id)
}

/** Changes a programme, or closes it. Refuses fewer seats than are taken. */
export async function changeProgramme(
  ctx: MemberContext,
  input: {
    ambassadorProgrammeId: string
    name?: string | undefined
    purpose?: string | undefined
    leaderId?: string | undefined
    seats?: number | undefined
    mandateMonths?: number | undefined
    minPerQuarter?: number | undefined
    closed?: boolean | undefined
  },
): Promise<ProgrammeDetail> {
  const programme = await getProgramme(ctx, input.ambassadorProgrammeId, 'lead', { toChange: true })
  if (input.leaderId && !(await isActiveEmployee(ctx.tx, input.leaderId)))
    throw new Refusal('memberNotAvailable')
  const taken = await countSeated(ctx.tx, programme.id)
  if (input.seats !== undefined && input.seats < taken) throw new Refusal('seatsBelowTaken', { taken })
  const closedAt =
    input.closed === undefined ? programme.closedAt : input.closed ? (programme.closedAt ?? ctx.now) : null
  await setProgramme(ctx.tx, {
    ...programme,
    name: input.name?.trim() || programme.name,
    purpose: input.purpose?.trim() || programme.purpose,
    leaderId: input.leaderId ?? programme.leaderId,
    seats: input.seats ?? programme.seats,
    mandateMonths: input.mandateMonths ?? programme.mandateMonths,
    minPerQuarter: input.minPerQuarter ?? programme.minPerQuarter,
    closedAt,
  })
  return readProgramme(ctx, programme.id)
}

/** Publishes a version of the charter. */
export async function publishAmbassadorCharter(
  ctx: MemberContext,
  input: { ambassadorProgrammeId: string; text: string },
): Promise<ProgrammeDetail> {
  const programme = await getProgramme(ctx, input.ambassadorProgrammeId, 'lead', { toChange: true })
  await insertCharter(ctx.tx, programme.id, input.text.trim(), ctx.actor.memberId, ctx.now)
  return readProgramme(ctx, programme.id)
}

/** Launches, after a kick-off with at least 60 % present. Idempotent. Refuses `launchIncomplete` with what is missing. */
export async function launchProgramme(ctx: MemberContext, id: string): Promise<ProgrammeDetail> {
  const programme = await getProgramme(ctx, id, 'lead', { toChange: true })
  if (programme.launchedAt) return readProgramme(ctx, id)
  if (programme.closedAt) throw new Refusal('ambassadorProgrammeClosed')
  const kickoff = await findKickoff(ctx.tx, id)
  const { present = 0, invited = 0 } = kickoff ?? {}
  const missing = [
    ...(programme.charterVersion === null ? ['charter'] : []),
    ...(!kickoff || invited === 0 ? ['kickoff'] : isEnough(present, invited) ? [] : ['attendance']),
  ]
  if (missing.length > 0)
    throw new Refusal('launchIncomplete', { missing, present, invited, needed: Math.ceil(invited * 0.6) })
  await setProgramme(ctx.tx, { ...programme, launchedAt: ctx.now })
  return readProgramme(ctx, id)
}
