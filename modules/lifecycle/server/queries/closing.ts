import { communityRefSql, readableCommunitySql, seeableCommunitySql } from '#modules/communities/public.ts'
import { memberCardSql } from '#modules/people/public.ts'
import type {
  ArrivingTransfer,
  Closing,
  Farewell,
  TransferCandidate,
  WrittenClosing,
} from '#modules/lifecycle/contract.ts'
import { instantSql } from '#platform/db/keyset.ts'
import type { Tx } from '#platform/db/tx.ts'
import { cardSql, todaySql } from './life.ts'

/** The closing of a community for viewer `$2` (`$3` employee); what was announced is told as announced. */
export const findClosing = async (
  tx: Tx,
  communityId: string,
  viewer: { id: string; isEmployee: boolean },
  now: Date,
): Promise<Closing> =>
  (await tx.row<Closing>(
    `select c.stage,
            case when k.core_told_at is not null then jsonb_build_object('at', ${instantSql('k.core_told_at')},
              'by', ${cardSql('k.core_told_by')}, 'word', k.core_word) end as "coreTold",
            (select count(*)::int from lifecycle.core_member m where m.community_id = c.id) as "coreCount",
            coalesce(x.reason, k.reason) as reason, coalesce(x.where_next, k.where_next) as "whereNext",
            k.thanks, k.last_event as "lastEvent", k.last_event_on::text as "lastEventOn", k.lessons, k.reopening,
            x.closes_on::text as "closesOn", ${instantSql('x.announced_at')} as "announcedAt", ${instantSql('x.archived_at')} as "archivedAt",
            ((${earliestFrom}) + interval '2 months')::date::text as earliest, ((${earliestFrom}) + interval '3 months')::date::text as latest,
            (select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'pageId', t.page_id, 'title', p.title,
                      'to', (select ${communityRefSql('o')} from communities.community o
                              where o.id = t.to_community_id and ${seeableCommunitySql('o', '$2::uuid', '$3::boolean')}),
                      'decision', t.decision, 'newPageId', t.new_page_id) order by t.proposed_at, t.id), '[]')
               from lifecycle.page_transfer t join knowledge.page p on p.id = t.page_id where t.from_community_id = c.id) as transfers
       from communities.community c
       left join lifecycle.closing k on k.community_id = c.id
       left join communities.closure x on x.community_id = c.id
      where c.id = $1`,
    [communityId, viewer.id, viewer.isEmployee, now],
  ))!

// Notice runs from the day of the announcement, also when the date is moved afterwards.
const earliestFrom = `case when x.announced_at is not null and x.archived_at is null
  then ${todaySql('x.announced_at')} else ${todaySql('$4')} end`

export const upsertClosing = (tx: Tx, communityId: string, row: WrittenClosing, at: Date): Promise<number> =>
  tx.run(
    `insert into lifecycle.closing (community_id, reason, where_next, thanks, last_event, last_event_on, lessons, reopening, changed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     on conflict (community_id) do update set reason = excluded.reason, where_next = excluded.where_next, thanks = excluded.thanks,
       last_event = excluded.last_event, last_event_on = excluded.last_event_on, lessons = excluded.lessons,
       reopening = excluded.reopening, changed_at = excluded.changed_at`,
    [
      communityId,
      row.reason,
      row.whereNext,
      row.thanks,
      row.lastEvent,
      row.lastEventOn,
      row.lessons,
      row.reopening,
      at,
    ],
  )

export const setCoreTold = (
  tx: Tx,
  row: { communityId: string; by: string | null; word: string; at: Date },
): Promise<number> =>
  tx.run(
    `insert into lifecycle.closing (community_id, core_told_at, core_told_by, core_word, changed_at) values ($1, $4, $2, $3, $4)
     on conflict (community_id) do update set core_told_at = excluded.core_told_at, core_told_by = excluded.core_told_by,
       core_word = excluded.core_word, changed_at = excluded.changed_at`,
    [row.communityId, row.by, row.word, row.at],
  )

/** A community that goes on begins its next closing afresh; lessons stay. */
export const forgetCoreTold = (tx: Tx, communityId: string): Promise<number> =>
  tx.run(
    `update lifecycle.closing set core_told_at = null, core_told_by = null, core_word = null where community_id = $1`,
    [communityId],
  )

/** Pages first by how many they helped, then solved questions without a page; nothing of a person is counted. */
export const listCandidates = (tx: Tx, communityId: string): Promise<TransferCandidate[]> =>
  tx.rows(
    `(select 'page' as kind, p.id, p.title, 0 as helped from knowledge.page p
       where p.community_id = $1 and p.deleted_at is null
         and not exists (select 1 from lifecycle.page_transfer t where t.page_id = p.id and t.decision is distinct from 'declined')
       order by p.changed_at desc, p.id desc limit 30)
     union all
     (select 'question', q.id, coalesce(q.title, left(q.body_md, 80)), (select count(*)::int from discussions.helped h where h.post_id = q.id)
        from discussions.post q
       where q.community_id = $1 and q.kind = 'question' and q.deleted_at is null
         and exists (select 1 from discussions.acceptance a where a.post_id = q.id)
         and not exists (select 1 from knowledge.page_source s join knowledge.page sp on sp.id = s.page_id and sp.deleted_at is null where s.post_id = q.id)
       order by 4 desc, q.created_at desc, q.id desc limit 12)`,
    [communityId],
  )

export const isPageHere = async (tx: Tx, pageId: string, communityId: string): Promise<boolean> =>
  (await tx.row('select 1 from knowledge.page where id = $1 and community_id = $2 and deleted_at is null', [
    pageId,
    communityId,
  ])) !== undefined

export const insertTransfer = (
  tx: Tx,
  row: { id: string; from: string; to: string; pageId: string; by: string; at: Date },
): Promise<number> =>
  tx.run(
    `insert into lifecycle.page_transfer (id, from_community_id, to_community_id, page_id, proposed_by, proposed_at)
     values ($1, $2, $3, $4, $5, $6) on conflict (page_id, to_community_id) where decision is null do nothing`,
    [row.id, row.from, row.to, row.pageId, row.by, row.at],
  )

/** What is offered to a community: title, first words and authors, as its managers decide on them. */
export const listArrivals = (
  tx: Tx,
  communityId: string,
  viewer: { id: string; isEmployee: boolean },
): Promise<ArrivingTransfer[]> =>
  tx.rows(
    `select t.id, p.title, p.excerpt, ${instantSql('t.proposed_at')} as "proposedAt",
            (select ${communityRefSql('o')} from communities.community o
              where o.id = t.from_community_id and ${seeableCommunitySql('o', '$2::uuid', '$3::boolean')}) as from,
            (select coalesce(jsonb_agg(${memberCardSql('m')} order by a.at, m.id), '[]') from knowledge.page_author a
               join people.member m on m.id = a.member_id where a.page_id = p.id) as authors
       from lifecycle.page_transfer t join knowledge.page p on p.id = t.page_id and p.deleted_at is null
      where t.to_community_id = $1 and t.decision is null order by t.proposed_at, t.id limit 50`,
    [communityId, viewer.id, viewer.isEmployee],
  )

export const countArrivals = async (tx: Tx, communityId: string): Promise<number> =>
  (await tx.row<{ n: number }>(
    `select count(*)::int as n from lifecycle.page_transfer t join knowledge.page p on p.id = t.page_id and p.deleted_at is null
      where t.to_community_id = $1 and t.decision is null`,
    [communityId],
  ))!.n

export interface OfferedPage {
  id: string
  pageId: string
  fromId: string
  title: string
  bodyMd: string
  tags: string[]
  language: 'fr' | 'en'
  template: string
  proposedBy: string | null
  authorIds: string[]
}
export const findOffer = (tx: Tx, communityId: string, id: string): Promise<OfferedPage | undefined> =>
  tx.row(
    `select t.id, t.page_id as "pageId", t.from_community_id as "fromId", p.title, p.body_md as "bodyMd", p.tags, p.language, p.template,
            t.proposed_by as "proposedBy",
            array(select a.member_id from knowledge.page_author a where a.page_id = p.id order by a.at, a.member_id) as "authorIds"
       from lifecycle.page_transfer t join knowledge.page p on p.id = t.page_id and p.deleted_at is null
      where t.id = $2 and t.to_community_id = $1 and t.decision is null for update of t`,
    [communityId, id],
  )

export const decideTransfer = (
  tx: Tx,
  row: { id: string; decision: string; by: string; at: Date; newPageId: string | null },
): Promise<number> =>
  tx.run(
    `update lifecycle.page_transfer set decision = $2, decided_by = $3, decided_at = $4, new_page_id = $5
      where id = $1 and decision is null`,
    [row.id, row.decision, row.by, row.at, row.newPageId],
  )

/** The closing page; null before anything is announced. Viewer `$2` (`$3` employee) reads the community. */
export const findFarewell = async (
  tx: Tx,
  communityId: string,
  viewer: { id: string; isEmployee: boolean },
): Promise<Farewell | null> =>
  (await tx.row<Farewell>(
    `select c.stage, x.closes_on::text as "closesOn", ${instantSql('x.announced_at')} as "announcedAt", ${instantSql('x.archived_at')} as "archivedAt",
            x.reason, x.where_next as "whereNext", k.thanks, k.last_event as "lastEvent", k.last_event_on::text as "lastEventOn",
            k.lessons, k.reopening,
            (select coalesce(jsonb_agg(jsonb_build_object('member', ${memberCardSql('p')}, 'roles', f.roles, 'pages', f.pages)
                      order by p.sort_name, p.id), '[]')
               from (select member_id, array_remove(array_agg(distinct role), null) as roles, max(pages)::int as pages from (
                       select r.member_id, r.role, 0 as pages from communities.community_role r where r.community_id = c.id
                       union all
                       select a.member_id, null, count(*) from knowledge.page_author a
                         join knowledge.page pg on pg.id = a.page_id and pg.community_id = c.id and pg.deleted_at is null
                        where a.part = 'wrote' group by a.member_id) each group by member_id) f
               join people.member p on p.id = f.member_id and p.state = 'active') as thanked,
            (select coalesce(jsonb_agg(jsonb_build_object('title', np.title, 'pageId', np.id, 'to', ${communityRefSql('o')}) order by t.decided_at, t.id), '[]')
               from lifecycle.page_transfer t join knowledge.page np on np.id = t.new_page_id and np.deleted_at is null
               join communities.community o on o.id = np.community_id
              where t.from_community_id = c.id and ${readableCommunitySql('o', '$2::uuid', '$3::boolean')}) as moved
       from communities.community c join communities.closure x on x.community_id = c.id
       left join lifecycle.closing k on k.community_id = c.id where c.id = $1`,
    [communityId, viewer.id, viewer.isEmployee],
  )) ?? null

/** Thirteen months after a community was archived, nobody is named in what it planned. @returns how many communities */
export const forgetPersonalLinks = (tx: Tx, now: Date): Promise<number> =>
  tx.run(
    `with due as (select community_id from communities.closure where archived_at < $1::timestamptz - interval '13 months'),
     core as (delete from lifecycle.core_member where community_id in (select community_id from due)),
     takeovers as (delete from lifecycle.takeover where community_id in (select community_id from due)),
     peers as (delete from lifecycle.peer_review where community_id in (select community_id from due)),
     steps as (update lifecycle.revival_step s set owner_id = null from lifecycle.revival v
                where v.id = s.revival_id and s.owner_id is not null and v.community_id in (select community_id from due)),
     ticks as (update lifecycle.tick set by_member_id = null where by_member_id is not null and community_id in (select community_id from due))
     update lifecycle.stage_change set by_member_id = null
      where by_member_id is not null and community_id in (select community_id from due)`,
    [now],
  )
