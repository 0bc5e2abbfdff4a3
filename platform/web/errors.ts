import type fr from './messages/fr.ts'
import { ApiError } from './api.ts'
import { catalogue } from './i18n.tsx'
import { toast } from './toasts.ts'

export const useGeneralWords = catalogue<typeof fr>('platform')

type Known = keyof (typeof fr)['error']
const known: Record<string, Known> = {
  offline: 'offline',
  notFound: 'notFound',
  notPermitted: 'notPermitted',
  notSignedIn: 'notSignedIn',
  invalidInput: 'invalidInput',
  conflict: 'conflict',
  tooManyRequests: 'tooManyRequests',
  tooLarge: 'tooLarge',
  unavailable: 'unavailable',
}

interface ModuleWords {
  has: (key: never) => boolean
  (key: never): string
}

/**
 * The one place where a failure becomes words. Give the module's `t` so that its own `refusal.<code>`
 * messages are used first: `const say = useErrorWords(t)`, then `say(error)`.
 */
export function useErrorWords(t?: unknown): (error: unknown) => string {
  const general = useGeneralWords()
  return (error) => {
    if (!(error instanceof ApiError)) return general('error.unexpected')
    const words = t as ModuleWords | undefined
    for (const code of [error.data['reason'], error.code]) {
      const key = `refusal.${String(code)}` as never
      if (typeof code === 'string' && words?.has(key)) return words(key)
    }
    return general(`error.${known[error.code] ?? 'unexpected'}`)
  }
}

/** For mutations: `onError: useErrorToast(t)`. Shown once, in words. */
export function useErrorToast(t?: unknown): (error: unknown) => void {
  const say = useErrorWords(t)
  return (error) => void toast(say(error), { tone: 'bad' })
}
