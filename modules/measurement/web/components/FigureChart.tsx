import type { Figure } from '#modules/measurement/contract.ts'
import { Bars, Sparkline } from '#ui/Charts.tsx'
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
      <Sparkline
        title={title}
        description={t(`board.series${figure.id}`)}
        columns={[t('board.month'), t('board.value')]}
        points={points}
        note={`${points[0]!.label} – ${points.at(-1)!.label}`}
      />
    )
  }
  if (figure.id === 'M15') {
    const old = figure.parts
      .filter(({ key }) => key === 'from2to5' || key === 'over5')
      .reduce((sum, part) => sum + (part.value ?? 0), 0)
    return (
      <Bars
        title={t('board.M15', { n: old })}
        description={t('board.bandsM15')}
        columns={[t('board.age'), t('board.questions')]}
        points={figure.parts.map((part) => ({
          label: label(part.key),
          value: part.value ?? 0,
          mark: part.key === 'from2to5' || part.key === 'over5',
        }))}
        note={window(figure)}
      />
    )
  }
  const shares = figure.parts.filter((part) => part.value !== null)
  const of = (key: string) => number(figure.parts.find((part) => part.key === key)?.value ?? 0)
  if (shares.length === 0) return null
  return (
    <Bars
      title={t('board.M04', { core: of('core'), occasional: of('occasional') })}
      description={t('board.sharesM04')}
      columns={[t('board.circle'), t('board.share')]}
      max={100}
      points={shares.map((part) => ({
        label: label(part.key),
        value: part.value ?? 0,
        text: said(part, figure.unit),
        mark: part.key === 'core',
      }))}
      note={`${window(figure)} · ${t('n', { n: String(figure.n) })}`}
    />
  )
}
