import type { InterfaceLanguage } from '#platform/shared/i18n.ts'

/** One text in the languages somebody wrote it in: at least one. */
export type LocalText = { fr?: string; en?: string }

/** The language in which `pickText` answers: the reader's if it exists, else the one that does. */
export function pickLanguage(text: LocalText, language: InterfaceLanguage): InterfaceLanguage {
  if (text[language]) return language
  return text.fr ? 'fr' : 'en'
}

/** The text in the reader's language, else in the one that exists; empty when there is none. */
export const pickText = (text: LocalText, language: InterfaceLanguage): string =>
  text[pickLanguage(text, language)] ?? ''

/** Stored form of what a person typed: composed (NFC), without outer blanks; null when nothing is left. */
export const cleanText = (text: string | null | undefined): string | null =>
  text?.normalize('NFC').trim() || null

/** Each language in its stored form, empty ones left out. */
export function cleanLocalText(text: LocalText): LocalText {
  const fr = cleanText(text.fr)
  const en = cleanText(text.en)
  return { ...(fr && { fr }), ...(en && { en }) }
}
