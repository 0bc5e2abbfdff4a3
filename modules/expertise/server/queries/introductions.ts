import type { MemberCard } from '#modules/people/contract.ts'
import { memberCardSql, seeableMemberSql } from '#modules/people/public.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { Viewer } from './profile.ts'

export interface IntroductionRow {
  member: MemberCard
  reasons: { kind: 'skill' | 'interest' | 'project' | 'subject'; subject: string }[]
}

/** Whether the person has anything to share: a subject, an interest or a project. */
export async function findOwnSubjects(
  tx: Tx,
  memberId: string,
): Promise<{ hasSubjects: boolean; isOptedOut: boolean }> {
  const row = await tx.row<{ hasSubjects: boolean; isOptedOut: boolean }>(
    `select m.ask_me_about <> '{}' or exists (select 1 from expertise.interest i where i.member_id = m.id)
              or exists (select 1 from expertise.project p where p.member_id = m.id) as "hasSubjects",
            exists (select 1 from expertise.opt_out o where o.member_id = m.id and o.what = 'introductions') as "isOptedOut"
       from people.member m where m.id = $1`,
    [memberId],
  )
  return row!
}

/**
 * Up to three people who share a subject with the viewer and have not yet exchanged with them. Most subjects in
 * common first, then people of another site; among equals the day draws lots, so that nobody stands first for ever.
 * What people do on the network plays no part. At most 60 people per subject are considered.
 */
export function listIntroductions(tx: Tx, viewer: Viewer, day: string): Promise<IntroductionRow[]> {
  return tx.rows(
    `with me as (select id, site_id, ask_me_about from people.member where id = $1),
     shared as (
       (select 'skill' as kind, mine.label as subject, people.fold(mine.label) as key, o.id
          from me cross join lateral unnest(me.ask_me_about) as mine (label)
          cross join lateral (
            select m.id from people.member m
             where m.search_text like '%' || replace(replace(replace(people.fold(mine.label), '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%'
               and m.state = 'active' and m.id <> $1
               and people.fold(mine.label) in (select people.fold(s) from unnest(m.ask_me_about) s)
             order by md5(m.id::text || $3) limit 60) o)
       union all
       (select 'interest', mine.label, mine.key, o.member_id from expertise.interest mine
         cross join lateral (select i.member_id from expertise.interest i where i.key = mine.key and i.member_id <> $1
                              order by md5(i.member_id::text || $3) limit 60) o where mine.member_id = $1)
       union all
       (select 'project', mine.name, mine.key, o.member_id from expertise.project mine
         cross join lateral (select p.member_id from expertise.project p where p.key = mine.key and p.member_id <> $1
                              order by md5(p.member_id::text || $3) limit 60) o where mine.member_id = $1)
       union all
       -- What one declares and the other is curious about.
       (select 'subject', mine.label, people.fold(mine.label), o.member_id
          from me cross join lateral unnest(me.ask_me_about) as mine (label)
          cross join lateral (select i.member_id from expertise.interest i where i.key = people.fold(mine.label) and i.member_id <> $1
                               order by md5(i.member_id::text || $3) limit 60) o)),
     person as (
       select s.id, count(distinct s.key) as n,
              (select jsonb_agg(jsonb_build_object('kind', one.kind, 'subject', one.subject) order by one.key, one.kind)
                 from (select distinct on (r.key) r.key, r.kind, r.subject from shared r where r.id = s.id order by r.key, r.kind) one) as reasons
         from shared s group by s.id)
     select ${memberCardSql('m')} as member, p.reasons
       from person p join people.member m on m.id = p.id and m.state = 'active' cross join me
      where ${seeableMemberSql('m', '$1::uuid', '$2::boolean')}
        and exists (select 1 from people.member v where v.id = $1 and ${seeableMemberSql('v', 'm.id', "m.kind = 'employee'")})
        and not exists (select 1 from expertise.opt_out o where o.member_id = m.id and o.what = 'introductions')
        and not exists (select 1 from expertise.not_introduced n
                         where (n.member_id = $1 and n.other_id = m.id) or (n.member_id = m.id and n.other_id = $1))
        and not exists (select 1 from discussions.comment k join discussions.post q on q.id = k.post_id
                         where (k.author_id = $1 and q.author_id = m.id) or (k.author_id = m.id and q.author_id = $1))
      order by p.n desc, (m.site_id is distinct from me.site_id) desc, md5(m.id::text || $3), m.id
      limit 3`,
    [viewer.memberId, viewer.isEmployee, `${viewer.memberId}${day}`],
  )
}

export const insertNotIntroduced = (
  tx: Tx,
  row: { memberId: string; otherId: string; at: Date },
): Promise<number> =>
  tx.run(
    `insert into expertise.not_introduced (member_id, other_id, at)
     select $1, m.id, $3 from people.member m where m.id = $2 and m.id <> $1 on conflict do nothing`,
    [row.memberId, row.otherId, row.at],
  )

export const deleteNotIntroduced = (tx: Tx, memberId: string, otherId: string): Promise<number> =>
  tx.run(`delete from expertise.not_introduced where member_id = $1 and other_id = $2`, [memberId, otherId])
