import { memberCardSql } from '#modules/people/public.ts'
import type { MemberCard } from '#modules/people/contract.ts'
import type { Tx } from '#platform/db/tx.ts'
import { newId } from '#platform/ids.ts'
import type { WaitingPostRow } from './waiting.ts'

/** Weeks of public silence after which somebody may be asked how they are, and days before they are proposed again. */
export const silentWeeks = 6
export const restDays = 90
export const mostContributors = 5

export interface ContributorRow extends WaitingPostRow {
  member: MemberCard
  commentId: string | null
  silentDays: number
}

/**
 * Contributors to look after (facilitation 7.5): members who were in the top quartile of public contributions (texts
 * not deleted) in the twelve months before the last six weeks, and wrote nothing since; active, present (no absence
 * said for today), who did not opt out, were not looked after in 90 days, and are neither the viewer nor a sponsor.
 * At most five, whoever wrote last first: no ranking. It reads public texts alone; nothing about reading exists here.
 * `percent_rank >= 0.75` leaves out whoever is level with the many.
 */
export function listContributors(
  tx: Tx,
  communityId: string,
  viewerId: string,
  now: Date,
): Promise<ContributorRow[]> {
  return tx.rows(
    `with text as (
       select author_id, id as post_id, null::uuid as comment_id, created_at from discussions.post
        where community_id = $1 and deleted_at is null and created_at <= $3
          and created_at > $3::timestamptz - interval '${silentWeeks} weeks' - interval '12 months'
       union all
       select author_id, post_id, id, created_at from discussions.comment
        where community_id = $1 and deleted_at is null and created_at <= $3
          and created_at > $3::timestamptz - interval '${silentWeeks} weeks' - interval '12 months'),
     before as (
       select author_id, percent_rank() over (order by count(*)) as place
         from text where created_at <= $3::timestamptz - interval '${silentWeeks} weeks' group by author_id),
     last as (
       select distinct on (author_id) author_id, post_id, comment_id, created_at from text
        order by author_id, created_at desc, comment_id)
     select p.id, p.title, p.excerpt, p.language, ${memberCardSql('a')} as author, p.created_at as "createdAt",
            ${memberCardSql('m')} as member, l.comment_id as "commentId",
            extract(epoch from $3 - l.created_at)::float8 / 86400 as "silentDays"
       from before b join last l on l.author_id = b.author_id and l.created_at <= $3::timestamptz - interval '${silentWeeks} weeks'
       join people.member m on m.id = b.author_id and m.state = 'active'
       join communities.membership ms on ms.community_id = $1 and ms.member_id = m.id
       join discussions.post p on p.id = l.post_id and p.deleted_at is null
       join people.member a on a.id = p.author_id
      where b.place >= 0.75 and m.id <> $2
        and not exists (select 1 from communities.community_role r
                         where r.community_id = $1 and r.member_id = m.id and r.role = 'sponsor')
        and not exists (select 1 from workbench.care_opt_out o where o.member_id = m.id)
        and not exists (select 1 from workbench.care c where c.community_id = $1 and c.member_id = m.id
                          and c.at > $3::timestamptz - interval '${restDays} days')
        and not exists (select 1 from expertise.absence away where away.member_id = m.id
                          and ($3 at time zone coalesce(m.timezone, 'Europe/Paris'))::date between away.starts_on and away.ends_on)
      order by l.created_at desc, m.id limit ${mostContributors}`,
    [communityId, viewerId, now],
  )
}

export async function insertCare(
  tx: Tx,
  row: { communityId: string; memberId: string; byMemberId: string; act: string; at: Date },
): Promise<void> {
  await tx.run(
    `insert into workbench.care (id, community_id, member_id, by_member_id, act, at) values ($1, $2, $3, $4, $5, $6)`,
    [newId(row.at.getTime()), row.communityId, row.memberId, row.byMemberId, row.act, row.at],
  )
}

export async function findIsOptedOut(tx: Tx, memberId: string): Promise<boolean> {
  return (await tx.row(`select 1 from workbench.care_opt_out where member_id = $1`, [memberId])) !== undefined
}

export async function setOptedOut(tx: Tx, memberId: string, isOut: boolean, at: Date): Promise<void> {
  if (isOut)
    await tx.run(
      `insert into workbench.care_opt_out (member_id, at) values ($1, $2) on conflict do nothing`,
      [memberId, at],
    )
  else await tx.run(`delete from workbench.care_opt_out where member_id = $1`, [memberId])
}

/** Who was looked after, and how, is forgotten after twelve months. */
export async function deleteOldCare(tx: Tx, now: Date): Promise<void> {
  await tx.run(`delete from workbench.care where at < $1::timestamptz - interval '12 months'`, [now])
}
