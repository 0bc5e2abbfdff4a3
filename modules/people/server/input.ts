import { cleanText } from '#platform/shared/local-text.ts'
import { Refusal } from '#platform/shared/refusal.ts'

/** The stored form of an address: one account per address, whatever its case. */
export const cleanEmail = (email: string): string => email.normalize('NFC').trim().toLowerCase()

const emailShape =
  /^[^\s@"(),:;<>[\\\]\p{Cc}]{1,64}@[^\s@"(),:;<>[\\\]\p{Cc}]{1,185}\.[^\s@"(),:;<>[\\\].\p{Cc}]{2,63}$/u
export const isEmail = (email: string): boolean => emailShape.test(email)

export function refuseField(field: string, problem: string): Refusal {
  return new Refusal('invalidInput', { fields: [{ field, problem }] })
}

/** The address in its stored form, or a refusal that names the field. */
export function enforceEmail(email: string, field = 'email'): string {
  const clean = cleanEmail(email)
  if (!isEmail(clean)) throw refuseField(field, 'notAnAddress')
  return clean
}

/** A line of text in its stored form; blank is refused. */
export function enforceLine(text: string, field: string): string {
  const clean = cleanText(text)
  if (clean === null) throw refuseField(field, 'empty')
  return clean
}

export function isTimezone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    // Offsets such as +02:00 are accepted by Intl but know no summer.
    return /^[A-Za-z]/.test(name)
  } catch {
    return false
  }
}

export function enforceTimezone(name: string, field = 'timezone'): string {
  if (!isTimezone(name)) throw refuseField(field, 'notATimezone')
  return name
}

/** PostgreSQL's `error.code` when a constraint refused a write. */
export const isViolation = (error: unknown, code: '23503' | '23505'): boolean =>
  (error as { code?: string }).code === code

/** The name before somebody says theirs: `lea.marchand@…` → `Lea Marchand`. */
export function nameFromEmail(email: string): string {
  const words = email
    .split('@')[0]!
    .split(/[._-]+/)
    .filter(Boolean)
  return words.map((word) => word[0]!.toLocaleUpperCase() + word.slice(1)).join(' ') || email
}
