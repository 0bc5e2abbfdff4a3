import { Type as T } from 'typebox'
import type { Static } from 'typebox'
import { CommunityRef } from '#modules/communities/contract.ts'
import { Attachment, attachments, bodyMd } from '#modules/discussions/contract.ts'
import { MemberCard } from '#modules/people/contract.ts'
import { personal } from '#platform/privacy/registry.ts'
import { Day, Id, Instant, Nullable } from '#platform/shared/ids.ts'

export const pageTemplates = ['blank', 'procedure', 'faq', 'interview', 'conversation'] as const
export type PageTemplate = (typeof pageTemplates)[number]
/** `toReview`: its date has passed, nothing else; `obsolete`: withdrawn with a reason. */
export const pageStatuses = ['current', 'toReview', 'obsolete'] as const
export type PageStatus = (typeof pageStatuses)[number]
export const authorParts = ['wrote', 'asked', 'answered', 'told'] as const
export type AuthorPart = (typeof authorParts)[number]

export const Language = T.Enum(['fr', 'en'])
const Status = T.Enum([...pageStatuses])
const Template = T.Enum([...pageTemplates])

/** What a list shows of a page. */
export const PageCard = T.Object({
  id: Id,
  community: CommunityRef,
  title: T.String(),
  /** Plain text, about 280 characters. */
  excerpt: T.String(),
  language: Language,
  /** Languages in which the same page also exists. */
  otherLanguages: T.Array(Language),
  tags: T.Array(T.String()),
  status: Status,
  /** Null when nobody answers for it any more. */
  owner: Nullable(MemberCard),
  changedAt: Instant,
  reviewOn: Day,
})
export type PageCard = Static<typeof PageCard>

/** As much as a link to a page needs. */
export const PageLink = T.Object({ id: Id, title: T.String(), language: Language, status: Status })
export type PageLink = Static<typeof PageLink>

export const PageAuthor = T.Object(
  { member: MemberCard, part: T.Enum([...authorParts]) },
  personal('pageAuthor'),
)
export type PageAuthor = Static<typeof PageAuthor>

/** `true`, or why not (`reasons`), so that a disabled control can say it. */
const Ability = T.Union([T.Literal(true), T.String()])

export const PageSource = T.Object({ postId: Id, title: Nullable(T.String()), excerpt: T.String() })

export const PageDetail = T.Object({
  id: Id,
  community: CommunityRef,
  title: T.String(),
  bodyHtml: T.String(),
  bodyMd: T.String(),
  language: Language,
  template: Template,
  tags: T.Array(T.String()),
  status: Status,
  version: T.Integer(),
  owner: Nullable(MemberCard),
  /** The owner can no longer sign in or has left the community. */
  isOwnerGone: T.Boolean(),
  authors: T.Array(PageAuthor),
  createdAt: Instant,
  changedAt: Instant,
  changedBy: MemberCard,
  reviewOn: Day,
  /** Who last said that it is still true. */
  reviewed: Nullable(T.Object({ at: Instant, by: MemberCard })),
  withdrawal: Nullable(
    T.Object({
      at: Instant,
      by: MemberCard,
      reason: T.String(),
      replacedBy: Nullable(PageLink),
    }),
  ),
  /** Only its authors, its owner and those who moderate may change it. */
  lockedBy: Nullable(MemberCard),
  deletedAt: Nullable(Instant),
  attachments: T.Array(Attachment),
  /** Conversations it was made of, as far as the viewer may read them. */
  sources: T.Array(PageSource),
  /** The same page in other languages. */
  siblings: T.Array(T.Object({ id: Id, title: T.String(), language: Language, changedAt: Instant })),
  collections: T.Array(T.Object({ id: Id, name: T.String() })),
  can: T.Object({
    change: Ability,
    review: Ability,
    arrange: Ability,
    withdraw: Ability,
    delete: Ability,
    restore: Ability,
    move: Ability,
    translate: Ability,
    collect: Ability,
  }),
})
export type PageDetail = Static<typeof PageDetail>

/** One save, without its text. */
export const PageVersion = T.Object(
  {
    version: T.Integer(),
    title: T.String(),
    note: Nullable(T.String()),
    restoredFrom: Nullable(T.Integer()),
    at: Instant,
    by: MemberCard,
  },
  personal('pageVersion'),
)
export type PageVersion = Static<typeof PageVersion>

export const PageVersionText = T.Object(
  { ...PageVersion.properties, bodyMd: T.String(), tags: T.Array(T.String()) },
  personal('pageVersion'),
)
export type PageVersionText = Static<typeof PageVersionText>

export const Collection = T.Object({
  id: Id,
  name: T.String(),
  purpose: Nullable(T.String()),
  /** In the order chosen by those who keep it. */
  pages: T.Array(PageLink),
})
export type Collection = Static<typeof Collection>

/** What a page begins with when it is made of a conversation. */
export const PageBeginning = T.Object({
  community: CommunityRef,
  title: T.String(),
  bodyMd: T.String(),
  language: Language,
  tags: T.Array(T.String()),
  /** Answers that the text takes up; sent back with the page. */
  commentIds: T.Array(Id),
  authors: T.Array(PageAuthor),
})
export type PageBeginning = Static<typeof PageBeginning>

export const title = T.String({ minLength: 1, maxLength: 200 })
const tags = T.Array(T.String({ minLength: 1, maxLength: 40 }), { maxItems: 10 })
const note = Nullable(T.String({ maxLength: 300 }))

export const WritePage = T.Object(
  {
    communityId: Id,
    title,
    bodyMd,
    language: T.Optional(Language),
    tags: T.Optional(tags),
    template: T.Optional(Template),
    attachments: T.Optional(attachments),
    /** The conversation it is made of: who asked and who gave these answers are credited. */
    source: T.Optional(T.Object({ postId: Id, commentIds: T.Array(Id, { maxItems: 10 }) })),
    /** People interviewed, members of the community; credited. */
    told: T.Optional(T.Array(Id, { maxItems: 5, uniqueItems: true })),
    /** The page that this one says in another language. */
    translationOf: T.Optional(Id),
    reviewOn: T.Optional(Day),
  },
  { additionalProperties: false },
)
export type WritePage = Static<typeof WritePage>

export const ChangePage = T.Object(
  {
    /** The version that the writer began from; refused with `pageChanged` when there is a newer one. */
    baseVersion: T.Integer({ minimum: 1 }),
    title,
    bodyMd,
    tags: T.Optional(tags),
    note: T.Optional(note),
    /** The complete list; absent = unchanged. */
    attachments: T.Optional(attachments),
  },
  { additionalProperties: false },
)
export type ChangePage = Static<typeof ChangePage>

export const ArrangePage = T.Object(
  {
    /** A member of the community. */
    ownerId: T.Optional(Id),
    reviewOn: T.Optional(Day),
    isLocked: T.Optional(T.Boolean()),
  },
  { additionalProperties: false },
)
export type ArrangePage = Static<typeof ArrangePage>
