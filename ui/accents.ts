/**
 * The accents a community may wear. Values live in `styles/theme.css`; `contrast.test.ts` proves that each
 * keeps 4.5:1 as text, as a tint and under text, in every theme.
 */
export const accents = [
  'terracotta',
  'saffron',
  'moss',
  'fern',
  'lagoon',
  'ocean',
  'indigo',
  'plum',
  'rose',
  'slate',
] as const
export type Accent = (typeof accents)[number]

export const isAccent = (value: unknown): value is Accent => accents.includes(value as Accent)

/** A stable accent for anything with an identifier (FNV-1a), e.g. the initials of a member. */
export function accentOf(id: string): Accent {
  let hash = 0x811c9dc5
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193)
  return accents[(hash >>> 0) % accents.length] ?? 'slate'
}
