/** 97.5 % quantile of the normal distribution: 95 % intervals. */
export const z95 = 1.959963984540054

/**
 * Wilson's score interval of a share at 95 %, in 0..1 (E. B. Wilson, 1927). Unlike the textbook interval it
 * stays within 0..1 and is honest for small numbers and for 0 or n of n.
 */
export function wilsonInterval(part: number, n: number): { low: number; high: number } {
  if (n === 0) return { low: 0, high: 1 }
  const share = part / n
  const square = z95 * z95
  const centre = share + square / (2 * n)
  const spread = z95 * Math.sqrt((share * (1 - share) + square / (4 * n)) / n)
  const scale = 1 + square / n
  return { low: Math.max(0, (centre - spread) / scale), high: Math.min(1, (centre + spread) / scale) }
}

/**
 * Quantile of plain values by the inverse of the empirical distribution, averaged where it jumps (type 2 of
 * Hyndman and Fan, 1996): what the Kaplan–Meier quantile gives when nothing is censored. Null without values.
 */
export function quantile(values: readonly number[], p: number): number | null {
  if (values.length === 0) return null
  const sorted = values.toSorted((a, b) => a - b)
  const place = sorted.length * p
  const index = Math.ceil(place - 1e-9) - 1
  const value = sorted[Math.max(0, index)]!
  const isJump = Math.abs(place - Math.round(place)) < 1e-9 && index + 1 < sorted.length
  return isJump ? (value + sorted[index + 1]!) / 2 : value
}
