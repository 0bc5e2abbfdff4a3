/** What a PDF of a page is made of; everything in it may be shown to whoever asked. Travels to the worker as it is. */
export interface PdfPage {
  language: 'fr' | 'en'
  title: string
  bodyMd: string
  /** "Label: value" lines below the title: community, authors, dates, status. */
  facts: readonly { label: string; value: string }[]
  /** A sentence before the text, e.g. that the page was withdrawn and why. */
  notice: string | null
  /** Titles of conversations and names of files, listed after the text. */
  lists: readonly { heading: string; items: readonly { text: string; link: string | null }[] }[]
  /** Pictures of the text by identifier, as stored (WebP). */
  images: Readonly<Record<string, { bytes: Uint8Array; alt: string }>>
  /** Where addresses within the product begin. */
  publicUrl: string
  words: { page: string; picture: string }
  at: string
}
