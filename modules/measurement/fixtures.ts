import { formerMemberId as former } from '#modules/people/contract.ts'
import type { Db } from '#platform/db/pool.ts'

// Every act of a community as raw rows, for the slow reference of the catalogue. Only tests use it.

/** Columns of the tables read below. */
interface Row {
  id: string
  post_id: string
  parent_id: string | null
  comment_id: string | null
  author_id: string
  member_id: string
  by_member_id: string
  kind: string
  state: string
  is_answer: boolean
  imported: boolean
  created_at: Date
  deleted_at: Date | null
  accepted_at: Date | null
  closed_at: Date | null
  joined_at: Date
  at: Date
  since: Date
  until: Date
}
export interface Post {
  id: string
  authorId: string
  kind: string
  at: number
  imported: boolean
  acceptedAt: number | null
  closedAt: number | null
}
export interface Comment {
  id: string
  postId: string
  parentId: string | null
  authorId: string
  isAnswer: boolean
  at: number
  imported: boolean
  names: string[]
}
interface Member {
  id: string
  joinedAt: number
  canSignIn: boolean
  isEmployee: boolean
}
export interface RawWorld {
  posts: Post[]
  comments: Comment[]
  reactions: { memberId: string; at: number }[]
  pages: { memberId: string; at: number }[]
  members: Member[]
  managing: { memberId: string; since: number; until: number }[]
  employees: number
}

const forever = Number.POSITIVE_INFINITY

/** Everything that is still there, row by row. */
export async function readRawWorld(db: Db, communityId: string, formerMemberId = former): Promise<RawWorld> {
  const all = async <R>(sql: string): Promise<R[]> => (await db.pool.query(sql, [communityId])).rows as R[]
  const posts = await all<Row>(
    'select p.*, a.at as accepted_at, c.at as closed_at from discussions.post p left join discussions.acceptance a on a.post_id = p.id left join discussions.closure c on c.post_id = p.id where p.community_id = $1',
  )
  const comments = await all<Row>('select * from discussions.comment where community_id = $1')
  const mentions = await all<{ comment_id: string; member_id: string }>(
    'select m.* from discussions.mention m join discussions.post p on p.id = m.post_id where p.community_id = $1 and comment_id is not null',
  )
  const reactions = await all<Row>(
    'select r.* from discussions.reaction r join discussions.post p on p.id = r.post_id where p.community_id = $1',
  )
  const time = (value: Date): number => value.getTime()
  const living = new Map(posts.filter((post) => post.deleted_at === null).map((post) => [post.id, post]))
  const authorOf = new Map<string, string>(comments.map((comment) => [comment.id, comment.author_id]))
  return {
    posts: [...living.values()].map((post) => ({
      id: post.id,
      authorId: post.author_id,
      kind: post.kind,
      at: time(post.created_at),
      imported: post.imported,
      acceptedAt: post.accepted_at ? time(post.accepted_at) : null,
      closedAt: post.closed_at ? time(post.closed_at) : null,
    })),
    comments: comments
      .filter((comment) => comment.deleted_at === null && living.has(comment.post_id))
      .map((comment) => ({
        id: comment.id,
        postId: comment.post_id,
        parentId: comment.parent_id,
        authorId: comment.author_id,
        isAnswer: comment.is_answer,
        at: time(comment.created_at),
        imported: comment.imported,
        names: mentions.filter(({ comment_id: id }) => id === comment.id).map((mention) => mention.member_id),
      })),
    reactions: reactions
      .filter((reaction) => {
        const post = living.get(reaction.post_id)
        const author = reaction.comment_id ? authorOf.get(reaction.comment_id) : post?.['author_id']
        return post !== undefined && author !== reaction.member_id && reaction.member_id !== formerMemberId
      })
      .map((reaction) => ({
        memberId: reaction.member_id,
        at: time(reaction.at),
      })),
    pages: (
      await all<Row>(
        'select v.* from knowledge.page_version v join knowledge.page p on p.id = v.page_id where p.community_id = $1 and p.deleted_at is null',
      )
    ).map((page) => ({ memberId: page.by_member_id, at: time(page.at) })),
    members: (
      await all<Row>(
        'select ms.*, m.state, m.kind from communities.membership ms join people.member m on m.id = ms.member_id where ms.community_id = $1',
      )
    )
      .filter((member) => member.member_id !== formerMemberId)
      .map((member) => ({
        id: member.member_id,
        joinedAt: time(member.joined_at),
        canSignIn: ['active', 'invited'].includes(member.state),
        isEmployee: member.kind === 'employee',
      })),
    managing: [
      ...(
        await all<Row>(
          "select * from communities.community_role where community_id = $1 and role = 'manager'",
        )
      ).map((role) => ({
        memberId: role.member_id,
        since: time(role.since),
        until: forever,
      })),
      ...(
        await all<Row>('select * from measurement.manager_span where community_id = $1 and until is not null')
      ).map((span) => ({
        memberId: span.member_id,
        since: time(span.since),
        until: time(span.until),
      })),
    ],
    employees: (
      await db.pool.query(
        "select count(*)::int as n from people.member where kind = 'employee' and state in ('active', 'invited')",
      )
    ).rows[0]!.n,
  }
}
