import { communityRefSql, seeableCommunitySql } from '#modules/communities/public.ts'
import { memberCardSql } from '#modules/people/public.ts'
import type { CaseCard, CaseDetail, Quoted, Route } from '#modules/moderation/contract.ts'
import { exactInstantSql, instantSql } from '#platform/db/keyset.ts'
import type { Tx } from '#platform/db/tx.ts'
import { factsSql, needsMediatorSql } from '../access.ts'
import type { CaseFacts } from '../policy.ts'

/** An article as it was quoted, over the columns of row `alias`. */
export const quotedSql = (alias: string): string =>
  `case when ${alias}.article is not null then json_build_object('number', ${alias}.article,
     'title', coalesce(${alias}.article_title, '{}'), 'body', coalesce(${alias}.article_body, '{}')) end`

export const cardOfMemberSql = (id: string): string =>
  `(select ${memberCardSql('cm')} from people.member cm where cm.id = ${id})`

/** What the case waits for; `$now` is a timestamptz expression. */
const waitingSql = (now: string): string => `case
  when f.closed_at is not null and not exists (select 1 from moderation.measure x join moderation.appeal a on a.measure_id = x.id
                                               where x.case_id = f.id and a.decided_at is null)
       and not exists (select 1 from moderation.measure x where x.case_id = f.id and x.decided_at is null) then null
  when ${needsMediatorSql} then 'mediator'
  when exists (select 1 from moderation.measure x join moderation.appeal a on a.measure_id = x.id
                where x.case_id = f.id and a.decided_at is null) then 'appeal'
  when exists (select 1 from moderation.measure x where x.case_id = f.id and x.decided_at is null) then 'second'
  when f.correct_by > ${now} and f.corrected_at is null then 'author'
  else 'decision' end`

/** A CaseCard over case `f` for viewer `$1` (`$2` employee, `$3` now). */
const cardColumns = `
  f.id, f.route, f.post_id as "postId", f.comment_id as "commentId", ${cardOfMemberSql('f.author_id')} as author,
  f.title, left(f.body_md, 280) as excerpt, f.language, ${instantSql('f.opened_at')} as "openedAt",
  (select count(*)::int from moderation.report r where r.case_id = f.id) as reports,
  (select coalesce(json_agg(distinct jsonb_build_object('number', r.article, 'title', coalesce(r.article_title, '{}'))), '[]')
     from moderation.report r where r.case_id = f.id and r.article is not null) as articles,
  ${waitingSql('$3::timestamptz')} as waiting, ${instantSql('f.closed_at')} as "closedAt", f.outcome,
  (select ${communityRefSql('c')} from communities.community c
    where c.id = f.community_id and ${seeableCommunitySql('c', '$1::uuid', '$2::boolean')}) as community`

export interface Viewer {
  id: string
  isEmployee: boolean
  now: Date
}
const values = (viewer: Viewer) => [viewer.id, viewer.isEmployee, viewer.now]

/** Cases of a community that still need somebody, oldest first, without those about the viewer's own texts. */
export const listOpenCases = (tx: Tx, communityId: string, viewer: Viewer): Promise<CaseCard[]> =>
  tx.rows<CaseCard>(
    `select * from (
       select ${cardColumns} from moderation.case_file f
        where f.community_id = $4 and f.route = 'community' and f.author_id <> $1::uuid) open
      where waiting is not null order by "openedAt", id limit 100`,
    [...values(viewer), communityId],
  )

/** How many wait for this person: a decision, a second look at what somebody else proposed, an appeal. */
export const countWaiting = async (tx: Tx, communityId: string, viewer: Viewer): Promise<number> =>
  (await tx.row<{ n: number }>(
    `select count(*)::int as n from (
       select f.id, ${waitingSql('$2::timestamptz')} as waiting from moderation.case_file f
        where f.community_id = $3 and f.route = 'community' and f.author_id <> $1::uuid) open
      where waiting in ('decision', 'appeal')
         or (waiting = 'second' and not exists (select 1 from moderation.measure x
               where x.case_id = open.id and x.decided_at is null and x.proposed_by = $1::uuid))`,
    [viewer.id, viewer.now, communityId],
  ))!.n

export type HistoryRow = CaseCard & { closedAtExact: string }
/** Closed cases of the last twelve months, newest first. */
export const listClosedCases = (
  tx: Tx,
  communityId: string,
  viewer: Viewer,
  after: { at: string | null; id: string | null },
  limit: number,
): Promise<HistoryRow[]> =>
  tx.rows<HistoryRow>(
    `select ${cardColumns}, ${exactInstantSql('f.closed_at')} as "closedAtExact" from moderation.case_file f
      where f.community_id = $4 and f.route = 'community' and f.author_id <> $1::uuid
        and f.closed_at > $3::timestamptz - interval '12 months'
        and ($5::timestamptz is null or (f.closed_at, f.id) < ($5::timestamptz, $6::uuid))
      order by f.closed_at desc, f.id desc limit $7`,
    [...values(viewer), communityId, after.at, after.id, limit],
  )

/** What the mediators or the legal desk are asked, oldest first; `facts` decide which of them this viewer sees. */
export const listBeyondCommunity = (tx: Tx, viewer: Viewer): Promise<(CaseCard & CaseFacts)[]> =>
  tx.rows<CaseCard & CaseFacts>(
    `select * from (select ${cardColumns}, ${factsSql.replace('f.route, ', '')} from moderation.case_file f
       where f.closed_at is null or exists (
         select 1 from moderation.measure x left join moderation.appeal a on a.measure_id = x.id
          where x.case_id = f.id and (x.decided_at is null or (a.at is not null and a.decided_at is null)))) open
      where waiting is not null and (route <> 'community' or "needsMediator") order by "openedAt", id limit 200`,
    values(viewer),
  )

export const findCaseCard = (tx: Tx, caseId: string, viewer: Viewer): Promise<CaseCard | undefined> =>
  tx.row<CaseCard>(`select ${cardColumns} from moderation.case_file f where f.id = $4`, [
    ...values(viewer),
    caseId,
  ])

export interface CaseParts {
  quoted: string
  current: string | null
  correctBy: string | null
  correctedAt: string | null
  acknowledgedAt: string | null
  closingWord: string | null
  reports: CaseDetail['reports']
  steps: CaseDetail['steps']
  measures: (Omit<CaseDetail['measures'][number], 'can'> & {
    proposedById: string
    decidedById: string | null
  })[]
  earlier: CaseDetail['earlier']
  charter: Quoted[]
}

const appealSql = `(select json_build_object('words', a.words, 'at', ${instantSql('a.at')}, 'toMediator', a.to_mediator,
   'decidedAt', ${instantSql('a.decided_at')}, 'decidedBy', ${cardOfMemberSql('a.decided_by')}, 'decision', a.decision, 'reasons', a.reasons)
   from moderation.appeal a where a.measure_id = x.id)`

/** Everything a case shows beside its card: `$2` with the reporters (the law), `$3` with the words as they stand (for who reads them). */
export const findCaseParts = (
  tx: Tx,
  caseId: string,
  show: { reporters: boolean; current: boolean; now: Date },
): Promise<CaseParts | undefined> =>
  tx.row<CaseParts>(
    `select f.body_md as quoted,
       case when $3::boolean then case when f.comment_id is null
         then (select p.body_md from discussions.post p where p.id = f.post_id and p.deleted_at is null)
         else (select k.body_md from discussions.comment k where k.id = f.comment_id and k.deleted_at is null) end end as current,
       ${instantSql('f.correct_by')} as "correctBy", ${instantSql('f.corrected_at')} as "correctedAt",
       ${instantSql('f.acknowledged_at')} as "acknowledgedAt", f.closing_word as "closingWord",
       (select coalesce(json_agg(json_build_object('article', ${quotedSql('r')}, 'words', r.words, 'at', ${instantSql('r.at')},
          'reporter', case when $2::boolean then ${cardOfMemberSql('r.reporter_id')} end) order by r.at, r.id), '[]')
          from moderation.report r where r.case_id = f.id) as reports,
       (select coalesce(json_agg(json_build_object('id', s.id, 'step', s.step, 'by', ${cardOfMemberSql('s.by_member_id')},
          'to', ${cardOfMemberSql('s.to_member_id')}, 'article', ${quotedSql('s')}, 'text', s.text, 'at', ${instantSql('s.at')},
          'answer', s.answer) order by s.at, s.id), '[]')
          from moderation.step s where s.case_id = f.id) as steps,
       (select coalesce(json_agg(json_build_object('id', x.id, 'kind', x.kind, 'article', ${quotedSql('x')}, 'reason', x.reason,
          'note', x.note, 'days', x.days, 'urgent', x.urgent, 'proposedBy', ${cardOfMemberSql('x.proposed_by')}, 'proposedById', x.proposed_by,
          'proposedAt', ${instantSql('x.proposed_at')}, 'decidedBy', ${cardOfMemberSql('x.decided_by')}, 'decidedById', x.decided_by,
          'decidedAt', ${instantSql('x.decided_at')}, 'decision', x.decision, 'word', x.word, 'endsAt', ${instantSql('x.ends_at')},
          'liftedAt', ${instantSql('x.lifted_at')}, 'appeal', ${appealSql}) order by x.proposed_at, x.id), '[]')
          from moderation.measure x where x.case_id = f.id) as measures,
       (select coalesce(json_agg(json_build_object('id', e.id, 'outcome', e.outcome, 'closedAt', ${instantSql('e.closed_at')}) order by e.closed_at desc), '[]')
          from (select * from moderation.case_file e where e.author_id = f.author_id and e.community_id = f.community_id
                  and e.route = f.route and e.id <> f.id and e.closed_at > $4::timestamptz - interval '12 months'
                  and e.outcome <> 'unfounded' order by e.closed_at desc limit 20) e) as earlier,
       ${charterSql('f.community_id')} as charter
      from moderation.case_file f where f.id = $1`,
    [caseId, show.reporters, show.current, show.now],
  )

/** Articles of the current charter of a community, as quotes. */
export const charterSql = (communityId: string): string => `(
  select coalesce(json_agg(json_build_object('number', a.number, 'title', a.title, 'body', a.body) order by a.number), '[]')
    from communities.charter_article a
   where a.community_id = ${communityId} and a.version = (select max(v.version) from communities.charter_version v where v.community_id = ${communityId}))`

/** One article of the current charter. */
export const findArticle = (tx: Tx, communityId: string, number: number): Promise<Quoted | undefined> =>
  tx.row<Quoted>(
    `select a.number, a.title, a.body from communities.charter_article a
      where a.community_id = $1 and a.number = $2
        and a.version = (select max(v.version) from communities.charter_version v where v.community_id = $1)`,
    [communityId, number],
  )

export interface NewCase {
  id: string
  communityId: string
  postId: string
  commentId: string | null
  authorId: string
  route: Route
  now: Date
}

/** The open case of this text on this route, made when there is none; the words are copied as they stand. */
export const openCase = async (tx: Tx, row: NewCase): Promise<{ id: string; isNew: boolean }> =>
  (await tx.row<{ id: string; isNew: boolean }>(
    `with made as (
       insert into moderation.case_file (id, community_id, post_id, comment_id, author_id, route, kind, title, body_md, language, opened_at)
       select $1, $2, p.id, $4::uuid, $5, $6, p.kind, case when $4::uuid is null then p.title end,
              coalesce(k.body_md, p.body_md), coalesce(k.language, p.language), $7
         from discussions.post p left join discussions.comment k on k.id = $4::uuid where p.id = $3
       on conflict do nothing returning id)
     select id, true as "isNew" from made
     union all
     select f.id, false from moderation.case_file f
      where f.post_id = $3 and f.comment_id is not distinct from $4::uuid and f.route = $6 and f.closed_at is null
        and not exists (select 1 from made)`,
    [row.id, row.communityId, row.postId, row.commentId, row.authorId, row.route, row.now],
  ))!

export const setClosed = (
  tx: Tx,
  row: { caseId: string; at: Date; by: string | null; outcome: string; word: string | null },
): Promise<number> =>
  tx.run(
    `update moderation.case_file set closed_at = $2, closed_by = $3, outcome = $4, closing_word = $5 where id = $1`,
    [row.caseId, row.at, row.by, row.outcome, row.word],
  )

export const setAcknowledged = (tx: Tx, caseId: string, at: Date): Promise<number> =>
  tx.run(`update moderation.case_file set acknowledged_at = $2 where id = $1 and acknowledged_at is null`, [
    caseId,
    at,
  ])

/** Open cases of a text; `law` ones keep their record whatever happens to it. */
export const listOpenCasesOfText = (
  tx: Tx,
  postId: string,
  commentId: string | null,
): Promise<
  { id: string; communityId: string; route: Route; askedAt: Date | null; correctedAt: Date | null }[]
> =>
  tx.rows(
    `select f.id, f.community_id as "communityId", f.route, f.corrected_at as "correctedAt",
            (select max(s.at) from moderation.step s where s.case_id = f.id and s.step = 'correction') as "askedAt"
       from moderation.case_file f
      where f.post_id = $1 and f.comment_id is not distinct from $2::uuid and f.closed_at is null`,
    [postId, commentId],
  )

export const setCorrected = (tx: Tx, caseId: string, at: Date): Promise<number> =>
  tx.run(`update moderation.case_file set corrected_at = $2 where id = $1 and corrected_at is null`, [
    caseId,
    at,
  ])

/** The author took the text back: its copies go with it, except where the law asks for a record. */
export const forgetWords = (tx: Tx, postId: string, commentId: string | null): Promise<number> =>
  tx.run(
    `update moderation.case_file set title = null, body_md = ''
      where post_id = $1 and comment_id is not distinct from $2::uuid and route <> 'law'`,
    [postId, commentId],
  )
