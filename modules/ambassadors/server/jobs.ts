import { isQuietDay } from '#modules/editorial/public.ts'
import { ideaCount } from '#modules/ambassadors/contract.ts'
import { ambassadorMeetingTold, ambassadorReminded } from '#modules/ambassadors/events.ts'
import type { Context } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { newId } from '#platform/ids.ts'
import { defineJob } from '#platform/jobs/job.ts'
import { todayOf } from './access.ts'
import { listTalksDue } from './checks.ts'
import { addDays, daysBetween, isLastWeekOfQuarter, quarterOf } from './policy.ts'
import {
  forgetOld,
  insertIdea,
  listDueMandates,
  listDueMeetings,
  listServing,
  takeReminder,
} from './queries/calendar.ts'
import type { DueMandate } from './queries/calendar.ts'
import { insertStep, listSeated, setState } from './queries/mandates.ts'
import { listOpenProgrammes } from './queries/programmes.ts'
import type { ProgrammeFacts } from './queries/programmes.ts'
import { insertContribution, listPublicActs } from './queries/record.ts'

/** Days after which, or before which, something is reminded (facilitation 1.1). */
const callAfter = 5
const stallsAfter = 10
/** The buddy first; the person themselves three days later. */
const buddyFirst = 3
const endsWithin = 60
/** From this day of a month on, two ideas go to whoever has nothing yet. */
const ideaDay = 10
/** From this day on, once a year: reviews are held around the turn of the year. */
const valorisationFrom = '11-15'
/** A reminder before a meeting leaves within these days of it; a meeting set later skips it. */
const meetingWindows = [
  { what: '21', from: 15, to: 21 },
  { what: '7', from: 3, to: 7 },
  { what: '1', from: 0, to: 1 },
] as const

type Remind = (what: string, memberId: string, key: string, mandateId?: string) => Promise<void>

/** All reminders of a day. Each leaves once, whatever the number of runs; a day that was missed is made up for. */
export const remindAmbassadors = defineJob<unknown>({
  name: 'ambassadors.remind',
  attempts: 3,
  timeout: 300,
  onFinalFailure: 'Ambassadors and those who lead them were not reminded; the next day tries again.',
  cron: '34 6 * * *',
  async run(ctx) {
    const today = todayOf(ctx)
    for (const programme of await listOpenProgrammes(ctx.tx)) {
      const remind: Remind = async (what, memberId, key, mandateId = '') => {
        if (await takeReminder(ctx.tx, `${what}:${key}`, programme.id, ctx.now))
          await emit(
            ctx,
            ambassadorReminded(programme.communityId, {
              programmeId: programme.id,
              mandateId,
              memberId,
              what,
            }),
          )
      }
      const mandates = await listDueMandates(ctx.tx, programme.id, today)
      for (const mandate of mandates) await remindMandate(ctx, programme, mandate, today, remind)
      await remindMeetings(ctx, programme, remind)
      await remindLeader(ctx, programme, mandates, today, remind)
    }
    await forgetOld(ctx.tx, ctx.now)
  },
})

async function remindMandate(
  ctx: Context,
  programme: ProgrammeFacts,
  mandate: DueMandate,
  today: string,
  remind: Remind,
): Promise<void> {
  const { id, memberId, state, buddyId, invitedOn, movedOn, mandateEnd } = mandate
  if (['invited', 'onboarding'].includes(state) && invitedOn && !mandate.hasCall)
    if (addDays(invitedOn, callAfter) <= today)
      await remind('call', programme.leaderId, `${id}:${invitedOn}`, id)
  if (state === 'onboarding' && addDays(movedOn, stallsAfter) <= today) {
    if (buddyId) await remind('stallBuddy', buddyId, `${id}:${movedOn}`, id)
    if (addDays(movedOn, stallsAfter + (buddyId ? buddyFirst : 0)) <= today)
      await remind('stall', memberId, `${id}:${movedOn}`, id)
  }
  if (['active', 'paused'].includes(state) && mandateEnd && daysBetween(today, mandateEnd) <= endsWithin) {
    await setState(ctx.tx, id, state, 'renewal', ctx.now)
    await insertStep(ctx.tx, {
      id: newId(ctx.now.getTime()),
      mandateId: id,
      from: state,
      to: 'renewal',
      by: null,
      now: ctx.now,
    })
    await remind('end', memberId, `${id}:${mandateEnd}`, id)
    if (programme.leaderId !== memberId)
      await remind('endLeader', programme.leaderId, `${id}:${mandateEnd}`, id)
    return
  }
  if (
    state === 'active' &&
    today.slice(5) >= valorisationFrom &&
    (mandate.since ?? today) <= addDays(today, -60)
  )
    await remind('valorisation', memberId, `${id}:${today.slice(0, 4)}`, id)
  if (state === 'active' && !mandate.isAway && !mandate.hasIdea && mandate.thisMonth === 0)
    if (Number(today.slice(8)) >= ideaDay && !(await isRest(ctx, programme, today))) {
      const month = today.slice(0, 7)
      // Two neighbours of the list, further on each month and not the same for everybody.
      const first = (Number(today.slice(5, 7)) * 2 + Number.parseInt(id.slice(-2), 16)) % ideaCount
      await insertIdea(ctx.tx, { mandateId: id, month, first, second: (first + 1) % ideaCount, now: ctx.now })
      await remind('idea', memberId, `${id}:${month}`, id)
    }
}

/** Not in holidays: those of the community's place; without one, at weekends. */
async function isRest(ctx: Context, { communityId }: ProgrammeFacts, today: string): Promise<boolean> {
  if (communityId) return isQuietDay(ctx, communityId, today)
  return [0, 6].includes(new Date(`${today}T00:00:00Z`).getUTCDay())
}

async function remindMeetings(ctx: Context, programme: ProgrammeFacts, remind: Remind): Promise<void> {
  for (const { id, days, hasRecap } of await listDueMeetings(ctx.tx, programme.id, ctx.now)) {
    const due = meetingWindows.find(({ from, to }) => days >= from && days <= to)
    if (due && (await takeReminder(ctx.tx, `meeting${due.what}:${id}`, programme.id, ctx.now)))
      for (const { memberId } of await listSeated(ctx.tx, programme.id))
        await emit(
          ctx,
          ambassadorMeetingTold(programme.communityId, {
            programmeId: programme.id,
            memberId,
            meetingId: id,
            what: due.what,
          }),
        )
    if (days <= -1 && !hasRecap) await remind('meetingrecapOwed', programme.leaderId, id)
  }
}

async function remindLeader(
  ctx: Context,
  programme: ProgrammeFacts,
  mandates: readonly DueMandate[],
  today: string,
  remind: Remind,
): Promise<void> {
  if (isLastWeekOfQuarter(today) && (await listTalksDue(ctx.tx, programme, today)).length > 0)
    await remind('check', programme.leaderId, `${programme.id}:${quarterOf(today)}`)
  const first = mandates.find(({ isWaiting }) => isWaiting)
  if (first && (await listSeated(ctx.tx, programme.id)).length < programme.seats)
    await remind('seat', programme.leaderId, first.id)
}

/** Writes what ambassadors did in public into their own record, where they keep it, word it or drop it. */
export const noticeActs = defineJob<unknown>({
  name: 'ambassadors.noticeActs',
  attempts: 3,
  timeout: 600,
  onFinalFailure: 'Records of ambassadors miss the public acts of a day; the next night adds them.',
  cron: '12 4 * * *',
  async run(ctx) {
    for (const mandate of await listServing(ctx.tx))
      for (const { key, kind, on, title, url } of await listPublicActs(ctx.tx, mandate))
        await insertContribution(ctx.tx, {
          id: newId(ctx.now.getTime()),
          mandateId: mandate.mandateId,
          on,
          kind,
          title,
          url,
          source: 'detected',
          key,
          minutes: null,
        })
  },
})
