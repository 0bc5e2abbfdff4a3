import type { MyListening } from '#modules/listening/contract.ts'
import { communityRefSql, readableCommunitySql, seeableCommunitySql } from '#modules/communities/public.ts'
import { memberCardSql } from '#modules/people/public.ts'
import type { Tx } from '#platform/db/tx.ts'
import { actionSql, answerSql, decisionSql, quotesSql, shownPeopleSql, stateSql, themeJoins } from '../sql.ts'

/** A theme and its anonymised quotes: nothing of the community it comes from but its name, to whoever may know of it. */
const passedSql = `jsonb_build_object('id', th.id, 'title', th.title, 'kind', th.kind, 'description', th.description,
  'people', ${shownPeopleSql}, 'quotes', to_jsonb(${quotesSql}::text[]),
  'community', case when ${seeableCommunitySql('c', '$1::uuid', '$3::boolean')} then ${communityRefSql('c')} end)`

/** Decisions asked of somebody: those that wait first, by date. */
export const listOwnDecisions = (
  tx: Tx,
  memberId: string,
  today: string,
  isEmployee: boolean,
): Promise<MyListening['decisions']> =>
  tx.rows(
    `select ${passedSql} as theme, ${decisionSql('$2::date')} as decision, ${memberCardSql('am')} as "askedBy",
            ${answerSql('$1::uuid', '$2::date')} as answer, an.published_at is not null as "isPublished"
       from listening.theme th ${themeJoins('$2::date')} join people.member am on am.id = d.asked_by
      where d.decider_id = $1 and clo.theme_id is null
      order by an.theme_id is not null, d.due, th.id limit 50`,
    [memberId, today, isEmployee],
  )

/** Second readings asked of somebody of another community. */
export const listOwnChecks = (
  tx: Tx,
  memberId: string,
  today: string,
  isEmployee: boolean,
): Promise<MyListening['checks']> =>
  tx.rows(
    `select ${passedSql} as theme, ${memberCardSql('am')} as "askedBy", (ck.asked_at at time zone 'UTC')::date::text as "askedOn"
       from listening.theme th ${themeJoins('$2::date')} join people.member am on am.id = ck.asked_by
      where ck.to_member_id = $1 and ck.at is null and ${stateSql} = 'checking'
        and exists (select 1 from communities.community_role r join communities.community o on o.id = r.community_id and o.stage <> 'archived'
                     where r.member_id = $1 and r.role = 'manager' and r.community_id <> th.community_id)
      order by ck.asked_at, th.id limit 50`,
    [memberId, today, isEmployee],
  )

/** What somebody promised, published and not done yet, by date. */
export const listOwnActions = (tx: Tx, memberId: string, today: string): Promise<MyListening['actions']> =>
  tx.rows(
    `select th.id as "themeId", th.title, ${actionSql('$1::uuid', '$2::date')} as action
       from listening.action a join listening.theme th on th.id = a.theme_id ${themeJoins('$2::date')}
       left join people.member ow on ow.id = a.owner_id
      where (a.owner_id = $1 or d.decider_id = $1) and a.done_at is null and an.published_at is not null order by a.due, a.id limit 50`,
    [memberId, today],
  )

/** Sentences of somebody's own texts that are quoted, newest first, in communities that they may read. */
export const listOwnQuotes = (
  tx: Tx,
  memberId: string,
  isEmployee: boolean,
): Promise<MyListening['quotes']> =>
  tx.rows(
    `select e.id, e.quote, th.title as "themeTitle", ${communityRefSql('c')} as community, e.post_id as "postId",
            e.comment_id as "commentId", ${stateSql} as state
       from (select e.* from listening.excerpt e join discussions.post p on p.id = e.post_id and p.deleted_at is null
               left join discussions.comment k on k.id = e.comment_id
              where e.quote is not null and e.told_at is not null
                and case when e.comment_id is null then p.author_id else k.author_id end = $1
                and (e.comment_id is null or k.deleted_at is null)) e
       join listening.theme th on th.id = e.theme_id ${themeJoins('current_date')}
      where ${readableCommunitySql('c', '$1::uuid', '$2::boolean')}
      order by e.added_at desc, e.id desc limit 50`,
    [memberId, isEmployee],
  )
