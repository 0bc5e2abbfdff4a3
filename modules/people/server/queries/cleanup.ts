import type { Tx } from '#platform/db/tx.ts'

/** Forgets what the registry promises to forget. */
export async function deleteExpired(tx: Tx, now: Date): Promise<void> {
  await tx.run(`delete from people.throttle where at < $1::timestamptz - interval '1 hour'`, [now])
  await tx.run(`delete from people.session where expires_at < $1`, [now])
  await tx.run(
    `delete from people.one_time_token where expires_at < $1::timestamptz - interval '1 day' or used_at < $1::timestamptz - interval '1 day'`,
    [now],
  )
  await tx.run(`delete from people.access_log where at < $1::timestamptz - interval '12 months'`, [now])
}
