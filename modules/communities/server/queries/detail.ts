import { memberCardSql } from '#modules/people/public.ts'
import type { Article, CommunityDetail, CommunityRole } from '#modules/communities/contract.ts'
import { instantSql, refColumnsSql } from '#modules/communities/server/sql.ts'
import type { Tx } from '#platform/db/tx.ts'

export type DetailRow = Omit<CommunityDetail, 'me' | 'can' | 'why' | 'needsSecondManager' | 'charter'> & {
  activeManagers: number
  isLastManager: boolean
  charter: { version: number; publishedAt: string; articles: Article[] } | null
  acceptedVersion: number | null
  joinedAt: string | null
  unread: number
  myRoles: CommunityRole[]
  invitedBy: CommunityDetail['me']['invitedBy']
  refusal: CommunityDetail['me']['refusal']
  ban: CommunityDetail['me']['ban']
}

export const articlesSql = (version: string): string => `(
  select coalesce(jsonb_agg(jsonb_build_object('number', a.number, 'title', a.title, 'body', a.body) order by a.number), '[]')
    from communities.charter_article a where a.community_id = c.id and a.version = ${version})`

export const canvasSql = `(
  select jsonb_build_object('problem', k.problem, 'whoSuffers', k.who_suffers, 'indicator', k.indicator, 'unit', k.unit,
           'baseline', k.baseline, 'baselineOn', k.baseline_on, 'baselineSource', k.baseline_source,
           'target', k.target, 'targetOn', k.target_on,
           'sponsor', (select ${memberCardSql('p')} from people.member p where p.id = k.sponsor_id))
    from communities.canvas k where k.community_id = c.id)`

const detail = `
  select ${refColumnsSql('c')}, c.purpose, c.languages, c.stage, c.invite_by as "inviteBy", c.site_id as "siteId",
         c.ends_on as "endsOn", c.member_count as "memberCount", ${instantSql('c.created_at')} as "createdAt",
         managers.cards as managers, managers.active as "activeManagers",
         managers.active = 1 and managers.mine as "isLastManager",
         (select coalesce(jsonb_agg(jsonb_build_object('role', r.role, 'member', ${memberCardSql('p')}) order by r.role, r.since, p.id), '[]')
            from communities.community_role r join people.member p on p.id = r.member_id
           where r.community_id = c.id and r.role <> 'manager') as roles,
         (select jsonb_build_object('version', v.version, 'publishedAt', ${instantSql('v.published_at')}, 'articles', ${articlesSql('v.version')})
            from communities.charter_version v where v.community_id = c.id order by v.version desc limit 1) as charter,
         (select max(a.version) from communities.charter_acceptance a where a.community_id = c.id and a.member_id = $2::uuid) as "acceptedVersion",
         ${canvasSql} as canvas,
         (select jsonb_build_object('announcedAt', ${instantSql('x.announced_at')}, 'closesOn', x.closes_on, 'reason', x.reason,
                   'whereNext', x.where_next, 'archivedAt', ${instantSql('x.archived_at')})
            from communities.closure x where x.community_id = c.id) as closure,
         ${instantSql('m.joined_at')} as "joinedAt", coalesce(c.post_seq - m.last_seen_seq, 0) as unread,
         array(select r.role from communities.community_role r where r.community_id = c.id and r.member_id = m.member_id order by r.role) as "myRoles",
         (select ${memberCardSql('p')} from communities.community_invitation i join people.member p on p.id = i.by_member_id
           where i.community_id = c.id and i.member_id = $2::uuid) as "invitedBy",
         (select jsonb_build_object('word', j.word, 'at', ${instantSql('j.at')})
            from communities.join_refusal j where j.community_id = c.id and j.member_id = $2::uuid) as refusal,
         (select jsonb_build_object('reason', b.reason, 'at', ${instantSql('b.at')})
            from communities.ban b where b.community_id = c.id and b.member_id = $2::uuid) as ban
    from communities.community c
    left join communities.membership m on m.community_id = c.id and m.member_id = $2::uuid
    cross join lateral (
      select coalesce(jsonb_agg(${memberCardSql('p')} order by r.since, p.id), '[]') as cards,
             (count(*) filter (where p.state = 'active'))::int as active,
             coalesce(bool_or(p.id = $2::uuid), false) as mine
        from communities.community_role r join people.member p on p.id = r.member_id
       where r.community_id = c.id and r.role = 'manager') managers
   where c.id = $1`

/** Everything a community's page shows, for one viewer; visibility has been decided before. */
export const findDetail = (tx: Tx, communityId: string, viewerId: string): Promise<DetailRow | undefined> =>
  tx.row(detail, [communityId, viewerId])
