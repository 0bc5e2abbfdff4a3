import { assessmentDue } from '#modules/reports/events.ts'
import { emit } from '#platform/events/events.ts'
import { defineJob, enqueue } from '#platform/jobs/job.ts'
import { buildExport } from './exports/build-export.ts'
import { halfOf, monthsAfter } from './months.ts'
import { draftReport } from './operations/draft-report.ts'
import { forgetExports } from './operations/forget-exports.ts'
import { listToAssess } from './queries/maturity.ts'
import { listToDraft } from './queries/reports.ts'

/** One community's report of a month. */
export const draftOne = defineJob<{ id: string; language: 'fr' | 'en'; month: string }>({
  name: 'reports.draftOne',
  attempts: 5,
  timeout: 300,
  onFinalFailure:
    'The report of one community was not drafted; its managers can ask for it on the page of reports.',
  async run(ctx, { month, ...community }) {
    await draftReport(ctx, community, month)
  },
})

/** On the fourth, after three days of grace: a report to read again for every living community. */
export const draftReports = defineJob<unknown>({
  name: 'reports.draft',
  attempts: 3,
  timeout: 300,
  onFinalFailure: 'Monthly reports were not begun; managers can ask for theirs on the page of reports.',
  cron: '20 5 4 * *',
  async run(ctx) {
    const month = monthsAfter(ctx.now.toISOString().slice(0, 7), -1)
    // One job a community: one that fails leaves the others alone.
    for (const { id, language } of await listToDraft(ctx.tx, month))
      await enqueue(ctx, draftOne, { id, language, month }, { key: `reports.draft:${id}:${month}` })
  },
})

/** In the last month of a half-year: who has not looked at maturity is reminded once. */
export const remindMaturity = defineJob<unknown>({
  name: 'reports.remindMaturity',
  attempts: 3,
  timeout: 60,
  onFinalFailure: 'Managers were not reminded to assess maturity; the next half-year tries again.',
  cron: '10 7 2 6,12 *',
  async run(ctx) {
    const half = halfOf(ctx.now.toISOString())
    for (const communityId of await listToAssess(ctx.tx, half))
      await emit(ctx, assessmentDue(communityId, { half }))
  },
})

/** Puts one export together. */
export const prepareExport = defineJob<{ id: string }>({
  name: 'reports.prepareExport',
  attempts: 3,
  timeout: 3600,
  onFinalFailure: 'An export that a manager asked for is not ready; they may ask again.',
  run: (ctx, { id }, services) => buildExport(ctx, id, services),
})

/** A week after it was made, nothing is left of an export but its trace. */
export const forgetOldExports = defineJob<unknown>({
  name: 'reports.forgetExports',
  attempts: 3,
  timeout: 300,
  onFinalFailure: 'Exports older than a week are still there; the next hour tries again.',
  cron: '37 * * * *',
  run: (ctx, _payload, services) => forgetExports(ctx, services),
})
