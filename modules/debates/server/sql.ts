import { communityRefSql } from '#modules/communities/public.ts'
import { memberCardSql } from '#modules/people/public.ts'
import { instantSql } from '#platform/db/keyset.ts'
import { videoInfoSql } from '#platform/video/queries.ts'
import { isMineSql } from './queries/nameless.ts'

// Fragments over debate `d`, proposal `p`, argument `a`. `viewer`: SQL expression of who asks; `now`: of the moment.

/** Joins that the state of debate `d` needs. */
export const stateJoins = `left join debates.decision dn on dn.debate_id = d.id
   left join debates.no_decision nd on nd.debate_id = d.id`
export const stateSql = (now: string): string => `case
    when d.archived_at is not null then 'archived'
    when dn.published_at is not null or nd.debate_id is not null then 'decided'
    when d.opened_at is null then 'prepared'
    when d.closes_at <= ${now} then 'closed' else 'open' end`

/** Arguments that readers see: neither merged into another nor given back. */
export const shownSql = `a.merged_into is null and a.returned_at is null`
const countSql = (side: string, of: string): string =>
  `(select count(*)::int from debates.argument a where ${of} and a.side = '${side}' and ${shownSql})`

export const cardOrNull = (alias: string): string =>
  `case when ${alias}.id is not null then ${memberCardSql(alias)} end`
const dayOf = (expression: string): string => `to_char(${expression} at time zone 'UTC', 'YYYY-MM-DD')`

export const cardSql = (
  now: string,
): string => `'id', d.id, 'question', d.question, 'language', d.language, 'form', d.form,
    'state', ${stateSql(now)},
    'opensAt', case when coalesce(d.opened_at, d.opens_at) is not null then ${instantSql('coalesce(d.opened_at, d.opens_at)')} end,
    'closesAt', ${instantSql('d.closes_at')},
    'proposals', (select count(*)::int from debates.proposal p where p.debate_id = d.id),
    'for', ${countSql('for', 'a.debate_id = d.id')}, 'against', ${countSql('against', 'a.debate_id = d.id')},
    'outcome', coalesce(dn.outcome, case when nd.debate_id is not null then 'none' end)`

/**
 * An argument as `viewer` sees it. `open`: SQL boolean, the debate is open and they take part; `moderates`: SQL boolean.
 * Names are those of authors who gave theirs; the others are a number.
 */
export const argumentSql = (viewer: string, open: string, moderates: string): string => {
  const isMine = `(case when a.is_merged then exists (select 1 from debates.argument o where o.merged_into = a.id and ${isMineSql('argument', 'o', viewer)})
     else ${isMineSql('argument', 'a', viewer)} end)`
  const own = isMineSql('argument', 'a', viewer)
  return `jsonb_build_object(
    'id', a.id, 'number', a.number, 'proposalId', a.proposal_id, 'side', a.side, 'text', a.text, 'language', a.language,
    'on', ${dayOf('a.at')}, 'isEdited', a.edited_at is not null, 'isMerged', a.is_merged,
    'authors', case when a.is_merged then coalesce((
         select jsonb_agg(card) from (select distinct ${memberCardSql('m')} as card from debates.argument o
           join people.member m on m.id = o.author_id where o.merged_into = a.id) credited), '[]')
       else coalesce((select jsonb_build_array(${memberCardSql('m')}) from people.member m where m.id = a.author_id), '[]') end,
    'nameless', case when a.is_merged then (select count(*)::int from debates.argument o where o.merged_into = a.id and o.is_nameless)
       else a.is_nameless::int end,
    'isMine', ${isMine},
    'sources', coalesce((select jsonb_agg(jsonb_build_object('title', s.title, 'url', s.url) order by s.position)
                           from debates.argument_source s where s.argument_id = a.id), '[]'),
    'supports', a.imported_supports + (select count(*)::int from debates.support s where s.argument_id = a.id),
    'iSupport', exists (select 1 from debates.support s where s.argument_id = a.id and s.member_id = ${viewer}),
    'askedForSource', (select count(*)::int from debates.source_request s where s.argument_id = a.id),
    'iAskForSource', exists (select 1 from debates.source_request s where s.argument_id = a.id and s.member_id = ${viewer}),
    'iSayRepeats', exists (select 1 from debates.repetition r where r.argument_id = a.id and r.member_id = ${viewer}),
    'returned', case when a.returned_at is not null and (${own} or ${moderates}) then jsonb_build_object('word', a.returned_word,
         'article', case when a.returned_article is not null then jsonb_build_object('number', a.returned_article, 'title', (
            select ca.title from communities.charter_article ca join debates.debate dd on dd.id = a.debate_id and dd.community_id = ca.community_id
             where ca.number = a.returned_article order by ca.version desc limit 1)) end,
         'appeal', a.appeal) end,
    'merged', case when a.merged_into is not null then (select jsonb_build_object('number', i.number,
         'objection', case when ${own} or ${moderates} then a.objection end,
         'answer', case when ${own} or ${moderates} then a.objection_answer end) from debates.argument i where i.id = a.merged_into) end,
    'can', jsonb_build_object(
         'edit', ${open} and not a.is_merged and a.merged_into is null and ${own},
         'support', ${open} and ${shownSql} and not ${isMine},
         'moderate', ${moderates} and ${shownSql}))`
}

/** A proposal as `viewer` sees it. `ended`: SQL boolean, the period is over; `open`, `moderates` as above. */
export const proposalSql = (viewer: string, ended: string, open: string, moderates: string): string => {
  const own = isMineSql('proposal', 'p', viewer)
  return `jsonb_build_object(
    'id', p.id, 'title', p.title, 'html', p.body_html, 'bodyMd', p.body_md, 'language', p.language, 'on', ${dayOf('p.at')},
    'isEdited', p.edited_at is not null,
    'author', (select ${memberCardSql('m')} from people.member m where m.id = p.author_id),
    'isNameless', p.is_nameless, 'isMine', ${own},
    'for', ${countSql('for', 'a.proposal_id = p.id')}, 'against', ${countSql('against', 'a.proposal_id = p.id')},
    'tally', case when ${ended} or (d.show_votes = 'fromFive' and t.voters >= 5)
        then jsonb_build_object('agree', t.agree, 'mixed', t.mixed, 'disagree', t.disagree) end,
    'myVote', (select v.value from debates.vote v where v.proposal_id = p.id and v.member_id = ${viewer}),
    'outcome', (select jsonb_build_object('outcome', dp.outcome, 'because', dp.because) from debates.decision_part dp where dp.proposal_id = p.id),
    'can', jsonb_build_object('edit', ${open} and ${own} and t.voters = 0
        and not exists (select 1 from debates.argument a where a.proposal_id = p.id),
      'vote', ${open}, 'moderate', ${moderates}))`
}
/** Joins of proposal `p`: its debate `d` and its votes `t`. */
export const proposalJoins = `join debates.debate d on d.id = p.debate_id
   cross join lateral (
     select p.imported_agree + count(*) filter (where v.value = 'agree')::int as agree,
            p.imported_mixed + count(*) filter (where v.value = 'mixed')::int as mixed,
            p.imported_disagree + count(*) filter (where v.value = 'disagree')::int as disagree,
            p.imported_agree + p.imported_mixed + p.imported_disagree + count(*)::int as voters
       from debates.vote v where v.proposal_id = p.id) t`

const attachmentSql = `jsonb_build_object('id', f.id, 'url', '/api/v1/attachments/' || f.id,
     'thumbnailUrl', case when f.thumbnail_blob_id is not null then '/api/v1/attachments/' || f.id || '/thumbnail' end,
     'fileName', f.file_name, 'contentType', f.content_type, 'size', f.size, 'width', f.width, 'height', f.height, 'alt', f.alt)`

/** Debate `d` with all that its page says, but arguments and proposals. `runs`: SQL boolean, the viewer runs the community. */
export const debateSql = (
  viewer: string,
  now: string,
  runs: string,
): string => `jsonb_build_object(${cardSql(now)},
    'community', ${communityRefSql('c')},
    'file', jsonb_build_object('html', d.file_html, 'bodyMd', d.file_md,
       'by', (select ${memberCardSql('m')} from people.member m where m.id = d.file_by),
       'links', coalesce((select jsonb_agg(jsonb_build_object('page', case when pg.id is not null then jsonb_build_object('id', pg.id, 'title', pg.title) end,
             'title', l.title, 'url', l.url) order by l.position)
           from debates.file_link l left join knowledge.page pg on pg.id = l.page_id
          where l.debate_id = d.id and (l.page_id is null or (pg.deleted_at is null and pg.community_id = d.community_id))), '[]'),
       'attachments', coalesce((select jsonb_agg(${attachmentSql} order by f.created_at, f.id) from debates.attachment f where f.debate_id = d.id), '[]'),
       'video', (select ${videoInfoSql('v')} from platform.video v where v.id = d.video_id)),
    'rules', d.rules,
    'articles', coalesce((select jsonb_agg(jsonb_build_object('number', ca.number, 'title', ca.title, 'body', ca.body) order by ca.number)
        from communities.charter_article ca where ca.community_id = d.community_id and ca.number = any(d.articles)
         and ca.version = (select max(v.version) from communities.charter_version v where v.community_id = d.community_id)), '[]'),
    'mayBeNameless', d.may_be_nameless, 'showVotes', d.show_votes,
    'extension', (select jsonb_build_object('from', ${instantSql('x.closed_before')}, 'reason', x.reason) from debates.extension x where x.debate_id = d.id),
    'reviews', coalesce((select jsonb_agg(jsonb_build_object(
          'side', case when ${runs} or r.reviewer_id = ${viewer} then r.side end, 'reviewer', ${memberCardSql('m')},
          'isNeutral', r.is_neutral, 'word', case when ${runs} or r.reviewer_id = ${viewer} then r.word end,
          'isCurrent', coalesce(r.file_version = d.file_version, false)) order by r.reviewer_id)
        from debates.review r join people.member m on m.id = r.reviewer_id where r.debate_id = d.id), '[]'),
    'decision', case when dn.debate_id is not null then (select jsonb_build_object('decider', ${memberCardSql('m')}, 'due', dn.due,
          'isLate', dn.published_at is null and nd.debate_id is null and dn.due < (${now} at time zone 'UTC')::date,
          'outcome', dn.outcome, 'text', dn.text, 'because', dn.because, 'decidedOn', dn.decided_on,
          'writtenBy', (select ${memberCardSql('w')} from people.member w where w.id = dn.written_by and w.id <> dn.decider_id))
        from people.member m where m.id = dn.decider_id) end,
    'noDecision', case when nd.debate_id is not null then jsonb_build_object('reason', nd.reason, 'on', ${dayOf('nd.at')}) end,
    'synthesis', (select jsonb_build_object('version', s.version, 'bodyMd', s.body_md, 'html', s.body_html, 'cites', s.cites,
          'by', ${cardOrNull('m')}, 'on', ${dayOf('s.at')}, 'isPublished', s.published_at is not null)
        from debates.synthesis s left join people.member m on m.id = s.by_member_id
       where s.debate_id = d.id and (s.published_at is not null or ${runs}) order by s.version desc limit 1),
    'mine', coalesce((select jsonb_agg(${argumentSql(viewer, `(${stateSql(now)} = 'open')`, 'false')} order by a.number)
        from debates.argument a where a.debate_id = d.id and not a.is_merged and (a.returned_at is not null or a.merged_into is not null)
         and ${isMineSql('argument', 'a', viewer)}), '[]'))`
