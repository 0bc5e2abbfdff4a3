import { communityRefSql, readableCommunitySql } from '#modules/communities/public.ts'
import type { CommunityRef } from '#modules/communities/contract.ts'
import type { LocalText } from '#platform/shared/local-text.ts'
import type { Tx } from '#platform/db/tx.ts'

export interface NoticeRow {
  id: string
  title: string | LocalText
  language?: string
  path: string
  community: CommunityRef | null
}

/** What notices are about, for one person, as far as it still concerns them. One statement. */
export const listNoticeFacts = (
  tx: Tx,
  memberId: string,
  isEmployee: boolean,
  ids: readonly string[],
): Promise<NoticeRow[]> =>
  tx.rows(
    `select k.id, to_jsonb(k.text) as title, null::text as language,
            case when k.sponsor_id = $1 then '/me/sponsorship'
                 when k.community_id is not null then '/communities/' || c.slug || '/promises'
                 else '/programmes/' || k.programme_id || '?tab=promises' end as path, null::jsonb as community
       from sponsorship.commitment k left join communities.community c on c.id = k.community_id
      where k.id = any($3::uuid[]) and k.withdrawn_at is null
        and (k.sponsor_id = $1 or k.proposed_by = $1
             or exists (select 1 from communities.community_role r where r.community_id = k.community_id and r.member_id = $1 and r.role = 'manager')
             or exists (select 1 from programmes.programme p where p.id = k.programme_id and p.leader_id = $1)
             or exists (select 1 from programmes.co_leader l where l.programme_id = k.programme_id and l.member_id = $1))
     union all
     select h.id, to_jsonb(coalesce(p.title, p.excerpt)), p.language, '/posts/' || p.id, ${communityRefSql('c')}::jsonb
       from sponsorship.hand h join discussions.post p on p.id = h.post_id and p.deleted_at is null
       join communities.community c on c.id = p.community_id
      where h.id = any($3::uuid[]) and h.sponsor_id = $1 and h.declined_at is null and ${readableCommunitySql('c', '$1', '$2::boolean')}
     union all
     select g.id, to_jsonb(s.display_name), null, '/me/sponsorship', null
       from sponsorship.delegation g join people.member s on s.id = g.sponsor_id
      where g.id = any($3::uuid[]) and g.delegate_id = $1 and g.ended_at is null
     union all
     select d.id, to_jsonb(coalesce(d.title, q.title, left(d.body_md, 80))), d.language, '/me/sponsorship', null
       from sponsorship.draft d join sponsorship.delegation g on g.id = d.delegation_id and g.ended_at is null
       left join discussions.post q on q.id = d.post_id
      where d.id = any($3::uuid[]) and g.sponsor_id = $1 and d.published_at is null
     union all
     select o.id, c.name, null, '/communities/' || c.slug || '/about', ${communityRefSql('c')}::jsonb
       from sponsorship.room o join communities.community c on c.id = o.community_id
      where o.id = any($3::uuid[]) and ${readableCommunitySql('c', '$1', '$2::boolean')}`,
    [memberId, isEmployee, ids],
  )
