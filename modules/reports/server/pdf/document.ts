import type { ReportChart } from '#modules/reports/contract.ts'

/** What a file of a report is made of. Travels to the worker as it is; the Markdown is made of the same. */
export type Block =
  | { kind: 'heading'; level: 2 | 3; text: string }
  /** `language`: of a text that is not in the document's. */
  | { kind: 'words'; text: string; look?: 'muted' | 'strong'; language?: 'fr' | 'en' }
  | { kind: 'list'; items: readonly string[] }
  | { kind: 'quote'; text: string; by: string; language: 'fr' | 'en' }
  | { kind: 'table'; columns: readonly string[]; rows: readonly (readonly string[])[] }
  | { kind: 'chart'; chart: ReportChart; height: number; withTable: boolean }
  | {
      kind: 'radar'
      title: string
      description: string
      axes: readonly { label: string; level: number }[]
      columns: readonly [string, string]
    }

export interface ReportFile {
  language: 'fr' | 'en'
  title: string
  /** Month, who published it, what this version corrects. */
  lead: readonly string[]
  /** One sheet, whatever is written. */
  page: readonly Block[]
  annexTitle: string
  annex: readonly Block[]
  words: { page: string; baseline: string; target: string }
  at: string
}
