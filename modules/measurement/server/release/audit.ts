/** A prime below 2^26: products stay below 2^52, exact in JavaScript's numbers. */
const p = 67_108_859
/** Beyond so many steps the search answers "leak": what cannot be checked is not published. */
const mostSteps = 5_000_000

export type Group = ReadonlySet<string>

/**
 * The exact linear audit of §3.4: whether somebody who knows the totals of all these groups, and who belongs to each,
 * can derive the total of any set of fewer than `k` people.
 *
 * People with the same memberships cannot be told apart by any sum: they form an atom. A union S of atoms has a
 * determined total exactly when its indicator lies in the row space of the groups, that is when it is orthogonal to
 * the null space. Two random vectors of the null space stand for it: a wrong "yes" has a chance of about 1/p² and
 * hides a figure, it never exposes one.
 *
 * @param random whole numbers below the given bound; tests pass a seeded one
 */
export function leaks(
  groups: readonly Group[],
  k: number,
  random: (below: number) => number = randomBelow,
): boolean {
  const atoms = atomsOf(groups)
  if (atoms.length === 0) return false
  const rows = rref(
    groups.map((_, group) => atoms.map(({ memberships }) => (memberships.includes(group) ? 1 : 0))),
  )
  const projections = [project(rows, atoms.length, random), project(rows, atoms.length, random)]
  const small = atoms
    .map(({ size }, index) => ({ size, a: projections[0]![index]!, b: projections[1]![index]! }))
    .filter(({ size }) => size < k)
    .toSorted((one, other) => one.size - other.size)
  let steps = 0
  const search = (from: number, size: number, a: number, b: number): boolean => {
    for (let index = from; index < small.length; index++) {
      const atom = small[index]!
      // Sorted by size: the ones after it are no smaller.
      if (size + atom.size >= k) return false
      if (++steps > mostSteps) return true
      const nextA = (a + atom.a) % p
      const nextB = (b + atom.b) % p
      if (nextA === 0 && nextB === 0) return true
      if (search(index + 1, size + atom.size, nextA, nextB)) return true
    }
    return false
  }
  return search(0, 0, 0, 0)
}

/** People by their memberships in the groups; those in no group are not there. */
function atomsOf(groups: readonly Group[]): { memberships: number[]; size: number }[] {
  const byPerson = new Map<string, number[]>()
  for (const [index, group] of groups.entries())
    for (const person of group) {
      const known = byPerson.get(person)
      if (known) known.push(index)
      else byPerson.set(person, [index])
    }
  const atoms = new Map<string, { memberships: number[]; size: number }>()
  for (const memberships of byPerson.values()) {
    const key = memberships.join(' ')
    const atom = atoms.get(key)
    if (atom) atom.size++
    else atoms.set(key, { memberships, size: 1 })
  }
  return [...atoms.values()]
}

/** Reduced row echelon form modulo p; rows of zeros are dropped. */
function rref(matrix: number[][]): { pivot: number; row: number[] }[] {
  const rows = matrix.map((row) => [...row])
  const width = rows[0]?.length ?? 0
  const done: { pivot: number; row: number[] }[] = []
  for (let column = 0; column < width; column++) {
    const index = rows.findIndex((row, at) => at >= done.length && row[column] !== 0)
    if (index < 0) continue
    const place = done.length
    ;[rows[place], rows[index]] = [rows[index]!, rows[place]!]
    const pivotRow = rows[place]!
    const inverse = power(pivotRow[column]!, p - 2)
    for (let at = 0; at < width; at++) pivotRow[at] = (pivotRow[at]! * inverse) % p
    for (const [at, row] of rows.entries()) {
      const factor = row[column]!
      if (at === place || factor === 0) continue
      for (let inner = 0; inner < width; inner++)
        row[inner] = (row[inner]! + (p - factor) * pivotRow[inner]!) % p
    }
    done.push({ pivot: column, row: pivotRow })
  }
  return done
}

/** A random vector of the null space: free variables drawn, pivots follow from them. */
function project(
  rows: readonly { pivot: number; row: readonly number[] }[],
  width: number,
  random: (below: number) => number,
): number[] {
  const pivots = new Set(rows.map(({ pivot }) => pivot))
  const vector = Array.from({ length: width }, (_, index) => (pivots.has(index) ? 0 : random(p)))
  for (const { pivot, row } of rows) {
    let sum = 0
    for (let at = 0; at < width; at++) if (!pivots.has(at)) sum = (sum + row[at]! * vector[at]!) % p
    vector[pivot] = (p - sum) % p
  }
  return vector
}

/** base^exponent mod p by squaring. */
function power(base: number, exponent: number): number {
  let result = 1
  let square = base % p
  for (let left = exponent; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = (result * square) % p
    square = (square * square) % p
  }
  return result
}

/** From the system's source of randomness, so that nobody can prepare an organisation that slips through. */
function randomBelow(below: number): number {
  return Math.floor((crypto.getRandomValues(new Uint32Array(1))[0]! / 2 ** 32) * below)
}
