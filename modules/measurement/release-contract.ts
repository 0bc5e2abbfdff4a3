import { Type as T } from 'typebox'
import type { Static } from 'typebox'
import { defineRoute } from '#platform/shared/contract.ts'
import { Instant, Nullable } from '#platform/shared/ids.ts'

/** A closed calendar month `2026-10` or quarter `2026-Q3`. */
export const Period = T.String({ pattern: '^\\d{4}-(\\d{2}|Q[1-4])$' })

/** Metrics that leave through the release engine, in the order in which they are shown. */
export const releaseMetricIds = [
  'M01',
  'M02',
  'M03',
  'M04',
  'M05',
  'M06',
  'M09',
  'M11',
  'M20',
  'M21',
  'M22',
  'M24',
  'M25',
  'M29',
] as const
export type ReleaseMetricId = (typeof releaseMetricIds)[number]

/**
 * A value as it may be said: shares in steps of 10 %, counts in steps of 5, means in steps of 0.5, delays as bands
 * (`low`–`high`, null: open). `code`: a share below 10 % or above 90 % has no value but says so, because a unanimous
 * group must not be readable.
 */
export const ProtectedValue = T.Object({
  value: Nullable(T.Number()),
  code: Nullable(T.Enum(['under10', 'over90', 'band'])),
  low: Nullable(T.Number()),
  high: Nullable(T.Number()),
})
export type ProtectedValue = Static<typeof ProtectedValue>

export const ReleasedRow = T.Object({
  metric: T.Enum([...releaseMetricIds]),
  period: Period,
  /** `total`, or what the community is broken down by. */
  dimension: T.Enum(['total', 'entity', 'site', 'tenure', 'job']),
  /** The cell's name when the period began; `other`, `other-2`… for cells merged because each alone was too small. */
  cell: T.String(),
  /** The names that a merged cell holds. */
  includes: T.Array(T.String()),
  /** How many people the figure rests on, as a band: `5-9`, `10-19`… `500+`. */
  nBand: T.String(),
  unit: T.Enum(['%', 'h', 'days', 'index']),
  value: ProtectedValue,
  /** Figures of several shares (circles, flows): each by its key. */
  parts: T.Array(T.Object({ key: T.String(), value: ProtectedValue })),
  k: T.Integer(),
  algoVersion: T.String(),
  releasedAt: Instant,
})
export type ReleasedRow = Static<typeof ReleasedRow>

/** That a figure was decided upon. `reason`: why there are no cells, or nothing at all. */
export const ReleaseDecision = T.Object({
  metric: T.Enum([...releaseMetricIds]),
  period: Period,
  outcome: T.Enum(['cells', 'total', 'nothing']),
  reason: Nullable(T.Enum(['fewPeople', 'smallCommunity', 'noCohort', 'oneCell', 'audit', 'noBreakdown'])),
  rawCells: T.Integer(),
  keptCells: T.Integer(),
  k: T.Integer(),
  decidedAt: Instant,
})
export type ReleaseDecision = Static<typeof ReleaseDecision>

export const Releases = T.Object({
  /** `public`: a reader who is not a member sees no aggregate about members. */
  scope: T.Enum(['public', 'all']),
  /** Closed periods about which something was decided, newest first. */
  periods: T.Array(Period),
  rows: T.Array(ReleasedRow),
  decisions: T.Array(ReleaseDecision),
})
export type Releases = Static<typeof Releases>

const query = T.Object({
  metric: T.Optional(T.Enum([...releaseMetricIds])),
  period: T.Optional(Period),
})

const Threshold = T.Object({
  k: T.Integer(),
  /** Of pulses and ties, never below 10. */
  kStrict: T.Integer(),
  changedAt: Nullable(Instant),
})

export const releaseContract = {
  'GET /api/v1/communities/:community/releases': defineRoute({
    summary: 'Everything that was published about groups of this community’s people, the same bytes for all',
    access: { kind: 'community', needs: 'read' },
    params: T.Object({
      community: T.String({ minLength: 1, maxLength: 100, description: 'Identifier or slug of a community' }),
    }),
    query,
    response: Releases,
  }),
  'GET /api/v1/releases': defineRoute({
    summary: 'Everything that was published about groups of the organisation’s people',
    access: { kind: 'signedIn' },
    query,
    response: Releases,
  }),
  'GET /api/v1/admin/release-threshold': defineRoute({
    summary: 'The smallest group that a figure may rest on',
    access: { kind: 'administrator' },
    response: Threshold,
  }),
  'PUT /api/v1/admin/release-threshold': defineRoute({
    summary: 'Raises the smallest group that a figure may rest on; it cannot be lowered',
    access: { kind: 'administrator' },
    body: T.Object({ k: T.Integer({ minimum: 1, maximum: 100 }) }),
    response: Threshold,
    refusals: ['thresholdOnlyRises'],
  }),
} as const
