/** The outline of slides as the worker sets it; the Markdown is made of the same. */
export interface SlidesFile {
  language: 'fr' | 'en'
  title: string
  lead: string
  slides: readonly { title: string; notes: string }[]
  words: { slide: string; notes: string; page: string }
  at: string
}
