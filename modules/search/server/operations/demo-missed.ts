import type { Context } from '#platform/context.ts'
import { deleteDemoMissed, insertDemoMissed } from '../queries/missed.ts'

export interface DemoMissedSearch {
  /** Null: searched everywhere. */
  communityId: string | null
  query: string
  /** 5, 10, 20… */
  people: number
  monthsAgo: number
}

export const addDemoMissedSearches = (ctx: Context, rows: readonly DemoMissedSearch[]): Promise<void> =>
  insertDemoMissed(ctx.tx, rows, ctx.now)

export async function removeDemoMissedSearches(ctx: Context): Promise<void> {
  await deleteDemoMissed(ctx.tx)
}
