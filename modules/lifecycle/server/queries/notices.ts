import { seeableCommunitySql } from '#modules/communities/public.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { LocalText } from '#platform/shared/local-text.ts'

export interface NoticePlace {
  id: string
  slug: string
  name: LocalText
  accent: string
  stage: string
  isMember: boolean
  isManager: boolean
}

/** Of these communities, those that the viewer may know of now, and what they are there. */
export const listPlaces = (
  tx: Tx,
  viewer: { id: string; isEmployee: boolean },
  ids: readonly string[],
): Promise<NoticePlace[]> =>
  tx.rows(
    `select c.id, c.slug, c.name, c.accent, c.stage,
            exists (select 1 from communities.membership m where m.community_id = c.id and m.member_id = $1::uuid) as "isMember",
            exists (select 1 from communities.community_role r where r.community_id = c.id and r.member_id = $1::uuid and r.role = 'manager') as "isManager"
       from communities.community c
      where c.id = any($3::uuid[]) and ${seeableCommunitySql('c', '$1::uuid', '$2::boolean')}`,
    [viewer.id, viewer.isEmployee, ids],
  )

/** Of these objects, those that still wait for this person. */
export const listWaiting = async (tx: Tx, memberId: string, ids: readonly string[]): Promise<Set<string>> =>
  new Set(
    (
      await tx.rows<{ id: string }>(
        `select id from lifecycle.takeover where id = any($2::uuid[]) and member_id = $1::uuid and answer is null
         union all
         select id from lifecycle.peer_review where id = any($2::uuid[]) and reviewer_id = $1::uuid and done_at is null
         union all
         select id from lifecycle.review where id = any($2::uuid[]) and done_at is null
         union all
         select id from lifecycle.page_transfer where id = any($2::uuid[]) and decision is null`,
        [memberId, ids],
      )
    ).map(({ id }) => id),
  )

/** Whoever asked for a second look, and the managers of a community. */
export const listManagersOf = async (tx: Tx, communityId: string): Promise<string[]> =>
  (
    await tx.rows<{ id: string }>(
      `select r.member_id as id from communities.community_role r join people.member p on p.id = r.member_id and p.state = 'active'
        where r.community_id = $1 and r.role = 'manager'`,
      [communityId],
    )
  ).map(({ id }) => id)
