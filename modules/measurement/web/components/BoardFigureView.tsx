import type { ReactNode } from 'react'
import { Chart } from '#ui/charts/Chart.tsx'
import type { ChartSpec } from '#ui/charts/types.ts'
import type { Board, BoardFigure } from '#modules/measurement/contract.ts'
import type { FigureWords } from '../words.ts'

/** Fewer known periods than this draw a line that proves nothing. */
const fewestPoints = 3

/** One figure with everything that makes it understood from the page alone. */
export function BoardFigureView({
  figure,
  board,
  words,
}: {
  figure: BoardFigure
  board: Board
  words: FigureWords
}) {
  const { t, text, interval, window, sentence, count } = words
  const { id, unit } = figure
  const isRate = unit === '%' && figure.value !== null
  const chart = drawn(figure, board, words)
  const facts = {
    title: sentence(figure),
    n: figure.unit === 'people' || figure.unit === 'questions' ? undefined : t('n', { n: count(figure.n) }),
    window: window(figure),
    interval: interval(figure, unit),
    benchmark: figure.benchmark
      ? t('board.benchmark', { text: text(figure.benchmark.text), source: figure.benchmark.source })
      : null,
    decision: text(`figure.${id}.decision`),
    note: (
      <>
        <Parts figure={figure} words={words} />
        <Notes
          lines={[
            figure.withheld === 'fewCases' && t('closed.fewCases'),
            (figure.withheld === 'notReached' ||
              figure.withheld === 'privacy' ||
              figure.withheld === 'fewDelays') &&
              t(`withheld.${figure.withheld}`),
            isRate && figure.series.length > 1 && t(`closed.${figure.trend ?? 'same'}`),
            figure.series.length > 1 && figure.value !== null && seasonLine(board, words),
          ]}
        />
      </>
    ),
    computed: <Computed figure={figure} words={words} />,
  }
  return (
    <div className="board-figure">
      <Chart
        {...facts}
        heading="h3"
        chart={chart}
        description={t('closed.over', { period: words.release.period(board.period) })}
        height={180}
      />
    </div>
  )
}

function Parts({ figure, words }: { figure: BoardFigure; words: FigureWords }) {
  const { t, text, said } = words
  const { id, unit, parts } = figure
  if (parts.length === 0 || id === 'M15' || id === 'M04') return null
  return (
    <dl className="figure-parts">
      {parts.map((part) => (
        <div key={part.key}>
          <dt>{text(`part.${id}.${part.key}`)}</dt>
          <dd>
            {part.withheld === 'notReached'
              ? t('board.unknown')
              : part.withheld === 'noCase'
                ? t('board.none')
                : said(part, part.key === 'gini' ? 'ratio' : unit)}
          </dd>
        </div>
      ))}
    </dl>
  )
}

const Notes = ({ lines }: { lines: readonly (string | false | undefined)[] }): ReactNode =>
  lines.filter(Boolean).map((line) => <p key={String(line)}>{line}</p>)

/** Beside every trend: what the season lets expect. */
function seasonLine({ season }: Board, { t, count }: FigureWords): string {
  if (season.expected === null) return t('closed.seasonUnknown')
  return t(season.profile === 'default' ? 'closed.seasonDefault' : 'closed.seasonIn', {
    observed: count(season.observed),
    expected: count(season.expected),
  })
}

function Computed({ figure, words: { t, text, name } }: { figure: BoardFigure; words: FigureWords }) {
  return (
    <>
      <p>{text(`figure.${figure.id}.definition`)}</p>
      {figure.unit === 'bh' && <p>{t('closed.clock')}</p>}
      <p>{`${t('closed.class')}\u00a0: ${t(`closed.classes.${figure.privacyClass}`)}`}</p>
      <p>{`${name(figure.id)} (${figure.id})`}</p>
    </>
  )
}

function drawn(figure: BoardFigure, board: Board, words: FigureWords): ChartSpec {
  const { t, amount, said, text, release, shortPeriod, name, count } = words
  const { id, unit, series, parts } = figure
  const label = (key: string) => text(`part.${id}.${key}`)
  if (id === 'M15')
    return {
      kind: 'bars',
      columns: [t('board.age'), t('board.questions')],
      rows: parts.map((part) => ({
        label: label(part.key),
        value: part.n,
        mark: part.key === 'from2to5' || part.key === 'over5',
      })),
    }
  if (id === 'M04' && figure.value !== null) {
    // Readers and absent rest on presence: what the engine has released, else both together.
    const released = board.releases.find((row) => row.metric === 'M04')
    const veiled = (key: string) => released?.parts.find((part) => part.key === key)
    const isOpen = veiled('reader') && veiled('absent')
    const exact = (key: string) => parts.find((part) => part.key === key)?.value ?? null
    const unitOf = released?.unit ?? '%'
    return {
      kind: 'shares',
      columns: [t('board.circle'), t('board.share')],
      rows: [
        {
          label: words.window(figure),
          shares: [
            ...['core', 'occasional'].map((key) => ({
              key,
              label: label(key),
              value: exact(key),
              text: said(
                parts.find((part) => part.key === key)!,
                unit,
              ),
            })),
            ...(isOpen
              ? ['reader', 'absent'].map((key) => {
                  const value = veiled(key)!.value
                  return { key, label: label(key), value: value.value, text: release.value(value, unitOf) }
                })
              : [
                  {
                    key: 'silent',
                    label: label('silent'),
                    value: exact('silent'),
                    text: said(
                      parts.find((part) => part.key === 'silent')!,
                      unit,
                    ),
                  },
                ]),
          ],
        },
      ],
    }
  }
  if (series.filter(({ value }) => value !== null).length >= fewestPoints)
    return {
      kind: 'line',
      columns: [t('closed.period'), name(id)],
      // The title says which hours; the axis has no room for it.
      format: (value) =>
        unit === 'bh' ? t('unit.hours', { value: words.short(value) }) : amount(value, unit),
      ...(figure.reference !== null && {
        target: {
          value: figure.reference,
          label: t('closed.reference', { value: amount(figure.reference, unit) }),
        },
      }),
      points: series.map((point) => ({
        label: release.period(point.period),
        short: shortPeriod(point.period),
        value: point.value,
        ...(point.value !== null && { text: amount(point.value, unit) }),
        low: point.low,
        high: point.high,
        n: point.n,
        ...(point.value === null && { why: said(point, unit) }),
      })),
    }
  // Too few periods for a line: the value with its interval, or the counts alone.
  if (figure.value !== null && unit === '%')
    return {
      kind: 'dots',
      columns: [t('closed.period'), name(id)],
      domain: [0, 100],
      format: (value) => amount(value, unit),
      rows: [
        {
          label: release.period(board.period),
          value: figure.value,
          low: figure.low,
          high: figure.high,
          n: figure.n,
        },
      ],
      ...(figure.reference !== null && {
        reference: {
          value: figure.reference,
          label: t('closed.reference', { value: amount(figure.reference, unit) }),
        },
      }),
    }
  const counted = figure.part ?? figure.value ?? 0
  return {
    kind: 'bars',
    columns: [t('closed.period'), name(id)],
    max: Math.max(1, figure.part === null ? counted : figure.n),
    rows: [
      {
        label: figure.window.kind === 'now' ? t('closed.windows.now') : release.period(board.period),
        value: counted,
        text:
          figure.value !== null
            ? amount(figure.value, unit)
            : figure.withheld === 'fewCases' && figure.part !== null
              ? t('counted', { part: count(figure.part), n: count(figure.n) })
              : said(figure, unit),
      },
    ],
  }
}
