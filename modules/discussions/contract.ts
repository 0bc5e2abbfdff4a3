import { Type as T } from 'typebox'
import { CommunityRef } from '#modules/communities/contract.ts'
import {
  AddComment,
  Attachment,
  Bookmark,
  ChangePost,
  ClosePost,
  Comment,
  CommentPage,
  Draft,
  DraftContent,
  FeedItem,
  FileLimits,
  Kind,
  PostCard,
  PostDetail,
  PublishPost,
  Reaction,
  Reactor,
  Revision,
  SharePost,
  Shared,
  TranslatePost,
  attachments,
  bodyMd,
  mentionGroups,
  reachConfirmed,
} from '#modules/discussions/shapes.ts'
import { MemberCard } from '#modules/people/contract.ts'
import { defineRoute } from '#platform/shared/contract.ts'
import { Id, Page, PageQuery } from '#platform/shared/ids.ts'
import { declareRefusals } from '#platform/shared/refusal.ts'

export {
  postKinds,
  reactionKinds,
  closureReasons,
  ReactionCounts,
  Attachment,
  PostCard,
  FeedItem,
  Served,
  Comment,
  CommentPage,
  PostDetail,
  Revision,
  Reactor,
  DraftContent,
  Draft,
  PublishPost,
  ChangePost,
  AddComment,
  ClosePost,
  mentionGroups,
  maximumTags,
  Translation,
  SharedSource,
  LinkPreview,
  SharePost,
  TranslatePost,
  Bookmark,
  FileLimits,
  Hidden,
  attachments,
  bodyMd,
} from '#modules/discussions/shapes.ts'
export type { PostKind, ReactionKind, ClosureReason, MentionGroup } from '#modules/discussions/shapes.ts'

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
  /** A room without hierarchy puts nobody's words forward. */
  noPinsHere: 409,
  quotaExceeded: 413,
  dayQuotaExceeded: 413,
  fileTooLarge: 413,
  /** Data: `people`, how many would be told. */
  reachToConfirm: 409,
  sameCommunity: 400,
  sameLanguage: 400,
  translationNotFound: 404,
  previewNotFound: 404,
})

/** Reasons of a `notPermitted` (403), told by the policy. */
export const reasons = [
  'joinFirst',
  'banned',
  'paused',
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
  'notShareable',
  'managersNameEveryone',
  'visibilityDecides',
] as const
export type Reason = (typeof reasons)[number]

const PostParams = T.Object({ postId: Id })
const CommentParams = T.Object({ commentId: Id })
const CommunityParams = T.Object({
  community: T.String({ maxLength: 64, description: 'Identifier or slug' }),
})
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
const administrator = { kind: 'administrator' } as const
const TranslationParams = T.Object({ postId: Id, language: T.Enum(['fr', 'en']) })

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
    response: T.Object({
      total: T.Integer(),
      communities: T.Array(T.Object({ communityId: Id, unread: T.Integer() })),
    }),
  }),
  'POST /api/v1/feed/seen': defineRoute({
    summary: 'I have seen what is new in all my communities',
    access: self,
  }),
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
    summary:
      'People who most recently wrote in a community, at most 12; public acts, no counts, no order of merit',
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
    summary:
      'Where I can help: unanswered questions of my communities, those near what I may be asked about first',
    access: self,
    query: T.Object({ limit: T.Optional(T.Integer({ minimum: 1, maximum: 50, default: 10 })) }),
    response: T.Object({
      items: T.Array(
        T.Object({ card: PostCard, community: CommunityRef, unread: T.Boolean(), matches: T.Boolean() }),
      ),
    }),
  }),

  'POST /api/v1/posts': defineRoute({
    summary: 'Publish',
    access: participate,
    body: PublishPost,
    response: FeedItem,
  }),
  'GET /api/v1/posts/:postId': defineRoute({
    summary: 'A conversation',
    access: read,
    params: PostParams,
    response: PostDetail,
  }),
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
  'PUT /api/v1/posts/:postId/pin': defineRoute({
    summary: 'Pin on top of the community',
    access: moderate,
    params: PostParams,
  }),
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
  'PUT /api/v1/posts/:postId/reactions/:kind': defineRoute({
    summary: 'React',
    access: participate,
    params: PostReactionParams,
  }),
  'DELETE /api/v1/posts/:postId/reactions/:kind': defineRoute({
    summary: 'Take a reaction back',
    access: participate,
    params: PostReactionParams,
  }),
  'PUT /api/v1/posts/:postId/helped': defineRoute({
    summary: 'This helped me (silent)',
    access: read,
    params: PostParams,
  }),
  'DELETE /api/v1/posts/:postId/helped': defineRoute({
    summary: 'Take it back',
    access: read,
    params: PostParams,
  }),

  'PATCH /api/v1/comments/:commentId': defineRoute({
    summary: 'Change my comment; the former wording stays in its history',
    access: own,
    params: CommentParams,
    body: T.Object({ bodyMd, attachments: T.Optional(attachments), reachConfirmed }),
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
  'PUT /api/v1/comments/:commentId/helped': defineRoute({
    summary: 'This helped me (silent)',
    access: read,
    params: CommentParams,
  }),
  'DELETE /api/v1/comments/:commentId/helped': defineRoute({
    summary: 'Take it back',
    access: read,
    params: CommentParams,
  }),

  'GET /api/v1/drafts': defineRoute({
    summary: 'My drafts, newest first, at most 50',
    access: self,
    response: T.Object({ items: T.Array(Draft) }),
  }),
  'GET /api/v1/drafts/:key': defineRoute({
    summary: 'One of my drafts',
    access: self,
    params: DraftParams,
    response: Draft,
  }),
  'PUT /api/v1/drafts/:key': defineRoute({
    summary: 'Keep a draft',
    access: self,
    params: DraftParams,
    body: DraftContent,
    response: Draft,
  }),
  'DELETE /api/v1/drafts/:key': defineRoute({ summary: 'Forget a draft', access: self, params: DraftParams }),

  'POST /api/v1/attachments': defineRoute({
    summary:
      'Upload a file for something I am writing (fields: `file`, optional `alt` before it); mine alone until published',
    access: self,
    consumes: 'multipart',
    transaction: 'own',
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

  'GET /api/v1/communities/:community/mention-groups': defineRoute({
    summary: 'Groups that I may name in a text here, and how many people each is',
    access: read,
    params: CommunityParams,
    response: T.Object({
      items: T.Array(T.Object({ name: T.Enum([...mentionGroups]), people: T.Integer() })),
    }),
  }),

  'GET /api/v1/me/bookmarks': defineRoute({
    summary: 'What I kept for later, newest first; what I may no longer read is only my note',
    access: self,
    query: T.Object(PageQuery),
    response: Page(Bookmark),
  }),
  'PUT /api/v1/me/bookmarks/:postId': defineRoute({
    summary: 'Keep a conversation for later, or change my note',
    access: read,
    params: PostParams,
    body: T.Object({ note: T.Optional(T.Union([T.String({ maxLength: 500 }), T.Null()])) }),
  }),
  'DELETE /api/v1/me/bookmarks/:postId': defineRoute({
    summary: 'Keep it no longer',
    access: self,
    params: PostParams,
  }),

  'POST /api/v1/posts/:postId/shares': defineRoute({
    summary: 'Share a conversation into another community: needs to read it here and to write there',
    access: read,
    params: PostParams,
    body: SharePost,
    response: FeedItem,
  }),
  'GET /api/v1/posts/:postId/shared': defineRoute({
    summary: 'What a share quotes, as I may see it',
    access: read,
    params: PostParams,
    response: Shared,
  }),
  'GET /api/v1/communities/:community/sharing': defineRoute({
    summary:
      'Whether conversations of this community may be shared elsewhere, and whether that can be decided',
    access: read,
    params: CommunityParams,
    response: T.Object({ isAllowed: T.Boolean(), isDecidable: T.Boolean() }),
  }),
  'PUT /api/v1/communities/:community/sharing': defineRoute({
    summary: 'Decide it (closed communities)',
    access: { kind: 'community', needs: 'manage' },
    params: CommunityParams,
    body: T.Object({ isAllowed: T.Boolean() }),
  }),

  'PUT /api/v1/posts/:postId/translation': defineRoute({
    summary: 'Say my post in another language',
    access: own,
    params: PostParams,
    body: TranslatePost,
    response: FeedItem,
  }),
  'DELETE /api/v1/posts/:postId/translation/:language': defineRoute({
    summary: 'Remove a translation of my post',
    access: own,
    params: TranslationParams,
  }),

  'DELETE /api/v1/posts/:postId/preview': defineRoute({
    summary: 'Show no card for the link of my post',
    access: own,
    params: PostParams,
  }),
  'GET /api/v1/posts/:postId/preview/image': defineRoute({
    summary: 'The picture of a link’s card, kept by us; rights are checked at each load',
    access: read,
    params: PostParams,
    answers: 'file',
  }),

  'GET /api/v1/me/files': defineRoute({
    summary: 'How much room I have for files, and how much I use',
    access: self,
    response: T.Object({ limits: FileLimits, used: T.Integer(), usedToday: T.Integer() }),
  }),
  'GET /api/v1/admin/file-limits': defineRoute({
    summary: 'Room for files',
    access: administrator,
    response: T.Object({ limits: FileLimits, used: T.Integer(), files: T.Integer() }),
  }),
  'GET /api/v1/admin/link-previews': defineRoute({
    summary: 'Whether links get a card, and those of secret communities too',
    access: administrator,
    response: T.Object({ isOn: T.Boolean(), inSecret: T.Boolean() }),
  }),
  'PUT /api/v1/admin/link-previews': defineRoute({
    summary: 'Let links of secret communities be looked up outside, or not',
    access: administrator,
    body: T.Object({ inSecret: T.Boolean() }),
  }),
  'PUT /api/v1/admin/file-limits': defineRoute({
    summary: 'Decide the room for files',
    access: administrator,
    body: FileLimits,
  }),
}
