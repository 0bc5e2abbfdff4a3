import type { LocalText } from '#platform/shared/local-text.ts'

export interface WrittenArticle {
  title: LocalText
  body: LocalText
}
export type DiffKind = 'same' | 'changed' | 'added' | 'removed'
export interface DiffLine {
  kind: DiffKind
  article: WrittenArticle
  /** The article as it stands, when its text changed. */
  before?: WrittenArticle
}

const same = (a: LocalText, b: LocalText): boolean =>
  (a.fr ?? '') === (b.fr ?? '') && (a.en ?? '') === (b.en ?? '')
const sameTitle = (a: WrittenArticle, b: WrittenArticle): boolean => same(a.title, b.title)
const identical = (a: WrittenArticle, b: WrittenArticle): boolean => sameTitle(a, b) && same(a.body, b.body)

/**
 * What publishing would change, article by article: the longest run of unchanged articles stays, and between two of
 * them an article that kept its title, or took the place of one that went, is "changed". Charters are short: O(n·m).
 */
export function diffCharter(before: readonly WrittenArticle[], after: readonly WrittenArticle[]): DiffLine[] {
  const lengths = longestCommon(before, after)
  const lines: DiffLine[] = []
  let [gone, come]: [WrittenArticle[], WrittenArticle[]] = [[], []]
  const flush = () => {
    lines.push(...pairUp(gone, come))
    ;[gone, come] = [[], []]
  }
  let [i, j] = [0, 0]
  while (i < before.length || j < after.length) {
    const [old, now] = [before[i], after[j]]
    if (old && now && identical(old, now)) {
      flush()
      lines.push({ kind: 'same', article: now })
      i++
      j++
    } else if (now && (!old || lengths[i]![j + 1]! >= lengths[i + 1]![j]!)) {
      come.push(now)
      j++
    } else {
      gone.push(old!)
      i++
    }
  }
  flush()
  return lines
}

function pairUp(gone: readonly WrittenArticle[], come: readonly WrittenArticle[]): DiffLine[] {
  const left = [...gone]
  const lines = come.map((article): DiffLine => {
    const twin = left.findIndex((old) => sameTitle(old, article))
    if (twin === -1) return { kind: 'added', article }
    return { kind: 'changed', article, before: left.splice(twin, 1)[0]! }
  })
  // What is still unpaired replaces what still is, in order.
  for (const line of lines) {
    const before = line.kind === 'added' ? left.shift() : undefined
    if (before) Object.assign(line, { kind: 'changed', before })
  }
  return [...lines, ...left.map((article): DiffLine => ({ kind: 'removed', article }))]
}

function longestCommon(before: readonly WrittenArticle[], after: readonly WrittenArticle[]): number[][] {
  const lengths = Array.from({ length: before.length + 1 }, () =>
    Array.from({ length: after.length + 1 }, () => 0),
  )
  for (let i = before.length - 1; i >= 0; i--)
    for (let j = after.length - 1; j >= 0; j--)
      lengths[i]![j] = identical(before[i]!, after[j]!)
        ? lengths[i + 1]![j + 1]! + 1
        : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!)
  return lengths
}
