import { seasonNote } from '#modules/editorial/public.ts'
import { listAnsweredThemes } from '#modules/listening/public.ts'
import { getFigures, readSeason } from '#modules/measurement/public.ts'
import { readProblem } from '#modules/problems/public.ts'
import { systemActor } from '#platform/context.ts'
import type { Context } from '#platform/context.ts'
import { chooseFacts } from './choose-facts.ts'
import { readReleases, readTimeSaved } from './doors.ts'
import { healthIds } from './facts.ts'
import type { FrozenFigure, ReportFacts } from './facts.ts'
import { daysOf, monthsAfter } from './months.ts'

/** How many values, interventions and letters of each a report keeps. */
const mostValues = 60
const mostInterventions = 6

/** Everything that the report of a closed month rests on. As the system: the same for whoever asked for the draft. */
export async function gatherFacts(ctx: Context, communityId: string, month: string): Promise<ReportFacts> {
  const system: Context = { ...ctx, actor: systemActor('reports.draft') }
  const { from, to } = daysOf(month)
  const earlier = daysOf(monthsAfter(month, -1))
  const now = await getFigures(system, communityId, { from, to })
  const before = await getFigures(system, communityId, earlier)
  const themes = await listAnsweredThemes(system, communityId, from, to)
  const figures = { now: now.figures.map(frozen), before: before.figures.map(frozen) }
  const of = (list: readonly FrozenFigure[], id: string) => list.find((one) => one.id === id) ?? null
  return {
    from,
    to,
    health: healthIds.map((id) => ({ id, now: of(figures.now, id), before: of(figures.before, id) })),
    chosen: chooseFacts({
      ...figures,
      themes,
      timeSaved: await readTimeSaved(system, communityId, from, to),
      counts: now.counts,
    }),
    problem: await problemOf(system, communityId, to),
    season: await seasonOf(system, communityId, month),
    seasonNote: await seasonNote(system, communityId, month),
    themes: themes.map(({ themeId, title }) => ({ id: themeId, title })),
    releases: await readReleases(system, communityId, month),
    includesImported: now.includesImported,
  }
}

type Figure = Awaited<ReturnType<typeof getFigures>>['figures'][number]

const frozen = (figure: Figure): FrozenFigure => ({
  id: figure.id,
  unit: figure.unit,
  value: figure.value,
  part: figure.part,
  n: figure.n,
  low: figure.low,
  high: figure.high,
  withheld: figure.withheld,
  from: figure.window.from,
  to: figure.window.to,
  series: figure.series.map(({ month, value, n }) => ({ month, value, n })),
  benchmark: figure.benchmark,
})

/** The problem as it stood at the end of the month: what was recorded later is another report's. */
async function problemOf(ctx: Context, communityId: string, to: string): Promise<ReportFacts['problem']> {
  const problem = await readProblem(ctx, communityId)
  if (!problem) return null
  const values = problem.values.filter(({ on }) => on <= to)
  const { baseline, target } = problem
  const latest = values.at(-1)?.value ?? null
  return {
    indicator: problem.indicator,
    unit: problem.unit,
    baseline,
    baselineOn: problem.baselineOn,
    target,
    targetOn: problem.targetOn,
    progress:
      latest === null || baseline === null || target === null || target === baseline
        ? null
        : (latest - baseline) / (target - baseline),
    values: values.slice(-mostValues),
    interventions: problem.interventions
      .filter(({ on }) => on <= to)
      .toSorted((a, b) => a.on.localeCompare(b.on))
      .slice(-mostInterventions),
  }
}

/** M33 over the weeks of the month, as seen when it had just closed. */
async function seasonOf(ctx: Context, communityId: string, month: string): Promise<ReportFacts['season']> {
  const justClosed = new Date(`${monthsAfter(month, 1)}-08T12:00:00Z`)
  const season = await readSeason(
    { ...ctx, now: justClosed < ctx.now ? justClosed : ctx.now },
    communityId,
  )
  const weeks = season.weeks.filter(({ week, expected }) => week.startsWith(month) && expected !== null)
  const expected = weeks.reduce((sum, week) => sum + (week.expected ?? 0), 0)
  const observed = weeks.reduce((sum, week) => sum + week.observed, 0)
  return { ratio: expected > 0 ? observed / expected : null, profile: season.profile }
}
