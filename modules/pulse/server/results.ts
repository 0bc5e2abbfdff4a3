import { randomInt } from 'node:crypto'
import { mergeLabels, nBandOf, protectMean, protectShare } from '#modules/measurement/public.ts'
import type { Item, ItemResult, Share } from '#modules/pulse/shapes.ts'
import type { AnswerRow, ResultBody } from './queries/answers.ts'
import type { FrozenCell } from './queries/waves.ts'
import type { SealedAnswer } from './seal.ts'

/** Written on every published row; changes when the same answers would give other rows. */
export const algoVersion = 'pulse-1'

export interface WaveOutcome {
  state: 'published' | 'tooFew'
  body: ResultBody
  /** What is kept of the answers, under the labels as merged at the end; nothing when they were too few. */
  answers: AnswerRow[]
  texts: string[]
}

/** A uniformly random order (Fisher–Yates over the system's generator). */
export function shuffled<V>(values: readonly V[]): V[] {
  const all = [...values]
  for (let index = all.length - 1; index > 0; index--) {
    const other = randomInt(index + 1)
    ;[all[index], all[other]] = [all[other]!, all[index]!]
  }
  return all
}

const nothing: Share = { percent: null, code: null }
/** A share of 0..1 in steps of ten; unanimity cannot be read. */
export function shareOf(part: number, whole: number): Share {
  if (whole === 0) return nothing
  const { value, code } = protectShare(part / whole)
  return { percent: value, code: code === 'under10' || code === 'over90' ? code : null }
}

const meanOf = (values: readonly number[]): number =>
  protectMean(values.reduce((sum, value) => sum + value, 0) / values.length).value!

/**
 * What may be said of a wave: means to the nearest half, three bars in steps of ten percent, the share of people who
 * answered, texts in a random order when at least `k` wrote. Fewer than `k` answers: nothing at all. Labels that too
 * few answered under are merged again, so that every cell holds `k` answers to every question that is shown.
 */
export function resultOf(
  wave: { items: readonly Item[]; cells: readonly FrozenCell[]; invited: number; withText: boolean },
  sealed: readonly SealedAnswer[],
  k: number,
): WaveOutcome {
  const answered = sealed.filter(({ values }) => values.length > 0)
  if (answered.length < k)
    return {
      state: 'tooFew',
      body: { answered: nothing, respondents: null, items: [], texts: [], fewTexts: false },
      answers: [],
      texts: [],
    }
  const rows = answered.flatMap(({ label, values }) =>
    values.map(([item, value]): AnswerRow => ({ label, item, value })),
  )
  const byItem = Map.groupBy(rows, ({ item }) => item)
  const shown = wave.items.filter(({ key }) => (byItem.get(key)?.length ?? 0) >= k)
  const merged = mergedAtEnd(
    wave.cells,
    shown.map(({ key }) => byItem.get(key)!),
    k,
  )
  const items = wave.items.map(({ key, text }): ItemResult => {
    const values = (byItem.get(key) ?? []).map(({ value }) => value)
    if (values.length < k) return { key, text, mean: null, bars: [], cells: [] }
    const bar = (low: number, high: number) =>
      shareOf(values.filter((value) => value >= low && value <= high).length, values.length)
    return {
      key,
      text,
      mean: meanOf(values),
      bars: [bar(1, 2), bar(3, 3), bar(4, 5)],
      cells: merged.map(({ label, includes, from }) => ({
        label,
        includes,
        mean: meanOf(
          byItem
            .get(key)!
            .filter((row) => from.has(row.label))
            .map(({ value }) => value),
        ),
      })),
    }
  })
  const texts = sealed.flatMap(({ text }) => (text ? [text] : []))
  const keptTexts = texts.length >= k ? shuffled(texts) : []
  const labelOf = new Map(merged.flatMap(({ label, from }) => [...from].map((name) => [name, label])))
  return {
    state: 'published',
    body: {
      answered: shareOf(answered.length, Math.max(wave.invited, answered.length)),
      respondents: nBandOf(answered.length),
      items,
      texts: keptTexts,
      fewTexts: wave.withText && texts.length < k,
    },
    answers: shuffled(rows).map((row) => ({ ...row, label: labelOf.get(row.label) ?? '' })),
    texts: keptTexts,
  }
}

/**
 * The labels of the wave after a second merging by answers. A label counts with the question that the fewest answered
 * under it: what holds for that one holds for all.
 */
function mergedAtEnd(
  cells: readonly FrozenCell[],
  answers: readonly (readonly AnswerRow[])[],
  k: number,
): { label: string; includes: string[]; from: ReadonlySet<string> }[] {
  if (cells.length < 2 || answers.length === 0) return []
  const cellOf = new Map<string, string>()
  for (const { label } of cells) {
    const fewest = Math.min(...answers.map((rows) => rows.filter((row) => row.label === label).length))
    for (let n = 0; n < fewest; n++) cellOf.set(`${label}\n${n}`, label)
  }
  const { labels } = mergeLabels({ people: cellOf.keys(), cellOf, k, smallest: 0 })
  if (labels.length < 2) return []
  const known = new Map(cells.map((cell) => [cell.label, cell]))
  const found = labels.map(({ label, includes }) => {
    const from = includes.length > 0 ? includes : [label]
    return {
      label,
      includes:
        from.length === 1 && known.get(label)
          ? known.get(label)!.includes
          : from.flatMap((name) => (known.get(name)?.includes.length ? known.get(name)!.includes : [name])),
      from: new Set(from),
    }
  })
  // A label under which nobody answered every question stands with the merged ones.
  const covered = new Set(found.flatMap(({ from }) => [...from]))
  const left = cells.filter(({ label }) => !covered.has(label))
  if (left.length === 0) return found
  const bag = found.find(({ label }) => label.startsWith('other')) ?? found.at(-1)!
  return found.map((cell) =>
    cell === bag
      ? {
          ...cell,
          label: 'other',
          from: new Set([...cell.from, ...left.map(({ label }) => label)]),
          includes: [
            ...(cell.from.size === 1 && cell.includes.length === 0 ? [cell.label] : cell.includes),
            ...left.flatMap(({ label, includes }) => (includes.length > 0 ? includes : [label])),
          ],
        }
      : cell,
  )
}
