import { Type as T } from 'typebox'
import type { Static } from 'typebox'
import { personal } from '#platform/privacy/registry.ts'
import { Day, Id, Instant, Nullable } from '#platform/shared/ids.ts'

import { contactKinds, dimensions, itemKeys, noCells, waveKinds, waveStates } from '#modules/pulse/words.ts'

export const ItemKeyShape = T.Enum([...itemKeys])
/** `text` only for a manager's own question. */
export const Item = T.Object({ key: ItemKeyShape, text: Nullable(T.String()) })
export type Item = Static<typeof Item>

const LocalText = T.Object({ fr: T.Optional(T.String()), en: T.Optional(T.String()) })

/** Where a wave is asked: a community, or a programme's people. */
export const Scope = T.Object({
  communityId: Nullable(Id),
  slug: Nullable(T.String()),
  programmeId: Nullable(Id),
  name: LocalText,
})

/** A share of 0 to 100 in steps of ten; below 10 and above 90 only that much. */
export const Share = T.Object({
  percent: Nullable(T.Integer()),
  code: Nullable(T.Enum(['under10', 'over90'])),
})
export type Share = Static<typeof Share>

export const ItemCell = T.Object({
  label: T.String(),
  includes: T.Array(T.String()),
  mean: Nullable(T.Number()),
})
export const ItemResult = T.Object({
  key: ItemKeyShape,
  text: Nullable(T.String()),
  /** To the nearest half; null where fewer people than the threshold answered this question. */
  mean: Nullable(T.Number()),
  /** 1–2, 3 and 4–5. */
  bars: T.Array(Share),
  cells: T.Array(ItemCell),
})
export type ItemResult = Static<typeof ItemResult>

export const Said = T.Object({
  youSaid: T.String(),
  weDo: T.String(),
  weWillNot: T.String(),
  publishedAt: Nullable(Instant),
  themeId: Nullable(Id),
})
export type Said = Static<typeof Said>

/** A closed wave as everybody sees it. */
export const WaveResult = T.Object({
  id: Id,
  kind: T.Enum([...waveKinds]),
  openedOn: Day,
  closedOn: Day,
  dimension: T.Enum([...dimensions]),
  noCells: Nullable(T.Enum([...noCells])),
  state: T.Enum(['published', 'tooFew']),
  /** How many answered of how many asked: both as bands. */
  answered: Share,
  respondents: Nullable(T.String()),
  k: T.Integer(),
  items: T.Array(ItemResult),
  /** Shuffled; empty where fewer than the threshold wrote. */
  texts: T.Array(T.String()),
  fewTexts: T.Boolean(),
  said: Nullable(Said),
})
export type WaveResult = Static<typeof WaveResult>

/** What a wave knows of its reader, and shows to nobody else. */
const Mine = T.Object(
  {
    /** May answer, has answered, or came after the wave had opened. */
    state: T.Enum(['toAnswer', 'answered', 'notAsked']),
    /** What goes with their answer, so that they know before they answer; null: none. */
    label: Nullable(T.Object({ label: T.String(), includes: T.Array(T.String()) })),
  },
  personal('pulseTicket'),
)

/** A wave that can be answered now. */
export const OpenWave = T.Object({
  id: Id,
  kind: T.Enum([...waveKinds]),
  items: T.Array(Item),
  withText: T.Boolean(),
  dimension: T.Enum([...dimensions]),
  closesAt: Instant,
  mine: Mine,
})
export type OpenWave = Static<typeof OpenWave>

export const Contact = T.Object({
  kind: T.Enum([...contactKinds]),
  name: T.String({ minLength: 1, maxLength: 120 }),
  reach: T.String({ minLength: 1, maxLength: 200 }),
})
export type Contact = Static<typeof Contact>

/** What a pulse looks like to its readers: the same for members, managers and sponsors. */
export const PulseView = T.Object({
  scope: Scope,
  open: Nullable(OpenWave),
  results: T.Array(WaveResult),
  contacts: T.Array(Contact),
  can: T.Object({ manage: T.Boolean(), editContacts: T.Boolean() }),
})
export type PulseView = Static<typeof PulseView>

/** A wave at work, for whoever prepares it. Never an individual, and no count finer than ten percent. */
export const DeskWave = T.Object({
  id: Id,
  kind: T.Enum([...waveKinds]),
  state: T.Enum([...waveStates]),
  items: T.Array(Item),
  withText: T.Boolean(),
  dimension: T.Enum([...dimensions]),
  noCells: Nullable(T.Enum([...noCells])),
  days: T.Integer(),
  closesAt: Nullable(Instant),
  closedOn: Nullable(Day),
  /** Null before the wave opens. */
  answered: Nullable(Share),
  canCancel: T.Boolean(),
  said: Nullable(Said),
})
export type DeskWave = Static<typeof DeskWave>

export const Desk = T.Object({
  scope: Scope,
  wave: Nullable(DeskWave),
  /** Closed without its answer: what keeps the next one from opening. */
  unanswered: Nullable(DeskWave),
  /** The first day on which a wave may open again; null: now. */
  notBefore: Nullable(Day),
  k: T.Integer(),
  dimensions: T.Array(T.Enum([...dimensions])),
  kinds: T.Array(T.Enum([...waveKinds])),
})
export type Desk = Static<typeof Desk>

/** Whom a prepared wave would reach, and under which labels. */
export const Preview = T.Object({
  people: T.Integer(),
  cells: T.Array(T.Object({ label: T.String(), includes: T.Array(T.String()), people: T.Integer() })),
  noCells: Nullable(T.Enum([...noCells])),
  k: T.Integer(),
})
export type Preview = Static<typeof Preview>
