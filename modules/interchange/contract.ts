import { Type as T } from 'typebox'
import type { Static } from 'typebox'
import { personal } from '#platform/privacy/registry.ts'
import { defineRoute } from '#platform/shared/contract.ts'
import { Instant, Nullable } from '#platform/shared/ids.ts'
import { declareRefusals } from '#platform/shared/refusal.ts'

export const refusals = declareRefusals({
  archiveNotFound: 404,
  /** Somebody must hold the key: name another administrator first. */
  lastAdministratorStays: 409,
  /** A community would be left without anybody who animates it: hand over first. `data.communities` names them. */
  handOverFirst: 409,
})

/** Days in which an erasure can be called off, and in which an archive can be fetched. */
export const erasureDays = 7
export const archiveDays = 7

const self = { kind: 'self' } as const
const strict = { additionalProperties: false }

export const Archive = T.Object(
  {
    state: T.Enum(['none', 'preparing', 'ready', 'failed']),
    askedAt: Nullable(Instant),
    size: Nullable(T.Integer({ description: 'Bytes' })),
    expiresAt: Nullable(Instant),
  },
  personal('archive'),
)
export type Archive = Static<typeof Archive>

export const Erasure = T.Object(
  {
    dueAt: Nullable(Instant),
    texts: Nullable(T.Enum(['keep', 'delete'])),
    /** Communities that would be left without a manager. */
    toHandOver: T.Array(T.Object({ slug: T.String(), name: T.Record(T.String(), T.String()) })),
    isLastAdministrator: T.Boolean(),
  },
  personal('erasure'),
)
export type Erasure = Static<typeof Erasure>

/** Months; null keeps for ever. */
const Months = Nullable(T.Integer({ minimum: 1, maximum: 120 }))
export const Retention = T.Object(
  {
    /** After an account was closed, it becomes a former member without a name. */
    closedAccounts: Months,
    /** Drafts that nobody has touched. */
    drafts: Months,
    /** Invitations to the product that were never taken up. */
    unusedInvitations: Months,
  },
  strict,
)
export type Retention = Static<typeof Retention>
const Concerned = T.Object({
  closedAccounts: T.Integer(),
  drafts: T.Integer(),
  unusedInvitations: T.Integer(),
})

export const contract = {
  'GET /api/v1/me/archive': defineRoute({
    summary: 'Whether my archive is being prepared or ready',
    access: self,
    response: Archive,
  }),
  'POST /api/v1/me/archive': defineRoute({
    summary: 'Prepare an archive of everything about me: JSON, readable pages, my files',
    access: self,
    response: Archive,
  }),
  'GET /api/v1/me/archive/file': defineRoute({
    summary: 'Fetch my archive (ZIP)',
    access: self,
    answers: 'file',
  }),
  'GET /api/v1/me/erasure': defineRoute({
    summary: 'Whether my account is to be erased, and what stands in the way',
    access: self,
    response: Erasure,
  }),
  'PUT /api/v1/me/erasure': defineRoute({
    summary: 'Have my account erased in seven days; my password confirms it',
    access: self,
    body: T.Object({ password: T.String({ maxLength: 200 }), texts: T.Enum(['keep', 'delete']) }, strict),
    response: Erasure,
    // Trying a password takes its time, and a wrong one must be counted: no transaction waits meanwhile.
    transaction: 'own',
  }),
  'DELETE /api/v1/me/erasure': defineRoute({
    summary: 'Call the erasure off',
    access: self,
    response: Erasure,
  }),
  'GET /api/v1/admin/retention': defineRoute({
    summary: 'How long things are kept, and how many each rule would concern tonight',
    access: { kind: 'administrator' },
    response: T.Object({ rules: Retention, concerned: Concerned }),
  }),
  'PUT /api/v1/admin/retention': defineRoute({
    summary: 'Decide how long things are kept',
    access: { kind: 'administrator' },
    body: Retention,
    response: T.Object({ rules: Retention, concerned: Concerned }),
  }),
  'POST /api/v1/admin/retention/preview': defineRoute({
    summary: 'How many a rule would concern, before it is decided',
    access: { kind: 'administrator' },
    body: Retention,
    response: Concerned,
  }),
} as const
