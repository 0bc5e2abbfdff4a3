import { seasonNote } from '#modules/editorial/public.ts'
import { listAnsweredThemes } from '#modules/listening/public.ts'
import {
  getBoard,
  getFigures,
  listReleases,
  readTimeSaved,
  recountFigures,
  rollUpNext,
} from '#modules/measurement/public.ts'
import { readProblem } from '#modules/problems/public.ts'
import { systemActor } from '#platform/context.ts'
import type { Context } from '#platform/context.ts'
import { chooseFacts } from './choose-facts.ts'
import { healthIds } from './facts.ts'
import type { FrozenFigure, ReportFacts } from './facts.ts'
import { daysOf } from './months.ts'

/** How many values, interventions and rows of breakdowns a report keeps. */
const mostValues = 60
const mostInterventions = 6
const mostReleases = 24

type Board = Awaited<ReturnType<typeof getBoard>>
type BoardFigure = Board['figures'][number]

/** Counts now what would otherwise be counted in the background: a month each time, until none waits. */
export async function countNow(system: Context, communityId: string): Promise<void> {
  await recountFigures(system, communityId)
  while ((await rollUpNext(system, communityId, true)) !== undefined);
}

/**
 * The figures of a closed month, as their page shows them; what an import brought is counted with the rest. Brought up
 * to date first where that has not happened since the month ended, which nights see to.
 */
export async function readBoard(system: Context, communityId: string, month: string): Promise<Board> {
  const asked = { period: month, history: true }
  const state = await getBoard(system, communityId, { history: true })
  if (state.computedAt === null || state.computedAt.slice(0, 10) <= daysOf(month).to)
    await countNow(system, communityId)
  return getBoard(system, communityId, asked)
}

/** Everything that the report of a closed month rests on. As the system: the same for whoever asked for the draft. */
export async function gatherFacts(ctx: Context, communityId: string, month: string): Promise<ReportFacts> {
  const system: Context = { ...ctx, actor: systemActor('reports.draft') }
  const { from, to } = daysOf(month)
  const board = await readBoard(system, communityId, month)
  const { counts } = await getFigures(system, communityId, { from, to })
  const themes = await listAnsweredThemes(system, communityId, from, to)
  const saved = await readTimeSaved(system, communityId, from, to)
  const now = board.figures.map((figure) => frozen(figure, board))
  const before = board.figures.map((figure) => beforeOf(figure, board))
  const of = <X extends { id: string } | null>(list: readonly X[], id: string) =>
    list.find((one) => one?.id === id) ?? null
  return {
    from,
    to,
    health: healthIds.map((id) => ({ id, now: of(now, id), before: of(before, id) })),
    chosen: chooseFacts({
      now,
      before: before.filter((one) => one !== null),
      themes,
      timeSaved: saved.withheld === null ? saved : null,
      counts,
    }),
    problem: await problemOf(system, communityId, to),
    season: { ratio: board.season.ratio, profile: board.season.profile },
    seasonNote: await seasonNote(system, communityId, month),
    themes: themes.map(({ themeId, title }) => ({ id: themeId, title })),
    releases: (await listReleases(system, { communityId, period: month }))
      .filter(({ dimension }) => dimension !== 'total')
      .slice(0, mostReleases)
      .map(({ metric, dimension, cell, value, nBand, unit }) => ({
        metric,
        dimension,
        cell,
        value,
        nBand,
        unit,
      })),
    includesImported: board.history,
  }
}

const frozen = (figure: BoardFigure, board: Board): FrozenFigure => ({
  id: figure.id,
  unit: figure.unit,
  value: figure.value,
  part: figure.part,
  n: figure.n,
  low: figure.low,
  high: figure.high,
  withheld: figure.withheld,
  from: figure.window.kind === 'now' ? board.from : figure.window.from,
  to: figure.window.kind === 'now' ? board.to : figure.window.to,
  series: figure.series.map(({ period, value, n }) => ({ month: period, value, n })),
  benchmark: figure.benchmark,
})

/** The month before, where there was one. */
function beforeOf(figure: BoardFigure, board: Board): FrozenFigure | null {
  const before = figure.series.at(-2)
  if (!before) return null
  const { value, part, n, low, high, withheld, period } = before
  return { ...frozen(figure, board), value, part, n, low, high, withheld, ...daysOf(period), series: [] }
}

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
