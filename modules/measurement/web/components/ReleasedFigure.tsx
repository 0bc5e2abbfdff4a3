import { Chart } from '#ui/charts/Chart.tsx'
import type { Board } from '#modules/measurement/contract.ts'
import type { FigureWords } from '../words.ts'

/** A figure that rests on presence, joins or declarations: what the release engine has published of it, or that it has not. */
export function ReleasedFigure({
  id,
  board,
  words,
}: {
  id: 'M05' | 'M11' | 'M29'
  board: Board
  words: FigureWords
}) {
  const { t, text, name, release } = words
  const row = board.releases.find(({ metric, dimension }) => metric === id && dimension === 'total')
  const computed = <p>{text(`figure.${id}.definition`)}</p>
  if (!row)
    return (
      <div className="board-figure figure-unpublished">
        <h3>{name(id)}</h3>
        <p>{t('closed.notReleased')}</p>
        <p className="figure-decision">{text(`figure.${id}.decision`)}</p>
        <details>
          <summary>{t('howComputed')}</summary>
          {computed}
        </details>
      </div>
    )
  const parts = row.parts.filter(({ key }) => key === 'up' || key === 'held' || key === 'down')
  return (
    <div className="board-figure">
      <Chart
        heading="h3"
        title={`${name(id)}\u00a0: ${parts.length > 0 ? parts.map((part) => `${text(`part.M05.${part.key}`).toLowerCase()} ${release.value(part.value, row.unit)}`).join(', ') : release.value(row.value, row.unit)}`}
        description={t('closed.released')}
        n={release.band(row.nBand)}
        window={release.period(row.period)}
        benchmark={null}
        note={<p>{t('closed.releasedHint')}</p>}
        decision={text(`figure.${id}.decision`)}
        computed={computed}
        chart={{
          kind: 'bars',
          columns: [t('closed.period'), name(id)],
          max: row.unit === '%' ? 100 : undefined,
          rows:
            parts.length > 0
              ? parts.map((part) => ({
                  label: text(`part.M05.${part.key}`),
                  value: part.value.value,
                  text: release.value(part.value, row.unit),
                  why: release.value(part.value, row.unit),
                }))
              : [
                  {
                    label: release.period(row.period),
                    value: row.value.value ?? row.value.high ?? row.value.low,
                    text: release.value(row.value, row.unit),
                  },
                ],
        }}
      />
    </div>
  )
}
