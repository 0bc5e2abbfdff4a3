import { Type as T } from 'typebox'
import type { Static } from 'typebox'
import { CommunityRef } from '#modules/communities/contract.ts'
import { MemberCard } from '#modules/people/contract.ts'
import { personal } from '#platform/privacy/registry.ts'
import { defineRoute } from '#platform/shared/contract.ts'
import { Id, Instant, Nullable, Page, PageQuery } from '#platform/shared/ids.ts'
import { declareRefusals } from '#platform/shared/refusal.ts'

export const postKinds = ['discussion', 'question', 'idea', 'praise', 'news', 'story', 'practice'] as const
export type PostKind = (typeof postKinds)[number]
export const reactionKinds = ['like', 'thanks', 'idea', 'support'] as const
export type ReactionKind = (typeof reactionKinds)[number]
export const closureReasons = ['answered', 'duplicate', 'offTopic', 'outdated', 'charter', 'other'] as const
export type ClosureReason = (typeof closureReasons)[number]

export const refusals = declareRefusals({
  postNotFound: 404,
  commentNotFound: 404,
  attachmentNotFound: 404,
  draftNotFound: 404,
  attachmentUnknown: 400,
  duplicateUnknown: 400,
  emptyText: 400,
  notAnAnswer: 409,
  imageUnreadable: 400,
  imageTooLarge: 413,
  fileEmpty: 400,
  fileMissing: 400,
  tooManyPinned: 409,
  quotaExceeded: 413,
})

/** Reasons of a `notPermitted` (403), told by the policy. */
export const reasons = [
  'joinFirst',
  'banned',
  'archived',
  'charterToAccept',
  'authorOnly',
  'moderatorsOnly',
  'askerOnly',
  'authorOrModeratorOnly',
  'postClosed',
  'postDeleted',
  'alreadyClosed',
  'notAQuestion',
  'ownText',
  'noRightThere',
] as const
export type Reason = (typeof reasons)[number]

const Kind = T.Enum([...postKinds])
const Reaction = T.Enum([...reactionKinds])
const Closure = T.Enum([...closureReasons])
const Language = T.Enum(['fr', 'en'])

/** `{ like: 3 }`: absent means zero. Imported votes are included. */
export const ReactionCounts = T.Object({
  like: T.Optional(T.Integer()),
  thanks: T.Optional(T.Integer()),
  idea: T.Optional(T.Integer()),
  support: T.Optional(T.Integer()),
})

export const Attachment = T.Object({
  id: Id,
  /** Images are shown in place; anything else downloads. */
  url: T.String(),
  thumbnailUrl: Nullable(T.String()),
  fileName: T.String(),
  contentType: T.String(),
  size: T.Integer(),
  width: Nullable(T.Integer()),
  height: Nullable(T.Integer()),
  alt: Nullable(T.String()),
})
export type Attachment = Static<typeof Attachment>

/** What a list shows of a post; rendered at write time, the same for every reader. */
export const PostCard = T.Object({
  id: Id,
  communityId: Id,
  kind: Kind,
  title: Nullable(T.String()),
  /** Plain text, about 280 characters. */
  excerpt: T.String(),
  language: T.String(),
  tags: T.Array(T.String()),
  author: MemberCard,
  createdAt: Instant,
  lastActivityAt: Instant,
  editedAt: Nullable(Instant),
  commentCount: T.Integer(),
  answerCount: T.Integer(),
  acceptedAnswerId: Nullable(Id),
  reactionCounts: ReactionCounts,
  pinned: T.Boolean(),
  closed: Nullable(Closure),
  image: Nullable(T.Object({ url: T.String(), width: Nullable(T.Integer()), height: Nullable(T.Integer()), alt: Nullable(T.String()) })),
  attachmentCount: T.Integer(),
  imported: T.Boolean(),
})
export type PostCard = Static<typeof PostCard>

/** A card and what is the viewer's own. */
export const FeedItem = T.Object({
  card: PostCard,
  community: CommunityRef,
  /** Published since the viewer last looked at this community (false for somebody who has not joined). */
  unread: T.Boolean(),
})
export type FeedItem = Static<typeof FeedItem>

/** What "this helped me" told the author, never who: null under 5 people ("a few colleagues"). */
export const Served = T.Object({ people: Nullable(T.Integer()), sites: Nullable(T.Integer()) })

export const Comment = T.Object({
  id: Id,
  postId: Id,
  /** The comment or answer it stands under; one level. Always loaded before its replies. */
  parentId: Nullable(Id),
  author: MemberCard,
  isAnswer: T.Boolean(),
  isAccepted: T.Boolean(),
  /** Null once deleted: "deleted by its author". */
  bodyHtml: Nullable(T.String()),
  /** Source, only for who may edit it. */
  bodyMd: Nullable(T.String()),
  language: T.String(),
  createdAt: Instant,
  editedAt: Nullable(Instant),
  deletedAt: Nullable(Instant),
  reactionCounts: ReactionCounts,
  myReactions: T.Array(Reaction),
  iWasHelped: T.Boolean(),
  /** Only for its author, null while nobody was helped. */
  served: Nullable(Served),
  attachments: T.Array(Attachment),
  imported: T.Boolean(),
  can: T.Object({ edit: T.Boolean(), delete: T.Boolean(), accept: T.Boolean(), react: T.Boolean(), reply: T.Boolean(), markHelped: T.Boolean() }),
})
export type Comment = Static<typeof Comment>

export const CommentPage = Page(Comment)

/** `true`, or why not (`reasons`), so that a disabled control can say it. */
const Ability = T.Union([T.Literal(true), T.String()])

export const PostDetail = T.Object({
  id: Id,
  community: CommunityRef,
  kind: Kind,
  title: Nullable(T.String()),
  /** Null once deleted: the thread stays for those who wrote in it. */
  bodyHtml: Nullable(T.String()),
  bodyMd: Nullable(T.String()),
  language: T.String(),
  tags: T.Array(T.String()),
  author: MemberCard,
  createdAt: Instant,
  lastActivityAt: Instant,
  editedAt: Nullable(Instant),
  deletedAt: Nullable(Instant),
  pinned: T.Boolean(),
  imported: T.Boolean(),
  commentCount: T.Integer(),
  answerCount: T.Integer(),
  closure: Nullable(
    T.Object({
      reason: Closure,
      note: Nullable(T.String()),
      at: Instant,
      by: Nullable(MemberCard),
      /** Present only when the viewer may read it. */
      duplicateOf: Nullable(T.Object({ id: Id, title: Nullable(T.String()) })),
    }),
  ),
  /** Repeated here because it may stand beyond the first page of comments. */
  acceptedAnswer: Nullable(Comment),
  reactionCounts: ReactionCounts,
  myReactions: T.Array(Reaction),
  iWasHelped: T.Boolean(),
  served: Nullable(Served),
  attachments: T.Array(Attachment),
  /** Related and duplicate posts that the viewer may read. */
  links: T.Array(T.Object({ id: Id, title: Nullable(T.String()), kind: T.Union([T.Literal('related'), T.Literal('duplicate')]) })),
  /** Oldest first, replies included (flat, grouped by `parentId`); more through `…/comments?cursor=`. */
  comments: CommentPage,
  isMember: T.Boolean(),
  can: T.Object({
    comment: Ability,
    react: Ability,
    markHelped: Ability,
    edit: Ability,
    delete: Ability,
    pin: Ability,
    close: Ability,
    reopen: Ability,
    changeKind: Ability,
    move: Ability,
    accept: Ability,
  }),
})
export type PostDetail = Static<typeof PostDetail>

/** A wording of a text, as readers of its community see it. */
export const Revision = T.Object(
  {
    title: Nullable(T.String()),
    bodyMd: T.String(),
    /** When this wording was written; the current wording comes first. */
    at: Instant,
    by: MemberCard,
  },
  personal('revision'),
)

export const Reactor = T.Object({ kind: Reaction, member: MemberCard }, personal('reaction'))

/** Content of the composer; every field optional because a draft is unfinished. */
export const DraftContent = T.Object({
  title: T.Optional(Nullable(T.String({ maxLength: 200 }))),
  bodyMd: T.Optional(T.String({ maxLength: 100_000 })),
  kind: T.Optional(Kind),
  communityId: T.Optional(Nullable(Id)),
  tags: T.Optional(T.Array(T.String({ maxLength: 40 }), { maxItems: 10 })),
  language: T.Optional(Language),
  attachments: T.Optional(T.Array(Attachment, { maxItems: 20 })),
})
export type DraftContent = Static<typeof DraftContent>
export const Draft = T.Object({ key: T.String(), content: DraftContent, updatedAt: Instant }, personal('draft'))
export type Draft = Static<typeof Draft>

const bodyMd = T.String({ minLength: 1, maxLength: 100_000 })
const title = Nullable(T.String({ maxLength: 200 }))
const tags = T.Array(T.String({ minLength: 1, maxLength: 40 }), { maxItems: 10 })
const attachments = T.Array(Id, { maxItems: 20, uniqueItems: true })

export const PublishPost = T.Object({
  communityId: Id,
  kind: T.Optional(Kind),
  title: T.Optional(title),
  bodyMd,
  tags: T.Optional(tags),
  language: T.Optional(Language),
  /** Uploads that are not referenced in the text. Those that are need not be listed. */
  attachments: T.Optional(attachments),
  /** Key of the draft that this was written from; it is forgotten with the publication. */
  draftKey: T.Optional(T.String({ maxLength: 80 })),
})
export type PublishPost = Static<typeof PublishPost>

export const ChangePost = T.Object({
  title: T.Optional(title),
  bodyMd: T.Optional(bodyMd),
  tags: T.Optional(tags),
  language: T.Optional(Language),
  /** The complete list; those left out are removed. Absent = unchanged. */
  attachments: T.Optional(attachments),
})
export type ChangePost = Static<typeof ChangePost>

export const AddComment = T.Object({
  bodyMd,
  /** On a question: an answer rather than a comment. Ignored on other kinds and on replies. */
  isAnswer: T.Optional(T.Boolean()),
  parentId: T.Optional(Nullable(Id)),
  language: T.Optional(Language),
  attachments: T.Optional(attachments),
  draftKey: T.Optional(T.String({ maxLength: 80 })),
})
export type AddComment = Static<typeof AddComment>

export const ClosePost = T.Object({
  reason: Closure,
  note: T.Optional(Nullable(T.String({ maxLength: 500 }))),
  duplicateOf: T.Optional(Nullable(Id)),
})
export type ClosePost = Static<typeof ClosePost>

const PostParams = T.Object({ postId: Id })
const CommentParams = T.Object({ commentId: Id })
const CommunityParams = T.Object({ community: T.String({ maxLength: 64, description: 'Identifier or slug' }) })
const PostReactionParams = T.Object({ postId: Id, kind: Reaction })
const CommentReactionParams = T.Object({ commentId: Id, kind: Reaction })
const DraftParams = T.Object({ key: T.String({ maxLength: 80, pattern: '^[a-z]+(:[0-9a-z-]{1,64})?$' }) })
const AttachmentParams = T.Object({ attachmentId: Id })
const FeedPage = Page(FeedItem)
const read = { kind: 'community', needs: 'read' } as const
const participate = { kind: 'community', needs: 'participate' } as const
const own = { kind: 'community', needs: 'own' } as const
const moderate = { kind: 'community', needs: 'moderate' } as const
const self = { kind: 'self' } as const

export const contract = {
  'GET /api/v1/feed': defineRoute({
    summary: 'What is new in my communities, most recently active first',
    access: self,
    query: T.Object(PageQuery),
    response: FeedPage,
  }),
  'GET /api/v1/feed/unread': defineRoute({
    summary: 'Exact number of posts published in each of my communities since I last looked',
    access: self,
    response: T.Object({ total: T.Integer(), communities: T.Array(T.Object({ communityId: Id, unread: T.Integer() })) }),
  }),
  'POST /api/v1/feed/seen': defineRoute({ summary: 'I have seen what is new in all my communities', access: self }),
  'GET /api/v1/communities/:community/feed': defineRoute({
    summary: 'Posts of a community, pinned first on the first page, then most recently active',
    access: read,
    params: CommunityParams,
    query: T.Object({
      ...PageQuery,
      kind: T.Optional(Kind),
      /** Questions without any answer, newest first. */
      unanswered: T.Optional(T.Boolean()),
      tag: T.Optional(T.String({ maxLength: 40 })),
    }),
    response: FeedPage,
  }),
  'GET /api/v1/communities/:community/recently-active': defineRoute({
    summary: 'People who most recently wrote in a community, at most 12; public acts, no counts, no order of merit',
    access: read,
    params: CommunityParams,
    response: T.Object({ items: T.Array(MemberCard) }),
  }),
  'GET /api/v1/communities/:community/tags': defineRoute({
    summary: 'Tags in use in a community, for the filter and for the composer; at most 50',
    access: read,
    params: CommunityParams,
    response: T.Object({ items: T.Array(T.Object({ tag: T.String(), posts: T.Integer() })) }),
  }),
  'GET /api/v1/questions/waiting': defineRoute({
    summary: 'Where I can help: unanswered questions of my communities, those near what I may be asked about first',
    access: self,
    query: T.Object({ limit: T.Optional(T.Integer({ minimum: 1, maximum: 50, default: 10 })) }),
    response: T.Object({
      items: T.Array(T.Object({ card: PostCard, community: CommunityRef, unread: T.Boolean(), matches: T.Boolean() })),
    }),
  }),

  'POST /api/v1/posts': defineRoute({ summary: 'Publish', access: participate, body: PublishPost, response: FeedItem }),
  'GET /api/v1/posts/:postId': defineRoute({ summary: 'A conversation', access: read, params: PostParams, response: PostDetail }),
  'PATCH /api/v1/posts/:postId': defineRoute({
    summary: 'Change my post; the former wording stays in its history',
    access: own,
    params: PostParams,
    body: ChangePost,
    response: FeedItem,
  }),
  'DELETE /api/v1/posts/:postId': defineRoute({
    summary: 'Delete my post: its text, files and history go; what others wrote stays',
    access: own,
    params: PostParams,
  }),
  'GET /api/v1/posts/:postId/history': defineRoute({
    summary: 'Every wording of a post, newest first',
    access: read,
    params: PostParams,
    response: T.Object({ items: T.Array(Revision) }),
  }),
  'GET /api/v1/posts/:postId/comments': defineRoute({
    summary: 'More comments of a conversation, oldest first',
    access: read,
    params: PostParams,
    query: T.Object(PageQuery),
    response: CommentPage,
  }),
  'POST /api/v1/posts/:postId/comments': defineRoute({
    summary: 'Comment or answer',
    access: participate,
    params: PostParams,
    body: AddComment,
    response: Comment,
  }),
  'PUT /api/v1/posts/:postId/pin': defineRoute({ summary: 'Pin on top of the community', access: moderate, params: PostParams }),
  'DELETE /api/v1/posts/:postId/pin': defineRoute({ summary: 'Unpin', access: moderate, params: PostParams }),
  'PUT /api/v1/posts/:postId/closure': defineRoute({
    summary: 'Close with a reason (its author or a moderator)',
    access: own,
    params: PostParams,
    body: ClosePost,
  }),
  'DELETE /api/v1/posts/:postId/closure': defineRoute({ summary: 'Reopen', access: own, params: PostParams }),
  'PUT /api/v1/posts/:postId/kind': defineRoute({
    summary: 'Move to another kind (its author or a moderator)',
    access: own,
    params: PostParams,
    body: T.Object({ kind: Kind }),
  }),
  'PUT /api/v1/posts/:postId/community': defineRoute({
    summary: 'Move to another community: needs the right to write (author) or to moderate in both',
    access: own,
    params: PostParams,
    body: T.Object({ communityId: Id }),
  }),
  'PUT /api/v1/posts/:postId/accepted-answer': defineRoute({
    summary: 'Accept an answer (the asker; a manager when the asker is gone)',
    access: own,
    params: PostParams,
    body: T.Object({ commentId: Id }),
  }),
  'DELETE /api/v1/posts/:postId/accepted-answer': defineRoute({
    summary: 'Withdraw the acceptance',
    access: own,
    params: PostParams,
  }),
  'GET /api/v1/posts/:postId/reactions': defineRoute({
    summary: 'Who reacted, for readers',
    access: read,
    params: PostParams,
    query: T.Object(PageQuery),
    response: Page(Reactor),
  }),
  'PUT /api/v1/posts/:postId/reactions/:kind': defineRoute({ summary: 'React', access: participate, params: PostReactionParams }),
  'DELETE /api/v1/posts/:postId/reactions/:kind': defineRoute({
    summary: 'Take a reaction back',
    access: participate,
    params: PostReactionParams,
  }),
  'PUT /api/v1/posts/:postId/helped': defineRoute({ summary: 'This helped me (silent)', access: read, params: PostParams }),
  'DELETE /api/v1/posts/:postId/helped': defineRoute({ summary: 'Take it back', access: read, params: PostParams }),

  'PATCH /api/v1/comments/:commentId': defineRoute({
    summary: 'Change my comment; the former wording stays in its history',
    access: own,
    params: CommentParams,
    body: T.Object({ bodyMd, attachments: T.Optional(attachments) }),
    response: Comment,
  }),
  'DELETE /api/v1/comments/:commentId': defineRoute({
    summary: 'Delete my comment: its text goes, its place stays',
    access: own,
    params: CommentParams,
  }),
  'GET /api/v1/comments/:commentId/history': defineRoute({
    summary: 'Every wording of a comment, newest first',
    access: read,
    params: CommentParams,
    response: T.Object({ items: T.Array(Revision) }),
  }),
  'GET /api/v1/comments/:commentId/reactions': defineRoute({
    summary: 'Who reacted, for readers',
    access: read,
    params: CommentParams,
    query: T.Object(PageQuery),
    response: Page(Reactor),
  }),
  'PUT /api/v1/comments/:commentId/reactions/:kind': defineRoute({
    summary: 'React',
    access: participate,
    params: CommentReactionParams,
  }),
  'DELETE /api/v1/comments/:commentId/reactions/:kind': defineRoute({
    summary: 'Take a reaction back',
    access: participate,
    params: CommentReactionParams,
  }),
  'PUT /api/v1/comments/:commentId/helped': defineRoute({ summary: 'This helped me (silent)', access: read, params: CommentParams }),
  'DELETE /api/v1/comments/:commentId/helped': defineRoute({ summary: 'Take it back', access: read, params: CommentParams }),

  'GET /api/v1/drafts': defineRoute({
    summary: 'My drafts, newest first, at most 50',
    access: self,
    response: T.Object({ items: T.Array(Draft) }),
  }),
  'GET /api/v1/drafts/:key': defineRoute({ summary: 'One of my drafts', access: self, params: DraftParams, response: Draft }),
  'PUT /api/v1/drafts/:key': defineRoute({ summary: 'Keep a draft', access: self, params: DraftParams, body: DraftContent, response: Draft }),
  'DELETE /api/v1/drafts/:key': defineRoute({ summary: 'Forget a draft', access: self, params: DraftParams }),

  'POST /api/v1/attachments': defineRoute({
    summary: 'Upload a file for something I am writing (fields: `file`, optional `alt` before it); mine alone until published',
    access: self,
    consumes: 'multipart',
    response: Attachment,
  }),
  'DELETE /api/v1/attachments/:attachmentId': defineRoute({
    summary: 'Remove an upload that is not published yet',
    access: self,
    params: AttachmentParams,
  }),
  'GET /api/v1/attachments/:attachmentId': defineRoute({
    summary: 'The bytes of a file; rights are checked at each load',
    access: read,
    params: AttachmentParams,
    answers: 'file',
  }),
  'GET /api/v1/attachments/:attachmentId/thumbnail': defineRoute({
    summary: 'A small rendition of an image',
    access: read,
    params: AttachmentParams,
    answers: 'file',
  }),
}
