/** What the file of an attestation is made of; travels to the worker as it is. */
export interface AttestationFile {
  language: 'fr' | 'en'
  title: string
  /** `# ` before a heading, `- ` before a line of a list; else a paragraph. */
  lines: readonly string[]
  page: string
  at: string
}
