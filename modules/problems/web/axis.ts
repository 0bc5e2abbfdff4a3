/** A place along the axis: a day with a value, or a month or quarter without any. */
export interface AxisPlace {
  on: string
  isMissing: boolean
}

const spans = { month: 1, quarter: 3 } as const
const spanOf = (day: string, months: number): number => {
  const [year = 0, month = 1] = day.split('-').map(Number)
  return Math.floor((year * 12 + month - 1) / months)
}
const lastDayOf = (span: number, months: number): string => {
  const next = (span + 1) * months
  return new Date(Date.UTC(Math.floor(next / 12), next % 12, 0)).toISOString().slice(0, 10)
}

/** Beyond so many empty places the axis would say nothing else; days then stand side by side. */
const mostEmpty = 48

/**
 * The days that carry a value in their order, and between them a place for each month or quarter that carries none, so
 * that a line never runs over what nobody measured.
 */
export function axisOf(days: readonly string[], rhythm: keyof typeof spans): AxisPlace[] {
  const months = spans[rhythm]
  const sorted = [...new Set(days)].sort()
  const places: AxisPlace[] = []
  let last: number | undefined
  for (const on of sorted) {
    const span = spanOf(on, months)
    for (let empty = (last ?? span) + 1; empty < span; empty++)
      places.push({ on: lastDayOf(empty, months), isMissing: true })
    places.push({ on, isMissing: false })
    last = span
  }
  return places.filter(({ isMissing }) => isMissing).length > mostEmpty
    ? sorted.map((on) => ({ on, isMissing: false }))
    : places
}
