import type { PracticeSheet } from '#modules/practice/contract.ts'
import type { MemberCard } from '#modules/people/contract.ts'
import { communityRefSql, readableCommunitySql } from '#modules/communities/public.ts'
import type { CommunityRef } from '#modules/communities/contract.ts'
import { memberCardSql } from '#modules/people/public.ts'
import { instantSql } from '#platform/db/keyset.ts'
import type { Tx } from '#platform/db/tx.ts'

/**
 * M12 split for one manager: questions of each month whose first answer by another person was theirs, of those that
 * were answered (as in measurement: imported questions aside, a manager counts from the day of their role).
 */
export const listFirstAnswers = (
  tx: Tx,
  communityId: string,
  memberId: string,
  range: { from: Date; to: Date; timezone: string },
): Promise<PracticeSheet['months']> =>
  tx.rows(
    `with question as (
       select to_char(p.created_at at time zone $5, 'YYYY-MM') as month, first.author_id,
              exists (select 1 from communities.community_role r where r.community_id = $1 and r.member_id = first.author_id
                         and r.role = 'manager' and r.since <= first.created_at) as by_manager
         from discussions.post p
         join lateral (select c.author_id, c.created_at from discussions.comment c
                        where c.post_id = p.id and c.is_answer and c.deleted_at is null and c.author_id <> p.author_id
                        order by c.created_at, c.id limit 1) first on true
        where p.community_id = $1 and p.kind = 'question' and p.deleted_at is null and not p.imported
          and p.created_at >= $3 and p.created_at <= $4)
     select month, count(*)::int as answered, count(*) filter (where author_id = $2)::int as mine,
            count(*) filter (where by_manager and author_id <> $2)::int as managers
       from question group by month order by month`,
    [communityId, memberId, range.from, range.to, range.timezone],
  )

export const findBudget = async (tx: Tx, communityId: string, memberId: string): Promise<number | null> =>
  (
    await tx.row<{ minutes: number }>(
      'select minutes_per_week as minutes from practice.budget where community_id = $1 and member_id = $2',
      [communityId, memberId],
    )
  )?.minutes ?? null
export const setBudget = (
  tx: Tx,
  communityId: string,
  memberId: string,
  minutes: number | null,
  at: Date,
): Promise<number> =>
  minutes === null
    ? tx.run('delete from practice.budget where community_id = $1 and member_id = $2', [
        communityId,
        memberId,
      ])
    : tx.run(
        `insert into practice.budget (member_id, community_id, minutes_per_week, changed_at) values ($2, $1, $3, $4)
         on conflict (member_id, community_id) do update set minutes_per_week = excluded.minutes_per_week, changed_at = excluded.changed_at`,
        [communityId, memberId, minutes, at],
      )

export const listWeeks = (tx: Tx, communityId: string, memberId: string, from: string) =>
  tx.rows<{ week: string; minutes: number; note: string | null }>(
    `select week::text, minutes, note from practice.declared_week
      where community_id = $1 and member_id = $2 and week >= $3 order by week desc`,
    [communityId, memberId, from],
  )
export const setWeek = (
  tx: Tx,
  communityId: string,
  memberId: string,
  week: string,
  minutes: number | null,
  note: string | null,
): Promise<number> =>
  minutes === null
    ? tx.run('delete from practice.declared_week where community_id = $1 and member_id = $2 and week = $3', [
        communityId,
        memberId,
        week,
      ])
    : tx.run(
        `insert into practice.declared_week (member_id, community_id, week, minutes, note) values ($2, $1, $3, $4, $5)
         on conflict (member_id, community_id, week) do update set minutes = excluded.minutes, note = excluded.note`,
        [communityId, memberId, week, minutes, note],
      )

export const listHeldBack = (tx: Tx, communityId: string, memberId: string) =>
  tx.rows<{ id: string; on: string; text: string }>(
    `select id, on_day::text as "on", text from practice.held_back
      where member_id = $2 and community_id = $1 order by on_day desc, id desc limit 30`,
    [communityId, memberId],
  )
export const insertHeldBack = (
  tx: Tx,
  row: { id: string; communityId: string; memberId: string; on: string; text: string },
): Promise<number> =>
  tx.run(
    'insert into practice.held_back (id, member_id, community_id, on_day, text) values ($1, $2, $3, $4, $5)',
    [row.id, row.memberId, row.communityId, row.on, row.text],
  )
export const deleteHeldBack = (tx: Tx, noteId: string, memberId: string): Promise<number> =>
  tx.run('delete from practice.held_back where id = $1 and member_id = $2', [noteId, memberId])

/** Sponsors and other managers of a community: with whom a sheet may be shared. */
export const listReaders = async (tx: Tx, communityId: string, memberId: string): Promise<MemberCard[]> =>
  (
    await tx.rows<{ card: MemberCard }>(
      `select ${memberCardSql('m')} as card from people.member m
        where m.state = 'active' and m.id <> $2 and exists (
          select 1 from communities.community_role r where r.community_id = $1 and r.member_id = m.id and r.role in ('sponsor', 'manager'))
        order by m.sort_name limit 50`,
      [communityId, memberId],
    )
  ).map(({ card }) => card)
export const listShares = (tx: Tx, communityId: string, memberId: string) =>
  tx.rows<{ reader: MemberCard; at: string }>(
    `select ${memberCardSql('m')} as reader, ${instantSql('s.at')} as at from practice.sheet_share s
       join people.member m on m.id = s.reader_id where s.community_id = $1 and s.member_id = $2 order by s.at`,
    [communityId, memberId],
  )
export const insertShare = (
  tx: Tx,
  communityId: string,
  memberId: string,
  readerId: string,
  at: Date,
): Promise<number> =>
  tx.run(
    `insert into practice.sheet_share (member_id, community_id, reader_id, at) values ($2, $1, $3, $4) on conflict do nothing`,
    [communityId, memberId, readerId, at],
  )
export const deleteShare = (
  tx: Tx,
  communityId: string,
  memberId: string,
  readerId: string,
): Promise<number> =>
  tx.run('delete from practice.sheet_share where community_id = $1 and member_id = $2 and reader_id = $3', [
    communityId,
    memberId,
    readerId,
  ])

/** Sheets shared with somebody, of managers who still manage a community that the reader may read. */
export const listSharedWith = (tx: Tx, viewer: { id: string; isEmployee: boolean }) =>
  tx.rows<{ writer: MemberCard; community: CommunityRef }>(
    `select ${memberCardSql('m')} as writer, ${communityRefSql('c')} as community
       from practice.sheet_share s join people.member m on m.id = s.member_id and m.state = 'active'
       join communities.community c on c.id = s.community_id
      where s.reader_id = $1::uuid and ${readableCommunitySql('c', '$1::uuid', '$2::boolean')}
        and exists (select 1 from communities.community_role r where r.community_id = c.id and r.member_id = m.id and r.role = 'manager')
        and exists (select 1 from communities.community_role rr where rr.community_id = c.id and rr.member_id = $1::uuid
                       and rr.role in ('sponsor', 'manager'))
      order by s.at desc limit 20`,
    [viewer.id, viewer.isEmployee],
  )

export async function deleteSheet(tx: Tx, communityId: string, memberId: string): Promise<void> {
  await tx.run('delete from practice.budget where community_id = $1 and member_id = $2', [
    communityId,
    memberId,
  ])
  await tx.run('delete from practice.declared_week where community_id = $1 and member_id = $2', [
    communityId,
    memberId,
  ])
  await tx.run('delete from practice.held_back where community_id = $1 and member_id = $2', [
    communityId,
    memberId,
  ])
  await tx.run('delete from practice.sheet_share where community_id = $1 and member_id = $2', [
    communityId,
    memberId,
  ])
}
