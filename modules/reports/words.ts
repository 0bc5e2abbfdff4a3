// Lists that both sides know, without schemas.

/** The sections of the report, in the order in which they stand. */
export const sectionKeys = ['problem', 'facts', 'voices', 'health', 'season', 'decisions', 'unknown'] as const
export type SectionKey = (typeof sectionKeys)[number]
export type Texts = Record<SectionKey, string>
/** Letters that the community manager may write in one section: seven of them still leave one page. */
export const mostLetters = 600
/** Voices and facts on the page. */
export const mostVoices = 3
/** Letters of a quotation. */
export const mostQuote = 280

export const consentStates = ['pending', 'yes', 'no', 'withdrawn'] as const
export type ConsentState = (typeof consentStates)[number]

/** The Community Roundtable's eight competencies; what each level means is in the messages, in our words. */
export const competencies = [
  'strategy',
  'leadership',
  'culture',
  'management',
  'content',
  'governance',
  'tools',
  'measurement',
] as const
export type Competency = (typeof competencies)[number]

/** The five cycles of value creation (Wenger, Trayner and de Laat). */
export const cycles = ['immediate', 'potential', 'applied', 'realized', 'reframing'] as const
export type Cycle = (typeof cycles)[number]

export const exportParts = ['conversations', 'pages', 'gatherings', 'members', 'figures'] as const
export type ExportPart = (typeof exportParts)[number]
export const exportFormats = ['csv', 'json'] as const
export type ExportFormat = (typeof exportFormats)[number]
/** Days after which a prepared export is deleted. */
export const exportDays = 7
/** Days after the end of a month before its report is drafted. */
export const graceDays = 3

/** The answers that readers choose from (M29), in minutes. */
export const declaredMinutes = [0, 5, 15, 60, 240] as const
