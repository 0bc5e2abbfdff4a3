import type { Figure } from '#modules/measurement/contract.ts'
import { Chart } from '#ui/charts/Chart.tsx'
import { useFigureWords } from '../words.ts'

/** The figures that a drawing helps to read; its title is the sentence that it proves. */
export default function FigureChart({ figure }: { figure: Figure }) {
  const { t, amount, number, said, month, text, window } = useFigureWords()
  const label = (key: string) => text(`part.${figure.id}.${key}`)
  if (figure.id === 'M13' || figure.id === 'M14') {
    const points = figure.series.flatMap((point) =>
      point.value === null
        ? []
        : [
            {
              label: month(point.month),
              value: point.value,
              text: `${amount(point.value, figure.unit)} (${t('n', { n: String(point.n) })})`,
            },
          ],
    )
    // Fewer months than this draw a line that proves nothing.
    if (points.length < 4 || figure.value === null) return null
    const title =
      figure.id === 'M13'
        ? t('board.M13', { value: number(figure.value) })
        : t('board.M14', { value: amount(figure.value, figure.unit) })
    return (
      <Chart
        title={title}
        description={t(`board.series${figure.id}`)}
        chart={{
          kind: 'line',
          columns: [t('board.month'), t('board.value')],
          points,
        }}
        window={`${points[0]!.label} – ${points.at(-1)!.label}`}
      />
    )
  }
  if (figure.id === 'M15') {
    const old = figure.parts
      .filter(({ key }) => key === 'from2to5' || key === 'over5')
      .reduce((sum, part) => sum + (part.value ?? 0), 0)
    return (
      <Chart
        title={t('board.M15', { n: old })}
        description={t('board.bandsM15')}
        chart={{
          kind: 'bars',
          columns: [t('board.age'), t('board.questions')],
          rows: figure.parts.map((part) => ({
            label: label(part.key),
            value: part.value ?? 0,
            mark: part.key === 'from2to5' || part.key === 'over5',
          })),
        }}
        window={window(figure)}
      />
    )
  }
  const shares = figure.parts.filter((part) => part.value !== null)
  const of = (key: string) => number(figure.parts.find((part) => part.key === key)?.value ?? 0)
  if (shares.length === 0) return null
  return (
    <Chart
      title={t('board.M04', { core: of('core'), occasional: of('occasional') })}
      description={t('board.sharesM04')}
      chart={{
        kind: 'bars',
        columns: [t('board.circle'), t('board.share')],
        max: 100,
        rows: shares.map((part) => ({
          label: label(part.key),
          value: part.value ?? 0,
          text: said(part, figure.unit),
          mark: part.key === 'core',
        })),
      }}
      window={window(figure)}
      n={t('n', { n: String(figure.n) })}
    />
  )
}
