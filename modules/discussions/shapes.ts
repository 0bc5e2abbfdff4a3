import { Type as T } from 'typebox'
import type { Static } from 'typebox'
import { CommunityRef } from '#modules/communities/contract.ts'
import { MemberCard } from '#modules/people/contract.ts'
import { personal } from '#platform/privacy/registry.ts'
import { Id, Instant, Nullable, Page } from '#platform/shared/ids.ts'

export const postKinds = ['discussion', 'question', 'idea', 'praise', 'news', 'story', 'practice'] as const
export type PostKind = (typeof postKinds)[number]
export const reactionKinds = ['like', 'thanks', 'idea', 'support'] as const
export type ReactionKind = (typeof reactionKinds)[number]
export const closureReasons = ['answered', 'duplicate', 'offTopic', 'outdated', 'charter', 'other'] as const
export type ClosureReason = (typeof closureReasons)[number]

export const Kind = T.Enum([...postKinds])
export const Reaction = T.Enum([...reactionKinds])
const Closure = T.Enum([...closureReasons])
export const Language = T.Enum(['fr', 'en'])
/** Those whom a text may name together: `[@Label](group:name)`. */
export const mentionGroups = ['managers', 'moderators', 'experts', 'ambassadors', 'everyone'] as const
export type MentionGroup = (typeof mentionGroups)[number]
export const maximumTags = 5

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
  image: Nullable(
    T.Object({
      url: T.String(),
      width: Nullable(T.Integer()),
      height: Nullable(T.Integer()),
      alt: Nullable(T.String()),
    }),
  ),
  attachmentCount: T.Integer(),
  imported: T.Boolean(),
  /** The author's own words in another language; absent without any. */
  otherLanguage: T.Optional(
    T.Object({ language: Language, title: Nullable(T.String()), excerpt: T.String() }),
  ),
  /** Quotes a conversation of another community; which one depends on the reader (`…/shared`). */
  isShare: T.Optional(T.Literal(true)),
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

/** In place of a text hidden under an article of the charter (null: the law), with a word for bystanders. */
export const Hidden = T.Object({
  at: Instant,
  article: Nullable(T.Integer()),
  articleTitle: Nullable(T.Object({ fr: T.Optional(T.String()), en: T.Optional(T.String()) })),
  note: Nullable(T.String()),
})
export type Hidden = Static<typeof Hidden>

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
  /** Absent on cards rendered before texts could be hidden. */
  hidden: T.Optional(Nullable(Hidden)),
  reactionCounts: ReactionCounts,
  myReactions: T.Array(Reaction),
  iWasHelped: T.Boolean(),
  /** Only for its author, null while nobody was helped. */
  served: Nullable(Served),
  attachments: T.Array(Attachment),
  imported: T.Boolean(),
  can: T.Object({
    edit: T.Boolean(),
    delete: T.Boolean(),
    accept: T.Boolean(),
    react: T.Boolean(),
    reply: T.Boolean(),
    markHelped: T.Boolean(),
  }),
})
export type Comment = Static<typeof Comment>

export const CommentPage = Page(Comment)

/** `true`, or why not (`reasons`), so that a disabled control can say it. */
const Ability = T.Union([T.Literal(true), T.String()])

export const Translation = T.Object({
  language: Language,
  title: Nullable(T.String()),
  bodyHtml: T.String(),
  /** Source, only for its author. */
  bodyMd: Nullable(T.String()),
  updatedAt: Instant,
  /** The original was reworded since. */
  isOutdated: T.Boolean(),
})
export type Translation = Static<typeof Translation>

/** A conversation of another community, as its reader may see it. */
export const SharedSource = T.Object({
  id: Id,
  kind: Kind,
  title: Nullable(T.String()),
  excerpt: T.String(),
  language: T.String(),
  author: MemberCard,
  community: CommunityRef,
  createdAt: Instant,
  commentCount: T.Integer(),
})
export type SharedSource = Static<typeof SharedSource>
export const Shared = T.Object({ source: Nullable(SharedSource) })

export const LinkPreview = T.Object({
  /** Where it leads; an address of ours for what is inside. */
  url: T.String(),
  title: Nullable(T.String()),
  description: Nullable(T.String()),
  siteName: Nullable(T.String()),
  imageUrl: Nullable(T.String()),
})
export type LinkPreview = Static<typeof LinkPreview>

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
  hidden: T.Optional(Nullable(Hidden)),
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
  links: T.Array(
    T.Object({
      id: Id,
      title: Nullable(T.String()),
      kind: T.Union([T.Literal('related'), T.Literal('duplicate')]),
    }),
  ),
  /** Oldest first, replies included (flat, grouped by `parentId`); more through `…/comments?cursor=`. */
  comments: CommentPage,
  isMember: T.Boolean(),
  isBookmarked: T.Boolean(),
  /** The author's own words in another language. */
  translation: T.Optional(Translation),
  /** On a share: what it quotes; `source` null for who may not read it, or when it is gone. */
  shared: T.Optional(Shared),
  /** Where it was shared, only places that the viewer may read; newest first, at most 10. */
  sharedIn: T.Optional(
    T.Array(T.Object({ postId: Id, community: CommunityRef, by: MemberCard, at: Instant })),
  ),
  /** What stands behind the first link. */
  preview: T.Optional(LinkPreview),
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
    share: Ability,
    translate: Ability,
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
export const Draft = T.Object(
  { key: T.String(), content: DraftContent, updatedAt: Instant },
  personal('draft'),
)
export type Draft = Static<typeof Draft>

export const bodyMd = T.String({ minLength: 1, maxLength: 100_000 })
const title = Nullable(T.String({ maxLength: 200 }))
const tags = T.Array(T.String({ minLength: 1, maxLength: 40 }), { maxItems: maximumTags })
/** Whoever names everyone has read how many that is (see refusal `reachToConfirm`). */
export const reachConfirmed = T.Optional(T.Boolean())
export const attachments = T.Array(Id, { maxItems: 20, uniqueItems: true })

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
  reachConfirmed,
})
export type PublishPost = Static<typeof PublishPost>

export const ChangePost = T.Object({
  title: T.Optional(title),
  bodyMd: T.Optional(bodyMd),
  tags: T.Optional(tags),
  language: T.Optional(Language),
  /** The complete list; those left out are removed. Absent = unchanged. */
  attachments: T.Optional(attachments),
  reachConfirmed,
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
  reachConfirmed,
})
export type AddComment = Static<typeof AddComment>

export const ClosePost = T.Object({
  reason: Closure,
  note: T.Optional(Nullable(T.String({ maxLength: 500 }))),
  duplicateOf: T.Optional(Nullable(Id)),
})
export type ClosePost = Static<typeof ClosePost>

/** A post into another community, quoting one that is read here. */
export const SharePost = T.Object({
  communityId: Id,
  /** Why it matters there. */
  bodyMd,
  language: T.Optional(Language),
})
export type SharePost = Static<typeof SharePost>

export const TranslatePost = T.Object({ language: Language, title: T.Optional(title), bodyMd })
export type TranslatePost = Static<typeof TranslatePost>

/** What one kept for later. `item` null: it can no longer be read, and only one's own note is left. */
export const Bookmark = T.Object(
  { postId: Id, note: Nullable(T.String()), at: Instant, item: Nullable(FeedItem) },
  personal('bookmark'),
)
export type Bookmark = Static<typeof Bookmark>

/** Bytes. `day`: in 24 hours; `total`: kept in all. */
export const FileLimits = T.Object({
  file: T.Integer({ minimum: 100_000, maximum: 26_214_400 }),
  day: T.Integer({ minimum: 100_000, maximum: 1_099_511_627_776 }),
  total: T.Integer({ minimum: 100_000, maximum: 1_099_511_627_776 }),
})
export type FileLimits = Static<typeof FileLimits>
