import type { Static } from 'typebox'
import { Type as T } from 'typebox'
import { CommunityRef } from '#modules/communities/contract.ts'
import { MemberCard } from '#modules/people/contract.ts'
import { personal } from '#platform/privacy/registry.ts'
import { Day, Id, Instant, Nullable } from '#platform/shared/ids.ts'
import { checkParts, networks, turnStates } from './words.ts'

export const CheckItem = T.Object({
  id: T.String({ pattern: '^[a-z0-9-]{1,40}$' }),
  part: T.Enum([...checkParts]),
  text: T.String({ minLength: 1, maxLength: 300 }),
})
export type CheckItem = Static<typeof CheckItem>

/** A turn in the plan: who speaks for the company in the week of a Monday. */
export const TurnRow = T.Object(
  {
    id: Id,
    week: Day,
    member: MemberCard,
    state: T.Enum([...turnStates]),
    isMine: T.Boolean(),
    /** Only mine that is to come can be changed with. */
    isSwapAsked: T.Boolean(),
  },
  personal('accountTurn'),
)
export type TurnRow = Static<typeof TurnRow>

/** A turn that is over: what was done, and a word to the next. */
export const LogEntry = T.Object(
  {
    id: Id,
    week: Day,
    member: MemberCard,
    links: T.Array(T.String()),
    word: Nullable(T.String()),
  },
  personal('accountLog'),
)
export type LogEntry = Static<typeof LogEntry>

/** Somebody who keeps the account in turn. */
export const CrewMember = T.Object(
  {
    member: MemberCard,
    /** Null: not yet shown how; no turn before. */
    trainedOn: Nullable(Day),
    trainer: Nullable(MemberCard),
    lastWeek: Nullable(Day),
    nextWeek: Nullable(Day),
  },
  personal('accountCrew'),
)
export type CrewMember = Static<typeof CrewMember>

export const AccountCard = T.Object({
  id: Id,
  name: T.String(),
  network: T.Enum([...networks]),
  url: T.String(),
  community: CommunityRef,
  owner: MemberCard,
  isClosed: T.Boolean(),
  /** Who speaks this week; null: nobody. */
  now: Nullable(MemberCard),
})
export type AccountCard = Static<typeof AccountCard>

export const AccountDetail = T.Object({
  ...AccountCard.properties,
  ambassadorProgrammeId: Nullable(Id),
  openedHow: Nullable(T.String()),
  checklist: T.Array(CheckItem),
  startsOn: Day,
  horizon: T.Integer(),
  /** The Monday of the week that runs. */
  thisWeek: Day,
  /** Turns that run or are to come, soonest first. */
  plan: T.Array(TurnRow),
  /** Weeks of the plan that nobody can take. */
  freeWeeks: T.Array(Day),
  crew: T.Array(CrewMember),
  log: T.Array(LogEntry),
  isVolunteer: T.Boolean(),
  isTrained: T.Boolean(),
  can: T.Object({
    /** Name, owner, checklist, closing. */
    change: T.Boolean(),
    train: T.Boolean(),
    volunteer: T.Boolean(),
    seeLog: T.Boolean(),
  }),
})
export type AccountDetail = Static<typeof AccountDetail>

/** Another pair of eyes, asked for by whoever wants it. */
export const Look = T.Object(
  {
    id: Id,
    by: MemberCard,
    to: MemberCard,
    text: T.String(),
    answer: Nullable(T.String()),
    isMine: T.Boolean(),
  },
  personal('accountLook'),
)
export type Look = Static<typeof Look>

/** My turn, with all that it needs. */
export const MyTurn = T.Object(
  {
    id: Id,
    account: AccountCard,
    week: Day,
    state: T.Enum([...turnStates]),
    checklist: T.Array(CheckItem),
    ticked: T.Array(T.String()),
    links: T.Array(T.String()),
    word: Nullable(T.String()),
    /** What the one before left. */
    before: Nullable(LogEntry),
    openedHow: Nullable(T.String()),
    /** Turns of others with which mine could be changed. */
    swapWith: T.Array(T.Object({ turnId: Id, week: Day, member: MemberCard })),
    swapAsked: Nullable(T.Object({ swapId: Id, week: Day, member: MemberCard })),
    looks: T.Array(Look),
    /** Trained people and managers who could look. */
    lookers: T.Array(MemberCard),
  },
  personal('myAccountTurn'),
)
export type MyTurn = Static<typeof MyTurn>

export const MyTurns = T.Object({
  turns: T.Array(MyTurn),
  /** Changes that others ask of me: my week against theirs. */
  swaps: T.Array(
    T.Object(
      {
        id: Id,
        account: T.Object({ id: Id, name: T.String() }),
        by: MemberCard,
        myWeek: Day,
        theirWeek: Day,
        askedAt: Instant,
      },
      personal('accountSwap'),
    ),
  ),
  looks: T.Array(T.Object({ account: T.Object({ id: Id, name: T.String() }), look: Look })),
  accounts: T.Array(AccountCard),
  pauses: T.Array(T.Object({ id: Id, from: Day, to: Day }, personal('turnPause'))),
})
export type MyTurns = Static<typeof MyTurns>
