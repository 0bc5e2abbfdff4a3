import type { PracticeSheet } from '#modules/practice/contract.ts'
import { useFormat } from '#platform/web/i18n.tsx'
import { Chart } from '#ui/charts/Chart.tsx'
import { Section } from '#ui/Layout.tsx'
import { useT } from '../t.ts'

/** M12 as one manager sees it for themselves: who answered first, month by month, and replies before the time. */
export function FirstAnswers({ sheet }: { sheet: PracticeSheet }) {
  const t = useT()
  const format = useFormat()
  const sum = (key: 'answered' | 'mine' | 'managers') =>
    sheet.months.reduce((total, month) => total + month[key], 0)
  const [answered, mine, managers] = [sum('answered'), sum('mine'), sum('managers')]
  const community = answered - mine - managers
  const monthName = (month: string) => format.dateTime(new Date(`${month}-15T12:00:00`), 'month')
  const overrides = sheet.overrides?.reduce((total, { n }) => total + n, 0) ?? 0
  return (
    <Section title={t('sheet.first')} hint={t('sheet.firstHint')}>
      {answered === 0 ? (
        <p className="text-muted">{t('sheet.firstNone')}</p>
      ) : (
        <Chart
          heading="h3"
          title={
            community > answered / 2
              ? t('sheet.firstMost', { community: String(community), answered: String(answered) })
              : t('sheet.firstSome', { mine: String(mine), answered: String(answered) })
          }
          description={t('sheet.firstHint')}
          n={`n = ${format.number(answered)}`}
          window={`${monthName(sheet.months[0]!.month)} – ${monthName(sheet.months.at(-1)!.month)}`}
          interval={sheet.managersShare ? t('sheet.share', sheet.managersShare) : undefined}
          benchmark={null}
          decision={t('sheet.decision')}
          computed={<p>{sheet.managersShare ? t('sheet.firstHint') : t('sheet.few')}</p>}
          chart={{
            kind: 'bars',
            rows: sheet.months.map((month) => ({
              label: monthName(month.month),
              value: month.mine,
              text: `${month.mine} / ${month.answered}`,
            })),
            max: Math.max(...sheet.months.map((month) => month.answered)),
            columns: [t('sheet.month'), `${t('sheet.mine')} / ${t('sheet.answered')}`],
          }}
        />
      )}
      {sheet.overrides && (
        <p className="pt-2">
          <strong>{t('sheet.overrides')}</strong> ·{' '}
          {overrides === 0
            ? t('sheet.overridesNone')
            : sheet.overrides.map(({ month, n }) => `${monthName(month)} (${n})`).join(', ')}{' '}
          <span className="text-sm text-muted">{t('sheet.overridesHint')}</span>
        </p>
      )}
    </Section>
  )
}
