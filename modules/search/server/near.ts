/**
 * Edits between two words, a swap of neighbours counted as one (Damerau 1964, optimal string alignment); more than
 * `most` comes back as `most + 1`.
 */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1]
      let least = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (isSame ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, before[j - 2]! + 1)
      row.push(least)
    }
    if (Math.min(...row) > most) return most + 1
    before = last
    last = row
  }
  return Math.min(last[b.length]!, most + 1)
}

/** How many edits are taken for a slip: none in a very short word, two from eight letters on. */
export const slipsAllowed = (word: string): number => (word.length < 4 ? 0 : word.length < 8 ? 1 : 2)

export interface NearWord {
  word: string
  /** 1 or 2 edits away. */
  distance: number
}

/** Of the words that look alike, those that a slip or two away from any of the typed forms; the nearest six. */
export function chooseNear(forms: readonly string[], typed: string, words: readonly string[]): NearWord[] {
  const most = slipsAllowed(typed)
  if (most === 0) return []
  return words
    .map((word) => ({
      word,
      distance: Math.min(...[typed, ...forms].map((form) => editDistance(form, word, most))),
    }))
    .filter(({ word, distance }) => distance > 0 && distance <= most && word.length >= 3)
    .sort((a, b) => a.distance - b.distance || (a.word < b.word ? -1 : 1))
    .slice(0, 6)
}
