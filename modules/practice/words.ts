// Words of the contract that the browser needs as values, without the weight of the schemas.

export const templateKinds = ['welcome', 'mission', 'format', 'charter', 'mailing', 'closing'] as const
export type TemplateKind = (typeof templateKinds)[number]
export const entryKinds = ['difficulty', 'note'] as const
export type EntryKind = (typeof entryKinds)[number]
/** Parts of a handover sheet, in its order. */
export const handoverParts = [
  'questions',
  'promises',
  'slots',
  'newcomers',
  'themes',
  'moderation',
  'other',
] as const
export type HandoverPart = (typeof handoverParts)[number]
/** Weeks that the sheet looks back on. */
export const weeksShown = 8
/** A circle stays small. */
export const maximumSeats = 12
