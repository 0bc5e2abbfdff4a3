import { Type as T } from 'typebox'
import type { Static } from 'typebox'
import { CommunityRef } from '#modules/communities/contract.ts'
import { MemberCard } from '#modules/people/contract.ts'
import { personal } from '#platform/privacy/registry.ts'
import { Day, Id, Instant, Nullable } from '#platform/shared/ids.ts'
import { tags, themeKinds, themeStates } from '#modules/listening/words.ts'

export const TagShape = T.Enum([...tags])
const Kind = T.Enum([...themeKinds])
const State = T.Enum([...themeStates])

/** A post or comment as its author tagged it. */
export const TaggedText = T.Object(
  {
    id: Id,
    postId: Id,
    commentId: Nullable(Id),
    tag: TagShape,
    author: MemberCard,
    title: Nullable(T.String()),
    excerpt: T.String(),
    language: T.String(),
    at: Instant,
  },
  personal('listeningTag'),
)
export type TaggedText = Static<typeof TaggedText>

/** Something that was promised, with whoever does it and until when. */
export const Action = T.Object(
  {
    id: Id,
    text: T.String(),
    owner: Nullable(MemberCard),
    due: Day,
    doneOn: Nullable(Day),
    word: Nullable(T.String()),
    /** The date was moved, and why. */
    firstDue: Nullable(Day),
    moveReason: Nullable(T.String()),
    isLate: T.Boolean(),
    canChange: T.Boolean(),
  },
  personal('listeningAction'),
)
export type Action = Static<typeof Action>

/** The answer in its parts: what we do, what we will not do and why. What was said is the theme itself. */
export const Answer = T.Object({
  weDo: T.Array(Action),
  weWillNot: Nullable(T.String()),
  because: Nullable(T.String()),
  on: Day,
})
export type Answer = Static<typeof Answer>

/** Who is asked to decide, until when. */
export const Decision = T.Object(
  {
    id: Id,
    decider: MemberCard,
    question: T.String(),
    due: Day,
    askedOn: Day,
    acceptedOn: Nullable(Day),
    isLate: T.Boolean(),
    /** Who had it before, and why they passed it on. */
    handedBy: Nullable(MemberCard),
    handedReason: Nullable(T.String()),
  },
  personal('listeningDecision'),
)
export type Decision = Static<typeof Decision>

/** A theme as members see it, once it was passed on. `people` is null under five. */
export const HeardTheme = T.Object({
  id: Id,
  title: T.String(),
  kind: Kind,
  description: T.String(),
  state: State,
  people: Nullable(T.Integer()),
  quotes: T.Array(T.String()),
  decision: Nullable(Decision),
  answer: Nullable(Answer),
  /** Where the answer was published. */
  postId: Nullable(Id),
  closedReason: Nullable(T.String()),
  on: Day,
})
export type HeardTheme = Static<typeof HeardTheme>

/** A theme as one card of the board. */
export const ThemeCard = T.Object({
  id: Id,
  title: T.String(),
  kind: Kind,
  state: State,
  /** Under five: null, and how many texts speak for themselves. */
  people: Nullable(T.Integer()),
  texts: T.Integer(),
  decision: Nullable(Decision),
  openActions: T.Integer(),
  lateActions: T.Integer(),
  changedOn: Day,
})
export type ThemeCard = Static<typeof ThemeCard>

/** A text of a theme, for whoever codes it. */
export const Excerpt = T.Object(
  {
    id: Id,
    postId: Id,
    commentId: Nullable(Id),
    author: MemberCard,
    title: Nullable(T.String()),
    text: T.String(),
    tag: Nullable(TagShape),
    at: Instant,
    /** The sentence as it may be repeated, without names; null: counted, not quoted. */
    quote: Nullable(T.String()),
    isTold: T.Boolean(),
    isRefused: T.Boolean(),
  },
  personal('listeningExcerpt'),
)
export type Excerpt = Static<typeof Excerpt>

export const Check = T.Object(
  {
    askedBy: MemberCard,
    askedOn: Day,
    to: Nullable(MemberCard),
    by: Nullable(MemberCard),
    decision: Nullable(T.Enum(['confirmed', 'returned'])),
    word: Nullable(T.String()),
  },
  personal('listeningCheck'),
)
export type Check = Static<typeof Check>

export const ThemeDetail = T.Object({
  ...HeardTheme.properties,
  community: CommunityRef,
  /** What is missing until it may be checked or passed on. */
  missing: T.Array(T.Enum(['people', 'description', 'check'])),
  excerpts: T.Array(Excerpt),
  check: Nullable(Check),
  can: T.Object({
    edit: T.Boolean(),
    askCheck: T.Boolean(),
    /** `true`, or why not. */
    check: T.Union([T.Literal(true), T.String()]),
    ask: T.Boolean(),
    publish: T.Boolean(),
    close: T.Boolean(),
    remove: T.Boolean(),
  }),
})
export type ThemeDetail = Static<typeof ThemeDetail>

export const Board = T.Object({
  /** Tagged and not yet in a theme: how many, and the newest of them. */
  uncoded: T.Integer(),
  heard: T.Array(
    T.Object({
      postId: Id,
      commentId: Nullable(Id),
      tag: TagShape,
      title: Nullable(T.String()),
      excerpt: T.String(),
      at: Instant,
    }),
  ),
  themes: T.Array(ThemeCard),
  /** Public acts of a whole community: texts per tag, month by month, the oldest first. */
  months: T.Array(
    T.Object({
      month: Day,
      need: T.Integer(),
      irritant: T.Integer(),
      idea: T.Integer(),
      goodNews: T.Integer(),
    }),
  ),
  isAlone: T.Boolean(),
  canCode: T.Boolean(),
})
export type Board = Static<typeof Board>

/** A theme and its anonymised quotes: all that a decision-maker or a second person sees. */
export const PassedTheme = T.Object({
  id: Id,
  /** Null to somebody who may not know of the community. */
  community: Nullable(CommunityRef),
  title: T.String(),
  kind: Kind,
  description: T.String(),
  people: Nullable(T.Integer()),
  quotes: T.Array(T.String()),
})
export type PassedTheme = Static<typeof PassedTheme>

export const MyListening = T.Object({
  decisions: T.Array(
    T.Object({
      theme: PassedTheme,
      decision: Decision,
      askedBy: MemberCard,
      answer: Nullable(Answer),
      isPublished: T.Boolean(),
    }),
  ),
  checks: T.Array(T.Object({ theme: PassedTheme, askedBy: MemberCard, askedOn: Day })),
  actions: T.Array(T.Object({ themeId: Id, title: T.String(), action: Action })),
  quotes: T.Array(
    T.Object(
      {
        id: Id,
        quote: T.String(),
        themeTitle: T.String(),
        community: CommunityRef,
        postId: Id,
        commentId: Nullable(Id),
        state: State,
      },
      personal('listeningQuote'),
    ),
  ),
})
export type MyListening = Static<typeof MyListening>

/** What listening says under one conversation. */
export const PostListening = T.Object({
  tags: T.Array(T.Object({ commentId: Nullable(Id), tag: TagShape })),
  /** This post publishes the answer to a theme. */
  answers: Nullable(T.Object({ themeId: Id, title: T.String() })),
  /** The reader's own texts that were gathered into a theme passed on. */
  mine: T.Array(T.Object({ commentId: Nullable(Id), themeId: Id, title: T.String(), state: State })),
})
export type PostListening = Static<typeof PostListening>
