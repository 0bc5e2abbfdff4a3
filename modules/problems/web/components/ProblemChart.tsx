import { useState } from 'react'
import type { ProblemView } from '#modules/problems/contract.ts'
import { useFormat } from '#platform/web/i18n.tsx'
import { Chart } from '#ui/charts/Chart.tsx'
import { Select } from '#ui/Select.tsx'
import { axisOf, type AxisPlace } from '../axis.ts'
import { dayOf, useMeasure } from '../measure.ts'
import { useT, type T } from '../t.ts'

/** The sentence that the chart proves. */
export function titleOf(t: T, view: ProblemView, measure: ReturnType<typeof useMeasure>): string {
  const { indicator, points, progress } = view
  const name = indicator.name ?? ''
  const last = points.at(-1)
  if (!last) return t('way.none', { name })
  const value = measure.value(last.value)
  if (progress === null || indicator.target === null)
    return t('way.unknown', { name, value, on: dayOf(last.on) })
  const target = measure.value(indicator.target)
  if (progress >= 1) return t('way.reached', { name, value, target })
  if (progress < 0) return t('way.worse', { name, value })
  if (progress === 0) return t('way.start', { name, value })
  return t('way.part', { name, value, progress: measure.share(progress), target })
}

/** The values with where they started, the target and what was done; another series only as a second line. */
export function ProblemChart({ view }: { view: ProblemView }) {
  const t = useT()
  const format = useFormat()
  const measure = useMeasure(view.indicator.unit)
  const [besideId, setBeside] = useState('none')
  const { indicator, points, interventions, comparisons } = view
  const beside = comparisons.find(({ id }) => id === besideId)
  const day = (on: string) => format.dateTime(dayOf(on), 'day')
  const short = (on: string) => format.dateTime(dayOf(on), 'short')
  const places = axisOf(
    [...points.map(({ on }) => on), ...(beside?.points.map(({ on }) => on) ?? [])],
    view.rhythm,
  )
  const month = (on: string) => format.dateTime(dayOf(on), 'month')
  const labelOf = ({ on, isMissing }: AxisPlace) => (isMissing ? month(on) : day(on))
  const own = new Map(points.map((point) => [point.on, point.value]))
  const other = new Map(beside?.points.map((point) => [point.on, point.value]))
  const start = places[0]?.on
  const within = interventions.filter(({ on }) => start !== undefined && on >= start).toReversed()
  // An action stands at the first place from its own day on.
  const placeOf = (on: string) => labelOf(places.find((place) => place.on >= on) ?? places.at(-1)!)
  const all = [
    ...points.map(({ value }) => value),
    ...other.values(),
    ...[indicator.baseline, indicator.target].filter((value) => value !== null),
  ]
  const first = points[0]
  const last = points.at(-1)
  return (
    <div className="grid gap-4">
      {comparisons.length > 0 && (
        <Select
          label={t('compare.show')}
          value={beside?.id ?? 'none'}
          onChange={setBeside}
          className="max-w-80"
          options={[
            { id: 'none', label: t('compare.none') },
            ...comparisons.map(({ id, name }) => ({ id, label: name })),
          ]}
        />
      )}
      <Chart
        heading="h2"
        title={titleOf(t, view, measure)}
        description={t('chart.description', { name: indicator.name ?? '' })}
        n={t('chart.n', { n: points.length })}
        window={first && last && t('chart.window', { from: dayOf(first.on), to: dayOf(last.on) })}
        benchmark={null}
        height={280}
        chart={{
          kind: 'line',
          columns: [
            t('chart.day'),
            indicator.unit ? `${t('chart.value')} (${indicator.unit})` : t('chart.value'),
          ],
          points: places.map((place) => ({
            label: labelOf(place),
            short: short(place.on),
            value: place.isMissing ? null : (own.get(place.on) ?? null),
            expected: place.isMissing ? null : (other.get(place.on) ?? null),
            why: t('chart.missing'),
          })),
          format: (value) => format.number(value),
          ...(indicator.target !== null && {
            target: {
              value: indicator.target,
              label: t('chart.target', { value: measure.value(indicator.target) }),
            },
          }),
          ...(indicator.baseline !== null && {
            baseline: {
              value: indicator.baseline,
              label: t('chart.baseline', { value: measure.value(indicator.baseline) }),
            },
          }),
          ...(beside && { expectedLabel: beside.name }),
          ...(all.some((value) => value < 0) && { domain: [Math.min(...all), Math.max(...all, 0)] as const }),
          annotations: within.map(({ on, text, doneAs }) => ({
            at: placeOf(on),
            date: day(on),
            text: t('chart.doneBy', { text, who: t(`who.${doneAs}`) }),
          })),
        }}
        note={
          <>
            {indicator.source && <p>{t('chart.source', { source: indicator.source })}</p>}
            {indicator.targetOn && <p>{t('chart.horizon', { on: dayOf(indicator.targetOn) })}</p>}
            {within.length > 0 && <p>{t('chart.noCause')}</p>}
            {beside && <p>{t('chart.compareNote', { name: beside.name })}</p>}
          </>
        }
        decision={t('chart.decision')}
        computed={
          <>
            {indicator.formula && <p dir="auto">{t('chart.formula', { formula: indicator.formula })}</p>}
            {indicator.baseline !== null && indicator.baselineOn && (
              <p>
                {t('chart.baselineFrom', {
                  value: measure.value(indicator.baseline),
                  on: dayOf(indicator.baselineOn),
                  source: indicator.source ?? '',
                })}
              </p>
            )}
            <p>{t('chart.way')}</p>
            <p>{t('chart.days')}</p>
          </>
        }
      />
    </div>
  )
}
