import { dateOf } from './convert.ts'
import { readRows } from './read-rows.ts'
import type { Row } from './read-rows.ts'

const weekMs = 7 * 86_400_000
/** Every attribute of a dump that is a moment. */
const moments = [
  'CreationDate',
  'LastEditDate',
  'ClosedDate',
  'LastActivityDate',
  'LastAccessDate',
  'Date',
] as const
/** Those that something is dated by here: none of them may come to lie in the future. */
const dating = ['CreationDate', 'LastEditDate', 'ClosedDate'] as const

/** The newest moment of these files; undefined where there is none. One pass over each, a row at a time. */
export async function findNewest(paths: readonly string[]): Promise<Date | undefined> {
  let newest = 0
  for (const path of paths)
    for await (const row of readRows(path, { bad: () => {}, bytes: () => {} }))
      for (const name of dating) newest = Math.max(newest, dateOf(row[name])?.getTime() ?? 0)
  return newest > 0 ? new Date(newest) : undefined
}

/**
 * Whole weeks between the newest moment and now, so that every day keeps its weekday and every hour its hour (UTC), and
 * nothing comes to lie in the future. Negative where the dump is from the future.
 */
export const weeksToNow = (newest: Date, now: Date): number =>
  Math.floor((now.getTime() - newest.getTime()) / weekMs)

/** A row with all its moments moved by whole weeks; what is no date stays what it is. */
export function shiftRow(row: Row, weeks: number): Row {
  if (weeks === 0) return row
  const moved: Row = { ...row }
  for (const name of moments) {
    const at = dateOf(row[name])
    if (at) moved[name] = new Date(at.getTime() + weeks * weekMs).toISOString()
  }
  return moved
}
