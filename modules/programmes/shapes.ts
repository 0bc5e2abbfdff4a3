import { Type as T } from 'typebox'
import type { Static } from 'typebox'
import { CommunityRef } from '#modules/communities/contract.ts'
import { MemberCard } from '#modules/people/contract.ts'
import { personal } from '#platform/privacy/registry.ts'
import { Day, Id, Instant, Nullable } from '#platform/shared/ids.ts'
import {
  accelerators,
  asked,
  cardKinds,
  channels,
  dimensions,
  heardSorts,
  heardTags,
  phases,
  planningQuestions,
  programmeVisibilities,
} from './words.ts'

export const oneOf = <const V extends readonly string[]>(values: V) =>
  T.Unsafe<V[number]>({ type: 'string', enum: [...values] })
export const strict = { additionalProperties: false }
export const Words = (maxLength: number) =>
  T.String({ minLength: 1, maxLength, pattern: '^[^\\u0000]*[^\\s\\u0000][^\\u0000]*$' })
export const MaybeWords = (maxLength: number) => Nullable(T.String({ maxLength, pattern: '^[^\\u0000]*$' }))
const LocalText = T.Object({ fr: T.Optional(T.String()), en: T.Optional(T.String()) })
/** One language or both. */
export const Written = (maxLength: number) =>
  T.Object(
    { fr: T.Optional(T.String({ maxLength })), en: T.Optional(T.String({ maxLength })) },
    { additionalProperties: false },
  )

export const Phase = oneOf(phases)
export const Visibility = oneOf(programmeVisibilities)
const askedKeys = Object.values(asked).flat()
export const AskedKey = oneOf(askedKeys)

/** One line of the list of programmes. */
export const ProgrammeLine = T.Object(
  {
    id: Id,
    name: LocalText,
    phase: Phase,
    state: oneOf(['running', 'closed']),
    visibility: Visibility,
    vision: Nullable(T.String()),
    /** Null for a partner's person who shares no community with them. */
    leader: Nullable(MemberCard),
    sponsor: Nullable(MemberCard),
    communities: T.Array(CommunityRef),
    /** The next thing with a date that everybody may know of. */
    next: Nullable(T.Object({ on: Day, title: T.String() })),
    closedAt: Nullable(Instant),
  },
  personal('programmeRole'),
)
export type ProgrammeLine = Static<typeof ProgrammeLine>

export const Population = T.Object({
  id: Id,
  name: T.String(),
  dimension: oneOf(dimensions),
  cell: Nullable(Id),
  /** Active employees of the directory. */
  size: T.Integer(),
})
export type Population = Static<typeof Population>

export const AskedItem = T.Object({
  key: AskedKey,
  done: T.Boolean(),
  /** Declared by a leader: the data cannot know. */
  isSaid: T.Boolean(),
  saidAt: Nullable(Instant),
  /** How far it is, where it can be counted. */
  have: Nullable(T.Integer()),
  need: Nullable(T.Integer()),
})
export type AskedItem = Static<typeof AskedItem>

export const PhaseChange = T.Object(
  {
    from: Nullable(Phase),
    to: Phase,
    at: Instant,
    by: Nullable(MemberCard),
    reason: Nullable(T.String()),
    missing: T.Array(T.String()),
  },
  personal('programmePhase'),
)
export type PhaseChange = Static<typeof PhaseChange>

export const Closing = T.Object({
  at: Instant,
  wanted: T.String(),
  changed: T.String(),
  again: T.String(),
  notAgain: T.String(),
  whereNext: Nullable(T.String()),
})
export type Closing = Static<typeof Closing>

export const CardState = oneOf(['open', 'late', 'done', 'refused'])
/** An action, a message, a training, a quick win, a barrier or what keeps it alive. */
export const Card = T.Object(
  {
    id: Id,
    kind: oneOf(cardKinds),
    accelerator: oneOf(accelerators),
    title: T.String(),
    detail: Nullable(T.String()),
    owner: Nullable(MemberCard),
    on: Nullable(Day),
    population: Nullable(T.Object({ id: Id, name: T.String() })),
    channel: Nullable(oneOf(channels)),
    who: Nullable(T.String()),
    places: Nullable(T.Integer()),
    nextStep: Nullable(T.String()),
    state: CardState,
    doneAt: Nullable(Instant),
    outcome: Nullable(T.String()),
    refusedWhy: Nullable(T.String()),
    /** Where a quick win was told, while the reader may read it. */
    toldAt: Nullable(Instant),
    post: Nullable(T.Object({ id: Id, title: Nullable(T.String()) })),
    gathering: Nullable(T.Object({ id: Id, title: T.String(), on: Day })),
  },
  personal('programmeCard'),
)
export type Card = Static<typeof Card>

/** What may be written on a card; what does not belong to its kind is refused as superfluous nowhere, shown nowhere. */
export const CardWords = {
  title: Words(200),
  detail: T.Optional(MaybeWords(2000)),
  ownerId: T.Optional(Nullable(Id)),
  on: T.Optional(Nullable(Day)),
  populationId: T.Optional(Nullable(Id)),
  channel: T.Optional(Nullable(oneOf(channels))),
  who: T.Optional(MaybeWords(200)),
  places: T.Optional(Nullable(T.Integer({ minimum: 1, maximum: 100_000 }))),
  nextStep: T.Optional(MaybeWords(300)),
  postId: T.Optional(Nullable(Id)),
  gatheringId: T.Optional(Nullable(Id)),
}

/** A programme as whoever may read it finds it. */
export const Programme = T.Object(
  {
    id: Id,
    name: LocalText,
    phase: Phase,
    state: oneOf(['running', 'closed']),
    visibility: Visibility,
    vision: Nullable(T.String()),
    whyNow: Nullable(T.String()),
    /** Null for a partner's person who shares no community with them. */
    leader: Nullable(MemberCard),
    coLeaders: T.Array(MemberCard),
    sponsor: Nullable(MemberCard),
    /** The sponsor said yes. */
    sponsorAgreedAt: Nullable(Instant),
    problem: Nullable(T.String()),
    baseline: Nullable(T.String()),
    baselineOn: Nullable(Day),
    /** The community whose indicator says where the problem stands, with what it says now. */
    measured: Nullable(
      T.Object({
        community: CommunityRef,
        problem: Nullable(T.String()),
        indicator: Nullable(T.String()),
        unit: Nullable(T.String()),
        baseline: Nullable(T.Number()),
        target: Nullable(T.Number()),
        now: Nullable(T.Number()),
        nowOn: Nullable(Day),
      }),
    ),
    populations: T.Array(Population),
    communities: T.Array(CommunityRef),
    /** The next three dates. */
    next: T.Array(T.Object({ id: Id, kind: oneOf(cardKinds), title: T.String(), on: Day })),
    wins: T.Array(Card),
    announced: T.Array(Card),
    history: T.Array(PhaseChange),
    /** What the phase asks before the next; leaders and sponsor only. */
    asked: T.Array(AskedItem),
    closing: Nullable(Closing),
    createdAt: Instant,
    can: T.Object({
      lead: T.Boolean(),
      /** Leaders and sponsor: journal and board. */
      journal: T.Boolean(),
      /** The sponsor who was asked and has not answered. */
      answerAsSponsor: T.Boolean(),
    }),
  },
  personal('programmeRole'),
)
export type Programme = Static<typeof Programme>

export const Heard = T.Object(
  {
    id: Id,
    sort: oneOf(heardSorts),
    source: T.String(),
    on: Day,
    text: T.String(),
    tag: Nullable(oneOf(heardTags)),
    by: Nullable(MemberCard),
    namesAgreed: T.Boolean(),
    theme: Nullable(T.Object({ id: Id, slug: T.String() })),
  },
  personal('programmeHeard'),
)
export type Heard = Static<typeof Heard>
export const WrittenHeard = T.Object(
  {
    sort: oneOf(heardSorts),
    /** A role and a place: `équipe de nuit, Mulhouse`. */
    source: Words(200),
    /** The person named in the source agreed to it. */
    namesAgreed: T.Optional(T.Boolean()),
    on: Day,
    text: Words(4000),
    tag: T.Optional(Nullable(oneOf(heardTags))),
  },
  strict,
)

export const PlanningAnswer = T.Object(
  { id: Id, text: T.String(), at: Instant, by: Nullable(MemberCard) },
  personal('programmePlanning'),
)
export const Journal = T.Object({
  heard: T.Array(Heard),
  next: Nullable(T.String()),
  counts: T.Object({ need: T.Integer(), irritant: T.Integer(), idea: T.Integer(), all: T.Integer() }),
  /** Every version, latest first. */
  planning: T.Array(T.Object({ question: oneOf(planningQuestions), answers: T.Array(PlanningAnswer) })),
  /** Communities of the programme where the reader may begin a theme. */
  themeCommunities: T.Array(CommunityRef),
})
export type Journal = Static<typeof Journal>

export const KitContent = T.Object(
  {
    messages: T.Array(
      T.Object(
        {
          id: Words(40),
          audience: T.Optional(T.String({ maxLength: 120 })),
          short: Written(600),
          long: Written(4000),
        },
        strict,
      ),
      { maxItems: 20 },
    ),
    slides: T.Array(T.Object({ id: Words(40), title: Written(160), notes: Written(2000) }, strict), {
      maxItems: 40,
    }),
    questions: T.Array(
      T.Object(
        {
          id: Words(40),
          question: Written(300),
          answer: Written(3000),
          on: Day,
          /** The community's question that it came from. */
          postId: T.Optional(Nullable(Id)),
        },
        strict,
      ),
      { maxItems: 60 },
    ),
  },
  strict,
)
export type KitContent = Static<typeof KitContent>
export const KitVersion = T.Object(
  { version: T.Integer(), at: Instant, by: Nullable(MemberCard) },
  personal('programmeKit'),
)
export const Kit = T.Object({
  /** 0: nothing was saved; `content` is then what we propose to start from. */
  version: T.Integer(),
  content: KitContent,
  versions: T.Array(KitVersion),
})
export type Kit = Static<typeof Kit>

export const Founder = T.Object({ member: MemberCard, namedAt: Instant }, personal('programmeFounder'))
