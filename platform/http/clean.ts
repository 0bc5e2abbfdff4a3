import { Refusal } from '#platform/shared/refusal.ts'

/** Deeper input is an attack on whatever recurses later, never a form. */
const deepest = 32

/**
 * Prepares what a caller sent, before it is validated: every string becomes NFC (twins that look the same are the
 * same), and text that PostgreSQL cannot store — U+0000, half a surrogate pair — is refused with its place.
 */
export function cleanInput(value: unknown, at: string, depth = 0): unknown {
  if (typeof value === 'string') return cleanText(value, at)
  if (typeof value !== 'object' || value === null) return value
  if (depth >= deepest)
    throw new Refusal('invalidInput', { fields: [{ field: at, problem: 'is nested too deeply' }] })
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) value[i] = cleanInput(value[i], `${at}/${i}`, depth + 1)
    return value
  }
  if (Buffer.isBuffer(value)) return value
  const record = value as Record<string, unknown>
  for (const key of Object.keys(record)) {
    cleanText(key, at)
    record[key] = cleanInput(record[key], `${at}/${key}`, depth + 1)
  }
  return record
}

function cleanText(text: string, at: string): string {
  if (text.includes('\0'))
    throw new Refusal('invalidInput', { fields: [{ field: at, problem: 'contains the character U+0000' }] })
  if (!text.isWellFormed())
    throw new Refusal('invalidInput', { fields: [{ field: at, problem: 'contains half a character' }] })
  return text.normalize('NFC')
}
