import { slotReminded } from '#modules/editorial/events.ts'
import { emit } from '#platform/events/events.ts'
import { defineJob } from '#platform/jobs/job.ts'
import { newId } from '#platform/ids.ts'
import { addDays, dayIn } from './days.ts'
import { dueReminder } from './policy.ts'
import { insertSlot, listShortSeries, setUnrolled } from './queries/slots.ts'
import { insertReminder, listManagerIds, listSlotsToRemind } from './queries/voices.ts'
import { getPlaceFacts } from './quiet.ts'
import type { PlaceFacts } from './quiet.ts'
import { daysOf, endsBy, horizonDays } from './recurrence.ts'

/** Reminds speaker and manager seven, three and one working days before a slot; once each. */
export const remindSlots = defineJob<unknown>({
  name: 'editorial.remindSlots',
  attempts: 3,
  timeout: 120,
  onFinalFailure: 'Speakers and managers were not reminded of their slots; the next day tries again.',
  cron: '20 5 * * *',
  async run(ctx) {
    const day = ctx.now.toISOString().slice(0, 10)
    const places = new Map<string | null, PlaceFacts>()
    // Seven working days are at most three weeks, holidays included.
    for (const slot of await listSlotsToRemind(ctx.tx, addDays(day, -1), addDays(day, 22))) {
      const facts = places.get(slot.siteId) ?? (await getPlaceFacts(ctx.tx, slot.siteId))
      places.set(slot.siteId, facts)
      const due = dueReminder(facts, slot, dayIn(ctx.now, facts.timezone))
      if (!due) continue
      for (const lead of [due.lead, ...due.passed])
        await insertReminder(ctx.tx, slot.slotId, slot.on, lead, ctx.now)
      const managers = await listManagerIds(ctx.tx, slot.communityId)
      const keeper = managers.filter((id) => id === slot.createdBy)
      const memberIds = [...new Set([...(keeper.length > 0 ? keeper : managers), slot.speakerId])].filter(
        (id) => id !== null,
      )
      await emit(ctx, slotReminded(slot.communityId, { slotId: slot.slotId, lead: due.lead, memberIds }))
    }
  },
})

/** Keeps what comes back four months ahead. */
export const unrollSeries = defineJob<unknown>({
  name: 'editorial.unrollSeries',
  attempts: 3,
  timeout: 120,
  onFinalFailure: 'Repeated slots do not reach as far ahead as they should; the next night tries again.',
  cron: '50 2 * * *',
  async run(ctx) {
    const horizon = addDays(ctx.now.toISOString().slice(0, 10), horizonDays)
    for (const series of await listShortSeries(ctx.tx, horizon)) {
      if (series.title !== null)
        for (const on of daysOf(series.rule, series.firstDay, series.until, horizon))
          await insertSlot(ctx.tx, {
            id: newId(ctx.now.getTime()),
            communityId: series.communityId,
            seriesId: series.id,
            on,
            title: series.title,
            note: series.note,
            formatId: series.formatId,
            by: series.createdBy,
            at: ctx.now,
          })
      await setUnrolled(ctx.tx, series.id, horizon, series.title === null || endsBy(series.rule, horizon))
    }
  },
})
