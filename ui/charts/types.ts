// What the charts draw, in words and numbers: the same specification makes the drawing on a page, the drawing in a
// PDF or mail, and the table that says the same.

/** One value in time. `value: null` = not known or not published; the line is broken there, never bridged. */
export interface LinePoint {
  /** What the reader calls it in full: « mars 2026 ». */
  label: string
  /** The same under the axis, where there is little room: « mars ». `label` by default. */
  short?: string | undefined
  value: number | null
  /** 95 % interval, drawn as a band. */
  low?: number | null | undefined
  high?: number | null | undefined
  n?: number | undefined
  /** What a season, plan or model let expect here: a second, dashed line. */
  expected?: number | null | undefined
  /** `value` in words with its unit; `format` of the specification by default. */
  text?: string | undefined
  /** Why there is no value, for the table. */
  why?: string | undefined
}

/** Something that was done and may explain what follows. `at`: label of a point. */
export interface Annotation {
  at: string
  /** The date in words. */
  date: string
  text: string
}

/** A level across the whole chart, named at its end. */
export interface Level {
  value: number
  label: string
}

export interface LineSpec {
  kind: 'line'
  points: readonly LinePoint[]
  /** A number of the axis in words; plain numbers by default. */
  format?: ((value: number) => string) | undefined
  target?: Level | undefined
  baseline?: Level | undefined
  /** Name of the dashed line made of `expected`. */
  expectedLabel?: string | undefined
  annotations?: readonly Annotation[] | undefined
  /** Lowest and highest value of the axis; from zero to the highest by default. */
  domain?: readonly [number, number] | undefined
  /** Heads of the table: what a row is, what the value is. */
  columns: readonly [string, string]
}

export interface Share {
  key: string
  label: string
  /** 0 to 100; null = not published. */
  value: number | null
  text?: string | undefined
}

/** Shares of a whole, one bar per row (a quarter, a community); the first share is the one that the title is about. */
export interface SharesSpec {
  kind: 'shares'
  rows: readonly { label: string; shares: readonly Share[] }[]
  columns: readonly [string, string]
}

/** How many (in percent of a row) go from one circle to another: rows from, columns to. */
export interface FlowSpec {
  kind: 'flow'
  from: readonly string[]
  to: readonly string[]
  /** Percent of the row; null = not published. */
  cells: readonly (readonly (number | null)[])[]
  format?: ((value: number) => string) | undefined
  /** Head of the table's first column: « De ↓ vers → ». */
  corner: string
}

/** Values with their intervals on one axis. */
export interface DotsSpec {
  kind: 'dots'
  rows: readonly {
    label: string
    value: number | null
    low?: number | null | undefined
    high?: number | null | undefined
    n?: number | undefined
    text?: string | undefined
    /** Drawn in the accent; the others are quiet when at least one is marked. */
    mark?: boolean | undefined
    why?: string | undefined
  }[]
  reference?: Level | undefined
  format?: ((value: number) => string) | undefined
  domain?: readonly [number, number] | undefined
  columns: readonly [string, string]
}

/** A few quantities compared. */
export interface BarsSpec {
  kind: 'bars'
  rows: readonly {
    label: string
    value: number | null
    text?: string | undefined
    mark?: boolean | undefined
    why?: string | undefined
  }[]
  max?: number | undefined
  format?: ((value: number) => string) | undefined
  columns: readonly [string, string]
}

/** A short line without axes. */
export interface SparkSpec {
  kind: 'spark'
  values: readonly (number | null)[]
  target?: number | undefined
}

/** A matrix: the number stands in each cell, the shade repeats it. `neutral` (e.g. 1) is the value without shade. */
export interface HeatSpec {
  kind: 'heat'
  rows: readonly string[]
  columns: readonly string[]
  cells: readonly (readonly (number | null)[])[]
  /** Value at which a cell is neither more nor less than expected: more is shaded, less is hatched. */
  neutral?: number | undefined
  format?: ((value: number) => string) | undefined
  corner: string
  /** Why a cell is blank. */
  blank?: string | undefined
}

export type ChartSpec = LineSpec | SharesSpec | FlowSpec | DotsSpec | BarsSpec | HeatSpec

/** Colours of a drawing. On a page they are the theme's variables; on paper, fixed values. */
export interface ChartPalette {
  ink: string
  muted: string
  line: string
  strong: string
  accent: string
  tint: string
  surface: string
  onAccent: string
}

export const screenPalette: ChartPalette = {
  ink: 'var(--ink)',
  muted: 'var(--muted)',
  line: 'var(--line)',
  strong: 'var(--line-strong)',
  accent: 'var(--accent)',
  tint: 'var(--tint)',
  surface: 'var(--surface)',
  onAccent: 'var(--on-accent)',
}

/** For PDF and mail: the light theme in values that need no style sheet. */
export const printPalette: ChartPalette = {
  ink: '#241f1a',
  muted: '#675d51',
  line: '#e5dccd',
  strong: '#8c8173',
  accent: '#1c6394',
  tint: '#e3ecf2',
  surface: '#ffffff',
  onAccent: '#ffffff',
}
