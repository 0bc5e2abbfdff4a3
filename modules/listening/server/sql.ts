import { memberCardSql } from '#modules/people/public.ts'
import { minPeople } from '#modules/listening/words.ts'

// Fragments over theme `th` and excerpts `e`. A text that was deleted, hidden or moved elsewhere speaks no more, and
// takes its quote with it: nothing of it is copied, every reader asks here.

/** Excerpts of theme `th` whose text stands: joins post `p` and comment `k`. */
export const standingExcerptsSql = `listening.excerpt e
   join discussions.post p on p.id = e.post_id and p.deleted_at is null and p.community_id = th.community_id
   left join discussions.comment k on k.id = e.comment_id
  where e.theme_id = th.id and (e.comment_id is null or k.deleted_at is null)`

const peopleSql = `(select count(distinct coalesce(k.author_id, p.author_id))::int from ${standingExcerptsSql})`

/**
 * Joins of theme `th`: `fact.people`, the newest check `ck`, the decision that stands `d`, the answer `an`, the
 * closure `clo`, and how much of what was promised is open (`open.n`) and late (`open.late`). `today`: SQL date.
 */
export const themeJoins = (today: string): string => `
  join communities.community c on c.id = th.community_id
  cross join lateral (select ${peopleSql} as people) fact
  left join lateral (select x.* from listening.theme_check x where x.theme_id = th.id and x.asked_at >= th.changed_at
                      order by x.asked_at desc, x.id desc limit 1) ck on true
  left join listening.decision d on d.theme_id = th.id and d.handed_at is null
  left join people.member dm on dm.id = d.decider_id
  left join listening.answer an on an.theme_id = th.id
  left join listening.closure clo on clo.theme_id = th.id
  cross join lateral (select count(*) filter (where a.done_at is null)::int as n,
                             count(*) filter (where a.done_at is null and a.due < ${today})::int as late
                        from listening.action a where a.theme_id = th.id) open`

export const stateSql = `case
    when clo.theme_id is not null then 'closed'
    when an.published_at is not null then case when open.n > 0 then 'answered' else 'done' end
    when an.theme_id is not null then 'decided'
    when d.id is not null then 'asked'
    when ck.decision = 'confirmed' then 'checked'
    when ck.id is not null and ck.at is null then 'checking'
    else 'coding' end`

/** Under five people nothing is counted. */
export const shownPeopleSql = `case when fact.people >= ${String(minPeople)} then fact.people end`
/** Under five people nobody is quoted either. */
export const quotesSql = `case when fact.people >= ${String(minPeople)} then
    array(select e.quote from ${standingExcerptsSql} and e.quote is not null order by e.added_at, e.id) else '{}' end`

/** The card of member row `alias`, or null where the outer join found none. */
export const cardOrNull = (alias: string): string =>
  `case when ${alias}.id is not null then ${memberCardSql(alias)} end`

/** Whether `viewer` may say that action `a` of theme `th` is done: its owner, the decision-maker, a manager. */
const mayChangeSql = (
  viewer: string,
): string => `(a.owner_id = ${viewer} or d.decider_id = ${viewer} or exists (
    select 1 from communities.community_role mr where mr.community_id = th.community_id and mr.member_id = ${viewer} and mr.role = 'manager'))`

export const actionSql = (viewer: string, today: string): string => `jsonb_build_object(
    'id', a.id, 'text', a.text, 'owner', ${cardOrNull('ow')}, 'due', a.due,
    'doneOn', (a.done_at at time zone 'UTC')::date, 'word', a.word, 'firstDue', a.first_due, 'moveReason', a.move_reason,
    'isLate', a.done_at is null and a.due < ${today}, 'canChange', coalesce(a.done_at is null and ${mayChangeSql(viewer)}, false))`

export const decisionSql = (today: string): string => `case when d.id is not null then jsonb_build_object(
    'id', d.id, 'decider', ${memberCardSql('dm')}, 'question', d.question, 'due', d.due,
    'askedOn', (d.asked_at at time zone 'UTC')::date, 'acceptedOn', (d.accepted_at at time zone 'UTC')::date,
    'isLate', an.theme_id is null and clo.theme_id is null and d.due < ${today},
    'handedBy', (select ${memberCardSql('hm')} from listening.decision h join people.member hm on hm.id = h.decider_id
                  where h.theme_id = th.id and h.handed_to = d.decider_id order by h.handed_at desc limit 1),
    'handedReason', (select h.handed_reason from listening.decision h
                  where h.theme_id = th.id and h.handed_to = d.decider_id order by h.handed_at desc limit 1)) end`

export const answerSql = (
  viewer: string,
  today: string,
): string => `case when an.theme_id is not null then jsonb_build_object(
    'weDo', coalesce((select jsonb_agg(${actionSql(viewer, today)} order by a.position)
                        from listening.action a left join people.member ow on ow.id = a.owner_id where a.theme_id = th.id), '[]'),
    'weWillNot', an.we_will_not, 'because', an.because, 'on', (an.at at time zone 'UTC')::date) end`
