import { useFormat } from '#platform/web/i18n.tsx'
import { Chart } from '#ui/charts/Chart.tsx'
import { Section } from '#ui/Layout.tsx'
import { itemsOfTrend } from '../trend.ts'
import type { WaveResult } from '#modules/pulse/contract.ts'
import { useT } from '../t.ts'
import { useWords } from '../words.ts'

/** Waves side by side; a change is said only when it is larger than the rounding. No arrow. */
export function Trend({ results }: { results: readonly WaveResult[] }) {
  const t = useT()
  const format = useFormat()
  const words = useWords()
  const series = itemsOfTrend(results)
  if (series.length === 0) return null
  const number = (value: number) => format.number(value, 'decimal')
  return (
    <Section title={t('results.trend')}>
      <div className="pulse-columns">
        {series.map(({ item, points, moved }) => {
          const question = words.question(item)
          const [first, last] = [points[0]!.mean, points.at(-1)!.mean]
          return (
            <Chart
              key={item.key}
              heading="h3"
              height={150}
              title={
                moved
                  ? t('results.trendMoved', { question, from: number(first), to: number(last) })
                  : t('results.trendSame', { question, mean: number(last) })
              }
              description={t('results.trendLine')}
              chart={{
                kind: 'line',
                domain: [1, 5],
                columns: [t('results.wave'), t('results.average')],
                format: number,
                points: points.map(({ on, mean }) => ({
                  label: format.dateTime(new Date(`${on}T12:00:00Z`), 'day'),
                  short: format.dateTime(new Date(`${on}T12:00:00Z`), 'short'),
                  value: mean,
                })),
              }}
            />
          )
        })}
      </div>
    </Section>
  )
}
