/** Seeded chance (mulberry32): the same company every time. */
export interface Chance {
  /** 0 ≤ x < 1 */
  next(): number
  between(low: number, high: number): number
  pick<T>(list: readonly T[]): T
  /** Picks with a weight per element. */
  weighted<T>(list: readonly T[], weight: (element: T) => number): T
  happens(probability: number): boolean
  /** Log-normal: what delays between people look like. `spread` is the standard deviation of the logarithm. */
  delay(median: number, spread: number): number
  shuffle<T>(list: readonly T[]): T[]
}

export function seeded(seed: number): Chance {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  return {
    next,
    between: (low, high) => low + next() * (high - low),
    pick: (list) => list[Math.floor(next() * list.length)]!,
    weighted(list, weight) {
      const total = list.reduce((sum, element) => sum + weight(element), 0)
      let left = next() * total
      for (const element of list) if ((left -= weight(element)) <= 0) return element
      return list.at(-1)!
    },
    happens: (probability) => next() < probability,
    delay(median, spread) {
      // Box–Muller; 1 − next() is never zero.
      const normal = Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
      return median * Math.exp(spread * normal)
    },
    shuffle(list) {
      const copy = [...list]
      for (let i = copy.length - 1; i > 0; i--) {
        const j = Math.floor(next() * (i + 1))
        ;[copy[i], copy[j]] = [copy[j]!, copy[i]!]
      }
      return copy
    },
  }
}

/** A time-ordered identifier at an instant, from seeded chance: ids of the demo sort older than ids made later. */
export function idAt(at: Date, chance: Chance): string {
  const hex = (digits: number): string => {
    let text = ''
    while (text.length < digits) text += Math.floor(chance.next() * 16).toString(16)
    return text
  }
  const time = at.getTime().toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-${'89ab'[Math.floor(chance.next() * 4)]}${hex(3)}-${hex(12)}`
}
