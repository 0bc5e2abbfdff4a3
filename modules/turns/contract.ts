import { Type as T } from 'typebox'
import { defineRoute } from '#platform/shared/contract.ts'
import { Day, Id, Nullable } from '#platform/shared/ids.ts'
import { declareRefusals } from '#platform/shared/refusal.ts'
import { AccountCard, AccountDetail, CheckItem, MyTurns } from './shapes.ts'
import { maximumChecks, networks } from './words.ts'

export type {
  AccountCard,
  AccountDetail,
  CheckItem,
  CrewMember,
  LogEntry,
  Look,
  MyTurn,
  MyTurns,
  TurnRow,
} from './shapes.ts'
export { checkParts, maximumChecks, networks } from './words.ts'
export type { CheckPart, Network, TurnState } from './words.ts'

export const refusals = declareRefusals({
  accountNotFound: 404,
  turnNotFound: 404,
  swapNotFound: 404,
  lookNotFound: 404,
  /** A text that looks like a password or a key: it has no place here. */
  looksLikeSecret: 400,
  accountUrlWrong: 400,
  /** Not among those who keep the account. */
  crewOnly: 403,
  turnOver: 409,
  turnNotYet: 409,
  swapNotPossible: 409,
  alreadyAsked: 409,
  alreadyAnswered: 409,
  /** The owner must be an employee of the community; the trained among those who offered themselves. */
  memberNotHere: 409,
  accountClosed: 409,
  pauseInPast: 400,
})

const strict = { additionalProperties: false }
const signedIn = { kind: 'signedIn' } as const
const self = { kind: 'self' } as const
const community = T.Object({
  community: T.String({ minLength: 1, maxLength: 100, description: 'Identifier or slug' }),
})
const ofAccount = T.Object({ accountId: Id })
const ofTurn = T.Object({ turnId: Id })
const Name = T.String({ minLength: 1, maxLength: 120 })
const Url = T.String({ minLength: 1, maxLength: 500 })
const Words = T.String({ minLength: 1, maxLength: 2000 })
const written = {
  name: Name,
  network: T.Enum([...networks]),
  url: Url,
  ownerId: Id,
  openedHow: T.Optional(Nullable(T.String({ maxLength: 2000 }))),
  ambassadorProgrammeId: T.Optional(Nullable(Id)),
}

export const contract = {
  'GET /api/v1/communities/:community/accounts': defineRoute({
    summary: 'Accounts of the company that members of this community keep in turn',
    access: { kind: 'community', needs: 'read' },
    params: community,
    response: T.Object({
      items: T.Array(AccountCard),
      canAdd: T.Boolean(),
      /** To whose ambassadors an account may be given; for managers. */
      ambassadorProgrammes: T.Array(T.Object({ id: Id, name: T.String() })),
    }),
  }),
  'POST /api/v1/communities/:community/accounts': defineRoute({
    summary: 'Put an account under the care of volunteers; never its password',
    access: { kind: 'community', needs: 'manage' },
    params: community,
    body: T.Object({ ...written, startsOn: T.Optional(Day) }, strict),
    response: AccountDetail,
    refusals: ['looksLikeSecret', 'accountUrlWrong', 'memberNotHere'],
  }),
  'GET /api/v1/accounts/:accountId': defineRoute({
    summary: 'An account: who speaks when, how to get access, the checklist, the log for those who keep it',
    access: signedIn,
    params: ofAccount,
    response: AccountDetail,
    refusals: ['accountNotFound'],
  }),
  'PATCH /api/v1/accounts/:accountId': defineRoute({
    summary: 'Change an account, its owner or its checklist, close it',
    access: signedIn,
    params: ofAccount,
    body: T.Object(
      {
        name: T.Optional(Name),
        network: T.Optional(T.Enum([...networks])),
        url: T.Optional(Url),
        ownerId: T.Optional(Id),
        openedHow: written.openedHow,
        checklist: T.Optional(T.Array(CheckItem, { maxItems: maximumChecks })),
        isClosed: T.Optional(T.Boolean()),
      },
      strict,
    ),
    response: AccountDetail,
    refusals: ['accountNotFound', 'crewOnly', 'looksLikeSecret', 'accountUrlWrong', 'memberNotHere'],
  }),
  'PUT /api/v1/accounts/:accountId/volunteer': defineRoute({
    summary: 'I am willing to keep this account in turn',
    access: signedIn,
    params: ofAccount,
    response: AccountDetail,
    refusals: ['accountNotFound', 'accountClosed'],
  }),
  'DELETE /api/v1/accounts/:accountId/volunteer': defineRoute({
    summary: 'I no longer take turns; mine that are to come go to others',
    access: signedIn,
    params: ofAccount,
    response: AccountDetail,
    refusals: ['accountNotFound'],
  }),
  'POST /api/v1/accounts/:accountId/trainings': defineRoute({
    summary: 'Note who was shown how, by whom and when: their first turn is then planned, nobody approves it',
    access: signedIn,
    params: ofAccount,
    body: T.Object(
      {
        memberIds: T.Array(Id, { minItems: 1, maxItems: 50 }),
        trainerId: T.Optional(Id),
        on: T.Optional(Day),
      },
      strict,
    ),
    response: AccountDetail,
    refusals: ['accountNotFound', 'crewOnly', 'memberNotHere', 'accountClosed'],
  }),
  'GET /api/v1/me/account-turns': defineRoute({
    summary: 'My turns on the company’s accounts, changes and second looks asked of me, my pauses',
    access: self,
    response: MyTurns,
  }),
  'GET /api/v1/me/account-turns/calendar-file': defineRoute({
    summary: 'My turns as a calendar file (RFC 5545)',
    access: self,
    answers: 'file',
  }),
  'POST /api/v1/me/turn-pauses': defineRoute({
    summary: 'I take no turn between two days, both included; no reason is asked',
    access: self,
    body: T.Object({ from: Day, to: Day }, strict),
    response: MyTurns,
    refusals: ['pauseInPast'],
  }),
  'DELETE /api/v1/me/turn-pauses/:pauseId': defineRoute({
    summary: 'I am there after all',
    access: self,
    params: T.Object({ pauseId: Id }),
    response: MyTurns,
  }),
  'POST /api/v1/account-turns/:turnId/pass': defineRoute({
    summary: 'I let this turn pass (it counts as mine), or hand the week back (I am the next one free)',
    access: self,
    params: ofTurn,
    body: T.Object({ how: T.Enum(['passed', 'returned']) }, strict),
    response: MyTurns,
    refusals: ['turnNotFound', 'turnOver'],
  }),
  'POST /api/v1/account-turns/:turnId/swaps': defineRoute({
    summary: 'Ask somebody to change weeks with me; nothing changes before they accept',
    access: self,
    params: ofTurn,
    body: T.Object({ withTurnId: Id }, strict),
    response: MyTurns,
    refusals: ['turnNotFound', 'turnOver', 'swapNotPossible', 'alreadyAsked'],
  }),
  'POST /api/v1/turn-swaps/:swapId': defineRoute({
    summary: 'Accept or decline a change of weeks, or take one’s own request back',
    access: self,
    params: T.Object({ swapId: Id }),
    body: T.Object({ answer: T.Enum(['accepted', 'declined', 'withdrawn']) }, strict),
    response: MyTurns,
    refusals: ['swapNotFound', 'alreadyAnswered', 'swapNotPossible'],
  }),
  'PUT /api/v1/account-turns/:turnId/ticks': defineRoute({
    summary: 'Tick an item of the checklist of my turn, or untick it',
    access: self,
    params: ofTurn,
    body: T.Object({ item: T.String({ maxLength: 40 }), isDone: T.Boolean() }, strict),
    response: MyTurns,
    refusals: ['turnNotFound'],
  }),
  'POST /api/v1/account-turns/:turnId/looks': defineRoute({
    summary: 'Ask for another pair of eyes; nothing waits for the answer',
    access: self,
    params: ofTurn,
    body: T.Object({ memberId: Id, text: Words }, strict),
    response: MyTurns,
    refusals: ['turnNotFound', 'memberNotHere', 'looksLikeSecret'],
  }),
  'POST /api/v1/turn-looks/:lookId': defineRoute({
    summary: 'Say what I think of what I was asked to look at',
    access: self,
    params: T.Object({ lookId: Id }),
    body: T.Object({ answer: Words }, strict),
    response: MyTurns,
    refusals: ['lookNotFound', 'looksLikeSecret'],
  }),
  'POST /api/v1/account-turns/:turnId/end': defineRoute({
    summary: 'End my turn: what was published, and a word to the next',
    access: self,
    params: ofTurn,
    body: T.Object(
      {
        links: T.Array(T.String({ maxLength: 500 }), { maxItems: 20 }),
        word: T.Optional(Nullable(T.String({ maxLength: 2000 }))),
      },
      strict,
    ),
    response: MyTurns,
    refusals: ['turnNotFound', 'turnNotYet', 'looksLikeSecret', 'accountUrlWrong'],
  }),
} as const
