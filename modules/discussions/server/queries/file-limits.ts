import type { FileLimits } from '#modules/discussions/contract.ts'
import type { Tx } from '#platform/db/tx.ts'

const megabyte = 1_000_000
/** Without a decision of the administrator. The first is also the most that the server receives at once. */
export const usualLimits: FileLimits = {
  file: 25 * megabyte,
  day: 200 * megabyte,
  total: 500 * megabyte,
}
const keys = {
  file: 'discussions.attachmentFileLimit',
  day: 'discussions.attachmentDayLimit',
  total: 'discussions.attachmentQuota',
}

/** Bytes a file, a day and in all that one person may send and keep, set by the administrator. */
export async function findFileLimits(tx: Tx): Promise<FileLimits> {
  const rows = await tx.rows<{ key: string; bytes: number }>(
    `select key, (value #>> '{}')::bigint as bytes from platform.setting where key = any($1::text[])`,
    [Object.values(keys)],
  )
  const set = (name: keyof FileLimits) =>
    rows.find(({ key }) => key === keys[name])?.bytes ?? usualLimits[name]
  return { file: set('file'), day: set('day'), total: set('total') }
}

export const setFileLimits = (tx: Tx, limits: FileLimits): Promise<number> =>
  tx.run(
    `insert into platform.setting (key, value) select s.key, to_jsonb(s.bytes) from unnest($1::text[], $2::bigint[]) as s(key, bytes)
     on conflict (key) do update set value = excluded.value`,
    [Object.values(keys), [limits.file, limits.day, limits.total]],
  )

/** Bytes that a person keeps, and has sent in the last 24 hours. */
export async function findOwnUse(
  tx: Tx,
  memberId: string,
  now: Date,
): Promise<{ used: number; usedToday: number }> {
  const row = await tx.row<{ used: number; usedToday: number }>(
    `select coalesce(sum(size), 0)::bigint as used,
            coalesce(sum(size) filter (where created_at > $2::timestamptz - interval '24 hours'), 0)::bigint as "usedToday"
       from discussions.attachment where owner_id = $1`,
    [memberId, now],
  )
  return row!
}

/** All files of everybody, for the administrator: a sum, no person. */
export async function findAllUse(tx: Tx): Promise<{ used: number; files: number }> {
  const row = await tx.row<{ used: number; files: number }>(
    `select coalesce(sum(size), 0)::bigint as used, count(*)::int as files from discussions.attachment`,
  )
  return row!
}
