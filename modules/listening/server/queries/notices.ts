import { readableCommunitySql } from '#modules/communities/public.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { LocalText } from '#platform/shared/local-text.ts'
import { stateSql, themeJoins } from '../sql.ts'

export interface NoticeTheme {
  id: string
  title: string
  language: string
  community: { id: string; slug: string; name: LocalText; accent: string }
  reads: boolean
  runs: boolean
  manages: boolean
  decides: boolean
  checks: boolean
  owns: boolean
  isQuoted: boolean
  postId: string | null
}

/** Themes with what the viewer is to them at this moment. One statement. */
export const listNoticeThemes = (
  tx: Tx,
  viewerId: string,
  viewerIsEmployee: boolean,
  ids: readonly string[],
): Promise<NoticeTheme[]> =>
  tx.rows(
    `select th.id, th.title, coalesce(c.languages[1], 'fr') as language,
            json_build_object('id', c.id, 'slug', c.slug, 'name', c.name, 'accent', c.accent) as community,
            ${readableCommunitySql('c', '$1::uuid', '$2::boolean')} as reads,
            exists (select 1 from communities.community_role r where r.community_id = c.id and r.member_id = $1 and r.role in ('manager', 'moderator')) as runs,
            exists (select 1 from communities.community_role r where r.community_id = c.id and r.member_id = $1 and r.role = 'manager') as manages,
            coalesce(d.decider_id = $1, false) as decides,
            coalesce(ck.to_member_id = $1 and ck.at is null and ${stateSql} = 'checking', false) as checks,
            exists (select 1 from listening.action a where a.theme_id = th.id and a.owner_id = $1) as owns,
            exists (select 1 from listening.excerpt e join discussions.post p on p.id = e.post_id and p.deleted_at is null
                      left join discussions.comment k on k.id = e.comment_id
                     where e.theme_id = th.id and e.quote is not null and coalesce(k.author_id, p.author_id) = $1) as "isQuoted",
            coalesce(an.post_id, clo.post_id) as "postId"
       from listening.theme th ${themeJoins('current_date')} where th.id = any($3::uuid[])`,
    [viewerId, viewerIsEmployee, ids],
  )
