import { useLanguage } from '#platform/web/i18n.tsx'

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1)

/** Names of languages, countries and time zones in the reader's language. */
export function useNames() {
  const { language } = useLanguage()
  const languages = new Intl.DisplayNames([language], { type: 'language' })
  const regions = new Intl.DisplayNames([language], { type: 'region' })
  const safely = (names: Intl.DisplayNames, code: string) => {
    try {
      return names.of(code) ?? code
    } catch {
      return code
    }
  }
  return {
    languageName: (tag: string) => capital(safely(languages, tag)),
    /** "Français et anglais": a capital only where the sentence begins. */
    listLanguages: (tags: readonly string[]) =>
      capital(new Intl.ListFormat(language).format(tags.map((tag) => safely(languages, tag)))),
    countryName: (code: string) => safely(regions, code),
    timezoneName: (zone: string) => zone.replaceAll('_', ' ').replaceAll('/', ' · '),
  }
}

export const timezones = (): string[] => Intl.supportedValuesOf('timeZone')
export const hereTimezone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone

/** Spoken in most companies that use Préau; others may be added by their tag. */
export const commonLanguages = [
  'fr',
  'en',
  'de',
  'es',
  'it',
  'pt',
  'nl',
  'pl',
  'ro',
  'ar',
  'tr',
  'zh',
  'ja',
  'hi',
  'ru',
  'uk',
  'cs',
  'hu',
  'sv',
  'vi',
]
