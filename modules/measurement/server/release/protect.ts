import type { ProtectedValue } from '#modules/measurement/release-contract.ts'

const plain = (value: number): ProtectedValue => ({ value, code: null, low: null, high: null })
const coded = (code: ProtectedValue['code'], low: number | null, high: number | null): ProtectedValue => ({
  value: null,
  code,
  low,
  high,
})

/** A share of 0..1 in steps of 10 %; below 10 % and above 90 % only that much is said, so that "all" cannot be read. */
export function protectShare(share: number): ProtectedValue {
  const percent = share * 100
  if (percent < 10) return coded('under10', 0, 10)
  if (percent > 90) return coded('over90', 90, 100)
  return plain(Math.round(percent / 10 + 1e-9) * 10)
}

/** E-I = 2 × (share of ties outwards) − 1: protected as that share, hence in steps of 0.2. */
export function protectIndex(outwards: number): ProtectedValue {
  const share = protectShare(outwards)
  const onIndex = (percent: number | null) => (percent === null ? null : Math.round(percent / 5 - 10) / 10)
  return { value: onIndex(share.value), code: share.code, low: onIndex(share.low), high: onIndex(share.high) }
}

/** A count or a sum, to the nearest multiple of 5. */
export const protectCount = (count: number): ProtectedValue => plain(Math.round(count / 5) * 5)

/** A mean, to the nearest 0.5. */
export const protectMean = (mean: number): ProtectedValue => plain(Math.round(mean * 2) / 2)

/** Days: the bands of a welcome, not of a stopwatch. */
const delayBounds = [1, 3, 7, 14, 30, 60, 90] as const

/** A delay in days as a band; null (half of them never got there): beyond the last bound. */
export function protectDelay(days: number | null): ProtectedValue {
  const bounds = [0, ...delayBounds]
  const index = days === null ? bounds.length - 1 : bounds.findLastIndex((bound) => days >= bound)
  return coded('band', bounds[Math.max(0, index)]!, bounds[index + 1] ?? null)
}

const bands = [5, 10, 20, 50, 100, 200, 500] as const

/** How many people, as a band: `5-9`, `10-19`… `500+`. Below five there is no band because there is no figure. */
export function nBandOf(n: number): string {
  const index = bands.findLastIndex((bound) => n >= bound)
  if (index < 0) throw new Error('a figure of fewer than five people has no band')
  const next = bands[index + 1]
  return next ? `${bands[index]}-${next - 1}` : `${bands[index]}+`
}
