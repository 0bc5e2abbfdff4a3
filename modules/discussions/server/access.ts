import { levelAnswer, readableCommunitySql } from '#modules/communities/public.ts'
import type { PostKind } from '#modules/discussions/contract.ts'
import type { CommentFacts, PostFacts } from './policy.ts'
import type { Context } from '#platform/context.ts'
import { Refusal } from '#platform/shared/refusal.ts'

const nobody = '00000000-0000-0000-0000-000000000000'

/** `[viewer, viewerIsEmployee, viewerIsSystem]`: the three values every visibility check takes. */
export const viewerValues = (ctx: Context): [string, boolean, boolean] => [
  ctx.actor.kind === 'member' ? ctx.actor.memberId : nobody,
  ctx.actor.kind === 'member' && ctx.actor.memberKind === 'employee',
  ctx.actor.kind === 'system',
]

/**
 * THE condition under which a post `p` of community `c` may be read: the community's predicate, and the text is
 * there. A deleted post stays reachable only for what others wrote under it, a hidden one for its placeholder.
 */
export const readablePostSql = (viewer: string, isEmployee: string): string =>
  `(p.deleted_at is null or p.comment_count > 0
    or exists (select 1 from discussions.hiding hid where hid.post_id = p.id and hid.comment_id is null)) and ${readableCommunitySql('c', viewer, isEmployee)}`

/**
 * Only what can decide is looked up: a ban of somebody who is not in, an absent author for a manager.
 *
 * Columns of `StandingFacts` and `PostFacts` for post `p`, community `c` and the viewer's membership `m`. */
export const factsSql = (viewer: string): string => `
  p.kind, p.author_id as "authorId", p.deleted_at is not null as "isDeleted",
  exists (select 1 from discussions.closure k where k.post_id = p.id) as "isClosed",
  exists (select 1 from communities.community_role mr
           where mr.community_id = c.id and mr.member_id = m.member_id and mr.role = 'manager')
    and not exists (select 1 from communities.membership am join people.member au on au.id = am.member_id
                     where am.member_id = p.author_id and am.community_id = p.community_id
                       and au.state not in ('deactivated', 'dormant')) as "isAuthorGone",
  m.member_id is not null as "isMember",
  array(select r.role from communities.community_role r where r.community_id = c.id and r.member_id = m.member_id) as roles,
  m.member_id is null and exists (select 1 from communities.ban b where b.community_id = c.id and b.member_id = ${viewer}) as "isBanned",
  exists (select 1 from communities.pause pa where pa.community_id = c.id and pa.member_id = m.member_id and pa.ends_at > now()) as "isPaused",
  c.stage = 'archived' as "isArchived",
  not exists (select 1 from communities.charter_version v where v.community_id = c.id
                 and not exists (select 1 from communities.charter_version w where w.community_id = c.id and w.version > v.version)
                 and not exists (select 1 from communities.charter_acceptance a
                                  where a.community_id = c.id and a.member_id = ${viewer} and a.version = v.version)
             ) as "hasAcceptedCharter"`

export interface AccessiblePost extends PostFacts {
  id: string
  communityId: string
  kind: PostKind
  title: string | null
  excerpt: string
  language: string
  createdAt: Date
  answerCount: number
  acceptedAnswerId: string | null
  isPinned: boolean
  /** It stands in a room without hierarchy. */
  isLevel: boolean
}

const postColumns = `p.id, p.community_id as "communityId", p.title, p.excerpt, p.language, p.created_at as "createdAt",
  p.answer_count as "answerCount", p.accepted_answer_id as "acceptedAnswerId", p.pinned_at is not null as "isPinned",
  c.without_hierarchy as "isLevel"`

const postFrom = `
    from discussions.post p
    join communities.community c on c.id = p.community_id
    left join communities.membership m on m.community_id = c.id and m.member_id = $2`

const findPostSql = `select ${postColumns}, ${factsSql('$2')} ${postFrom}
  where p.id = $1 and ($4::boolean or (${readablePostSql('$2', '$3::boolean')}))`

/** The post if this actor may read it at this moment. One statement. */
export async function findVisiblePost(ctx: Context, postId: string): Promise<AccessiblePost | undefined> {
  const post = await ctx.tx.row<AccessiblePost>(findPostSql, [postId, ...viewerValues(ctx)])
  keepLevel(ctx, post)
  return post
}

/** Whatever a request about a post of a room without hierarchy answers is rid of titles, also by modules above. */
function keepLevel(ctx: Context, post: AccessiblePost | undefined): void {
  if (post?.isLevel) levelAnswer(ctx.actor, post.isMember && post.roles.includes('manager'))
}

/** As `findVisiblePost`, and keeps others from changing the post until the transaction ends. */
export async function getPostToChange(ctx: Context, postId: string): Promise<AccessiblePost> {
  const post = await ctx.tx.row<AccessiblePost>(`${findPostSql} for no key update of p`, [
    postId,
    ...viewerValues(ctx),
  ])
  if (!post) throw new Refusal('postNotFound')
  keepLevel(ctx, post)
  return post
}

export async function getVisiblePost(ctx: Context, postId: string): Promise<AccessiblePost> {
  const post = await findVisiblePost(ctx, postId)
  if (!post) throw new Refusal('postNotFound')
  return post
}

/** A comment and the post it stands under. */
export interface AccessibleComment {
  comment: CommentFacts & { id: string; bodyMd: string; createdAt: Date; editedAt: Date | null }
  post: AccessiblePost
}

type CommentRow = AccessiblePost & {
  commentId: string
  commentAuthorId: string
  commentIsAnswer: boolean
  commentIsDeleted: boolean
  commentParentId: string | null
  commentBodyMd: string
  commentCreatedAt: Date
  commentEditedAt: Date | null
}

const findCommentSql = `select ${postColumns}, ${factsSql('$2')},
    k.id as "commentId", k.author_id as "commentAuthorId", k.is_answer as "commentIsAnswer",
    k.deleted_at is not null as "commentIsDeleted", k.parent_id as "commentParentId", k.body_md as "commentBodyMd",
    k.created_at as "commentCreatedAt", k.edited_at as "commentEditedAt"
  ${postFrom.replace('from discussions.post p', 'from discussions.comment k join discussions.post p on p.id = k.post_id')}
  where k.id = $1 and ($4::boolean or (${readablePostSql('$2', '$3::boolean')}))`

/** A comment that this actor may read, deleted ones included: their place stays. */
async function loadComment(ctx: Context, commentId: string, sql: string): Promise<AccessibleComment> {
  const row = await ctx.tx.row<CommentRow>(sql, [commentId, ...viewerValues(ctx)])
  if (!row) throw new Refusal('commentNotFound')
  keepLevel(ctx, row)
  const { commentId: id, commentAuthorId, commentIsAnswer, commentIsDeleted, commentParentId, ...rest } = row
  const { commentBodyMd, commentCreatedAt, commentEditedAt, ...post } = rest
  return {
    post,
    comment: {
      id,
      authorId: commentAuthorId,
      isAnswer: commentIsAnswer,
      isDeleted: commentIsDeleted,
      parentId: commentParentId,
      bodyMd: commentBodyMd,
      createdAt: commentCreatedAt,
      editedAt: commentEditedAt,
    },
  }
}

export const getVisibleComment = (ctx: Context, commentId: string): Promise<AccessibleComment> =>
  loadComment(ctx, commentId, findCommentSql)

/** As `getVisibleComment`, and locks the post: everything under a post changes in turn. */
export const getCommentToChange = (ctx: Context, commentId: string): Promise<AccessibleComment> =>
  loadComment(ctx, commentId, `${findCommentSql} for no key update of p`)

/** Which post a comment stands under; says nothing about rights, the caller has checked those of the post. */
export const findPostOfComment = (
  tx: Context['tx'],
  commentId: string,
): Promise<{ postId: string; parentId: string | null; isAnswer: boolean; isDeleted: boolean } | undefined> =>
  tx.row(
    `select post_id as "postId", parent_id as "parentId", is_answer as "isAnswer", deleted_at is not null as "isDeleted"
       from discussions.comment where id = $1`,
    [commentId],
  )
