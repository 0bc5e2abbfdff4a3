import type { Static } from 'typebox'
import { Type as T } from 'typebox'
import { MemberCard } from '#modules/people/contract.ts'
import { personal } from '#platform/privacy/registry.ts'
import { Day, Id, Nullable } from '#platform/shared/ids.ts'
import { ideaStatuses, outcomes, readiness, severities, trialStates } from './words.ts'

const Words = Nullable(T.String())

/** A trial in a list. */
export const TrialCard = T.Object({
  id: Id,
  title: T.String(),
  what: T.String(),
  from: Day,
  to: Day,
  state: T.Enum([...trialStates]),
  seats: T.Integer(),
  testers: T.Integer(),
  ideas: T.Integer(),
  delivered: T.Integer(),
  isTester: T.Boolean(),
})
export type TrialCard = Static<typeof TrialCard>

export const Photo = T.Object({ id: Id, url: T.String(), thumbnailUrl: T.String(), alt: Words })

/** What I tried of one step. */
export const MyResult = T.Object(
  {
    outcome: T.Enum([...outcomes]),
    severity: Nullable(T.Enum([...severities])),
    what: Words,
    device: Words,
    photos: T.Array(Photo),
  },
  personal('trialResult'),
)
export type MyResult = Static<typeof MyResult>

export const Step = T.Object({
  id: Id,
  text: T.String(),
  expected: Words,
  mine: Nullable(MyResult),
})
export type Step = Static<typeof Step>

/** What I say of the whole. */
export const Feedback = T.Object(
  { good: Words, missing: Words, ready: T.Enum([...readiness]) },
  personal('trialFeedback'),
)
export type Feedback = Static<typeof Feedback>

/** An idea in the backlog, with the credit of everybody who had it. */
export const Idea = T.Object(
  {
    id: Id,
    title: T.String(),
    text: Words,
    stepId: Nullable(Id),
    status: T.Enum([...ideaStatuses]),
    reason: Words,
    authors: T.Array(MemberCard),
    votes: T.Integer(),
    /** Ideas that were merged into it. */
    merged: T.Integer(),
    isMine: T.Boolean(),
    hasMyVote: T.Boolean(),
    /** After the delivery: it works, or not yet. */
    works: T.Integer(),
    worksNot: T.Integer(),
    myVerdict: Nullable(T.Object({ works: T.Boolean(), word: Words })),
    can: T.Object({ change: T.Boolean(), vote: T.Boolean(), judge: T.Boolean() }),
  },
  personal('trialIdea'),
)
export type Idea = Static<typeof Idea>

export const TrialDetail = T.Object({
  ...TrialCard.properties,
  programmeId: Nullable(Id),
  community: Nullable(
    T.Object({
      id: Id,
      slug: T.String(),
      name: T.Object({ fr: T.Optional(T.String()), en: T.Optional(T.String()) }),
    }),
  ),
  populationId: Nullable(Id),
  leader: MemberCard,
  votesEach: T.Integer(),
  votesLeft: T.Integer(),
  steps: T.Array(Step),
  feedback: Nullable(Feedback),
  /** In the order of the leader. */
  backlog: T.Array(Idea),
  can: T.Object({
    lead: T.Boolean(),
    /** Take a seat. */
    join: T.Boolean(),
    /** Try, say, vote: a tester while the trial is open. */
    test: T.Boolean(),
    propose: T.Boolean(),
  }),
  /** Why no seat can be taken. */
  joinRefusal: Nullable(T.Enum(['full', 'notOpen', 'notInvited'])),
})
export type TrialDetail = Static<typeof TrialDetail>

/** One tester as the leader of the trial reads them. */
export const Tester = T.Object(
  {
    member: MemberCard,
    results: T.Array(
      T.Object({
        stepId: Id,
        outcome: T.Enum([...outcomes]),
        severity: Nullable(T.Enum([...severities])),
        what: Words,
        device: Words,
        photos: T.Array(Photo),
      }),
    ),
    feedback: Nullable(T.Object({ good: Words, missing: Words, ready: T.Enum([...readiness]) })),
    verdicts: T.Array(T.Object({ ideaId: Id, works: T.Boolean(), word: Words })),
  },
  personal('trialTester'),
)
export type Tester = Static<typeof Tester>
