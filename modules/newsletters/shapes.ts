import { Type as T } from 'typebox'
import type { Static } from 'typebox'
import { MemberCard } from '#modules/people/contract.ts'
import { personal } from '#platform/privacy/registry.ts'
import { Id, Instant, Nullable } from '#platform/shared/ids.ts'

const strict = { additionalProperties: false }

/** One text in the languages somebody wrote it in. */
const Words = (maxLength: number) =>
  T.Object({ fr: T.Optional(T.String({ maxLength })), en: T.Optional(T.String({ maxLength })) }, strict)
const Local = T.Object({ fr: T.Optional(T.String()), en: T.Optional(T.String()) })

export const rhythms = ['weekly', 'fortnightly', 'monthly', 'quarterly', 'free'] as const
export const itemKinds = ['post', 'page', 'gathering', 'answer', 'report'] as const
export const blockKinds = ['item', 'text', 'heading', 'picture', 'local'] as const
export const issueStates = ['draft', 'scheduled', 'sending', 'sent', 'stopped'] as const
export type ItemKind = (typeof itemKinds)[number]
export type IssueState = (typeof issueStates)[number]

/** What an issue is made of, as it is stored. `local`: where the local editors' part goes. */
export const Block = T.Object(
  {
    id: T.String({ pattern: '^[a-z0-9]{6,24}$' }),
    kind: T.Enum([...blockKinds]),
    item: T.Optional(T.Object({ kind: T.Enum([...itemKinds]), id: Id }, strict)),
    /** The lead sentence of an item, the words of a text or a heading, the caption of a picture. */
    text: T.Optional(Words(10_000)),
    pictureId: T.Optional(Id),
    alt: T.Optional(Words(300)),
    /** Of the common part: a local edition may leave it out. */
    isOptional: T.Optional(T.Boolean()),
    /** On the printed notice. */
    isPrinted: T.Optional(T.Boolean()),
  },
  strict,
)
export type Block = Static<typeof Block>

/** What a block quotes, as the caller may read it now. */
export const QuotedItem = T.Object({
  kind: T.Enum([...itemKinds]),
  id: Id,
  title: T.String(),
  excerpt: T.String(),
  language: T.String(),
  path: T.String(),
  at: Instant,
  community: T.Object({ id: Id, slug: T.String(), name: Local, accent: T.String() }),
  /** Whether everybody at work may read it. */
  isOpen: T.Boolean(),
})
export type QuotedItem = Static<typeof QuotedItem>

/** A block as its editors see it. What an editor may not read stays a closed box: it moves, and says nothing. */
export const WorkBlock = T.Object({
  ...Block.properties,
  quoted: Nullable(QuotedItem),
  /** Quotes something that the caller may not read. */
  isClosed: T.Boolean(),
  /** Quotes something that is gone: left out everywhere. */
  isGone: T.Boolean(),
})
export type WorkBlock = Static<typeof WorkBlock>

export const audienceModes = ['everyone', 'any', 'all'] as const
export const Audience = T.Object(
  {
    mode: T.Enum([...audienceModes]),
    siteIds: T.Array(Id, { maxItems: 200 }),
    entityIds: T.Array(Id, { maxItems: 200 }),
    communityIds: T.Array(Id, { maxItems: 200 }),
    languages: T.Array(T.Enum(['fr', 'en']), { maxItems: 2 }),
  },
  strict,
)
export type Audience = Static<typeof Audience>

export const EditionView = T.Object({
  id: Id,
  name: T.String(),
  scope: T.Enum(['site', 'entity', 'community']),
  scopeId: Id,
})
export type EditionView = Static<typeof EditionView>

export const EditorView = T.Object(
  { member: MemberCard, editionId: Nullable(Id), since: Instant },
  personal('newsletterEditor'),
)
export type EditorView = Static<typeof EditorView>

export const IssueCard = T.Object({
  id: Id,
  newsletterId: Id,
  newsletterName: Local,
  title: Local,
  state: T.Enum([...issueStates]),
  at: Instant,
})
export type IssueCard = Static<typeof IssueCard>

export const NewsletterCard = T.Object({
  id: Id,
  name: Local,
  purpose: Local,
  languages: T.Array(T.String()),
  rhythm: T.Enum([...rhythms]),
  community: Nullable(T.Object({ id: Id, slug: T.String(), name: Local, accent: T.String() })),
  isClosed: T.Boolean(),
  latest: Nullable(IssueCard),
  /** Issues at work, for those who write. */
  atWork: T.Array(IssueCard),
  can: T.Object({ edit: T.Boolean(), name: T.Boolean() }),
})
export type NewsletterCard = Static<typeof NewsletterCard>

export const NewsletterDetail = T.Object({
  ...NewsletterCard.properties,
  editors: T.Array(EditorView),
  editions: T.Array(EditionView),
})
export type NewsletterDetail = Static<typeof NewsletterDetail>

export const WriteNewsletter = T.Object(
  {
    name: Words(80),
    purpose: Words(300),
    languages: T.Array(T.Enum(['fr', 'en']), { minItems: 1, maxItems: 2 }),
    rhythm: T.Enum([...rhythms]),
  },
  strict,
)
export type WriteNewsletter = Static<typeof WriteNewsletter>

/** One part of an issue in the workshop: the common one, or that of an edition. */
export const PartView = T.Object({
  /** `national` or the edition. */
  key: T.String(),
  name: Nullable(T.String()),
  version: T.Integer(),
  blocks: T.Array(WorkBlock),
  leftOut: T.Array(T.String()),
  isReady: T.Boolean(),
  /** The common part changed since these editors last saw it. */
  hasNews: T.Boolean(),
  changedAt: Nullable(Instant),
  changedBy: Nullable(MemberCard),
  mayEdit: T.Boolean(),
})
export type PartView = Static<typeof PartView>

/** Counts alone: no opens, no clicks, no names. */
export const SendReport = T.Object({
  queued: T.Integer(),
  sent: T.Integer({ description: 'Taken by the mail server' }),
  waiting: T.Integer({ description: 'Leave within the pace, or at the end of quiet hours' }),
  refused: T.Integer({ description: 'The letter was refused, or put off too often' }),
  bounced: T.Integer({ description: 'The address does not exist any more' }),
  withheld: T.Integer({ description: 'No longer theirs to have, or without mail, when it left' }),
  stopped: T.Integer(),
  /** Why nothing leaves at the moment; it goes on by itself. */
  problem: Nullable(T.Enum(['mailServer', 'noMail'])),
})
export type SendReport = Static<typeof SendReport>

export const IssueWork = T.Object({
  id: Id,
  newsletter: NewsletterDetail,
  title: Local,
  state: T.Enum([...issueStates]),
  version: T.Integer(),
  audience: Audience,
  localDeadline: Nullable(Instant),
  scheduledFor: Nullable(Instant),
  startedAt: Nullable(Instant),
  finishedAt: Nullable(Instant),
  /** Zone in which times are chosen. */
  timezone: T.String(),
  parts: T.Array(PartView),
  report: Nullable(SendReport),
  can: T.Object({ lead: T.Boolean(), send: T.Boolean() }),
})
export type IssueWork = Static<typeof IssueWork>

/** A block ready to be read: what the reader may not read is not in the list. */
export const ReadBlock = T.Object({
  id: T.String(),
  kind: T.Enum(['item', 'text', 'heading', 'picture']),
  isLocal: T.Boolean(),
  isPrinted: T.Boolean(),
  language: T.String(),
  /** Plain: a lead sentence, a heading, a caption. */
  text: T.String(),
  /** Of a text: rendered Markdown. */
  html: T.String(),
  item: Nullable(QuotedItem),
  picture: Nullable(
    T.Object({
      url: T.String(),
      alt: T.String(),
      width: Nullable(T.Integer()),
      height: Nullable(T.Integer()),
    }),
  ),
})
export type ReadBlock = Static<typeof ReadBlock>

export const IssueReading = T.Object({
  ...IssueCard.properties,
  edition: Nullable(T.String()),
  languages: T.Array(T.String()),
  blocks: T.Array(ReadBlock),
  /** Address of the issue, for the printed notice. */
  address: T.String(),
  mayEdit: T.Boolean(),
})
export type IssueReading = Static<typeof IssueReading>

export const Finding = T.Object({
  what: T.Enum([
    'titleMissing',
    'nothingIn',
    'altMissing',
    'translationMissing',
    'deadLink',
    'itemGone',
    'partNotReady',
    'notForAll',
    'noMailServer',
    'nobody',
  ]),
  /** Stops the sending; otherwise it is only said. */
  isBlocking: T.Boolean(),
  part: Nullable(T.String()),
  blockId: Nullable(T.String()),
  language: Nullable(T.String()),
  /** A dead address, or the beginning of what is concerned. */
  detail: Nullable(T.String()),
  /** `notForAll`: receivers who will not find it in their letter. */
  count: Nullable(T.Integer()),
})
export type Finding = Static<typeof Finding>
