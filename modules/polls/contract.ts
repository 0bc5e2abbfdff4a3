import { Type as T } from 'typebox'
import type { Static } from 'typebox'
import { MemberCard } from '#modules/people/contract.ts'
import { personal } from '#platform/privacy/registry.ts'
import { defineRoute } from '#platform/shared/contract.ts'
import { Id, Instant, Nullable, Page, PageQuery } from '#platform/shared/ids.ts'
import { declareRefusals } from '#platform/shared/refusal.ts'

export const pollKinds = ['single', 'multiple', 'ranked', 'dates'] as const
export const ballots = ['open', 'visible', 'secret'] as const
export type PollKind = (typeof pollKinds)[number]
export type Ballot = (typeof ballots)[number]
/** Options of one poll. */
export const mostOptions = 20
/** Fewest voters whose secret choices may be counted. */
export const fewestVoters = 5

export const refusals = declareRefusals({
  pollNotFound: 404,
  /** Two options at least, no two alike. */
  optionsUnclear: 400,
  /** The end of the vote, or a proposed date, has passed. */
  pollInThePast: 400,
  /** Not one of the poll's options, one twice, too many, or none. */
  choiceUnclear: 400,
  pollClosed: 409,
  /** A secret vote cannot be found again, so it cannot be changed. */
  alreadyVoted: 409,
  secretStays: 409,
  alreadyAGathering: 409,
  notADatePoll: 409,
})

/** Reasons of a `notPermitted` (403), told by the policy. */
export const reasons = ['authorOrManagerOnly'] as const

const strict = { additionalProperties: false }
const PollParams = T.Object({ pollId: Id })

/** What is counted of one option. */
export const Tally = T.Object({
  optionId: Id,
  /** Voters who chose it; in a ranked poll those who put it first; in a date poll those who can come. */
  votes: T.Integer(),
  /** Of a date poll: those who can come if needed. */
  ifNeeded: T.Integer(),
})
export type Tally = Static<typeof Tally>

/** One round of a ranked count: votes of those still standing, and who leaves. */
export const Round = T.Object({
  votes: T.Array(T.Object({ optionId: Id, votes: T.Integer() })),
  /** Ballots that name nobody who still stands. */
  exhausted: T.Integer(),
  out: T.Array(Id),
})
export type Round = Static<typeof Round>

export const PollResult = T.Object({
  voters: T.Integer(),
  tallies: T.Array(Tally),
  /** Ranked polls once counted; empty for the others. */
  rounds: T.Array(Round),
  /** More than one when the vote ends level; none without a vote. */
  winners: T.Array(Id),
})
export type PollResult = Static<typeof PollResult>

export const Poll = T.Object({
  id: Id,
  postId: Id,
  kind: T.Enum(pollKinds),
  ballot: T.Enum(ballots),
  maxChoices: Nullable(T.Integer()),
  minVoters: T.Integer(),
  durationMinutes: Nullable(T.Integer()),
  timezone: Nullable(T.String()),
  options: T.Array(T.Object({ id: Id, label: Nullable(T.String()), startsAt: Nullable(Instant) })),
  closesAt: Nullable(Instant),
  closedAt: Nullable(Instant),
  gatheringId: Nullable(Id),
  voters: T.Integer(),
  /** Null while nothing may be said: a secret poll that runs, or had too few voters. */
  result: Nullable(PollResult),
  /** My own choice; a secret one is known to nobody, only that I voted. */
  mine: T.Object(
    {
      hasVoted: T.Boolean(),
      choices: T.Array(
        T.Object({
          optionId: Id,
          rank: Nullable(T.Integer()),
          answer: Nullable(T.Enum(['yes', 'ifNeeded'])),
        }),
      ),
    },
    personal('pollVote'),
  ),
  can: T.Object({
    /** `true`, or why not. */
    vote: T.Union([T.Literal(true), T.String()]),
    takeBack: T.Boolean(),
    close: T.Boolean(),
    makeGathering: T.Boolean(),
  }),
})
export type Poll = Static<typeof Poll>

export const NewPoll = T.Object(
  {
    communityId: Id,
    question: T.String({ minLength: 1, maxLength: 200 }),
    bodyMd: T.Optional(T.String({ maxLength: 20_000 })),
    language: T.Optional(T.Enum(['fr', 'en'])),
    kind: T.Enum(pollKinds),
    ballot: T.Enum(ballots),
    options: T.Array(
      T.Object(
        {
          label: T.Optional(T.String({ minLength: 1, maxLength: 200 })),
          startsAt: T.Optional(Instant),
        },
        strict,
      ),
      { minItems: 2, maxItems: mostOptions },
    ),
    maxChoices: T.Optional(T.Integer({ minimum: 1, maximum: mostOptions })),
    minVoters: T.Optional(T.Integer({ minimum: fewestVoters, maximum: 1000 })),
    durationMinutes: T.Optional(T.Integer({ minimum: 15, maximum: 10_080 })),
    timezone: T.Optional(T.String({ maxLength: 60 })),
    closesAt: T.Optional(Instant),
  },
  strict,
)
export type NewPoll = Static<typeof NewPoll>

export const Vote = T.Object(
  {
    /** In order of preference in a ranked poll. */
    choices: T.Array(T.Object({ optionId: Id, answer: T.Optional(T.Enum(['yes', 'ifNeeded'])) }, strict), {
      minItems: 1,
      maxItems: mostOptions,
    }),
  },
  strict,
)
export type Vote = Static<typeof Vote>

export const contract = {
  'POST /api/v1/polls': defineRoute({
    summary: 'Ask a community: publishes a conversation with its poll',
    access: { kind: 'community', needs: 'participate' },
    body: NewPoll,
    response: T.Object({ postId: Id, pollId: Id }),
  }),
  'GET /api/v1/posts/:postId/poll': defineRoute({
    summary: 'The poll of a conversation; null when it has none',
    access: { kind: 'community', needs: 'read' },
    params: T.Object({ postId: Id }),
    response: T.Object({ poll: Nullable(Poll) }),
  }),
  // PUT, never POST: an idempotency record would keep the vote beside the voter.
  'PUT /api/v1/polls/:pollId/vote': defineRoute({
    summary: 'Vote, or vote otherwise; a secret vote is cast once',
    access: { kind: 'community', needs: 'participate' },
    params: PollParams,
    body: Vote,
    response: Poll,
  }),
  'DELETE /api/v1/polls/:pollId/vote': defineRoute({
    summary: 'Take my vote back, unless it is secret',
    access: { kind: 'community', needs: 'participate' },
    params: PollParams,
    response: Poll,
  }),
  'GET /api/v1/polls/:pollId/options/:optionId/voters': defineRoute({
    summary: 'Who chose an option of a visible poll, by name',
    access: { kind: 'community', needs: 'read' },
    params: T.Object({ pollId: Id, optionId: Id }),
    query: T.Object(PageQuery),
    response: Page(
      T.Object({ member: MemberCard, answer: Nullable(T.Enum(['yes', 'ifNeeded'])) }, personal('pollChoice')),
    ),
  }),
  'PUT /api/v1/polls/:pollId/closure': defineRoute({
    summary: 'Close and count now (its author or a manager)',
    access: { kind: 'community', needs: 'own' },
    params: PollParams,
    response: Poll,
  }),
  'POST /api/v1/polls/:pollId/gathering': defineRoute({
    summary: 'Turn a date into a gathering; whoever can come is told',
    access: { kind: 'community', needs: 'own' },
    params: PollParams,
    body: T.Object(
      {
        optionId: Id,
        place: T.Optional(T.String({ maxLength: 300 })),
        link: T.Optional(T.String({ maxLength: 1000, pattern: '^https?://[^\\s]+$' })),
      },
      strict,
    ),
    response: T.Object({ gatheringId: Id }),
  }),
} as const
