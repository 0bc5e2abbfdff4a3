import type { Tx } from '#platform/db/tx.ts'

/** The first day of the month that counts at this instant, by the clock of UTC. */
const monthSql = (at: string): string => `date_trunc('month', ${at}::timestamptz at time zone 'UTC')::date`
/** What stands for a person in one query of one month; without the month's salt nobody can tell who. */
const personSql = (salt: string, member: string, query: string): string =>
  `sha256(${salt} || convert_to(${member}::text || ':' || ${query}, 'UTF8'))`

/** One person searched this and found nothing. Twice counts once. */
export async function insertMiss(
  tx: Tx,
  miss: { memberId: string; communityId: string | null; query: string; now: Date; newSalt: Buffer },
): Promise<void> {
  await tx.run(
    `insert into search.miss_window (starts_on, salt) values (${monthSql('$1')}, $2) on conflict do nothing`,
    [miss.now, miss.newSalt],
  )
  await tx.run(
    `insert into search.miss (starts_on, community_id, query, person)
       select w.starts_on, $2, $3, ${personSql('w.salt', '$4', '$3')} from search.miss_window w where w.starts_on = ${monthSql('$1')}
     on conflict do nothing`,
    [miss.now, miss.communityId, miss.query, miss.memberId],
  )
}

/**
 * Writes how many people each query of the open months had, from five on and in steps, then destroys the months
 * that are over and what was published more than a year ago. Safe to run again.
 */
export async function publishMisses(tx: Tx, now: Date): Promise<void> {
  await tx.run(
    `insert into search.missed (starts_on, community_id, query, people)
       select m.starts_on, m.community_id, m.query, (select max(step) from unnest(array[5, 10, 20, 50, 100, 200, 500, 1000, 5000, 20000]) step where step <= m.people)
         from (select starts_on, community_id, query, count(*) as people from search.miss group by 1, 2, 3 having count(*) >= 5) m
     on conflict (starts_on, community_id, query) do update set people = greatest(search.missed.people, excluded.people)`,
  )
  await tx.run(`delete from search.miss_window where starts_on < ${monthSql('$1')}`, [now])
  await tx.run(`delete from search.missed where starts_on < ${monthSql('$1')} - interval '12 months'`, [now])
}

export interface MissedRow {
  query: string
  month: string
  people: number
}

/** What was searched and not found in one community, or everywhere (`null`): newest month first, most people first. */
export const listMissed = (tx: Tx, communityId: string | null, now: Date): Promise<MissedRow[]> =>
  tx.rows<MissedRow>(
    `select query, to_char(starts_on, 'YYYY-MM') as month, people from search.missed
      where community_id is not distinct from $1::uuid and starts_on > ${monthSql('$2')} - interval '12 months'
      order by starts_on desc, people desc, query limit 200`,
    [communityId, now],
  )

/** What one person's searches left in the open months, for that person. */
export const listOwnMisses = async (tx: Tx, memberId: string): Promise<string[]> =>
  (
    await tx.rows<{ query: string }>(
      `select distinct m.query from search.miss m join search.miss_window w on w.starts_on = m.starts_on
        where m.person = ${personSql('w.salt', '$1::uuid', 'm.query')} order by m.query limit 100`,
      [memberId],
    )
  ).map((row) => row.query)

export async function insertDemoMissed(
  tx: Tx,
  rows: readonly { communityId: string | null; query: string; people: number; monthsAgo: number }[],
  now: Date,
): Promise<void> {
  await tx.run(
    `insert into search.missed (starts_on, community_id, query, people, demo)
       select (${monthSql('$1')} - months * interval '1 month')::date, community_id, query, people, true
         from unnest($2::uuid[], $3::text[], $4::int[], $5::int[]) x(community_id, query, people, months)
     on conflict do nothing`,
    [
      now,
      rows.map((row) => row.communityId),
      rows.map((row) => row.query),
      rows.map((row) => row.people),
      rows.map((row) => row.monthsAgo),
    ],
  )
}

export const deleteDemoMissed = (tx: Tx): Promise<number> => tx.run(`delete from search.missed where demo`)
