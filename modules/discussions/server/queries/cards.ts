import type { Tx } from '#platform/db/tx.ts'
import { cardSql, commentCardSql, communityRefSql } from '../sql.ts'

/** Renders the cards of these posts from their rows as they are now. Returns the first one. */
export async function updateCards(tx: Tx, postIds: readonly string[]): Promise<unknown> {
  const row = await tx.row<{ card: unknown }>(
    `update discussions.post p set card = ${cardSql('p')} where p.id = any($1::uuid[]) returning card`,
    [postIds],
  )
  return row?.card
}

/** Renders the cards of a post and of one of its comments, in one statement. */
export async function updateCardsOfComment(tx: Tx, postId: string, commentId: string): Promise<void> {
  await tx.run(
    `with one as (update discussions.comment k set card = ${commentCardSql('k')} where k.id = $2)
     update discussions.post p set card = ${cardSql('p')} where p.id = $1`,
    [postId, commentId],
  )
}

/** Renders the card of one comment; its post is untouched. */
export async function updateCommentCard(tx: Tx, commentId: string): Promise<void> {
  await tx.run(`update discussions.comment k set card = ${commentCardSql('k')} where k.id = $1`, [commentId])
}

/** Renders the cards of every comment of these posts. */
export async function updateCardsOfThreads(tx: Tx, postIds: readonly string[]): Promise<void> {
  await tx.run(
    `update discussions.comment k set card = ${commentCardSql('k')} where k.post_id = any($1::uuid[])`,
    [postIds],
  )
}

/** Renders the cards of what a person wrote, after their name or photo changed. */
export async function updateCardsOfAuthor(tx: Tx, authorId: string): Promise<void> {
  await tx.run(
    `update discussions.post p set card = ${cardSql('p')} where p.author_id = $1 and p.deleted_at is null`,
    [authorId],
  )
  await tx.run(`update discussions.comment k set card = ${commentCardSql('k')} where k.author_id = $1`, [
    authorId,
  ])
}

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

/** Renders every card of a community, some hundred posts a statement, after it became or stopped being without titles. */
export async function updateCardsOfCommunity(tx: Tx, communityId: string): Promise<void> {
  const posts = await tx.rows<{ id: string }>('select id from discussions.post where community_id = $1', [
    communityId,
  ])
  for (let from = 0; from < posts.length; from += 500) {
    const ids = posts.slice(from, from + 500).map(({ id }) => id)
    await updateCards(tx, ids)
    await updateCardsOfThreads(tx, ids)
  }
}

/** No post of the community stands above the others any more. */
export const unpinAll = (tx: Tx, communityId: string): Promise<number> =>
  tx.run('update discussions.post set pinned_at = null where community_id = $1 and pinned_at is not null', [
    communityId,
  ])
