import { Type as T } from 'typebox'
import type { Static } from 'typebox'
import { defineRoute } from '#platform/shared/contract.ts'
import { Day, Id, Instant, Nullable } from '#platform/shared/ids.ts'
import { declareRefusals } from '#platform/shared/refusal.ts'
import { figuresContract } from './figures-contract.ts'
import { networkContract } from './network-contract.ts'
import { releaseContract } from './release-contract.ts'

export const refusals = declareRefusals({
  /** `from` after `to`, or more than 25 years apart. */
  windowUnusable: 400,
  /** A month or quarter that still runs, or lies before anything was counted. */
  periodNotClosed: 400,
  /** The smallest group of a released figure was to be lowered. */
  thresholdOnlyRises: 409,
})

export { Board, BoardFigure, boardFigureIds, questions, savedMinutes, Season } from './figures-contract.ts'
export type { BoardFigureId } from './figures-contract.ts'

/** Reasons of a `notPermitted` (403). */
export const reasons = ['guestsSeeNoFigures', 'ownText'] as const

/** Figures of the catalogue that are computed so far, in the order in which they are shown. */
export const figureIds = [
  'M04',
  'M10',
  'M12',
  'M13',
  'M14',
  'M15',
  'M16',
  'M17',
  'M18',
  'M19',
  'M20',
] as const
export type FigureId = (typeof figureIds)[number]

/** `%` runs from 0 to 100. `h`: hours of the wall clock; `bh`: business hours of the community's site. */
const Unit = T.Enum(['%', 'h', 'bh', 'people', 'questions', 'ratio'])

/**
 * Why a value is not given: `fewCases` (fewer than 20: counts only), `fewDelays` (fewer than 5 questions), `noCase`, `notReached` (so many are still
 * unanswered that the quantile lies beyond what was observed), `privacy` (fewer than 5 people).
 */
const Withheld = Nullable(T.Enum(['fewCases', 'fewDelays', 'noCase', 'notReached', 'privacy']))

/** A value with what it rests on. `part` of `n` for shares; `low` and `high` bound the 95 % interval in `unit`. */
const estimate = {
  value: Nullable(T.Number()),
  part: Nullable(T.Integer()),
  n: T.Integer(),
  low: Nullable(T.Number()),
  high: Nullable(T.Number()),
  withheld: Withheld,
}

export const Figure = T.Object({
  id: T.Enum([...figureIds]),
  unit: Unit,
  ...estimate,
  /** Both days included, in the community's time zone. Shifted back where the latest days are still too young. */
  window: T.Object({ from: Day, to: Day, kind: T.Enum(['window', 'quarter', 'now', 'matured']) }),
  clock: Nullable(T.Enum(['wall', 'business'])),
  /** P: made of public acts only; A5: an aggregate over at least five people. */
  privacyClass: T.Enum(['P', 'A5']),
  /** Null: no published reference. `text` is a message key of this module. */
  benchmark: Nullable(T.Object({ text: T.String(), source: T.String() })),
  /** Message keys of this module: name, how it is computed, the decision it serves. */
  texts: T.Object({ name: T.String(), definition: T.String(), decision: T.String() }),
  /**
   * M04: core, occasional, reader, absent. M14: p75, p90, member, manager. M15: age bands in business days
   * (under1, from1to2, from2to5, over5). M20: withReply, withoutReply. `key` has a message `part.<figure>.<key>`.
   */
  parts: T.Array(T.Object({ key: T.String(), ...estimate })),
  /** By calendar month up to the window's end, at most 12: M13 and M14. `withheld` months have no value. */
  series: T.Array(
    T.Object({
      month: T.String({ pattern: '^\\d{4}-\\d{2}$' }),
      value: Nullable(T.Number()),
      n: T.Integer(),
    }),
  ),
})
export type Figure = Static<typeof Figure>

/** Public acts of the window, plainly counted. Delays are wall-clock hours to the first answer, of answered questions. */
export const Counts = T.Object({
  questions: T.Integer(),
  posts: T.Integer(),
  answers: T.Integer(),
  comments: T.Integer(),
  askers: T.Integer(),
  answerers: T.Integer(),
  authors: T.Integer(),
  accepted: T.Integer(),
  answered: T.Integer(),
  selfAnswered: T.Integer(),
  withoutOwner: T.Integer(),
  medianHoursToFirstAnswerOfAnswered: Nullable(T.Number()),
  p75HoursToFirstAnswerOfAnswered: Nullable(T.Number()),
  p90HoursToFirstAnswerOfAnswered: Nullable(T.Number()),
})
export type Counts = Static<typeof Counts>

export const Figures = T.Object({
  communityId: Id,
  from: Day,
  to: Day,
  clock: T.Enum(['wall', 'business']),
  timezone: T.String(),
  computedAt: Instant,
  /** Whether the windows contain content brought by an import. */
  includesImported: T.Boolean(),
  /** `public`: a reader who is not a member gets the figures of class P only. */
  scope: T.Enum(['public', 'all']),
  counts: Counts,
  figures: T.Array(Figure),
})
export type Figures = Static<typeof Figures>

export const contract = {
  ...figuresContract,
  ...releaseContract,
  ...networkContract,
  'GET /api/v1/communities/:community/figures': defineRoute({
    summary:
      'Figures of a community, the same for members, managers and sponsors; default window: the last 28 days',
    access: { kind: 'community', needs: 'read' },
    params: T.Object({
      community: T.String({ minLength: 1, maxLength: 100, description: 'Identifier or slug of a community' }),
    }),
    query: T.Object({
      from: T.Optional(Day),
      to: T.Optional(Day),
      clock: T.Optional(T.Enum(['wall', 'business'], { default: 'business' })),
    }),
    response: Figures,
    refusals: ['windowUnusable'],
  }),
  'PUT /api/v1/communities/:community/presence': defineRoute({
    summary: 'I was here this month: one bit, no hour; of members only, others leave none',
    access: { kind: 'community', needs: 'see' },
    params: T.Object({
      community: T.String({ minLength: 1, maxLength: 100, description: 'Identifier or slug of a community' }),
    }),
  }),
} as const
