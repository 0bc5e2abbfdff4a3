import type { Figure as FigureData } from '#modules/measurement/contract.ts'
import { Figure } from '#ui/Figure.tsx'
import { useFigureWords } from '../words.ts'

/** One figure: value, n and window; interval, reference and the decision it serves in sight; its computation a tap away. */
export function FigureCard({ figure }: { figure: FigureData }) {
  const { t, said, interval, window, text } = useFigureWords()
  const between = interval(figure, figure.unit)
  const benchmark = figure.benchmark
    ? t('board.benchmark', { text: text(figure.benchmark.text), source: figure.benchmark.source })
    : t('benchmark.none')
  const value = said(figure, figure.unit)
  const parts = figure.id === 'M15' || figure.id === 'M04' ? [] : figure.parts
  return (
    <article className="figure-card" aria-label={text(figure.texts.name)}>
      <Figure
        label={text(figure.texts.name)}
        value={
          figure.value === null && figure.withheld !== 'fewCases' ? (
            <span className="figure-none">{value}</span>
          ) : (
            value
          )
        }
        definition={text(figure.texts.definition)}
        n={
          figure.withheld === 'fewCases' || figure.unit === 'people' || figure.unit === 'questions'
            ? undefined
            : t('n', { n: String(figure.n) })
        }
        window={window(figure)}
        interval={between}
        benchmark={benchmark}
        computed={<p className="text-sm">{figure.id}</p>}
      />
      {figure.withheld === 'fewCases' && <p>{t('withheld.fewCases')}</p>}
      {between && <p>{t('board.interval', { interval: between })}</p>}
      {parts.length > 0 && (
        <dl className="figure-parts">
          {parts.map((part) => (
            <div key={part.key}>
              <dt>{text(`part.${figure.id}.${part.key}`)}</dt>
              <dd>
                {part.withheld === 'notReached'
                  ? t('board.unknown')
                  : part.withheld === 'noCase'
                    ? t('board.none')
                    : said(part, figure.unit)}
              </dd>
            </div>
          ))}
        </dl>
      )}
      <p className="figure-benchmark">{benchmark}</p>
      <p className="figure-decision">{text(figure.texts.decision)}</p>
    </article>
  )
}
