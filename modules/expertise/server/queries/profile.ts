import { communityRefSql, readableCommunitySql } from '#modules/communities/public.ts'
import type { CommunityRef } from '#modules/communities/contract.ts'
import { readablePageSql } from '#modules/knowledge/public.ts'
import type { MemberCard } from '#modules/people/contract.ts'
import { memberCardSql, seeableMemberSql } from '#modules/people/public.ts'
import { exactInstantSql } from '#platform/db/keyset.ts'
import type { Tx } from '#platform/db/tx.ts'

export interface Viewer {
  memberId: string
  isEmployee: boolean
}

/**
 * What somebody's texts show, within what the viewer may read: `member`, `viewer` and `isEmployee` are SQL
 * expressions. One row for each answer that was accepted by somebody else, and each page written. A text without tags
 * speaks for its community's subject.
 */
const actsSql = (member: string, viewer: string, isEmployee: string): string => `
  select 'answer' as kind, p.id, coalesce(p.title, left(p.excerpt, 120)) as title, p.language, p.tags, c.id as community_id, a.at
    from discussions.comment k
    join discussions.post p on p.id = k.post_id and p.accepted_answer_id = k.id
    join discussions.acceptance a on a.post_id = p.id
    join communities.community c on c.id = p.community_id
   where k.author_id = ${member} and k.deleted_at is null and p.deleted_at is null and p.author_id <> k.author_id
     and ${readableCommunitySql('c', viewer, isEmployee)}
  union all
  -- Whoever wrote a page, or whose words it was made of; a withdrawn page shows nothing any more.
  select 'page', p.id, p.title, p.language, p.tags, c.id, w.at
    from knowledge.page_author w
    join knowledge.page p on p.id = w.page_id
    join communities.community c on c.id = p.community_id
   where w.member_id = ${member} and w.part in ('wrote', 'answered', 'told')
     and not exists (select 1 from knowledge.page_withdrawal gone where gone.page_id = p.id)
     and ${readablePageSql(viewer, isEmployee)}`

const subjectsSql = (acts: string, community: string, language: string): string =>
  `(select tag as subject from unnest(${acts}.tags) tag
     union all select coalesce(${community}.name ->> ${language}, ${community}.name ->> 'fr', ${community}.name ->> 'en') where ${acts}.tags = '{}')`

export interface SeenExpertise {
  askMeAbout: string[]
  projects: { name: string; role: string | null; fromYear: number | null; toYear: number | null }[]
  interests: string[]
  absence: { from: string; to: string } | null
  namedKeys: string[]
  /** Folded twin of each subject of `askMeAbout`, in its order. */
  keys: string[]
  isFormer: boolean
  /** Whether this person sees the viewer too: both must, for a confirmation. */
  seesViewer: boolean
}

/** What a person says of themselves, if the viewer may see them. One statement. */
export function findSeenExpertise(
  tx: Tx,
  viewer: Viewer,
  memberId: string,
  today: string,
): Promise<SeenExpertise | undefined> {
  return tx.row(
    `select m.ask_me_about as "askMeAbout", array(select people.fold(s) from unnest(m.ask_me_about) with ordinality as t (s, n) order by n) as keys,
            coalesce((select jsonb_agg(jsonb_build_object('name', p.name, 'role', p.role, 'fromYear', p.from_year, 'toYear', p.to_year)
                        order by p.to_year desc nulls first, p.from_year desc nulls last, p.id)
                        from expertise.project p where p.member_id = m.id), '[]') as projects,
            array(select i.label from expertise.interest i where i.member_id = m.id order by i.key) as interests,
            (select jsonb_build_object('from', a.starts_on, 'to', a.ends_on) from expertise.absence a
              where a.member_id = m.id and a.ends_on >= $4::date) as absence,
            array(select n.skill_key from expertise.named_expert n where n.member_id = m.id) as "namedKeys",
            m.state in ('deactivated', 'dormant') as "isFormer",
            exists (select 1 from people.member v where v.id = $2 and ${seeableMemberSql('v', 'm.id', "m.kind = 'employee'")}) as "seesViewer"
       from people.member m
      where m.id = $1 and ${seeableMemberSql('m', '$2::uuid', '$3::boolean')}`,
    [memberId, viewer.memberId, viewer.isEmployee, today],
  )
}

export interface ConfirmationRow {
  id: string
  skillKey: string
  by: MemberCard
  occasion: string
  at: Date
  isHidden: boolean
}

/** Confirmations of a person by colleagues whom the viewer may see; hidden ones only for the person. */
export function listConfirmations(tx: Tx, viewer: Viewer, memberId: string): Promise<ConfirmationRow[]> {
  return tx.rows(
    `select c.id, c.skill_key as "skillKey", ${memberCardSql('b')} as by, c.occasion, c.at, c.hidden_at is not null as "isHidden"
       from expertise.confirmation c join people.member b on b.id = c.by_member_id
      where c.member_id = $1 and (c.hidden_at is null or $1 = $2::uuid) and ${seeableMemberSql('b', '$2::uuid', '$3::boolean')}
      order by c.at desc, c.id desc limit 200`,
    [memberId, viewer.memberId, viewer.isEmployee],
  )
}

/** Subjects that a person's texts show, by name. */
export function listDemonstrated(
  tx: Tx,
  viewer: Viewer,
  memberId: string,
  language: string,
): Promise<{ subject: string; answers: number; pages: number }[]> {
  return tx.rows(
    `with act as (${actsSql('$1', '$2::uuid', '$3::boolean')})
     select min(s.subject) as subject, count(*) filter (where act.kind = 'answer')::int as answers,
            count(*) filter (where act.kind = 'page')::int as pages
       from act join communities.community c on c.id = act.community_id
       cross join lateral ${subjectsSql('act', 'c', '$4')} s
      group by people.fold(s.subject) order by people.fold(min(s.subject)) limit 60`,
    [memberId, viewer.memberId, viewer.isEmployee, language],
  )
}

export interface EvidenceItemRow {
  kind: 'answer' | 'page'
  id: string
  title: string
  language: string
  community: CommunityRef
  at: Date
  exactAt: string
}

/** The texts behind one subject, newest first. */
export function listEvidenceOf(
  tx: Tx,
  viewer: Viewer,
  memberId: string,
  subject: string,
  language: string,
  page: { before: { at: string; id: string } | null; limit: number },
): Promise<EvidenceItemRow[]> {
  return tx.rows(
    `with act as (${actsSql('$1', '$2::uuid', '$3::boolean')})
     select act.kind, act.id, act.title, act.language, ${communityRefSql('c')} as community, act.at, ${exactInstantSql('act.at')} as "exactAt"
       from act join communities.community c on c.id = act.community_id
      where exists (select 1 from ${subjectsSql('act', 'c', '$4')} s where people.fold(s.subject) = people.fold($5))
        and ($6::timestamptz is null or (act.at, act.id) < ($6, $7::uuid))
      order by act.at desc, act.id desc limit $8`,
    [
      memberId,
      viewer.memberId,
      viewer.isEmployee,
      language,
      subject,
      page.before?.at ?? null,
      page.before?.id ?? null,
      page.limit,
    ],
  )
}

/** A colleague's word for a declared subject; said again, the words change and it shows again only if it did. */
export function setConfirmation(
  tx: Tx,
  row: { id: string; memberId: string; skill: string; byMemberId: string; occasion: string; at: Date },
): Promise<{ id: string; isNew: boolean } | undefined> {
  return tx.row(
    `insert into expertise.confirmation as c (id, member_id, skill_key, by_member_id, occasion, at)
     select $1, m.id, people.fold($3), $4, $5, $6 from people.member m
      where m.id = $2 and people.fold($3) in (select people.fold(s) from unnest(m.ask_me_about) s)
     on conflict (member_id, skill_key, by_member_id) do update set occasion = excluded.occasion, at = excluded.at
     returning c.id, c.id = $1 as "isNew"`,
    [row.id, row.memberId, row.skill, row.byMemberId, row.occasion, row.at],
  )
}

export const deleteConfirmation = (tx: Tx, id: string, byMemberId: string): Promise<number> =>
  tx.run(`delete from expertise.confirmation where id = $1 and by_member_id = $2`, [id, byMemberId])

export const setConfirmationHidden = (
  tx: Tx,
  row: { id: string; memberId: string; hiddenAt: Date | null },
): Promise<number> =>
  tx.run(`update expertise.confirmation set hidden_at = $3 where id = $1 and member_id = $2`, [
    row.id,
    row.memberId,
    row.hiddenAt,
  ])
