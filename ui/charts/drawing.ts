import { createElement as h } from 'react'
import type { ReactElement } from 'react'
import type { ChartPalette } from './types.ts'

export interface DrawingProps<S> {
  spec: S
  width: number
  /** Ignored by kinds whose rows decide. */
  height?: number | undefined
  palette: ChartPalette
  language: string
  /** Identifier that is unique in the document: hatches are referred to by it. */
  id: string
  fontFamily?: string | undefined
}

/** A text of a drawing; `more` are presentation attributes. */
export const text = (
  key: string,
  x: number,
  y: number,
  content: string,
  more: Record<string, unknown> = {},
): ReactElement => h('text', { key, x, y, stroke: 'none', ...more }, content)
