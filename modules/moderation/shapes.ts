import { Type as T } from 'typebox'
import type { Static } from 'typebox'
import { CommunityRef } from '#modules/communities/contract.ts'
import { MemberCard } from '#modules/people/contract.ts'
import { Id, Instant, Nullable } from '#platform/shared/ids.ts'
import { personal } from '#platform/privacy/registry.ts'
import { templateSteps } from '#modules/moderation/words.ts'

export const LocalTextShape = T.Object({ fr: T.Optional(T.String()), en: T.Optional(T.String()) })
export const WrittenText = T.Object(
  {
    fr: T.Optional(T.String({ maxLength: 2000 })),
    en: T.Optional(T.String({ maxLength: 2000 })),
  },
  { additionalProperties: false },
)

export const routes = ['community', 'mediators', 'law'] as const
export type Route = (typeof routes)[number]
export const outcomes = [
  'unfounded',
  'talked',
  'corrected',
  'hidden',
  'paused',
  'takenDown',
  'withdrawn',
] as const
export type Outcome = (typeof outcomes)[number]
export const steps = ['peer', 'message', 'correction'] as const
export type Step = (typeof steps)[number]
export const measureKinds = ['hide', 'pause', 'takedown'] as const
export type MeasureKind = (typeof measureKinds)[number]
export type TemplateStep = (typeof templateSteps)[number]
export const offices = ['moderator', 'mediator', 'legalDesk'] as const
export type Office = (typeof offices)[number]

const Outcome = T.Enum([...outcomes])
/** An article of the charter as it stood when it was quoted. */
export const Quoted = T.Object({ number: T.Integer(), title: LocalTextShape, body: LocalTextShape })
export type Quoted = Static<typeof Quoted>

/** Whom a case waits for: who decides, its author's correction, a second person, a mediator; null once closed. */
export const Waiting = T.Enum(['decision', 'author', 'second', 'mediator', 'appeal'])

/** A text about which something was said, as a queue shows it. Never who said it. */
export const CaseCard = T.Object(
  {
    id: Id,
    /** Null to somebody who may not know of the community. */
    community: Nullable(CommunityRef),
    route: T.Enum([...routes]),
    postId: Id,
    commentId: Nullable(Id),
    author: MemberCard,
    title: Nullable(T.String()),
    excerpt: T.String(),
    language: T.String(),
    openedAt: Instant,
    reports: T.Integer(),
    articles: T.Array(T.Object({ number: T.Integer(), title: LocalTextShape })),
    waiting: Nullable(Waiting),
    closedAt: Nullable(Instant),
    outcome: Nullable(Outcome),
  },
  personal('moderationCase'),
)
export type CaseCard = Static<typeof CaseCard>

export const CaseReport = T.Object({
  article: Nullable(Quoted),
  words: Nullable(T.String()),
  at: Instant,
  /** Only on the route of the law, where a notice is signed. */
  reporter: Nullable(MemberCard),
})

export const CaseStep = T.Object({
  id: Id,
  step: T.Enum([...steps]),
  by: Nullable(MemberCard),
  to: Nullable(MemberCard),
  article: Nullable(Quoted),
  text: Nullable(T.String()),
  at: Instant,
  /** Of a peer: what they answered. What they wrote stays between two people. */
  answer: Nullable(T.Enum(['wrote', 'declined'])),
})

export const Appeal = T.Object({
  words: T.String(),
  at: Instant,
  toMediator: T.Boolean(),
  decidedAt: Nullable(Instant),
  decidedBy: Nullable(MemberCard),
  decision: Nullable(T.Enum(['upheld', 'overturned'])),
  reasons: Nullable(T.String()),
})

export const Measure = T.Object({
  id: Id,
  kind: T.Enum([...measureKinds]),
  article: Nullable(Quoted),
  reason: T.String(),
  note: Nullable(T.String()),
  days: Nullable(T.Integer()),
  urgent: T.Boolean(),
  proposedBy: MemberCard,
  proposedAt: Instant,
  decidedBy: Nullable(MemberCard),
  decidedAt: Nullable(Instant),
  decision: Nullable(T.Enum(['confirmed', 'declined'])),
  word: Nullable(T.String()),
  endsAt: Nullable(Instant),
  liftedAt: Nullable(Instant),
  appeal: Nullable(Appeal),
  can: T.Object({ decide: T.Boolean(), lift: T.Boolean(), decideAppeal: T.Boolean() }),
})
export type Measure = Static<typeof Measure>

export const CaseDetail = T.Object({
  card: CaseCard,
  /** In which quality the reader looks. */
  office: T.Enum([...offices]),
  /** The words as they were when somebody spoke of them. */
  quoted: T.String(),
  /** The words as they stand now, to those who may read them; null when gone, hidden or not for this reader. */
  current: Nullable(T.String()),
  acknowledgedAt: Nullable(Instant),
  correctBy: Nullable(Instant),
  correctedAt: Nullable(Instant),
  closingWord: Nullable(T.String()),
  reports: T.Array(CaseReport),
  steps: T.Array(CaseStep),
  measures: T.Array(Measure),
  /** What else was decided about this person's texts here in the last twelve months. */
  earlier: T.Array(T.Object({ id: Id, outcome: Outcome, closedAt: Instant })),
  /** What each step begins with, in the community's own words or ours. */
  templates: T.Array(T.Object({ step: T.Enum([...templateSteps]), text: LocalTextShape })),
  /** The charter's current articles, for who quotes one. */
  charter: T.Array(Quoted),
  can: T.Object({
    askPeer: T.Boolean(),
    write: T.Boolean(),
    propose: T.Boolean(),
    /** A hiding before the author could correct, or a pause before anything was said, only because it is urgent. */
    onlyUrgently: T.Boolean(),
    close: T.Boolean(),
    acknowledge: T.Boolean(),
    takeDown: T.Boolean(),
  }),
})
export type CaseDetail = Static<typeof CaseDetail>

export const Note = T.Object({ id: Id, by: MemberCard, text: T.String(), at: Instant }, personal('note'))
/** A short exchange between two people about one text; nobody else reads it. */
export const NoteThread = T.Object({
  id: Id,
  postId: Id,
  commentId: Nullable(Id),
  /** First words of the text, for who may still read it. */
  about: Nullable(T.String()),
  other: MemberCard,
  isMine: T.Boolean({ description: 'I wrote the text' }),
  notes: T.Array(Note),
  /** Ten notes in all: beyond that, people talk. */
  canWrite: T.Boolean(),
})
export type NoteThread = Static<typeof NoteThread>

/** What I reported and what became of it. */
export const MyReport = T.Object(
  {
    id: Id,
    postId: Id,
    commentId: Nullable(Id),
    about: Nullable(T.String()),
    article: Nullable(Quoted),
    route: T.Enum([...routes]),
    words: Nullable(T.String()),
    at: Instant,
    acknowledgedAt: Nullable(Instant),
    closedAt: Nullable(Instant),
    outcome: Nullable(Outcome),
    closingWord: Nullable(T.String()),
  },
  personal('myReport'),
)
export type MyReport = Static<typeof MyReport>

/** What was said or decided about one of my texts. */
export const AboutMe = T.Object(
  {
    caseId: Id,
    community: CommunityRef,
    postId: Id,
    commentId: Nullable(Id),
    about: T.String(),
    /** My words, while they are hidden. */
    hiddenText: Nullable(T.String()),
    correctBy: Nullable(Instant),
    correctedAt: Nullable(Instant),
    closedAt: Nullable(Instant),
    outcome: Nullable(Outcome),
    messages: T.Array(
      T.Object({
        id: Id,
        step: T.Enum(['message', 'correction']),
        by: Nullable(MemberCard),
        article: Nullable(Quoted),
        text: Nullable(T.String()),
        at: Instant,
      }),
    ),
    measures: T.Array(
      T.Object({
        id: Id,
        kind: T.Enum([...measureKinds]),
        article: Nullable(Quoted),
        reason: T.String(),
        at: Instant,
        endsAt: Nullable(Instant),
        liftedAt: Nullable(Instant),
        appeal: Nullable(Appeal),
        canAppeal: T.Boolean(),
      }),
    ),
  },
  personal('aboutMe'),
)
export type AboutMe = Static<typeof AboutMe>

/** Somebody who moderates asks me, as a peer, to write to an author. */
export const PeerRequest = T.Object({
  id: Id,
  by: Nullable(MemberCard),
  author: MemberCard,
  postId: Id,
  commentId: Nullable(Id),
  about: T.String(),
  article: Nullable(Quoted),
  text: Nullable(T.String()),
  at: Instant,
})

/** Under five, a count says only that there are few: null. Zero is zero. */
const Few = Nullable(T.Integer())
export const Figures = T.Object({
  reports: Few,
  cases: Few,
  medianHours: Nullable(T.Number()),
  /** M28: reports per 1,000 posts, questions, comments and answers of the year; null under five reports. */
  perThousand: Nullable(T.Number()),
  appeals: Few,
  overturned: Few,
  /** Cases in which something was decided at once, before the author could correct. */
  urgent: Few,
  articles: T.Array(T.Object({ number: Nullable(T.Integer()), title: Nullable(LocalTextShape), cases: Few })),
  outcomes: T.Array(T.Object({ outcome: Outcome, cases: Few })),
})
export type Figures = Static<typeof Figures>
export const YearReport = T.Object({
  year: T.Integer(),
  years: T.Array(T.Integer()),
  community: Nullable(Figures),
  organisation: Figures,
})
export type YearReport = Static<typeof YearReport>

export const Example = T.Object({
  id: Id,
  article: T.Integer(),
  situation: LocalTextShape,
  lesson: LocalTextShape,
})
export type Example = Static<typeof Example>
