import type { CommunityRef } from '#modules/communities/contract.ts'
import { communityRefSql, readableCommunitySql } from '#modules/communities/public.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { Viewer } from './waiting.ts'

/** Fewer people in common than this are not spoken of. */
const enoughShared = 5

/**
 * Other communities of the viewer where a question could be asked: those that talk about its subjects (its tags, and
 * the words of its title that are tags there), then those with members in common. At most six. One statement.
 */
export function listNeighbours(
  tx: Tx,
  communityId: string,
  postId: string,
  viewer: Viewer,
): Promise<{ community: CommunityRef; subjects: string[]; hasSharedMembers: boolean }[]> {
  return tx.rows(
    `with question as (
       select tags, people.fold(coalesce(title, '') || ' ' || excerpt) as words from discussions.post where id = $2 and community_id = $1),
     near as (
       select c.id,
              array(select tag from (
                      select lower(tag) as tag, count(*) as n
                        from discussions.post p cross join unnest(p.tags) tag, question q
                       where p.community_id = c.id and p.deleted_at is null
                         and (lower(tag) = any(select lower(own) from unnest(q.tags) own)
                              or (length(tag) > 3 and position(' ' || people.fold(tag) in ' ' || q.words) > 0))
                       group by lower(tag) order by n desc, tag limit 3) found) as subjects,
              (select count(*) from communities.membership theirs join communities.membership ours
                 on ours.member_id = theirs.member_id and ours.community_id = $1
                where theirs.community_id = c.id) as shared
         from communities.community c
         join communities.membership mine on mine.community_id = c.id and mine.member_id = $3
        where c.id <> $1 and ${readableCommunitySql('c', '$3::uuid', '$4::boolean')})
     select ${communityRefSql('c')} as community, n.subjects, n.shared >= ${enoughShared} as "hasSharedMembers"
       from near n join communities.community c on c.id = n.id
      order by cardinality(n.subjects) desc, n.shared desc, c.id limit 6`,
    [communityId, postId, viewer.memberId, viewer.isEmployee],
  )
}

/** Whether words of this community may be read elsewhere: open ones, and closed ones whose managers allowed it. */
export async function findIsShareable(tx: Tx, communityId: string): Promise<boolean> {
  const row = await tx.row<{ is: boolean }>(
    `select c.visibility = 'open' or (c.visibility = 'closed' and coalesce(s.is_allowed, false)) as is
       from communities.community c left join discussions.sharing s on s.community_id = c.id where c.id = $1`,
    [communityId],
  )
  return row?.is ?? false
}

export interface AskedNextDoor {
  communityId: string
  postId: string
  askedById: string
  askerId: string
}

/** The questions that this conversation was published for, next door, and who waits for an answer to them. */
export function listAskedNextDoor(tx: Tx, sharedPostId: string): Promise<AskedNextDoor[]> {
  return tx.rows(
    `select distinct s.community_id as "communityId", s.post_id as "postId", s.by_member_id as "askedById", p.author_id as "askerId"
       from workbench.rescue_step s join discussions.post p on p.id = s.post_id and p.deleted_at is null
      where s.shared_post_id = $1 and s.step = 'askedNeighbour'`,
    [sharedPostId],
  )
}

/** Of these conversations, those that this person may read now, with their community and title. */
export function listReadableNextDoor(
  tx: Tx,
  postIds: readonly string[],
  viewer: Viewer,
): Promise<{ id: string; title: string; community: CommunityRef }[]> {
  return tx.rows(
    `select p.id, coalesce(p.title, p.excerpt) as title, ${communityRefSql('c')} as community
       from discussions.post p join communities.community c on c.id = p.community_id
      where p.id = any($1) and p.deleted_at is null and ${readableCommunitySql('c', '$2::uuid', '$3::boolean')}`,
    [postIds, viewer.memberId, viewer.isEmployee],
  )
}
