import type { Static } from 'typebox'
import { Type as T } from 'typebox'
import { CommunityRef } from '#modules/communities/contract.ts'
import { MemberCard } from '#modules/people/contract.ts'
import { personal } from '#platform/privacy/registry.ts'
import { Day, Id, Instant, Nullable } from '#platform/shared/ids.ts'
import { commitmentKinds, promiseStates } from './words.ts'

const LocalText = T.Object({ fr: T.Optional(T.String()), en: T.Optional(T.String()) })
const State = T.Enum([...promiseStates])
const What = T.Enum([...commitmentKinds])

/** Where a commitment was made: a community or a programme. */
const Place = T.Object({
  kind: T.Enum(['community', 'programme']),
  id: Id,
  name: LocalText,
  /** Where its page of promises stands in the product. */
  path: T.String(),
})

/** One calendar month of a monthly commitment. */
const MonthLine = T.Object({ month: T.String(), kept: T.Integer(), state: State })

/** A commitment with its months, as its sponsor and whoever proposed it read it. */
export const Commitment = T.Object(
  {
    id: Id,
    place: Place,
    sponsor: MemberCard,
    what: What,
    text: T.String(),
    perMonth: Nullable(T.Integer()),
    dueOn: Nullable(Day),
    proposedBy: Nullable(MemberCard),
    /** What it would take the place of, in words; null for a first promise. */
    replaces: Nullable(T.Object({ id: Id, text: T.String() })),
    status: T.Enum(['proposed', 'declined', 'agreed', 'ended']),
    agreedOn: Nullable(Day),
    declinedWord: Nullable(T.String()),
    withdrawnReason: Nullable(T.String()),
    doneUrl: Nullable(T.String()),
    /** The newest first. */
    months: T.Array(MonthLine),
    pauses: T.Array(T.Object({ from: Day, to: Day, word: Nullable(T.String()) })),
    can: T.Object({ agree: T.Boolean(), change: T.Boolean(), end: T.Boolean() }),
  },
  personal('sponsorCommitment'),
)
export type Commitment = Static<typeof Commitment>

/** One line of "promised / done". */
export const PromiseLine = T.Object(
  {
    id: T.String(),
    kind: T.Enum(['commitment', 'action', 'answer']),
    text: T.String(),
    /** What it answers or belongs to: the theme heard, the programme. */
    about: Nullable(T.String()),
    who: Nullable(MemberCard),
    on: Day,
    state: State,
    /** Why it was refused or withdrawn, in the words of whoever did. */
    reason: Nullable(T.String()),
    kept: Nullable(T.Integer()),
    perMonth: Nullable(T.Integer()),
    what: Nullable(What),
    path: Nullable(T.String()),
  },
  personal('sponsorPromise'),
)
export type PromiseLine = Static<typeof PromiseLine>

export const Promises = T.Object({
  items: T.Array(PromiseLine),
  counts: T.Object({
    promised: T.Integer(),
    done: T.Integer(),
    late: T.Integer(),
    paused: T.Integer(),
    refused: T.Integer(),
    withdrawn: T.Integer(),
  }),
  /** The reader may propose commitments here (leader, manager, the sponsor). */
  mayPropose: T.Boolean(),
  /** Sponsors of the place, to propose to; only for who may propose. */
  sponsors: T.Array(MemberCard),
  /** Proposals and agreed promises as they are worked on; only for who may propose. */
  commitments: T.Array(Commitment),
  /** Promises with nothing yet near the end of the month: offer help. */
  help: T.Array(T.Object({ sponsor: MemberCard, text: T.String(), dueOn: Day }, personal('sponsorHelp'))),
})
export type Promises = Static<typeof Promises>

export const HandedQuestion = T.Object(
  {
    id: Id,
    postId: Id,
    title: Nullable(T.String()),
    excerpt: T.String(),
    language: T.String(),
    community: CommunityRef,
    by: Nullable(MemberCard),
    word: Nullable(T.String()),
    at: Instant,
    /** A draft that a delegate prepared for it. */
    draftId: Nullable(Id),
  },
  personal('sponsorHand'),
)
export type HandedQuestion = Static<typeof HandedQuestion>

/** A text that a delegate prepares: seen by the two alone. */
export const PreparedDraft = T.Object(
  {
    id: Id,
    delegationId: Id,
    sponsor: MemberCard,
    delegate: MemberCard,
    community: CommunityRef,
    post: Nullable(T.Object({ id: Id, title: Nullable(T.String()), kind: T.String() })),
    title: Nullable(T.String()),
    bodyMd: T.String(),
    language: T.String(),
    changedAt: Instant,
    /** The reader is the sponsor: they publish, in their own session. */
    mayPublish: T.Boolean(),
  },
  personal('sponsorDraft'),
)
export type PreparedDraft = Static<typeof PreparedDraft>

export const Delegation = T.Object(
  { id: Id, sponsor: MemberCard, delegate: MemberCard, since: Instant },
  personal('sponsorDelegation'),
)
export type Delegation = Static<typeof Delegation>

export const MySponsorship = T.Object({
  isSponsor: T.Boolean(),
  commitments: T.Array(Commitment),
  handed: T.Array(HandedQuestion),
  drafts: T.Array(PreparedDraft),
  /** Those who prepare for me. */
  delegates: T.Array(Delegation),
  /** For whom I prepare, with the questions handed to them. */
  preparesFor: T.Array(
    T.Object({ delegation: Delegation, communities: T.Array(CommunityRef), handed: T.Array(HandedQuestion) }),
  ),
})
export type MySponsorship = Static<typeof MySponsorship>

/** A room without hierarchy, as its members are told. */
export const Room = T.Object(
  {
    state: T.Enum(['none', 'announced', 'inForce', 'ending']),
    why: Nullable(T.String()),
    announcedBy: Nullable(MemberCard),
    announcedOn: Nullable(Day),
    startsOn: Nullable(Day),
    endsOn: Nullable(Day),
    endWhy: Nullable(T.String()),
    mayChange: T.Boolean(),
  },
  personal('levelRoom'),
)
export type Room = Static<typeof Room>
