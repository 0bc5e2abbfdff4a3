import type { PresenceLine } from '#modules/gatherings/contract.ts'
import { memberCardSql } from '#modules/people/public.ts'
import { instantSql } from '#platform/db/keyset.ts'
import type { Tx } from '#platform/db/tx.ts'

/** False where the person was there already. */
export const insertPresence = async (
  tx: Tx,
  gatheringId: string,
  memberId: string,
  byMemberId: string | null,
  now: Date,
): Promise<boolean> =>
  (await tx.run(
    `insert into gatherings.presence (gathering_id, member_id, at, by_member_id) values ($1, $2, $3, $4) on conflict do nothing`,
    [gatheringId, memberId, now, byMemberId],
  )) > 0

export const deletePresence = (tx: Tx, gatheringId: string, memberId: string): Promise<number> =>
  tx.run(`delete from gatherings.presence where gathering_id = $1 and member_id = $2`, [
    gatheringId,
    memberId,
  ])

export const isPresent = async (tx: Tx, gatheringId: string, memberId: string): Promise<boolean> =>
  (await tx.row(`select 1 from gatherings.presence where gathering_id = $1 and member_id = $2`, [
    gatheringId,
    memberId,
  ])) !== undefined

export const countPresent = async (tx: Tx, gatheringId: string): Promise<number> =>
  (await tx.row<{ n: number }>(`select count(*)::int as n from gatherings.presence where gathering_id = $1`, [
    gatheringId,
  ]))!.n

/** Who said they would come or wait, and whoever came without a word, by name. */
export const listPresence = (
  tx: Tx,
  gatheringId: string,
  after: [string | null, string | null],
  limit: number,
): Promise<(PresenceLine & { name: string; id: string })[]> =>
  tx.rows(
    `select ${memberCardSql('m')} as member, a.attends, a.waits_for as "waitsFor",
            ${instantSql('p.at')} as "presentAt", m.sort_name as name, m.id
       from (select member_id from gatherings.answer where gathering_id = $1 and (attends is not null or waits_for is not null)
             union select member_id from gatherings.presence where gathering_id = $1) listed
       join people.member m on m.id = listed.member_id
       left join gatherings.answer a on a.gathering_id = $1 and a.member_id = m.id
       left join gatherings.presence p on p.gathering_id = $1 and p.member_id = m.id
      where $2::text is null or (m.sort_name, m.id) > ($2::text, $3::uuid)
      order by m.sort_name, m.id limit $4`,
    [gatheringId, ...after, limit + 1],
  )

/** Thirteen months after it happened. Returns how many ticks are forgotten. */
export const deleteOldPresence = (tx: Tx, now: Date): Promise<number> =>
  tx.run(
    `delete from gatherings.presence p using gatherings.gathering g
      where g.id = p.gathering_id and g.ends_at < $1::timestamptz - interval '13 months'`,
    [now],
  )

export const findMinutes = (
  tx: Tx,
  gatheringId: string,
): Promise<{ postId: string; isThere: boolean } | undefined> =>
  tx.row(
    `select m.post_id as "postId", p.deleted_at is null as "isThere"
       from gatherings.minutes m join discussions.post p on p.id = m.post_id where m.gathering_id = $1`,
    [gatheringId],
  )

export async function setMinutes(
  tx: Tx,
  gatheringId: string,
  postId: string,
  byMemberId: string,
  now: Date,
): Promise<void> {
  await tx.run(
    `insert into gatherings.minutes (gathering_id, post_id, at, by_member_id) values ($1, $2, $3, $4)
     on conflict (gathering_id) do update set post_id = $2, at = $3, by_member_id = $4`,
    [gatheringId, postId, now, byMemberId],
  )
}
