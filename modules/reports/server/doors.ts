import * as measurement from '#modules/measurement/public.ts'
import type { Context } from '#platform/context.ts'
import type { ReportFacts } from './facts.ts'

/** What readers declared of texts of a community in a window (M29); null: too few, or nobody asked yet. */
export interface TimeSaved {
  n: number
  sumMinutes: number
  medianMinutes: number
}
interface Doors {
  readTimeSaved(ctx: Context, communityId: string, from: string, to: string): Promise<unknown>
}
const doors = measurement as unknown as Partial<Doors>

export async function readTimeSaved(
  ctx: Context,
  communityId: string,
  from: string,
  to: string,
): Promise<TimeSaved | null> {
  const answer = (await doors.readTimeSaved?.(ctx, communityId, from, to)) as Partial<TimeSaved> | undefined
  return typeof answer?.n === 'number' && typeof answer.medianMinutes === 'number' && answer.n > 0
    ? { n: answer.n, sumMinutes: answer.sumMinutes ?? 0, medianMinutes: answer.medianMinutes }
    : null
}

/** Rows that the release engine published for a month of a community. */
export const readReleases = async (
  ctx: Context,
  communityId: string,
  month: string,
): Promise<ReportFacts['releases']> =>
  (await measurement.listReleases(ctx, { communityId, period: month }))
    .slice(0, 60)
    .map(({ metric, dimension, cell, value, nBand, unit }) => ({ metric, dimension, cell, value, nBand, unit }))
