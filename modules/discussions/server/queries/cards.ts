import type { Tx } from '#platform/db/tx.ts'
import { cardSql, communityRefSql } from '../sql.ts'

/** Renders a post's card and gives the feed item as JSON text, for somebody who may read it; one statement. */
export async function updateCardAndFindItem(tx: Tx, postId: string, memberId: string): Promise<string> {
  const row = await tx.row<{ body: string }>(
    `with rendered as (update discussions.post p set card = ${cardSql('p')} where p.id = $1 returning p.card, p.seq, p.community_id)
     select json_build_object('card', p.card, 'community', ${communityRefSql('c')}, 'unread', coalesce(p.seq > m.last_seen_seq, false))::text as body
       from rendered p join communities.community c on c.id = p.community_id
       left join communities.membership m on m.community_id = c.id and m.member_id = $2`,
    [postId, memberId],
  )
  return row!.body
}

export interface PostText {
  title: string | null
  bodyMd: string
  language: string
  tags: string[]
}

export const findPostText = (tx: Tx, postId: string): Promise<PostText | undefined> =>
  tx.row<PostText>(
    `select title, body_md as "bodyMd", language, tags from discussions.post where id = $1 and deleted_at is null`,
    [postId],
  )
