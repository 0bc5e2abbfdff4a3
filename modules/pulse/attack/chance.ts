import type { Guess } from './strategies.ts'

/** Five deviations are one in three million; fewer than six more than expected have no bell curve, and prove nothing. */
export const isChance = ({ right, expected, z }: Outcome): boolean => z < 5 || right - expected < 6

export interface Outcome {
  /** People for whom a value was guessed, and how many guesses were right. */
  guessed: number
  right: number
  /** What guesses of the same values given to people at random would get right, and its spread. */
  expected: number
  deviation: number
  /** (right − expected) / deviation: above 5 is no accident (one in three million). */
  z: number
}

/**
 * Compares guesses with the truth, against the same guesses dealt out at random. Mean and variance of matches under a
 * random permutation: with a_v guesses and b_v true values v among n people,
 * E = Σ a_v b_v / n and Var = Σ_v Σ_w cov(v, w) of the permutation (a hypergeometric for each pair of values).
 */
export function judge(pairs: readonly { guess: Guess; truth: ReadonlyMap<string, number> }[]): Outcome {
  let guessed = 0
  let right = 0
  let expected = 0
  let variance = 0
  for (const { guess, truth } of pairs) {
    const of = new Map<number, number>()
    const is = new Map<number, number>()
    let n = 0
    let hits = 0
    for (const [member, value] of guess) {
      const real = truth.get(member)
      if (real === undefined) continue
      n++
      if (real === value) hits++
      of.set(value, (of.get(value) ?? 0) + 1)
      is.set(real, (is.get(real) ?? 0) + 1)
    }
    guessed += n
    right += hits
    if (n < 2) {
      // One guess dealt out among one person is itself: it says nothing.
      expected += hits
      continue
    }
    const mean = [...of].reduce((sum, [value, a]) => sum + (a * (is.get(value) ?? 0)) / n, 0)
    expected += mean
    // E[X²] of a permutation: matches by twos, of the same value and of two values.
    let square = mean
    for (const [v, a] of of)
      for (const [w, c] of of) {
        const b = is.get(v) ?? 0
        const d = is.get(w) ?? 0
        square += v === w ? (a * (a - 1) * b * (b - 1)) / (n * (n - 1)) : (a * c * b * d) / (n * (n - 1))
      }
    variance += square - mean * mean
  }
  const deviation = Math.sqrt(Math.max(variance, 0))
  return {
    guessed,
    right,
    expected,
    deviation,
    z: deviation === 0 ? (right > expected ? Infinity : 0) : (right - expected) / deviation,
  }
}
