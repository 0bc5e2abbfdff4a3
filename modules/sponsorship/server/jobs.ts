import { isQuietDay } from '#modules/editorial/public.ts'
import { commitmentReminded, sponsorHelpDue } from '#modules/sponsorship/events.ts'
import { reminderDays } from '#modules/sponsorship/words.ts'
import type { Context } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { defineJob } from '#platform/jobs/job.ts'
import { readKept } from './operations/doors.ts'
import { turnRooms } from './operations/level-room.ts'
import { daysBetween, isPaused, lastDayOf, monthOf } from './policy.ts'
import { isAway, listStanding, takeReminder } from './queries/commitments.ts'
import type { CommitmentRow } from './queries/commitments.ts'
import { listLeaderIds, listManagerIds } from './queries/people.ts'
import { dayOf } from './views.ts'

/**
 * Seven and two days before the end of the month (or the date), when nothing has been done yet; never while the sponsor
 * is away, nor on a holiday of the community. Two days before, whoever runs the place is told to offer help.
 */
export const remindSponsors = defineJob<unknown>({
  name: 'sponsorship.remindSponsors',
  attempts: 3,
  timeout: 120,
  onFinalFailure: 'Sponsors were not reminded of what they promised; the next day tries again.',
  cron: '36 6 * * *',
  async run(ctx) {
    const today = dayOf(ctx.now)
    const rows = await listStanding(ctx.tx)
    const keptOf = await readKept(ctx, rows)
    for (const row of rows) {
      const dueOn = row.dueOn ?? lastDayOf(monthOf(today))
      const left = daysBetween(today, dueOn)
      // A day on which nobody was reminded (a holiday, an absence) is made up for on the next one that is not.
      const daysBefore = reminderDays.findLast((days) => left <= days && left >= 0)
      if (daysBefore === undefined || isPaused(row, monthOf(dueOn))) continue
      if (row.perMonth !== null && keptOf(row.id, monthOf(today)) > 0) continue
      if (await isQuietFor(ctx, row, today)) continue
      if (!(await takeReminder(ctx.tx, { commitmentId: row.id, dueOn, daysBefore, now: ctx.now }))) continue
      await emit(
        ctx,
        commitmentReminded(null, { commitmentId: row.id, memberId: row.sponsorId, daysLeft: left }),
      )
      if (daysBefore !== reminderDays.at(-1)) continue
      const helpers = row.communityId
        ? await listManagerIds(ctx.tx, row.communityId)
        : await listLeaderIds(ctx.tx, row.programmeId!)
      for (const memberId of helpers)
        if (memberId !== row.sponsorId)
          await emit(ctx, sponsorHelpDue(row.communityId, { commitmentId: row.id, memberId }))
    }
  },
})

async function isQuietFor(ctx: Context, row: CommitmentRow, today: string): Promise<boolean> {
  if (await isAway(ctx.tx, row.sponsorId, today)) return true
  const [place] = row.places
  return place !== undefined && isQuietDay(ctx, place, today)
}

/** Every hour: rooms without hierarchy begin and end on their announced day. */
export const turnRoomsOver = defineJob<unknown>({
  name: 'sponsorship.turnRoomsOver',
  attempts: 5,
  timeout: 300,
  onFinalFailure: 'A room without hierarchy did not begin or end on its day; the next hour tries again.',
  cron: '11 * * * *',
  run: (ctx) => turnRooms(ctx),
})
