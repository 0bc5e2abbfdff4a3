import { Type as T } from 'typebox'
import type { Static } from 'typebox'
import { personal } from '#platform/privacy/registry.ts'
import { defineRoute } from '#platform/shared/contract.ts'
import { Day, Id, Instant, Nullable } from '#platform/shared/ids.ts'
import { Period, ReleasedRow } from './release-contract.ts'

/** Figures kept for closed periods, in the order of the catalogue. */
export const boardFigureIds = [
  'M01',
  'M02',
  'M03',
  'M04',
  'M06',
  'M07',
  'M08',
  'M09',
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
export type BoardFigureId = (typeof boardFigureIds)[number]

/** The questions that a community manager asks; the page is ordered by them. */
export const questions = ['answers', 'newcomers', 'carriers', 'life', 'season', 'value'] as const

const estimate = {
  value: Nullable(T.Number()),
  /** `part` of `n`, where the figure is a share. */
  part: Nullable(T.Integer()),
  n: T.Integer(),
  /** Bounds of the 95 % interval, in `unit`. */
  low: Nullable(T.Number()),
  high: Nullable(T.Number()),
  /** Why there is no value; `fewCases`: fewer than twenty, counts only. */
  withheld: Nullable(T.Enum(['fewCases', 'fewDelays', 'noCase', 'notReached', 'privacy'])),
}

export const BoardFigure = T.Object({
  id: T.Enum([...boardFigureIds]),
  question: T.Enum([...questions]),
  unit: T.Enum(['%', 'bh', 'people', 'questions', 'ratio']),
  ...estimate,
  window: T.Object({ from: Day, to: Day, kind: T.Enum(['month', 'quarter', 'weeks', 'now']) }),
  privacyClass: T.Enum(['P', 'A5', 'A10']),
  /** Null: no published reference. `text` is a message key of this module. */
  benchmark: Nullable(T.Object({ text: T.String(), source: T.String() })),
  /** A value to draw beside the line, where the reference is one number in the same unit. */
  reference: Nullable(T.Number()),
  /** Against the period before; null unless the 95 % intervals lie apart. */
  trend: Nullable(T.Enum(['up', 'down'])),
  parts: T.Array(T.Object({ key: T.String(), ...estimate })),
  /** The same span, up to twelve times, oldest first; the asked one is the last. */
  series: T.Array(T.Object({ period: Period, ...estimate })),
})
export type BoardFigure = Static<typeof BoardFigure>

export const Season = T.Object({
  /** `default`: less than a year of its own, « profil par défaut ». */
  profile: T.Enum(['own', 'default']),
  weeks: T.Array(
    T.Object({
      /** Its Monday. */
      week: Day,
      observed: T.Integer(),
      expected: Nullable(T.Number()),
      /** M33: observed / expected. */
      ratio: Nullable(T.Number()),
      isLow: T.Boolean(),
    }),
  ),
  /** M33 of the asked period: contributions of its closed weeks against what was expected. */
  observed: T.Integer(),
  expected: Nullable(T.Number()),
  ratio: Nullable(T.Number()),
  lowWeeks: T.Integer(),
  /** Below the season for three weeks or more. */
  isAbnormal: T.Boolean(),
})
export type Season = Static<typeof Season>

export const Board = T.Object({
  communityId: Id,
  period: Period,
  from: Day,
  to: Day,
  timezone: T.String(),
  /** Closed months and quarters that can be chosen, newest first, at most three years back. */
  periods: T.Array(Period),
  /** Whether acts brought by an import count; only where there are some. */
  history: T.Boolean(),
  hasHistory: T.Boolean(),
  /** When the figures were last brought up to date; null: not counted yet. */
  computedAt: Nullable(Instant),
  scope: T.Enum(['public', 'all']),
  figures: T.Array(BoardFigure),
  season: Season,
  /** What the release engine has published about the community as a whole for this period. */
  releases: T.Array(ReleasedRow),
  /** Places of the catalogue that are filled elsewhere, or later. */
  elsewhere: T.Array(
    T.Object({
      id: T.String(),
      where: T.Enum(['network', 'reports', 'problem', 'moderation', 'pulses', 'ambassadors']),
    }),
  ),
})
export type Board = Static<typeof Board>

/** Minutes that a text saved somebody, as they say themselves. */
export const savedMinutes = [0, 5, 15, 60, 240] as const
const Minutes = T.Enum([...savedMinutes])
const TimeSaved = T.Object(
  {
    /** Null: the post itself. */
    commentId: Nullable(Id),
    minutes: Minutes,
  },
  personal('timeSaved'),
)

const community = T.Object({
  community: T.String({ minLength: 1, maxLength: 100, description: 'Identifier or slug of a community' }),
})
const post = T.Object({ postId: Id })

export const figuresContract = {
  'GET /api/v1/communities/:community/closed-figures': defineRoute({
    summary:
      'Figures of a closed month or quarter with their past, the same for members, managers and sponsors',
    access: { kind: 'community', needs: 'read' },
    params: community,
    query: T.Object({
      /** By default the last closed month, or quarter where a month has too few conversations for a rate. */
      period: T.Optional(Period),
      /** Whether acts brought by an import count; by default only where the last closed month has nothing else. */
      history: T.Optional(T.Boolean()),
    }),
    response: Board,
    refusals: ['periodNotClosed'],
  }),
  'GET /api/v1/posts/:postId/time-saved': defineRoute({
    summary: 'What I said that a conversation’s texts saved me',
    access: { kind: 'community', needs: 'read' },
    params: post,
    response: T.Object({ items: T.Array(TimeSaved) }),
    refusals: ['postNotFound'],
  }),
  'PUT /api/v1/posts/:postId/time-saved': defineRoute({
    summary: 'This text saved me so many minutes; null takes it back',
    access: { kind: 'community', needs: 'read' },
    params: post,
    body: T.Object({ commentId: T.Optional(Nullable(Id)), minutes: Nullable(Minutes) }),
    refusals: ['postNotFound'],
  }),
} as const
