import {
  createContext,
  use,
  useContext,
  useEffect,
  useMemo,
  useState,
  useTransition,
  type ReactNode,
} from 'react'
import { _createCache, _createIntlFormatters, createFormatter, createTranslator } from 'use-intl/core'
import { interfaceLanguages, isInterfaceLanguage, type InterfaceLanguage } from '#platform/shared/i18n.ts'
import { dateFormat } from '#ui/date-format.ts'
import { UiProvider } from '#ui/UiProvider.tsx'
import { formats } from './formats.ts'
import { recall, remember } from './preferences.ts'

type Messages = Record<string, unknown>

// Shared by every catalogue: each Intl object is made once. Underscored, but the way that next-intl takes.
const cache = _createCache()
const dateFormats = new Map<string, Intl.DateTimeFormat>()
const formatters = {
  ..._createIntlFormatters(cache),
  getDateTimeFormat(
    language?: Intl.LocalesArgument,
    options?: Intl.DateTimeFormatOptions,
  ): Intl.DateTimeFormat {
    const key = JSON.stringify([language, options])
    const format = dateFormats.get(key) ?? dateFormat(String(language), options)
    dateFormats.set(key, format)
    return format
  },
}
type Find = (name: string, language: InterfaceLanguage) => Promise<Messages>

let find: Find = (name) => Promise.reject(new Error(`No catalogue ${name}`))
/** The shell says where catalogues are; the platform knows no module. */
export function findCataloguesWith(finder: Find): void {
  find = finder
}

type Translator<C extends Messages> = ReturnType<typeof createTranslator<C>>

/** React reads `status` and `value` from a promise: what is there already does not suspend. */
type Settling<V> = Promise<V> & { status?: 'fulfilled'; value?: V }
const loading = new Map<string, Settling<Translator<Messages>>>()

/** Loads a catalogue once per language. Route loaders and pages call it early, so that no text waits. */
export function loadCatalogue(name: string, language: InterfaceLanguage): Promise<Translator<Messages>> {
  const key = `${name}/${language}`
  let promise = loading.get(key)
  if (!promise) {
    const started: Settling<Translator<Messages>> = find(name, language).then((messages) => {
      const t = createTranslator({
        locale: language,
        messages,
        formats,
        _formatters: formatters,
        _cache: cache,
        timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
        onError(error) {
          if (import.meta.env.DEV) throw error
          // oxlint-disable-next-line no-console -- a missing word shows its key; the console says which
          console.error(error.message)
        },
      })
      void Object.assign(started, { status: 'fulfilled', value: t })
      return t
    })
    started.catch(() => loading.delete(key))
    loading.set(key, started)
    promise = started
  }
  return promise
}

interface LanguageValue {
  language: InterfaceLanguage
  setLanguage: (language: InterfaceLanguage) => void
  isChanging: boolean
}
const LanguageContext = createContext<LanguageValue>({
  language: 'fr',
  setLanguage: () => {},
  isChanging: false,
})

/** The language now, and how to change it. Changing keeps the old words on screen until the new ones are there. */
export const useLanguage = (): LanguageValue => useContext(LanguageContext)

/** A choice made on this device, else the browser's first language that we have, else French. */
export function preferredLanguage(): InterfaceLanguage {
  const chosen = recall('language')
  if (isInterfaceLanguage(chosen)) return chosen
  for (const tag of navigator.languages) {
    const primary = tag.slice(0, 2).toLowerCase()
    if (isInterfaceLanguage(primary)) return primary
  }
  return interfaceLanguages[0]
}

/**
 * The hook of a module's words, made once in `modules/<m>/web/t.ts`:
 * `export const useT = catalogue<typeof fr>('discussions')`, with `import type fr from '../messages/fr.ts'`.
 * Keys and ICU arguments are checked; it suspends while the catalogue of the language is on its way.
 */
export function catalogue<const C extends Messages>(name: string): () => Translator<C> {
  // Evaluating the page's chunk already asks for its words.
  if (typeof window !== 'undefined')
    queueMicrotask(() => void loadCatalogue(name, currentLanguage).catch(() => {}))
  return function useCatalogue() {
    const { language } = useLanguage()
    // Always through `use`: a render that suspended here is played again, and must call the same hooks.
    return use(loadCatalogue(name, language)) as Translator<C>
  }
}

let currentLanguage: InterfaceLanguage = 'fr'

interface ProviderProps {
  initial: InterfaceLanguage
  navigate?: ((href: string) => void) | undefined
  children: ReactNode
}

export function LanguageProvider({ initial, navigate, children }: ProviderProps) {
  const [language, change] = useState(initial)
  const [isChanging, startTransition] = useTransition()
  // Outside system: the document's language, read by screen readers and hyphenation.
  useEffect(() => {
    currentLanguage = language
    document.documentElement.lang = language
  }, [language])
  const value = useMemo(
    () => ({
      language,
      isChanging,
      setLanguage(next: InterfaceLanguage) {
        remember('language', next)
        startTransition(() => change(next))
      },
    }),
    [language, isChanging],
  )
  return (
    <LanguageContext value={value}>
      <UiProvider language={language} navigate={navigate}>
        {children}
      </UiProvider>
    </LanguageContext>
  )
}

/** Dates, numbers and lists in the interface language, by the names of `formats.ts`. */
export function useFormat() {
  const { language } = useLanguage()
  return useMemo(
    () =>
      createFormatter({
        locale: language,
        formats,
        _formatters: formatters,
        _cache: cache,
        timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      }),
    [language],
  )
}
