import type { BoardFigure, questions } from '#modules/measurement/contract.ts'

/** How a metric of the catalogue is declared: what the page, the documentation and the tests read. */
export interface Metric {
  /** `M13`: its key in the catalogue, and in `messages` for name, definition and decision. */
  id: string
  question: (typeof questions)[number]
  unit: '%' | 'bh' | 'people' | 'questions' | 'ratio' | 'days' | 'h' | 'level'
  /** P: public acts; S: the person's own; A5, A10: over at least so many people; V: voluntary roles. */
  privacyClass: 'P' | 'S' | 'A5' | 'A10' | 'V'
  /** What one value is about. */
  grain: 'month' | 'weeks13' | 'week' | 'now' | 'wave' | 'halfYear'
  /** Smallest number of people it may be told about; null where it is made of public acts of the whole community. */
  k: number | null
  /** The statement that counts it, and what of its columns makes the value. */
  sql: { statement: string; value: string } | null
  /** A published value to compare with; null = none, and the page says so. */
  benchmark: { text: string; source: string } | null
  /** The one number of that benchmark that can be drawn. */
  reference?: number
  parts?: readonly string[]
  /**
   * Where its values come from: the rollups, the release engine, the season, another module's screen (`where`), or a
   * later part of the product.
   */
  from: 'rollup' | 'release' | 'season' | 'elsewhere' | 'later'
  where?: 'network' | 'reports' | 'problem' | 'moderation' | 'pulses' | 'ambassadors'
}

export type RolledUp = Metric & { id: BoardFigure['id']; from: 'rollup'; unit: BoardFigure['unit'] }
