import { Chart } from '#ui/charts/Chart.tsx'
import type { Board } from '#modules/measurement/contract.ts'
import type { FigureWords } from '../words.ts'

/** M33: contributions of the last weeks against what the season lets expect. */
export function SeasonView({ board, words }: { board: Board; words: FigureWords }) {
  const { t, text, count, percent, shortDay, day } = words
  const { season } = board
  const { ratio } = season
  const state = ratio === null ? 'unknown' : ratio < 0.75 ? 'below' : ratio > 1.25 ? 'above' : 'in'
  const title =
    state === 'unknown'
      ? t('closed.seasonTitle.unknown')
      : t(`closed.seasonTitle.${state}`, { ratio: percent(ratio ?? 0) })
  const first = season.weeks[0]
  const last = season.weeks.at(-1)
  return (
    <Chart
      heading="h3"
      title={title}
      description={t('closed.seasonDescription')}
      n={t('n', { n: count(season.observed) })}
      window={first && last ? `${day(first.week)} – ${day(last.week)}` : undefined}
      benchmark={t('board.benchmark', { text: text('benchmark.M33'), source: 'sharee.fr [S65]' })}
      note={season.profile === 'default' ? <p>{t('closed.defaultProfile')}</p> : undefined}
      decision={text('figure.M33.decision')}
      computed={<p>{text('figure.M33.definition')}</p>}
      chart={{
        kind: 'line',
        columns: [t('closed.week'), t('closed.contributions')],
        expectedLabel: t('closed.expected'),
        format: (value) => count(value),
        points: season.weeks.map((week) => ({
          label: day(week.week),
          short: shortDay(week.week),
          value: week.observed,
          expected: week.expected === null ? null : Math.round(week.expected * 10) / 10,
        })),
      }}
    />
  )
}
