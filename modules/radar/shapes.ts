import type { Static } from 'typebox'
import { Type as T } from 'typebox'
import { MemberCard } from '#modules/people/contract.ts'
import { personal } from '#platform/privacy/registry.ts'
import { Day, Id, Nullable } from '#platform/shared/ids.ts'
import { vectors, vectorStates } from './words.ts'

export const VectorShape = T.Enum([...vectors])
const State = T.Enum([...vectorStates])

const Signal = T.Object({
  key: T.String(),
  kind: T.Enum(['computed', 'asked']),
  state: T.Enum(['on', 'off', 'unknown']),
  n: Nullable(T.Number()),
  by: Nullable(T.String()),
  until: Nullable(Day),
  url: Nullable(T.String()),
})
const Evidence = T.Object({
  key: T.String(),
  isThere: T.Boolean(),
  have: T.Integer(),
  need: T.Integer(),
  until: Nullable(Day),
})
export const VectorView = T.Object({
  vector: VectorShape,
  state: State,
  until: Nullable(Day),
  signals: T.Array(Signal),
  evidence: T.Array(Evidence),
  /** Where the proposed action is done. */
  path: T.String(),
})
export type VectorView = Static<typeof VectorView>

export const Budget = T.Object(
  {
    id: Id,
    kind: T.Enum(['events', 'time']),
    member: Nullable(MemberCard),
    amount: T.Number(),
    words: T.String(),
    startsOn: Day,
    endsOn: Day,
    signedBy: Nullable(MemberCard),
    signedOn: Nullable(Day),
    maySign: T.Boolean(),
  },
  personal('radarBudget'),
)
export type Budget = Static<typeof Budget>
export const Review = T.Object(
  {
    id: Id,
    peer: MemberCard,
    askedOn: Day,
    verdict: Nullable(T.Enum(['ready', 'notYet'])),
    word: Nullable(T.String()),
    reviewedOn: Nullable(Day),
    isMine: T.Boolean(),
  },
  personal('radarReview'),
)
export type Review = Static<typeof Review>

export const RadarView = T.Object({
  vectors: T.Array(VectorView),
  /** One barrier, one action a week. */
  focus: Nullable(
    T.Object({
      vector: VectorShape,
      week: Day,
      /** Null: proposed by the rule, nobody has chosen yet. */
      reason: Nullable(T.String()),
      action: Nullable(T.String()),
    }),
  ),
  budgets: T.Array(Budget),
  reviews: T.Array(Review),
  /** The newest month first. */
  history: T.Array(T.Object({ month: T.String(), states: T.Record(T.String(), State) })),
  mayLead: T.Boolean(),
})
export type RadarView = Static<typeof RadarView>
