/** One public act of one person towards another, in one conversation or page. */
export interface Arc {
  from: string
  to: string
  thread: string
}

/** Two people who exchanged. `a` < `b`; weight: distinct conversations, at most 5. */
export interface Tie {
  a: string
  b: string
  weight: number
  isTwoWay: boolean
}

/** More conversations than this make no stronger tie: one long project must not hide the rest. */
export const mostWeight = 5

/** Folds acts into ties. Acts towards oneself are nobody's tie. */
export function buildTies(arcs: readonly Arc[]): Tie[] {
  const pairs = new Map<string, { a: string; b: string; threads: Set<string>; ways: number }>()
  for (const { from, to, thread } of arcs) {
    if (from === to) continue
    const [a, b] = from < to ? [from, to] : [to, from]
    const key = `${a} ${b}`
    let pair = pairs.get(key)
    if (!pair) pairs.set(key, (pair = { a, b, threads: new Set(), ways: 0 }))
    pair.threads.add(thread)
    pair.ways |= from < to ? 1 : 2
  }
  return [...pairs.values()]
    .map(({ a, b, threads, ways }) => ({
      a,
      b,
      weight: Math.min(mostWeight, threads.size),
      isTwoWay: ways === 3,
    }))
    .toSorted((one, other) => (one.a + one.b < other.a + other.b ? -1 : 1))
}
