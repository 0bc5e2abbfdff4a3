import type { Context } from '#platform/context.ts'

/**
 * What the workbench, which stands above, knows and hands down: a manager's own replies before the clock, and what a
 * handover sheet names. Without it a sheet says what is known below.
 */
export interface WorkbenchFacts {
  /** Replies of one manager before the clock let them, by month `YYYY-MM`. */
  countOverrides(
    ctx: Context,
    communityId: string,
    memberId: string,
    from: Date,
  ): Promise<{ month: string; n: number }[]>
  listOpenItems(
    ctx: Context,
    communityId: string,
  ): Promise<{
    questions: { title: string; owner: string | null; promisedFor: string | null }[]
    newcomers: { name: string; buddy: string | null }[]
  }>
}

let supplied: WorkbenchFacts | undefined
export const supplyWorkbenchFacts = (facts: WorkbenchFacts): void => {
  supplied = facts
}
export const workbenchFacts = (): WorkbenchFacts | undefined => supplied
