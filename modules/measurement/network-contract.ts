import { Type as T } from 'typebox'
import type { Static } from 'typebox'
import { MemberCard } from '#modules/people/contract.ts'
import { CommunityRef } from '#modules/communities/contract.ts'
import { personal } from '#platform/privacy/registry.ts'
import { defineRoute } from '#platform/shared/contract.ts'
import { Day, Instant, Nullable } from '#platform/shared/ids.ts'
import { Period, ProtectedValue } from './release-contract.ts'

const Quarter = T.String({ pattern: '^\\d{4}-Q[1-4]$' })

/** An entity, or several merged because each alone was too small. Never a person. */
export const NetworkCell = T.Object({
  cell: T.String(),
  includes: T.Array(T.String()),
  nBand: T.String(),
  /** Krackhardt and Stern's index in steps of 0.2; null with its `code` beyond ±0.8. */
  ei: ProtectedValue,
  /** What it would be if ties fell at random over pairs. */
  expected: Nullable(T.Number()),
  /** Where it stands on the map, 0..1000 in both directions, the same at every visit. */
  x: T.Number(),
  y: T.Number(),
})
export type NetworkCell = Static<typeof NetworkCell>

/** Ties between two cells (or within one, when both are the same). */
export const NetworkPair = T.Object({
  a: T.String(),
  b: T.String(),
  /** Ties over what the configuration model expects, in steps of 0.5; null below five ties. */
  ratio: Nullable(T.Number()),
  /** `5-9`, `10-19`…; null below five. */
  ties: Nullable(T.String()),
  /** Nobody, or one person alone, keeps these two together. */
  isFragile: T.Boolean(),
})
export type NetworkPair = Static<typeof NetworkPair>

export const NetworkMap = T.Object({
  period: Quarter,
  releasedAt: Instant,
  k: T.Integer(),
  nBand: T.String(),
  cells: T.Array(NetworkCell),
  pairs: T.Array(NetworkPair),
  /** Share of pairs of people whose exchange goes both ways, in steps of 10 %. */
  twoWay: ProtectedValue,
  /** E-I of the whole, and of chance. */
  ei: ProtectedValue,
  expected: Nullable(T.Number()),
  /** How closed entities are among themselves (modularity of the partition by entity), to 0.05. */
  silo: Nullable(T.Number()),
  /** Dependency on the person with most ties, in steps of 10 %. */
  dependency: ProtectedValue,
  /** Emergent groups: how many, how stable over 20 drawings, how close to the entities (0..1, to 0.1). No names. */
  groups: Nullable(T.Object({ count: T.Integer(), stability: T.Number(), overlap: T.Number() })),
  density: Nullable(T.Number()),
  components: Nullable(T.Integer()),
})
export type NetworkMap = Static<typeof NetworkMap>

/** Per topic: how few people carry half of its accepted answers. */
export const TopicDepth = T.Object({
  topic: T.String(),
  band: T.Enum(['1', '2-3', '4+']),
  accepted: T.Integer(),
})

export const Network = T.Object({
  /** Why there is no map: too few members, no quarter closed yet, or the engine withheld it. */
  withheld: Nullable(T.Enum(['smallCommunity', 'notYet', 'fewPeople', 'notMember'])),
  periods: T.Array(Quarter),
  map: Nullable(NetworkMap),
  topics: T.Array(TopicDepth),
  /** Of the twelve months up to this day. */
  topicsUntil: Day,
})
export type Network = Static<typeof Network>

/** One person with whom I exchange, in what both of us can read. */
export const OwnTie = T.Object(
  {
    member: MemberCard,
    isTwoWay: T.Boolean(),
    /** Distinct conversations and pages, capped at 5. */
    threads: T.Integer(),
    isSameEntity: T.Boolean(),
    communities: T.Array(CommunityRef),
  },
  personal('ownTie'),
)
export type OwnTie = Static<typeof OwnTie>

export const OwnTies = T.Object(
  {
    from: Day,
    to: Day,
    people: T.Integer(),
    twoWay: T.Integer(),
    /** 0..1: how far my ties spread over entities (participation coefficient); null without ties. */
    spread: Nullable(T.Number()),
    /** Burt's constraint of my own circle; low: my contacts do not know each other. */
    constraint: Nullable(T.Number()),
    /** People among my ties who reach each other, here, only through me: pairs of entities. */
    bridges: T.Array(T.Object({ a: T.String(), b: T.String() })),
    ties: T.Array(OwnTie),
  },
  personal('ownTies'),
)
export type OwnTies = Static<typeof OwnTies>

export const networkContract = {
  'GET /api/v1/communities/:community/network': defineRoute({
    summary: 'Ties between entities in a closed quarter; entities are the points, never people',
    access: { kind: 'community', needs: 'read' },
    params: T.Object({
      community: T.String({ minLength: 1, maxLength: 100, description: 'Identifier or slug of a community' }),
    }),
    query: T.Object({ period: T.Optional(Period) }),
    response: Network,
  }),
  'GET /api/v1/me/ties': defineRoute({
    summary: 'My own ties of the last 91 days; nobody else can read them',
    access: { kind: 'self' },
    response: OwnTies,
  }),
} as const
