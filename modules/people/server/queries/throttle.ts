import type { Tx } from '#platform/db/tx.ts'

/**
 * Counts one attempt under every key unless one of them is full; a refused attempt is not counted, so that waiting
 * always helps. Returns the seconds until the oldest attempt of a full key is forgotten, or undefined.
 */
export async function insertAttempt(
  tx: Tx,
  tries: readonly { key: string; limit: number }[],
  now: Date,
  windowSeconds: number,
): Promise<number | undefined> {
  const row = await tx.row<{ wait: number | null }>(
    `with wanted as (select * from unnest($1::text[], $2::int[]) as w (key, top)),
          used as (
            select w.key, w.top, count(t.at) as n, min(t.at) as oldest
              from wanted w left join people.throttle t on t.key = w.key and t.at > $3::timestamptz - make_interval(secs => $4)
             group by w.key, w.top),
          kept as (insert into people.throttle (key, at) select key, $3 from used where not exists (select 1 from used where n >= top))
     select ceil(extract(epoch from max(oldest) + make_interval(secs => $4) - $3::timestamptz))::int as wait from used where n >= top`,
    [tries.map((one) => one.key), tries.map((one) => one.limit), now, windowSeconds],
  )
  return row?.wait == null ? undefined : Math.max(1, row.wait)
}

/** Forgets an account's attempts, and the one just made from its network. */
export async function deleteAttempts(
  tx: Tx,
  account: string | undefined,
  network: string,
  at: Date,
): Promise<void> {
  await tx.run(
    `delete from people.throttle where key = $1
        or ctid = (select ctid from people.throttle where key = $2 and at = $3 limit 1)`,
    [account ?? '', network, at],
  )
}

export async function findOrInsertSalt(tx: Tx, fresh: string): Promise<string> {
  const row = await tx.row<{ salt: string }>(
    `insert into platform.setting (key, value) values ('people.throttleSalt', to_jsonb($1::text))
     on conflict (key) do update set key = excluded.key returning value #>> '{}' as salt`,
    [fresh],
  )
  return row!.salt
}
