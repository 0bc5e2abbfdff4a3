import type { ProgrammeDetail } from '#modules/ambassadors/contract.ts'
import { ambassadorMeetingTold } from '#modules/ambassadors/events.ts'
import { createGathering } from '#modules/gatherings/public.ts'
import { getBusinessCalendar, logAccess } from '#modules/people/public.ts'
import type { MemberContext } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { newId } from '#platform/ids.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { getProgramme } from '../access.ts'
import { listSeated } from '../queries/mandates.ts'
import {
  findInstant,
  findMeeting,
  insertMeeting,
  listAttendance,
  setAttendance,
  setRecap,
} from '../queries/programmes.ts'
import type { MeetingFacts } from '../queries/programmes.ts'
import { readProgramme } from './programmes.ts'

/** Sets the kick-off or a quarterly meeting. Under a community it is a gathering of it, with its own answers. */
export async function setMeeting(
  ctx: MemberContext,
  input: {
    ambassadorProgrammeId: string
    kind: 'kickoff' | 'quarterly'
    title: string
    startsWall: string
    durationMinutes: number
    place?: string | undefined
    link?: string | undefined
  },
): Promise<ProgrammeDetail> {
  const programme = await getProgramme(ctx, input.ambassadorProgrammeId, 'lead')
  if (programme.closedAt) throw new Refusal('ambassadorProgrammeClosed')
  const { timezone } = await getBusinessCalendar(ctx.tx, null)
  const startsAt = await findInstant(ctx.tx, input.startsWall, timezone)
  if (startsAt <= ctx.now) throw new Refusal('startsInPast')
  const place = input.place?.trim() || null
  const link = input.link?.trim() || null
  const seated = await listSeated(ctx.tx, programme.id)
  const gathering = programme.communityId
    ? await createGathering(
        ctx,
        programme.communityId,
        {
          title: input.title,
          mode: place && link ? 'both' : link ? 'remote' : 'onSite',
          ...(place ? { place } : link ? {} : { place: '–' }),
          ...(link && { link }),
          startsWall: input.startsWall,
          timezone,
          durationMinutes: input.durationMinutes,
        } as Parameters<typeof createGathering>[2],
        { invite: seated.map(({ memberId }) => memberId) },
      )
    : null
  const id = newId(ctx.now.getTime())
  await insertMeeting(ctx.tx, {
    id,
    programmeId: programme.id,
    kind: input.kind,
    gatheringId: gathering?.id ?? null,
    title: input.title.trim(),
    startsAt,
    place,
    link,
    by: ctx.actor.memberId,
  })
  if (!gathering)
    for (const { memberId } of seated)
      if (memberId !== ctx.actor.memberId)
        await emit(
          ctx,
          ambassadorMeetingTold(null, { programmeId: programme.id, memberId, meetingId: id, what: 'set' }),
        )
  return readProgramme(ctx, programme.id)
}

async function getMeetingToLead(ctx: MemberContext, meetingId: string): Promise<MeetingFacts> {
  const meeting = await findMeeting(ctx.tx, meetingId)
  if (!meeting) throw new Refusal('ambassadorMeetingNotFound')
  await getProgramme(ctx, meeting.programmeId, 'lead')
  return meeting
}

/** Who was to come; the look is written to their access logs. */
export async function readAttendance(ctx: MemberContext, meetingId: string) {
  const meeting = await getMeetingToLead(ctx, meetingId)
  const items = await listAttendance(ctx.tx, meeting.id)
  await logAccess(ctx, {
    viewerRole: 'manager',
    communityId: null,
    screen: 'ambassadors',
    purpose: 'accompany',
    subjects: items.map(({ memberId }) => memberId),
    fields: ['name', 'attendance'],
  })
  return { items }
}

/** Counts who was there, once the meeting has begun. */
export async function countAttendance(
  ctx: MemberContext,
  input: { meetingId: string; present: readonly string[] },
): Promise<ProgrammeDetail> {
  const meeting = await getMeetingToLead(ctx, input.meetingId)
  if (meeting.startsAt > ctx.now) throw new Refusal('notThisState', { state: 'toCome' })
  await setAttendance(ctx.tx, meeting.id, input.present, ctx.now)
  return readProgramme(ctx, meeting.programmeId)
}

/** What was said and at most three actions; everybody of the cohort is told once. */
export async function sendRecap(
  ctx: MemberContext,
  input: { meetingId: string; recap: string; actions: readonly string[] },
): Promise<ProgrammeDetail> {
  const meeting = await getMeetingToLead(ctx, input.meetingId)
  if (meeting.startsAt > ctx.now) throw new Refusal('notThisState', { state: 'toCome' })
  await setRecap(ctx.tx, meeting.id, input.recap.trim(), input.actions, ctx.now)
  if (!meeting.recapAt)
    for (const { memberId } of await listSeated(ctx.tx, meeting.programmeId))
      if (memberId !== ctx.actor.memberId)
        await emit(
          ctx,
          ambassadorMeetingTold(null, {
            programmeId: meeting.programmeId,
            memberId,
            meetingId: meeting.id,
            what: 'recap',
          }),
        )
  return readProgramme(ctx, meeting.programmeId)
}
