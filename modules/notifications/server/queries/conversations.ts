import type { Context, MemberContext } from '#platform/context.ts'
import type { LocalText } from '#platform/shared/local-text.ts'
import { readablePostSql } from '#modules/discussions/public.ts'
import type { Receiver } from '../sources/registry.ts'

/**
 * Everybody whom one more comment of a conversation concerns: its author, whom it replies to, who wrote before, who chose
 * to follow. One statement.
 */
export const listConcerned = (
  ctx: Pick<Context, 'tx'>,
  comment: { postId: string; commentId: string; parentId: string | null; isAnswer: boolean },
): Promise<Receiver[]> =>
  ctx.tx.rows(
    `select p.author_id as "memberId", case when p.kind = 'question' and $3 then 'answer' else 'reply' end as reason
       from discussions.post p where p.id = $1
     union all select k.author_id, 'reply' from discussions.comment k where k.post_id = $1 and k.id = $2::uuid
     union all select distinct k.author_id, 'following' from discussions.comment k join discussions.comment this on this.id = $4
                where k.post_id = $1 and k.deleted_at is null and (k.created_at, k.id) < (this.created_at, this.id)
     union all select l.member_id, 'following' from notifications.conversation_level l where l.post_id = $1 and l.level = 'follow'`,
    [comment.postId, comment.parentId, comment.isAnswer, comment.commentId],
  )

export const findAuthorOfComment = (ctx: Pick<Context, 'tx'>, commentId: string) =>
  ctx.tx.row<{ authorId: string }>(`select author_id as "authorId" from discussions.comment where id = $1`, [
    commentId,
  ])

export interface ReadableConversation {
  postId: string
  kind: string
  title: string
  language: string
  authorId: string
  acceptedAnswerId: string | null
  community: { id: string; slug: string; name: LocalText; accent: string }
  /** The post's own text. */
  excerpt: string
  /** Absent where the comment is gone or none was asked for. */
  comment: { parentId: string | null; bodyMd: string; language: string } | null
}

/** Conversations (and one comment in each) that the actor may read now, by the place asked for. One statement. */
export async function listReadableConversations(
  ctx: MemberContext,
  wanted: readonly { postId: string; commentId?: string | undefined }[],
): Promise<(ReadableConversation | undefined)[]> {
  const rows = await ctx.tx.rows<ReadableConversation & { place: number }>(
    `select n.place::int as place, p.id as "postId", p.kind, coalesce(p.title, left(p.excerpt, 120)) as title, p.language, p.excerpt,
            p.author_id as "authorId", p.accepted_answer_id as "acceptedAnswerId",
            jsonb_build_object('id', c.id, 'slug', c.slug, 'name', c.name, 'accent', c.accent) as community,
            case when k.id is null then null else
              jsonb_build_object('parentId', k.parent_id, 'bodyMd', left(k.body_md, 4000), 'language', k.language) end as comment
       from unnest($1::uuid[], $2::uuid[]) with ordinality as n (post_id, comment_id, place)
       join discussions.post p on p.id = n.post_id and p.deleted_at is null
       join communities.community c on c.id = p.community_id
       left join discussions.comment k on k.id = n.comment_id and k.post_id = p.id and k.deleted_at is null
      where ${readablePostSql('$3::uuid', '$4::boolean')}`,
    [
      wanted.map(({ postId }) => postId),
      wanted.map(({ commentId }) => commentId ?? null),
      ctx.actor.memberId,
      ctx.actor.memberKind === 'employee',
    ],
  )
  const byPlace = new Map(rows.map((row) => [row.place, row]))
  return wanted.map((_, index) => byPlace.get(index + 1))
}
