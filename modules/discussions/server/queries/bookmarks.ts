import type { Bookmark } from '#modules/discussions/contract.ts'
import type { Tx } from '#platform/db/tx.ts'
import { instantSql } from '#platform/db/keyset.ts'
import { readablePostSql } from '../access.ts'
import { communityRefSql, cursorSql } from '../sql.ts'
import type { Cursor } from '../sql.ts'

/** Keeps a post for a member, or changes their note; its date stays. `note` undefined leaves the note alone. */
export const setBookmark = (
  tx: Tx,
  row: { memberId: string; postId: string; note: string | null | undefined; now: Date },
): Promise<number> =>
  tx.run(
    `insert into discussions.bookmark (member_id, post_id, note, created_at) values ($1, $2, $3, $4)
     on conflict (member_id, post_id) do update set note = case when $5 then excluded.note else bookmark.note end`,
    [row.memberId, row.postId, row.note ?? null, row.now, row.note !== undefined],
  )

export const deleteBookmark = (tx: Tx, memberId: string, postId: string): Promise<number> =>
  tx.run(`delete from discussions.bookmark where member_id = $1 and post_id = $2`, [memberId, postId])

/**
 * A member's bookmarks, newest first. What can no longer be read comes without a card: the text goes, not only the
 * link; one's own note stays.
 */
export const listBookmarks = (
  tx: Tx,
  viewer: { id: string; isEmployee: boolean },
  before: Cursor,
  limit: number,
): Promise<(Bookmark & { next: string })[]> =>
  tx.rows(
    `select b.post_id as "postId", b.note, ${instantSql('b.created_at')} as at,
            ${cursorSql('b.created_at', 'b.post_id')} as next,
            case when p.card is not null and p.deleted_at is null and ${readablePostSql('$1', '$2::boolean')}
                 then json_build_object('card', p.card, 'community', ${communityRefSql('c')}, 'unread', false) end as item
       from discussions.bookmark b
       join discussions.post p on p.id = b.post_id
       join communities.community c on c.id = p.community_id
      where b.member_id = $1 and (b.created_at, b.post_id) < ($3::timestamptz, $4::uuid)
      order by b.created_at desc, b.post_id desc limit $5`,
    [viewer.id, viewer.isEmployee, before.at, before.id, limit],
  )

/** Everything of it, for its owner's registry. */
export const listOwnBookmarks = (
  tx: Tx,
  memberId: string,
): Promise<{ postId: string; note: string | null; at: string }[]> =>
  tx.rows(
    `select post_id as "postId", note, ${instantSql('created_at')} as at
       from discussions.bookmark where member_id = $1 order by created_at desc limit 1000`,
    [memberId],
  )
