import { createTranslator } from 'use-intl/core'
import type { Catalogue, SameShape } from '#platform/shared/i18n.ts'

type Translator<C extends Catalogue> = ReturnType<typeof createTranslator<C>>

/** The words of a source in both languages: `wordsOf({ fr, en })` gives `t` of a language. */
export function wordsOf<const C extends Catalogue>(both: {
  fr: C
  en: SameShape<C>
}): (language: 'fr' | 'en') => Translator<C> {
  const made = new Map<string, Translator<C>>()
  return (language) => {
    const t =
      made.get(language) ??
      (createTranslator({
        locale: language,
        messages: both[language] as Catalogue,
        timeZone: 'UTC',
      }) as unknown as Translator<C>)
    made.set(language, t)
    return t
  }
}
