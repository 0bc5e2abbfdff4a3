import type { LocalText } from '#platform/shared/local-text.ts'
import type { Tx } from '#platform/db/tx.ts'

const ids = async (rows: Promise<{ id: string }[]>): Promise<string[]> => (await rows).map(({ id }) => id)

export const listMemberIds = (tx: Tx, communityId: string): Promise<string[]> =>
  ids(tx.rows(`select member_id as id from communities.membership where community_id = $1`, [communityId]))
export const listManagerIds = (tx: Tx, communityId: string): Promise<string[]> =>
  ids(
    tx.rows(
      `select member_id as id from communities.community_role where community_id = $1 and role = 'manager'`,
      [communityId],
    ),
  )

export interface NoticePlace {
  id: string
  slug: string
  name: LocalText
  accent: string
  isManager: boolean
  endsOn: string | null
}
/** Of these communities, those where the viewer is a member. */
export const listOwnPlaces = (
  tx: Tx,
  viewerId: string,
  communityIds: readonly string[],
): Promise<NoticePlace[]> =>
  tx.rows<NoticePlace>(
    `select c.id, c.slug, c.name, c.accent, to_char(c.ends_on, 'YYYY-MM-DD') as "endsOn",
            exists (select 1 from communities.community_role r where r.community_id = c.id and r.member_id = $1 and r.role = 'manager') as "isManager"
       from communities.community c join communities.membership m on m.community_id = c.id and m.member_id = $1
      where c.id = any($2::uuid[])`,
    [viewerId, communityIds],
  )

export interface WaitingPost {
  postId: string
  title: string
  step: LocalText
  community: { id: string; slug: string; name: LocalText; accent: string }
}
/** Of these conversations, those that wait for the viewer now and that they may read. */
export const listWaiting = (tx: Tx, viewerId: string, postIds: readonly string[]): Promise<WaitingPost[]> =>
  tx.rows<WaitingPost>(
    `select p.id as "postId", coalesce(p.title, p.excerpt) as title, s.name as step,
            json_build_object('id', c.id, 'slug', c.slug, 'name', c.name, 'accent', c.accent) as community
       from kinds.placement pl join discussions.post p on p.id = pl.post_id and p.deleted_at is null and p.community_id = pl.community_id
       join kinds.step s on s.id = pl.step_id
       join communities.community c on c.id = pl.community_id and c.kind = 'process'
       join communities.membership m on m.community_id = c.id and m.member_id = $1
      where pl.post_id = any($2::uuid[]) and pl.waits_for_id = $1`,
    [viewerId, postIds],
  )
