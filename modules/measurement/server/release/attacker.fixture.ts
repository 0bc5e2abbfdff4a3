/**
 * Somebody who knows every published total and who belongs to each group, and wants the total of a set of fewer than
 * `k` people. Written apart from the engine on purpose: exact fractions of big integers over groups of like people,
 * no modular arithmetic, no random projection. Returns the smallest set found, or null.
 */
export function attack(published: readonly ReadonlySet<string>[], k: number): string[] | null {
  const everybody = [...new Set(published.flatMap((group) => [...group]))]
  const kinds = new Map<string, string[]>()
  for (const person of everybody) {
    const signature = published.map((group) => (group.has(person) ? '1' : '0')).join('')
    kinds.set(signature, [...(kinds.get(signature) ?? []), person])
  }
  const columns = [...kinds.entries()]
  const residuals = residualsOf(
    published.map((_, group) => columns.map(([signature]) => (signature[group] === '1' ? 1n : 0n))),
    columns.length,
  )
  const small = columns
    .map(([, people], index) => ({ people, residual: residuals[index]! }))
    .filter(({ people }) => people.length < k)
    .toSorted((a, b) => a.people.length - b.people.length)
  const width = residuals[0]?.length ?? 0
  let best: string[] | null = null
  const walk = (from: number, sum: readonly number[], people: readonly string[]): void => {
    for (let index = from; index < small.length && best === null; index++) {
      const next = small[index]!
      if (people.length + next.people.length >= k) return
      const total: number[] = []
      let isZero = true
      for (let at = 0; at < width; at++) {
        total[at] = sum[at]! + next.residual[at]!
        if (total[at] !== 0) isZero = false
      }
      const set = [...people, ...next.people]
      if (isZero) best = set
      else walk(index + 1, total, set)
    }
  }
  walk(
    0,
    Array.from({ length: width }, () => 0),
    [],
  )
  return best
}

/** What is left of each column's unit vector once the published totals are subtracted: a set is known when they sum to nothing. */
function residualsOf(matrix: bigint[][], width: number): number[][] {
  const basis: { lead: number; values: Fraction[] }[] = []
  for (const row of matrix) {
    let values = row.map((value): Fraction => [value, 1n])
    for (const known of basis) values = minus(values, known.values, values[known.lead]!)
    const lead = values.findIndex(([n]) => n !== 0n)
    if (lead < 0) continue
    const [n, d] = values[lead]!
    values = values.map((value) => times(value, [d, n]))
    for (const known of basis) known.values = minus(known.values, values, known.values[lead]!)
    basis.push({ lead, values })
  }
  const leads = new Map(basis.map((known) => [known.lead, known.values]))
  const free = Array.from({ length: width }, (_, index) => index).filter((index) => !leads.has(index))
  const denominators = basis.flatMap(({ values }) => values.map(([, d]) => d))
  const common = denominators.reduce((a, b) => (a / gcd(a, b)) * b, 1n)
  return Array.from({ length: width }, (_, index) => {
    const row = leads.get(index)
    return free.map((column) => {
      if (!row) return column === index ? Number(common) : 0
      const [n, d] = row[column]!
      return Number((-n * common) / d)
    })
  })
}

type Fraction = readonly [bigint, bigint]
const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b))
function reduced(n: bigint, d: bigint): Fraction {
  if (n === 0n) return [0n, 1n]
  const by = gcd(n, d) * (d < 0n ? -1n : 1n)
  return [n / by, d / by]
}
const times = ([a, b]: Fraction, [c, d]: Fraction): Fraction => reduced(a * c, b * d)
const minus = (from: Fraction[], other: Fraction[], factor: Fraction): Fraction[] =>
  factor[0] === 0n
    ? from
    : from.map(([a, b], index) => {
        const [c, d] = times(other[index]!, factor)
        return reduced(a * d - c * b, b * d)
      })
