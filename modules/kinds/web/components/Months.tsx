import { useQuery } from '@tanstack/react-query'
import type { StepShare } from '#modules/kinds/contract.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { useFormat, useLanguage } from '#platform/web/i18n.tsx'
import { Chart } from '#ui/charts/Chart.tsx'
import { Section } from '#ui/Layout.tsx'
import { monthsQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { dayOf } from '../when.ts'

/** Targets kept in the last closed month, by step, with their intervals; below twenty moves only counts. */
export function Months({ slug }: { slug: string }) {
  const t = useT()
  const format = useFormat()
  const { language } = useLanguage()
  const { data } = useQuery(monthsQuery(slug))
  if (!data) return null
  const month = data.shares[0]?.month
  const rows = data.shares.filter((share) => share.month === month)
  if (!month || rows.length === 0)
    return (
      <Section title={t('board.months')} hint={t('board.monthsHint')}>
        <p className="text-muted">{t('board.monthNone')}</p>
      </Section>
    )
  const percent = (share: number) => format.number(share / 100, 'percent')
  const monthName = format.dateTime(dayOf(`${month}-15`), 'month')
  const name = (share: StepShare) => pickText(share.name, language)
  const total = rows.reduce((sum, { n }) => sum + n, 0)
  // The sentence speaks of the step that keeps its target least.
  const worst = rows.toSorted((a, b) => a.within / a.n - b.within / b.n)[0]!
  return (
    <Section title={t('board.months')} hint={t('board.monthsHint')}>
      <Chart
        heading="h3"
        title={
          worst.share === null
            ? t('board.monthTitle', { step: name(worst), within: worst.within, n: worst.n, month: monthName })
            : t('board.monthShare', {
                step: name(worst),
                share: format.number(worst.share, 'percent'),
                month: monthName,
              })
        }
        description={t('board.monthsHint')}
        n={`n = ${format.number(total)}`}
        window={monthName}
        interval={
          worst.low === null || worst.high === null
            ? undefined
            : t('board.wilson', {
                low: format.number(worst.low, 'percent'),
                high: format.number(worst.high, 'percent'),
              })
        }
        benchmark={null}
        decision={t('board.monthDecision')}
        computed={<p>{t('board.monthDefinition')}</p>}
        chart={{
          kind: 'dots',
          columns: [t('board.monthColumns'), t('board.monthValue')],
          domain: [0, 100],
          format: percent,
          rows: rows.map((share) => ({
            label: name(share),
            value: share.share === null ? null : share.share * 100,
            low: share.low === null ? null : share.low * 100,
            high: share.high === null ? null : share.high * 100,
            n: share.n,
            why: t('board.monthFew', { within: share.within, n: share.n }),
          })),
        }}
      />
    </Section>
  )
}
