import type { Tx } from '#platform/db/tx.ts'
import type { LocalText } from '#platform/shared/local-text.ts'
import { factsSql, holdsOfficeSql, needsMediatorSql } from '../access.ts'
import type { CaseFacts } from '../policy.ts'

/**
 * Who has a part in a case now, beside the author and those who reported: its moderators, or the holders of the
 * office that decides; not whoever took part in what waits.
 */
export const listDeciders = async (tx: Tx, caseId: string): Promise<string[]> =>
  (
    await tx.rows<{ id: string }>(
      `select m.id from moderation.case_file f join people.member m on m.state = 'active' and m.id <> f.author_id
        where f.id = $1
          and not exists (select 1 from moderation.report r where r.case_id = f.id and r.reporter_id = m.id)
          and not exists (select 1 from moderation.measure x left join moderation.appeal a on a.measure_id = x.id
                           where x.case_id = f.id and (x.decided_at is null or (a.at is not null and a.decided_at is null))
                             and m.id in (x.proposed_by, x.decided_by))
          and case when f.route = 'law' then ${holdsOfficeSql('m.id', `'legalDesk'`)}
                   when f.route = 'mediators' or ${needsMediatorSql} then ${holdsOfficeSql('m.id', `'mediator'`)}
                   else exists (select 1 from communities.community_role cr where cr.community_id = f.community_id
                                  and cr.member_id = m.id and cr.role in ('manager', 'moderator')) end
        limit 50`,
      [caseId],
    )
  ).map(({ id }) => id)

export const listManagersOf = async (tx: Tx, communityId: string): Promise<string[]> =>
  (
    await tx.rows<{ id: string }>(
      `select member_id as id from communities.community_role where community_id = $1 and role = 'manager'`,
      [communityId],
    )
  ).map(({ id }) => id)

export interface NoticeCommunity {
  id: string
  slug: string
  name: LocalText
  accent: string
}

/** Cases with what the viewer is to them now. */
export const listNoticeCases = (
  tx: Tx,
  viewerId: string,
  ids: readonly string[],
): Promise<(CaseFacts & { id: string; community: NoticeCommunity })[]> =>
  tx.rows(
    `select f.id, ${factsSql}, json_build_object('id', c.id, 'slug', c.slug, 'name', c.name, 'accent', c.accent) as community
       from moderation.case_file f join communities.community c on c.id = f.community_id where f.id = any($2::uuid[])`,
    [viewerId, ids],
  )

/** Of these exchanges, requests and communities, those that still concern the viewer. */
export const listNoticePlaces = (
  tx: Tx,
  viewerId: string,
  ids: readonly string[],
): Promise<{ id: string; community: NoticeCommunity | null }[]> =>
  tx.rows(
    `select n.id, null::json as community from moderation.note_thread n where n.id = any($2::uuid[]) and $1::uuid in (n.author_id, n.writer_id)
     union all
     select s.id, null from moderation.step s where s.id = any($2::uuid[]) and s.to_member_id = $1 and s.answered_at is null
     union all
     select c.id, json_build_object('id', c.id, 'slug', c.slug, 'name', c.name, 'accent', c.accent)
       from communities.community c join communities.community_role r on r.community_id = c.id and r.member_id = $1 and r.role = 'manager'
      where c.id = any($2::uuid[])`,
    [viewerId, ids],
  )
