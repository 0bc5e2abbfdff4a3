import type { ItemResult, WaveResult } from '../contract.ts'

export interface TrendOfItem {
  item: Pick<ItemResult, 'key' | 'text'>
  /** Oldest first. */
  points: { on: string; mean: number }[]
  /** The last wave differs from the first by more than the rounding: one full point. */
  moved: boolean
}

/** Default questions over at least two published waves; a manager's own questions are not compared. */
export function itemsOfTrend(results: readonly WaveResult[]): TrendOfItem[] {
  const published = results.filter(({ state }) => state === 'published').toReversed()
  const names = [...new Set(published.flatMap(({ items }) => items.map(({ key }) => key)))]
  return names
    .filter((key) => !key.startsWith('own'))
    .flatMap((key) => {
      const points = published.flatMap(({ closedOn, items }) => {
        const mean = items.find((item) => item.key === key)?.mean
        return mean === null || mean === undefined ? [] : [{ on: closedOn, mean }]
      })
      return points.length < 2
        ? []
        : [{ item: { key, text: null }, points, moved: Math.abs(points.at(-1)!.mean - points[0]!.mean) >= 1 }]
    })
}
