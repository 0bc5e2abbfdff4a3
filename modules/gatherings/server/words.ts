import { createTranslator } from 'use-intl/core'
import type fr from '../messages/fr.ts'

/** The words that leave in files and posts, in a language. */
export async function calendarWords(language: 'fr' | 'en') {
  const file = (
    language === 'fr' ? await import('../messages/fr.ts') : await import('../messages/en.ts')
  ) as { default: typeof fr }
  return createTranslator({ locale: language, messages: file.default, timeZone: 'UTC', namespace: 'server' })
}
