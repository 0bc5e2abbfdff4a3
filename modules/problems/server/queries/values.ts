import type { WrittenValue } from '#modules/problems/contract.ts'
import { exactInstantSql, instantSql } from '#platform/db/keyset.ts'
import type { Tx } from '#platform/db/tx.ts'

export interface CurrentValue {
  id: string
  on: string
  source: string
  value: number
  note: string | null
}

/** Values that stand for these days, of the indicator or of one comparison. */
export const listCurrent = (
  tx: Tx,
  communityId: string,
  comparisonId: string | null,
  days: readonly string[],
): Promise<CurrentValue[]> =>
  tx.rows<CurrentValue>(
    `select id, to_char(on_day, 'YYYY-MM-DD') as "on", source, value::float8 as value, note from problems.value
      where community_id = $1 and comparison_id is not distinct from $2::uuid and on_day = any($3::date[]) and replaced_at is null`,
    [communityId, comparisonId, days],
  )

export interface NewValue extends CurrentValue {
  communityId: string
  comparisonId: string | null
  way: string
  by: string | null
  at: Date
}

/** The rows that these replace are closed in the same statement; nothing is lost. */
export const replaceValues = (tx: Tx, replacedIds: readonly string[], at: Date): Promise<number> =>
  tx.run(`update problems.value set replaced_at = greatest($2, written_at) where id = any($1::uuid[])`, [
    replacedIds,
    at,
  ])

export const insertValues = (tx: Tx, rows: readonly NewValue[]): Promise<number> =>
  tx.run(
    `insert into problems.value (id, community_id, comparison_id, on_day, source, value, note, way, written_by, written_at)
     select r.id, r.community_id, r.comparison_id, r.on_day, r.source, r.value, r.note, r.way, r.written_by, r.written_at
       from jsonb_to_recordset($1::jsonb) as r (id uuid, community_id uuid, comparison_id uuid, on_day date, source text,
         value numeric, note text, way text, written_by uuid, written_at timestamptz)`,
    [
      JSON.stringify(
        rows.map((row) => ({
          id: row.id,
          community_id: row.communityId,
          comparison_id: row.comparisonId,
          on_day: row.on,
          source: row.source,
          value: row.value,
          note: row.note,
          way: row.way,
          written_by: row.by,
          written_at: row.at,
        })),
      ),
    ],
  )

export type HistoryRow = WrittenValue & { exact: string }
export const listHistory = (
  tx: Tx,
  communityId: string,
  after: { at: string | null; id: string | null },
  limit: number,
): Promise<HistoryRow[]> =>
  tx.rows<HistoryRow>(
    `select id, comparison_id as "comparisonId", to_char(on_day, 'YYYY-MM-DD') as "on", value::float8 as value, source, note, way,
            ${instantSql('written_at')} as "writtenAt", ${instantSql('replaced_at')} as "replacedAt",
            ${exactInstantSql('written_at')} as exact
       from problems.value
      where community_id = $1 and ($2::timestamptz is null or (written_at, id) < ($2::timestamptz, $3::uuid))
      order by written_at desc, id desc limit $4`,
    [communityId, after.at, after.id, limit],
  )

/** Every value of the indicator that stands, oldest first, for the file. */
export const listStanding = (tx: Tx, communityId: string): Promise<CurrentValue[]> =>
  tx.rows<CurrentValue>(
    `select id, to_char(on_day, 'YYYY-MM-DD') as "on", source, value::float8 as value, note from problems.value
      where community_id = $1 and comparison_id is null and replaced_at is null order by on_day, source limit 20000`,
    [communityId],
  )

/** @returns whether there was one to withdraw */
export const withdrawValue = async (tx: Tx, communityId: string, id: string, at: Date): Promise<boolean> =>
  (await tx.run(
    `update problems.value set replaced_at = greatest($3, written_at)
      where community_id = $1 and id = $2 and replaced_at is null`,
    [communityId, id, at],
  )) === 1
