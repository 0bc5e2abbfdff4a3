import type { Board } from '../contract.ts'

/** The values of the screen as CSV: `;` and decimal commas where the reader's spreadsheet expects them, with a BOM. */
export function boardCsv(board: Pick<Board, 'period' | 'figures'>, language: string): string {
  const isFrench = language.startsWith('fr')
  const cell = (value: string | number | null): string =>
    value === null
      ? ''
      : typeof value === 'number' && isFrench
        ? String(value).replace('.', ',')
        : String(value)
  const rows: (string | number | null)[][] = [
    ['metric', 'part', 'period', 'from', 'to', 'unit', 'value', 'low', 'high', 'hits', 'n', 'withheld'],
  ]
  for (const { id, unit, window, parts, series, ...own } of board.figures) {
    const add = (key: string, period: string, one: Omit<typeof own, 'id'> | (typeof parts)[number]) => {
      const isShown = period === board.period
      rows.push([
        id,
        key,
        period,
        isShown ? window.from : '',
        isShown ? window.to : '',
        unit,
        one.value,
        one.low,
        one.high,
        one.part,
        one.n,
        one.withheld,
      ])
    }
    add('', board.period, own)
    for (const part of parts) add(part.key, board.period, part)
    for (const one of series) if (one.period !== board.period) add('', one.period, { ...own, ...one })
  }
  return `\uFEFF${rows.map((row) => row.map(cell).join(isFrench ? ';' : ',')).join('\r\n')}\r\n`
}
