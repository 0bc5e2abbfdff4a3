import type { RadarView, VectorState } from '#modules/radar/contract.ts'
import { useFormat } from '#platform/web/i18n.tsx'
import { useT } from '../t.ts'

const heights: Record<VectorState, number> = { cleared: 1, watch: 2, failing: 3, unknown: 0 }

/** Seven lanes, one mark a month: the higher, the worse; a ring where nothing is known. Its table stands beside. */
export function Lanes({ data }: { data: RadarView }) {
  const t = useT()
  const format = useFormat()
  const months = data.history.toReversed()
  const monthOf = (month: string) => format.dateTime(new Date(`${month}-15T12:00:00`), 'month')
  if (months.length === 0) return <p className="text-muted">{t('history.empty')}</p>
  return (
    <div className="grid gap-4">
      <div className="grid gap-2" aria-hidden>
        {data.vectors.map(({ vector }) => (
          <div key={vector} className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-3">
            <span className="truncate text-sm">{t(`vector.${vector}`)}</span>
            <svg width={months.length * 16} height={28} className="shrink-0">
              {months.map(({ month, states }, index) => {
                const state = states[vector] ?? 'unknown'
                const height = heights[state]
                return height === 0 ? (
                  <circle
                    key={month}
                    cx={index * 16 + 7}
                    cy={21}
                    r={4}
                    fill="none"
                    stroke="currentColor"
                    strokeWidth={1.5}
                  />
                ) : (
                  <rect
                    key={month}
                    x={index * 16 + 2}
                    y={26 - height * 8}
                    width={10}
                    height={height * 8}
                    rx={2}
                    fill="currentColor"
                  />
                )
              })}
            </svg>
          </div>
        ))}
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable without a pointer */}
      <div className="overflow-x-auto" role="region" aria-label={t('history.title')} tabIndex={0}>
        <table className="w-full text-left text-sm">
          <caption className="sr-only">{t('history.title')}</caption>
          <thead>
            <tr>
              <th scope="col" className="py-1 pr-3">
                {t('history.month')}
              </th>
              {data.vectors.map(({ vector }) => (
                <th key={vector} scope="col" className="py-1 pr-3 align-bottom">
                  {t(`vector.${vector}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {data.history.map(({ month, states }) => (
              <tr key={month}>
                <th scope="row" className="py-1 pr-3 whitespace-nowrap">
                  {monthOf(month)}
                </th>
                {data.vectors.map(({ vector }) => (
                  <td key={vector} className="py-1 pr-3">
                    {t(`state.${states[vector] ?? 'unknown'}`)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}
