import { dateFormat } from '#ui/date-format.ts'

/** "3 November 2026", for what stays. */
export const dayOf = (at: string, language: string): string =>
  dateFormat(language, { day: 'numeric', month: 'long', year: 'numeric' }).format(new Date(at))
