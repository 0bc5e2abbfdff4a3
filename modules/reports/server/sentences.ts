import type { Fact, HealthRow, ReportChart, Sentence } from '#modules/reports/contract.ts'
import { changeOf } from './choose-facts.ts'
import type { FactSeed } from './choose-facts.ts'
import type { FrozenFigure, ReportFacts } from './facts.ts'
import type { Say } from './say.ts'

// Figures as sentences. Nothing here rounds differently from the page of figures, and nothing is said without its n.

/** A value with its unit, or why there is none. */
export function valueOf(say: Say, figure: FrozenFigure | null): string {
  if (!figure) return say.t('withheld.absent')
  const { value, part, n, unit, withheld } = figure
  if (value !== null) return quantity(say, unit, value)
  const key = withheld ?? 'noCase'
  return key === 'fewCases' && part !== null
    ? say.t('withheld.fewCases', { part, n })
    : say.t(`withheld.${key === 'fewCases' ? 'noCase' : key}`)
}

const quantity = (say: Say, unit: string, value: number): string =>
  unit === '%'
    ? say.percent(value)
    : ['bh', 'h'].includes(unit)
      ? say.t(`unit.${unit}`, { n: say.number(value) })
      : say.number(value)

const intervalOf = (say: Say, figure: FrozenFigure): string | null =>
  figure.value !== null && figure.low !== null && figure.high !== null
    ? say.t('basis.interval', {
        low: quantity(say, figure.unit, figure.low),
        high: quantity(say, figure.unit, figure.high),
      })
    : null

const windowOf = (say: Say, { from, to }: { from: string; to: string }): string =>
  say.t('basis.window', { from: say.day(from), to: say.day(to) })

const nameOf = (say: Say, id: string): string =>
  ['M02', 'M03', 'M07', 'M09', 'M10', 'M12', 'M13', 'M14', 'M16', 'M19', 'M20'].includes(id)
    ? say.t(`figure.${id}`)
    : id

export function sayFact(say: Say, seed: FactSeed, facts: ReportFacts): Fact {
  const { figure, before, numbers } = seed
  const season =
    facts.season?.ratio == null
      ? null
      : say.t('season.month', { ratio: say.percent(facts.season.ratio * 100) })
  if (figure) {
    const few = figure.withheld === 'fewCases' ? [say.t('basis.fewCases')] : []
    return {
      key: `${figure.id}${before ? '.change' : ''}`,
      text: say.t(`fact.${seed.key}`, {
        name: nameOf(say, figure.id),
        now: valueOf(say, figure),
        before: valueOf(say, before),
        value: valueOf(say, figure),
        part: figure.part ?? 0,
        // M10 is a count: its value is what is told.
        n: figure.id === 'M10' ? (figure.value ?? figure.n) : figure.n,
      }),
      basis: [
        say.t('basis.n', { n: say.number(figure.n, 0) }),
        ...([intervalOf(say, figure)].filter(Boolean) as string[]),
        ...few,
        windowOf(say, figure),
      ].join(' · '),
      season,
    }
  }
  if (seed.key === 'timeSaved') {
    const { n = 0, sumMinutes = 0, medianMinutes = 0 } = numbers
    return {
      key: 'timeSaved',
      text: say.t('fact.timeSaved', {
        hours: say.t('unit.h', { n: say.number(nearestFive(sumMinutes / 60)) }),
      }),
      basis: [
        say.t('basis.n', { n: say.number(n, 0) }),
        say.t('basis.median', { minutes: say.number(medianMinutes, 0) }),
        windowOf(say, facts),
      ].join(' · '),
      season: null,
    }
  }
  return {
    key: seed.key,
    text: say.t(`fact.${seed.key}`, {
      ...numbers,
      titles: say.list((seed.titles ?? []).map((title) => say.t('quote', { text: title }))),
    }),
    basis: [say.t('basis.n', { n: say.number(numbers['n'] ?? 0, 0) }), windowOf(say, facts)].join(' · '),
    season: seed.key === 'themes' ? null : season,
  }
}

export const sayHealth = (say: Say, facts: ReportFacts): HealthRow[] =>
  facts.health.map(({ id, now, before }) => ({
    id,
    name: nameOf(say, id),
    value: valueOf(say, now),
    n: now?.n ?? 0,
    interval: now && intervalOf(say, now),
    previous: before && valueOf(say, before),
    change: changeOf(now, before),
    window: windowOf(say, now ?? facts),
    benchmark: now?.benchmark
      ? [say.ofMeasurement(now.benchmark.text), `(${now.benchmark.source})`].filter(Boolean).join(' ')
      : null,
    definition: say.t(`definition.${id}`),
  }))

/** As the release engine rounds counts: no single declaration can be read off a sum. */
const nearestFive = (n: number): number => Math.round(n / 5) * 5

const withUnit = (say: Say, value: number, unit: string | null): string =>
  [say.number(value, 2), unit].filter(Boolean).join('\u00a0')

export function sayProblem(say: Say, facts: ReportFacts): Sentence[] {
  const { problem } = facts
  if (!problem) return [{ key: 'none', text: say.t('problem.none') }]
  const { unit } = problem
  const sentences: Sentence[] = []
  const add = (key: string, values: Record<string, string | number> = {}) =>
    sentences.push({ key, text: say.t(`problem.${key}`, values) })
  const latest = problem.values.at(-1)
  const indicator = problem.indicator ?? say.t('chart.unnamed')
  if (!latest) add('noValue')
  else
    add(latest.on >= facts.from ? 'value' : 'noNew', {
      indicator,
      value: withUnit(say, latest.value, unit),
      day: say.day(latest.on),
    })
  if (problem.baseline !== null && problem.baselineOn)
    add('baseline', { value: withUnit(say, problem.baseline, unit), day: say.day(problem.baselineOn) })
  if (problem.target !== null && problem.targetOn)
    add('target', { value: withUnit(say, problem.target, unit), day: say.day(problem.targetOn) })
  if (problem.progress !== null)
    if (problem.progress < 0) add('back')
    else add('progress', { progress: say.percent(problem.progress * 100) })
  const done = problem.interventions.filter(({ on }) => on >= facts.from).map(({ text }) => text)
  if (done.length > 0) add('done', { what: say.list(done) })
  return sentences
}

export function saySeason(say: Say, facts: ReportFacts): Sentence[] {
  const { season, seasonNote } = facts
  return [
    ...(season?.ratio == null
      ? [{ key: 'none', text: say.t('season.none') }]
      : [
          { key: 'gap', text: say.t('season.gap', { ratio: say.percent(season.ratio * 100) }) },
          { key: season.profile, text: say.t(`season.${season.profile}`) },
        ]),
    ...(seasonNote ? [{ key: 'note', text: say.text(seasonNote) }] : []),
  ]
}

/** What the report cannot say, computed: nothing is left out in silence. */
export function sayUnknown(say: Say, facts: ReportFacts): Sentence[] {
  const { problem, health } = facts
  const found: Sentence[] = []
  const add = (key: string, values: Record<string, string> = {}) =>
    found.push({ key, text: say.t(`unknown.${key}`, values) })
  if (!problem) add('noProblem')
  else {
    if (problem.baseline === null || !problem.baselineOn) add('noBaseline')
    if (problem.target === null) add('noTarget')
    if ((problem.values.at(-1)?.on ?? '') < facts.from) add('noNewValue')
  }
  const named = (is: (one: (typeof health)[number]) => boolean) =>
    health.filter(is).map(({ id }) => nameOf(say, id))
  const groups: [string, string[]][] = [
    ['absent', named(({ now }) => now === null)],
    ['fewCases', named(({ now }) => ['fewCases', 'fewDelays', 'noCase'].includes(now?.withheld ?? ''))],
    ['privacy', named(({ now }) => now?.withheld === 'privacy')],
    ['notReached', named(({ now }) => now?.withheld === 'notReached')],
  ]
  for (const [key, names] of groups) if (names.length > 0) add(key, { names: say.list(names) })
  if (facts.season?.ratio == null) add('noSeason')
  else if (facts.season.profile === 'default') add('defaultSeason')
  if (facts.includesImported) add('imported')
  add('silent')
  return found
}

/** The line of the problem since its baseline; nothing to draw without two points. */
export function chartProblem(say: Say, facts: ReportFacts): ReportChart | null {
  const { problem } = facts
  if (!problem) return null
  const start =
    problem.baseline !== null && problem.baselineOn
      ? [{ on: problem.baselineOn, value: problem.baseline }]
      : []
  const points = [...start, ...problem.values.filter(({ on }) => on > (problem.baselineOn ?? ''))]
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last || points.length < 2) return null
  const indicator = problem.indicator ?? say.t('chart.unnamed')
  return {
    key: 'problem',
    title: say.t('problem.chart', {
      indicator,
      from: withUnit(say, first.value, problem.unit),
      to: withUnit(say, last.value, problem.unit),
    }),
    description: say.t('problem.chartDescription'),
    unit: problem.unit ?? '',
    basis: say.t('chart.values', { n: points.length, from: say.day(first.on), to: say.day(last.on) }),
    points: points.map(({ on, value }) => ({
      label: say.day(on),
      short: say.shortMonth(on.slice(0, 7)),
      value,
      n: null,
    })),
    baseline: problem.baseline,
    target: problem.target,
    notes: problem.interventions
      .filter(({ on }) => on >= first.on)
      .map(({ on, text }) => ({
        label: say.day(points.findLast((point) => point.on <= on)?.on ?? first.on),
        date: say.day(on),
        text,
      })),
    columns: { label: say.t('column.day'), value: indicator, n: say.t('column.n') },
  }
}

/** M13 and M14 month by month. */
export const chartMonths = (say: Say, facts: ReportFacts): ReportChart[] =>
  facts.health.flatMap(({ id, now }): ReportChart[] => {
    if (!now || now.series.filter(({ value }) => value !== null).length < 2) return []
    const known = ['M13', 'M14'].includes(id)
    return [
      {
        key: id,
        title: known ? say.t(`chart.${id}`) : nameOf(say, id),
        description: known ? say.t(`chart.${id}Description`) : say.t(`definition.${id}`),
        unit: now.unit,
        basis: say.t('chart.basis', {
          n: say.number(
            now.series.reduce((sum, { n }) => sum + n, 0),
            0,
          ),
          months: now.series.length,
        }),
        points: now.series.map(({ month, value, n }) => ({
          label: say.month(month),
          short: say.shortMonth(month),
          value,
          n,
        })),
        baseline: null,
        target: null,
        notes: [],
        columns: { label: say.t('column.month'), value: nameOf(say, id), n: say.t('column.n') },
      },
    ]
  })
