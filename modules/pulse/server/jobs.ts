import { waveReminded } from '#modules/pulse/events.ts'
import { forgetItem } from '#modules/notifications/public.ts'
import { emit } from '#platform/events/events.ts'
import { defineJob, enqueue } from '#platform/jobs/job.ts'
import { destroySeal } from './destroy-seal.ts'
import { reminderKey, sourceName } from './notices.ts'
import { closeWave } from './operations/close-wave.ts'
import { markAnswered } from './operations/mark-answered.ts'
import { deleteOldAnswers } from './queries/answers.ts'
import { deleteTickets, listWavesToForget } from './queries/tickets.ts'
import { listDueWaves, listOpenWaves, takeWavesToRemind } from './queries/waves.ts'
import { ticketDays } from '../words.ts'

const day = 86_400_000
/** Answers under their merged labels serve a later check of a result; after a year nobody needs them. */
const answerDays = 396

/** Ends the waves whose time is over, each in a transaction of its own. */
export const closeWaves = defineJob<unknown>({
  name: 'pulse.closeWaves',
  attempts: 3,
  timeout: 900,
  onFinalFailure: 'A pulse whose time is over has not been closed; the next round tries again.',
  cron: '*/5 * * * *',
  async run(ctx, _payload, services) {
    let failure: unknown
    for (const { id } of await listDueWaves(ctx.tx, ctx.now))
      try {
        await services.db.transaction(async (tx) => {
          const own = { ...ctx, tx }
          await markAnswered(tx, services, id)
          if (await closeWave(own, services, id)) await enqueue(own, destroySeal, { waveId: id })
        })
      } catch (error) {
        // One that cannot be closed (its key was lost with a file store) does not hold up the others.
        failure = error
      }
    if (failure) throw failure
  },
})

/** One reminder per wave, at half of its time, to those who have not answered; it waits for each person's hours. */
export const remind = defineJob<unknown>({
  name: 'pulse.remind',
  attempts: 3,
  timeout: 300,
  onFinalFailure: 'Nobody was reminded of an open pulse; the next round tries again.',
  cron: '20 * * * *',
  async run(ctx, _payload, services) {
    for (const id of await listOpenWaves(ctx.tx)) await markAnswered(ctx.tx, services, id)
    for (const { id, communityId } of await takeWavesToRemind(ctx.tx, ctx.now))
      await emit(ctx, waveReminded(communityId, { waveId: id }))
  },
})

/** Forgets who was asked, and frees the pages that said it; forgets old answers. */
export const forget = defineJob<unknown>({
  name: 'pulse.forget',
  attempts: 5,
  timeout: 600,
  onFinalFailure: 'Tickets of closed pulses stay until tomorrow.',
  cron: '47 2 * * *',
  async run(ctx, _payload, services) {
    const over = await services.db.transaction(async (tx) => {
      await deleteOldAnswers(tx, new Date(ctx.now.getTime() - answerDays * day))
      const waves = await listWavesToForget(tx, new Date(ctx.now.getTime() - ticketDays * day))
      for (const { id } of waves) {
        await deleteTickets(tx, id)
        // The ledger of the reminder is a list of those who had not answered.
        await forgetItem(tx, sourceName, reminderKey(id))
      }
      return waves.length
    })
    // Deleted rows stay in their pages until those are rewritten. Outside a transaction, hence the pool.
    if (over > 0) await services.db.pool.query('vacuum full pulse.pulse_ticket')
  },
})
