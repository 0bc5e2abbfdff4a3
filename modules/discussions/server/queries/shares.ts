import { memberCardSql } from '#modules/people/public.ts'
import type { Tx } from '#platform/db/tx.ts'
import { instantSql } from '#platform/db/keyset.ts'
import { isLevelSql, readableCommunitySql } from '#modules/communities/public.ts'
import { communityRefSql } from '../sql.ts'

/** What the source of a share says to somebody who may read it now; null for everybody else. `$viewer`, `$employee`: SQL. */
export const sharedSourceSql = (source: string, viewer: string, isEmployee: string): string => `
  (select json_build_object('id', sp.id, 'kind', sp.kind, 'title', sp.title, 'excerpt', sp.excerpt, 'language', sp.language,
            'author', (select ${memberCardSql('sa', isLevelSql('sc.id'))} from people.member sa where sa.id = sp.author_id),
            'community', ${communityRefSql('sc')}, 'createdAt', ${instantSql('sp.created_at')}, 'commentCount', sp.comment_count)
     from discussions.post sp join communities.community sc on sc.id = sp.community_id
    where sp.id = ${source} and sp.deleted_at is null and ${readableCommunitySql('sc', viewer, isEmployee)})`

/** Turns a post into a share of another, and marks both as having more around them. */
export const insertShare = (tx: Tx, postId: string, sourceId: string): Promise<number> =>
  tx.run(
    `with shared as (insert into discussions.share (post_id, source_post_id) values ($1, $2))
     update discussions.post set has_surroundings = true where id in ($1, $2) and not has_surroundings`,
    [postId, sourceId],
  )

/** What a share quotes, as JSON text of the contract; undefined when the post is none. */
export async function findShared(
  tx: Tx,
  postId: string,
  viewer: { id: string; isEmployee: boolean },
): Promise<string | undefined> {
  const row = await tx.row<{ body: string }>(
    `select json_build_object('source', ${sharedSourceSql('s.source_post_id', '$2', '$3::boolean')})::text as body
       from discussions.share s where s.post_id = $1`,
    [postId, viewer.id, viewer.isEmployee],
  )
  return row?.body
}

/** `null`: nobody has decided. */
export async function findSharing(tx: Tx, communityId: string): Promise<boolean | null> {
  const row = await tx.row<{ is_allowed: boolean }>(
    `select is_allowed from discussions.sharing where community_id = $1`,
    [communityId],
  )
  return row?.is_allowed ?? null
}

export const setSharing = (
  tx: Tx,
  row: { communityId: string; isAllowed: boolean; by: string | null; now: Date },
): Promise<number> =>
  tx.run(
    `insert into discussions.sharing (community_id, is_allowed, by_member_id, at) values ($1, $2, $3, $4)
     on conflict (community_id) do update set is_allowed = excluded.is_allowed, by_member_id = excluded.by_member_id, at = excluded.at`,
    [row.communityId, row.isAllowed, row.by, row.now],
  )
