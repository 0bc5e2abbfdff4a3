import type { Tx } from '#platform/db/tx.ts'
import type { RollupRow } from './rollup/rows.ts'

// Reading the rollups.

export interface KeptRow extends RollupRow {
  /** `YYYY-MM`. */
  month: string
  months: 1 | 3
}

/** Estimates of the spans that end in [from, to] every `months` months, and those about now. Oldest first. */
export const listKeptRows = (
  tx: Tx,
  communityId: string,
  history: boolean,
  months: 1 | 3,
  { from, to, now }: { from: string; to: string; now: string },
): Promise<KeptRow[]> =>
  tx.rows<KeptRow>(
    `select to_char(r.month, 'YYYY-MM') as month, r.span as months, r.metric, r.part, r.value, r.hits, r.n, r.low, r.high, r.withheld
       from measurement.rollup_month r
      where r.community_id = $1 and r.history = $2
        and ((r.span = $3 and r.month between $4 and $5) or (r.span = 1 and r.month = $6 and r.metric in ('M01', 'M15')))
      order by r.month`,
    [communityId, history, months, from, to, now],
  )

export interface State {
  firstMonth: string
  hasHistory: boolean
  computedAt: Date
  /** Conversations of the last closed month, as far as they are counted: its own, and with imported ones. */
  own: number | null
  all: number | null
}
export const findState = (tx: Tx, communityId: string, lastMonth: string): Promise<State | undefined> =>
  tx.row<State>(
    `select to_char(s.first_month, 'YYYY-MM') as "firstMonth", s.has_history as "hasHistory", s.computed_at as "computedAt",
            max(r.n) filter (where not r.history) as own, max(r.n) filter (where r.history) as all
       from measurement.rollup_state s
       left join measurement.rollup_month r
         on r.community_id = s.community_id and r.span = 1 and r.month = $2 and r.metric = 'M18' and r.part = ''
      where s.community_id = $1 group by s.community_id`,
    [communityId, lastMonth],
  )

/** Contributions by week since a Monday, and the first week with any. */
export async function listKeptWeeks(
  tx: Tx,
  communityId: string,
  history: boolean,
  from: string,
): Promise<{ weeks: { week: string; contributions: number }[]; firstWeek: string | null }> {
  const rows = await tx.rows<{ week: string; contributions: number; firstWeek: string | null }>(
    `select to_char(w.week, 'YYYY-MM-DD') as week, w.contributions,
            (select to_char(min(f.week), 'YYYY-MM-DD') from measurement.rollup_week f
              where f.community_id = $1 and f.history = $2 and f.contributions > 0) as "firstWeek"
       from measurement.rollup_week w where w.community_id = $1 and w.history = $2 and w.week >= $3 order by w.week`,
    [communityId, history, from],
  )
  return { weeks: rows, firstWeek: rows[0]?.firstWeek ?? null }
}
