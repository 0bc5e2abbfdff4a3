import { Type as T } from 'typebox'
import type { Static } from 'typebox'
import { CommunityRef } from '#modules/communities/contract.ts'
import { MemberCard } from '#modules/people/contract.ts'
import { personal } from '#platform/privacy/registry.ts'
import { Day, Id, Instant, Nullable } from '#platform/shared/ids.ts'
import {
  contributionKinds,
  inductionKeys,
  mandateStates,
  programmeKinds,
  steps,
} from '#modules/ambassadors/words.ts'

export const StateShape = T.Enum([...mandateStates])
export const KindShape = T.Enum([...programmeKinds])
export const InductionShape = T.Enum([...inductionKeys])
export const StepShape = T.Enum([...steps])
export const ContributionKindShape = T.Enum([...contributionKinds])

/** A programme as everybody who may see it sees it. */
export const ProgrammeCard = T.Object({
  id: Id,
  name: T.String(),
  purpose: T.String(),
  kind: KindShape,
  community: Nullable(CommunityRef),
  changeId: Nullable(Id),
  leader: MemberCard,
  seats: T.Integer(),
  active: T.Integer(),
  entitiesCovered: T.Integer(),
  entitiesTotal: T.Integer(),
  /** Staff per active ambassador; null without one. */
  staffPerActive: Nullable(T.Number()),
  /** Active of seats, 0 to 1 (M32); null before the launch. */
  m32: Nullable(T.Number()),
  launchedOn: Nullable(Day),
  isClosed: T.Boolean(),
  /** The reader leads it. */
  mayLead: T.Boolean(),
  /** Where the reader stands in it. */
  mine: Nullable(StateShape),
})
export type ProgrammeCard = Static<typeof ProgrammeCard>

export const Meeting = T.Object({
  id: Id,
  kind: T.Enum(['kickoff', 'quarterly']),
  title: T.String(),
  startsAt: Instant,
  place: Nullable(T.String()),
  link: Nullable(T.String()),
  gatheringId: Nullable(Id),
  recap: Nullable(T.String()),
  actions: T.Array(T.String()),
  isPast: T.Boolean(),
  /** Of those who were to come; null until somebody counted. */
  invited: T.Integer(),
  present: Nullable(T.Integer()),
})
export type Meeting = Static<typeof Meeting>

const Covered = T.Object({ id: Id, name: T.String(), isCovered: T.Boolean(), people: T.Array(MemberCard) })

export const ProgrammeDetail = T.Object({
  ...ProgrammeCard.properties,
  mandateMonths: T.Integer(),
  minPerQuarter: T.Integer(),
  charter: Nullable(T.Object({ version: T.Integer(), text: T.String(), on: Day })),
  entities: T.Array(Covered),
  sites: T.Array(Covered),
  meetings: T.Array(Meeting),
})
export type ProgrammeDetail = Static<typeof ProgrammeDetail>

const Tick = T.Object({ key: InductionShape, on: Day, byLeader: T.Boolean() })

/** One person of a cohort, for who leads it. Nothing of their record, and no number about them. */
export const CohortMember = T.Object(
  {
    mandateId: Id,
    member: MemberCard,
    state: StateShape,
    stateOn: Day,
    nominatedBy: Nullable(MemberCard),
    nominatedAs: T.Enum(['self', 'peer', 'manager']),
    word: Nullable(T.String()),
    hasConsented: T.Boolean(),
    isWaiting: T.Boolean(),
    since: Nullable(Day),
    mandateEnd: Nullable(Day),
    isRenewed: T.Boolean(),
    buddy: Nullable(MemberCard),
    induction: T.Array(Tick),
    /** Hours a month as agreed with the line manager. */
    agreedHours: Nullable(T.Number()),
    talk: Nullable(
      T.Object({
        askedOn: Day,
        byThemselves: T.Boolean(),
        heldOn: Nullable(Day),
        note: Nullable(T.String()),
        isNoteShared: T.Boolean(),
      }),
    ),
    thanks: Nullable(T.String()),
    announcement: Nullable(T.String()),
    steps: T.Array(StepShape),
    /** What the next step still needs. */
    missing: T.Array(T.String()),
  },
  personal('ambassador'),
)
export type CohortMember = Static<typeof CohortMember>

/** Somebody with whom a talk may be proposed. Who it is, and no figure. */
export const TalkToHave = T.Object({ mandateId: Id, member: MemberCard }, personal('ambassadorTalk'))
export type TalkToHave = Static<typeof TalkToHave>

export const Cohort = T.Object({
  people: T.Array(CohortMember),
  talks: T.Array(TalkToHave),
  freeSeats: T.Integer(),
  waiting: T.Integer(),
  /** How many declared more than their agreed hours, two months running; null under five declaring. */
  overBudget: Nullable(T.Integer()),
  kickoff: Nullable(
    T.Object({ meetingId: Id, invited: T.Integer(), present: T.Integer(), isEnough: T.Boolean() }),
  ),
  charters: T.Array(T.Object({ version: T.Integer(), on: Day })),
})
export type Cohort = Static<typeof Cohort>

export const Contribution = T.Object(
  {
    id: Id,
    on: Day,
    kind: ContributionKindShape,
    title: T.String(),
    url: Nullable(T.String()),
    source: T.Enum(['declared', 'detected']),
    minutes: Nullable(T.Integer()),
  },
  personal('ambassadorContribution'),
)
export type Contribution = Static<typeof Contribution>

export const Attestation = T.Object(
  {
    id: Id,
    from: Day,
    to: Day,
    language: T.Enum(['fr', 'en']),
    text: T.String(),
    createdOn: Day,
    sentOn: Nullable(Day),
  },
  personal('ambassadorAttestation'),
)
export type Attestation = Static<typeof Attestation>

/** What was asked of the line manager, as the ambassador sees it. */
export const Commitment = T.Object(
  {
    hours: T.Number(),
    managerAddress: Nullable(T.String()),
    state: T.Enum(['asked', 'agreed', 'refused', 'counter']),
    counterHours: Nullable(T.Number()),
    word: Nullable(T.String()),
    askedOn: Day,
    answeredOn: Nullable(Day),
    isExpired: T.Boolean(),
  },
  personal('ambassadorCommitment'),
)
export type Commitment = Static<typeof Commitment>

/** A mandate as the person who holds it sees it. */
export const OwnMandate = T.Object(
  {
    mandateId: Id,
    programme: ProgrammeCard,
    state: StateShape,
    stateOn: Day,
    nominatedBy: Nullable(MemberCard),
    word: Nullable(T.String()),
    hasConsented: T.Boolean(),
    isWaiting: T.Boolean(),
    since: Nullable(Day),
    mandateEnd: Nullable(Day),
    isRenewed: T.Boolean(),
    buddy: Nullable(MemberCard),
    induction: T.Array(Tick),
    charter: Nullable(T.Object({ version: T.Integer(), text: T.String() })),
    signedVersion: Nullable(T.Integer()),
    reachWord: Nullable(T.String()),
    isListed: T.Boolean(),
    acceptsTurns: T.Boolean(),
    commitment: Nullable(Commitment),
    absences: T.Array(T.Object({ id: Id, from: Day, to: Day })),
    meetings: T.Array(Meeting),
    contributions: T.Array(Contribution),
    /** This quarter: what the record holds, and what the programme hopes for. */
    thisQuarter: T.Object({ count: T.Integer(), minutes: T.Integer(), minimum: T.Integer() }),
    idea: Nullable(T.Object({ month: T.String(), ideas: T.Array(T.Integer()), hasPassed: T.Boolean() })),
    talk: Nullable(
      T.Object({
        askedOn: Day,
        byThemselves: T.Boolean(),
        heldOn: Nullable(Day),
        note: Nullable(T.String()),
      }),
    ),
    thanks: Nullable(T.String()),
    announcement: Nullable(T.String()),
    attestations: T.Array(Attestation),
    history: T.Array(T.Object({ to: StateShape, on: Day })),
    steps: T.Array(StepShape),
  },
  personal('ownMandate'),
)
export type OwnMandate = Static<typeof OwnMandate>

export const Mine = T.Object({
  mandates: T.Array(OwnMandate),
  /** Whom I accompany in their induction. */
  accompanied: T.Array(
    T.Object({ member: MemberCard, programmeName: T.String(), missing: T.Array(InductionShape) }),
  ),
  leads: T.Array(T.Object({ id: Id, name: T.String() })),
})
export type Mine = Static<typeof Mine>

/** An ambassador in the public directory. */
export const ListedAmbassador = T.Object(
  {
    member: MemberCard,
    siteName: Nullable(T.String()),
    programmes: T.Array(T.Object({ id: Id, name: T.String() })),
    reachWord: Nullable(T.String()),
    isAlumni: T.Boolean(),
  },
  personal('listedAmbassador'),
)
export type ListedAmbassador = Static<typeof ListedAmbassador>

/** For a sponsor: counts, never a person. Null under five. */
export const SponsorReport = T.Object({
  from: Day,
  to: Day,
  seats: T.Integer(),
  active: T.Integer(),
  entitiesCovered: T.Integer(),
  entitiesTotal: T.Integer(),
  sitesCovered: T.Integer(),
  sitesTotal: T.Integer(),
  staffPerActive: Nullable(T.Number()),
  meetings: T.Integer(),
  contributions: Nullable(T.Integer()),
  hours: Nullable(T.Number()),
  themes: T.Array(T.Object({ id: Id, title: T.String() })),
  decisions: T.Array(T.Object({ title: T.String(), on: Day })),
})
export type SponsorReport = Static<typeof SponsorReport>

/** What the line manager sees: the commitment, and nothing else. */
export const Agreement = T.Object(
  {
    ambassador: T.String(),
    programme: T.String(),
    purpose: T.String(),
    hours: T.Number(),
    mandateMonths: T.Integer(),
    language: T.Enum(['fr', 'en']),
    organisation: T.String(),
  },
  personal('ambassadorAgreement'),
)
export type Agreement = Static<typeof Agreement>
