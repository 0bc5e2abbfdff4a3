import { Type as T } from 'typebox'
import { defineRoute } from '#platform/shared/contract.ts'
import { Id, Nullable } from '#platform/shared/ids.ts'
import { declareRefusals } from '#platform/shared/refusal.ts'
import { Contact, Desk, ItemKeyShape, OpenWave, Preview, PulseView, Scope } from '#modules/pulse/shapes.ts'
import { dimensions, maxDays, maxItems, maxText, minDays, waveKinds } from '#modules/pulse/words.ts'

export {
  adkarItems,
  contactKinds,
  daysBetween,
  maxDays,
  maxItems,
  maxText,
  minAnswers,
  minDays,
  moodItems,
  ownItems,
  ticketDays,
} from '#modules/pulse/words.ts'
export type { ContactKind, Dimension, ItemKey, NoCells, WaveKind, WaveState } from '#modules/pulse/words.ts'
export type {
  Contact,
  Desk,
  DeskWave,
  Item,
  ItemResult,
  OpenWave,
  Preview,
  PulseView,
  Said,
  Share,
  WaveResult,
} from '#modules/pulse/shapes.ts'

export const refusals = declareRefusals({
  waveNotFound: 404,
  /** Fewer than four weeks since the last opening. */
  waveTooSoon: 409,
  /** The last wave has no published "you said / we do / we will not". */
  waveUnanswered: 409,
  /** One is open, or prepared, already. */
  waveUnderWay: 409,
  /** The wave is not in the state that this needs. */
  waveNotThisState: 409,
  /** Fewer people than the threshold could answer. */
  waveTooFewPeople: 409,
  /** Somebody has answered: the wave runs to its end. */
  waveAnswered: 409,
  /** The reader came after the wave had opened. */
  waveNotAsked: 403,
  /** Their answer is in already; nobody can take it out again. */
  waveAlreadyAnswered: 409,
  saidEmpty: 400,
  saidAlready: 409,
})

const strict = { additionalProperties: false }
const community = T.Object({
  community: T.String({ minLength: 1, maxLength: 100, description: 'Identifier or slug' }),
})
const programme = T.Object({ programmeId: Id })
const ofWave = T.Object({ waveId: Id })
const reads = { kind: 'community', needs: 'read' } as const
const manages = { kind: 'community', needs: 'manage' } as const
const signedIn = { kind: 'signedIn' } as const

const Words = T.String({ maxLength: 2000 })
const WaveInput = T.Object(
  {
    kind: T.Enum([...waveKinds]),
    /** Of a mood wave; an ADKAR wave has its five. */
    items: T.Optional(
      T.Array(
        T.Object({ key: ItemKeyShape, text: T.Optional(Nullable(T.String({ maxLength: 160 }))) }, strict),
        {
          minItems: 1,
          maxItems,
        },
      ),
    ),
    withText: T.Boolean(),
    dimension: T.Enum([...dimensions]),
    days: T.Integer({ minimum: minDays, maximum: maxDays }),
  },
  strict,
)

export const contract = {
  'GET /api/v1/communities/:community/pulse': defineRoute({
    summary: 'The open wave and what closed ones said: the same for members, managers and sponsors',
    access: reads,
    params: community,
    response: PulseView,
  }),
  'GET /api/v1/programmes/:programmeId/pulse': defineRoute({
    summary: 'The same of a programme',
    access: signedIn,
    params: programme,
    response: PulseView,
  }),
  'GET /api/v1/pulse-waves/:waveId': defineRoute({
    summary: 'One wave, open or closed, by its own address',
    access: signedIn,
    params: ofWave,
    response: PulseView,
  }),
  'GET /api/v1/me/pulses': defineRoute({
    summary: 'Open waves that wait for the caller’s answer',
    access: { kind: 'self' },
    response: T.Object({
      items: T.Array(T.Object({ scope: Scope, wave: OpenWave })),
    }),
  }),
  'POST /api/v1/pulse-answers': defineRoute({
    summary:
      'Answer a wave: sealed at once, stored without name or time. The wave is named in the body, so that no address says who answered what',
    access: signedIn,
    // Neither an Idempotency-Key's row nor the ticket may stand in the transaction of the answer.
    transaction: 'own',
    body: T.Object(
      {
        waveId: Id,
        values: T.Array(
          T.Object({ key: ItemKeyShape, value: Nullable(T.Integer({ minimum: 1, maximum: 5 })) }, strict),
          {
            maxItems: 5,
          },
        ),
        text: T.Optional(Nullable(T.String({ maxLength: maxText }))),
      },
      strict,
    ),
    response: T.Object({ state: T.Enum(['counted']) }),
  }),
  'GET /api/v1/communities/:community/pulse-desk': defineRoute({
    summary: 'What a manager prepares and follows: never an individual, no result before the members see it',
    access: manages,
    params: community,
    response: Desk,
  }),
  'GET /api/v1/programmes/:programmeId/pulse-desk': defineRoute({
    summary: 'The same for whoever leads a programme',
    access: signedIn,
    params: programme,
    response: Desk,
  }),
  'POST /api/v1/communities/:community/pulse-waves': defineRoute({
    summary: 'Prepare a wave',
    access: manages,
    params: community,
    body: WaveInput,
    response: Desk,
  }),
  'POST /api/v1/programmes/:programmeId/pulse-waves': defineRoute({
    summary: 'Prepare a wave of a programme',
    access: signedIn,
    params: programme,
    body: WaveInput,
    response: Desk,
  }),
  'PUT /api/v1/pulse-waves/:waveId': defineRoute({
    summary: 'Prepare it otherwise, before it opens',
    access: manages,
    params: ofWave,
    body: WaveInput,
    response: Desk,
  }),
  'DELETE /api/v1/pulse-waves/:waveId': defineRoute({
    summary: 'Drop a prepared wave',
    access: manages,
    params: ofWave,
    response: Desk,
  }),
  'GET /api/v1/pulse-waves/:waveId/preview': defineRoute({
    summary: 'Whom it would reach, and under which labels, already merged to at least ten people',
    access: manages,
    params: ofWave,
    response: Preview,
  }),
  'POST /api/v1/pulse-waves/:waveId/opening': defineRoute({
    summary: 'Open it: people, labels and questions are fixed from here on',
    access: manages,
    params: ofWave,
    response: Desk,
  }),
  'POST /api/v1/pulse-waves/:waveId/cancellation': defineRoute({
    summary: 'Cancel a mistaken wave, before its first answer',
    access: manages,
    params: ofWave,
    response: Desk,
  }),
  'PUT /api/v1/pulse-waves/:waveId/said': defineRoute({
    summary: 'Write "you said / we do / we will not" of a closed wave; nobody sees it yet',
    access: manages,
    params: ofWave,
    body: T.Object({ youSaid: Words, weDo: Words, weWillNot: Words }, strict),
    response: Desk,
  }),
  'POST /api/v1/pulse-waves/:waveId/said/publication': defineRoute({
    summary: 'Publish it to the readers of the results, once; `theme` opens a listening theme with it',
    access: manages,
    params: ofWave,
    body: T.Object({ theme: T.Optional(T.String({ minLength: 1, maxLength: 120 })) }, strict),
    response: Desk,
  }),
  'PUT /api/v1/admin/pulse-contacts': defineRoute({
    summary: 'Whom one can talk to: shown beside every pulse',
    access: { kind: 'administrator' },
    body: T.Object({ items: T.Array(Contact, { maxItems: 8 }) }, strict),
    response: T.Object({ items: T.Array(Contact) }),
  }),
} as const
