import { Type as T } from 'typebox'
import type { Static } from 'typebox'
import { CommunityRef } from '#modules/communities/contract.ts'
import { Attachment } from '#modules/discussions/contract.ts'
import { MemberCard } from '#modules/people/contract.ts'
import { personal } from '#platform/privacy/registry.ts'
import { Day, Id, Instant, Nullable } from '#platform/shared/ids.ts'
import { VideoInfo } from '#platform/shared/video.ts'
import { debateStates, forms, outcomes, sides, votes } from '#modules/debates/words.ts'

export const SideShape = T.Enum([...sides])
export const VoteShape = T.Enum([...votes])
export const OutcomeShape = T.Enum([...outcomes])
export const FormShape = T.Enum([...forms])
const LocalText = T.Object({ fr: T.Optional(T.String()), en: T.Optional(T.String()) })
const State = T.Enum([...debateStates])

export const Source = T.Object({ title: T.String(), url: Nullable(T.String()) })

/** Counts of votes, once they may be shown. */
export const Tally = T.Object({ agree: T.Integer(), mixed: T.Integer(), disagree: T.Integer() })
export type Tally = Static<typeof Tally>

/** An argument. Of whom it is: named authors, how many without a name, and whether one is oneself. */
export const Argument = T.Object(
  {
    id: Id,
    number: T.Integer(),
    proposalId: Nullable(Id),
    side: SideShape,
    text: T.String(),
    language: T.String(),
    /** The day only: a time would help to guess who. */
    on: Day,
    isEdited: T.Boolean(),
    authors: T.Array(MemberCard),
    nameless: T.Integer(),
    isMine: T.Boolean(),
    isMerged: T.Boolean(),
    sources: T.Array(Source),
    supports: T.Integer(),
    iSupport: T.Boolean(),
    askedForSource: T.Integer(),
    iAskForSource: T.Boolean(),
    iSayRepeats: T.Boolean(),
    /** To its author alone: given back with a word, or merged into another. */
    returned: Nullable(
      T.Object({
        word: T.String(),
        article: Nullable(T.Object({ number: T.Integer(), title: Nullable(LocalText) })),
        appeal: Nullable(T.String()),
      }),
    ),
    merged: Nullable(
      T.Object({ number: T.Integer(), objection: Nullable(T.String()), answer: Nullable(T.String()) }),
    ),
    can: T.Object({
      edit: T.Boolean(),
      support: T.Boolean(),
      moderate: T.Boolean(),
    }),
  },
  personal('debateArgument'),
)
export type Argument = Static<typeof Argument>

export const Proposal = T.Object(
  {
    id: Id,
    title: T.String(),
    html: T.String(),
    bodyMd: T.String(),
    language: T.String(),
    on: Day,
    isEdited: T.Boolean(),
    author: Nullable(MemberCard),
    isNameless: T.Boolean(),
    isMine: T.Boolean(),
    for: T.Integer(),
    against: T.Integer(),
    /** Null until they may be shown. */
    tally: Nullable(Tally),
    myVote: Nullable(VoteShape),
    outcome: Nullable(T.Object({ outcome: OutcomeShape, because: T.String() })),
    can: T.Object({ edit: T.Boolean(), vote: T.Boolean(), moderate: T.Boolean() }),
  },
  personal('debateProposal'),
)
export type Proposal = Static<typeof Proposal>

export const DebateCard = T.Object({
  id: Id,
  question: T.String(),
  language: T.String(),
  form: FormShape,
  state: State,
  opensAt: Nullable(Instant),
  closesAt: Instant,
  proposals: T.Integer(),
  for: T.Integer(),
  against: T.Integer(),
  outcome: Nullable(T.Union([OutcomeShape, T.Literal('none')])),
})
export type DebateCard = Static<typeof DebateCard>

/** Who read the file before the opening. Which way somebody leans is told to managers and the two alone. */
export const Review = T.Object(
  {
    side: Nullable(SideShape),
    reviewer: MemberCard,
    isNeutral: Nullable(T.Boolean()),
    word: Nullable(T.String()),
    isCurrent: T.Boolean(),
  },
  personal('debateReview'),
)
export type Review = Static<typeof Review>

export const Decision = T.Object(
  {
    decider: MemberCard,
    due: Day,
    isLate: T.Boolean(),
    outcome: Nullable(OutcomeShape),
    text: Nullable(T.String()),
    because: Nullable(T.String()),
    decidedOn: Nullable(Day),
    writtenBy: Nullable(MemberCard),
  },
  personal('debateDecision'),
)
export type Decision = Static<typeof Decision>

export const Synthesis = T.Object(
  {
    version: T.Integer(),
    bodyMd: T.String(),
    html: T.String(),
    cites: T.Array(T.Integer()),
    by: Nullable(MemberCard),
    on: Day,
    isPublished: T.Boolean(),
  },
  personal('debateSynthesis'),
)
export type Synthesis = Static<typeof Synthesis>

export const FileLink = T.Object({
  page: Nullable(T.Object({ id: Id, title: T.String() })),
  title: Nullable(T.String()),
  url: Nullable(T.String()),
})

export const Debate = T.Object({
  ...DebateCard.properties,
  community: CommunityRef,
  file: T.Object(
    {
      html: T.String(),
      bodyMd: T.String(),
      by: Nullable(MemberCard),
      links: T.Array(FileLink),
      attachments: T.Array(Attachment),
      video: Nullable(VideoInfo),
    },
    personal('debateFile'),
  ),
  rules: T.String(),
  articles: T.Array(T.Object({ number: T.Integer(), title: LocalText, body: LocalText })),
  mayBeNameless: T.Boolean(),
  showVotes: T.Enum(['atEnd', 'fromFive']),
  extension: Nullable(T.Object({ from: Instant, reason: T.String() })),
  reviews: T.Array(Review),
  decision: Nullable(Decision),
  noDecision: Nullable(T.Object({ reason: T.String(), on: Day })),
  synthesis: Nullable(Synthesis),
  /** Own arguments that readers do not see as such: given back, or merged into another. */
  mine: T.Array(Argument),
  can: T.Object({
    participate: T.Boolean(),
    /** Why not, in a word that messages explain. */
    why: Nullable(T.String()),
    manage: T.Boolean(),
    moderate: T.Boolean(),
    review: T.Boolean(),
    decide: T.Boolean(),
    /** What is missing before it may open. */
    missing: T.Array(T.Enum(['file', 'captions', 'reviewers', 'reviews', 'neutral', 'period'])),
  }),
})
export type Debate = Static<typeof Debate>

export const Wish = T.Object(
  { id: Id, question: T.String(), why: Nullable(T.String()), on: Day, by: MemberCard },
  personal('debateWish'),
)
export type Wish = Static<typeof Wish>

/** What waits for those who run the community. Nothing here says who wrote what carries no name. */
export const Waiting = T.Object({
  repetitions: T.Array(T.Object({ count: T.Integer(), argument: Argument, other: Argument })),
  objections: T.Array(Argument),
  appeals: T.Array(Argument),
  returned: T.Array(Argument),
  nameRequests: T.Array(
    T.Object(
      {
        id: Id,
        what: T.String(),
        reason: T.String(),
        askedBy: Nullable(MemberCard),
        on: Day,
        isGranted: Nullable(T.Boolean()),
        isOpen: T.Boolean(),
        canDecide: T.Boolean(),
      },
      personal('debateNameRequest'),
    ),
  ),
})
export type Waiting = Static<typeof Waiting>

/** A name that two people opened, for a day. */
export const OpenedName = T.Object(
  { author: MemberCard, reason: T.String(), until: Instant },
  personal('debateNameless'),
)
