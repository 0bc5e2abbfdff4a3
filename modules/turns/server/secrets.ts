import { Refusal } from '#platform/shared/refusal.ts'

// What would open an account has no column here; this keeps it out of the words as well.

/** “mot de passe : …”, “password=…”, “the code is 4821”. */
const named =
  /(?:mots?[\s_-]?de[\s_-]?passe|mdp|passe|pass(?:word|wd|phrase|code)?|pwd|pin|code|token|jeton|secret|(?:api|access|private)[\s_-]?key|cl[ée])(?:\s+\p{L}+){0,2}\s*(?:[:=→]|\b(?:est|is)\b)\s*["«“'`]?\s*(\S{4,})/iu
const hiddenInAddress = /[?&#](?:[\w-]*(?:token|key|password|passwd|pwd|secret|sig|signature|auth|code))=/i

/** A word alone that a person would not write: long, and of every kind of sign. */
function isRandom(word: string): boolean {
  const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\d/, /[^\p{L}\d]/u].filter((kind) => kind.test(word)).length
  if (word.length >= 8 && kinds === 4) return true
  return word.length >= 20 && /\d/.test(word) && /\p{L}/u.test(word) && !/[-_/.]{1}\p{L}+[-_/.]/u.test(word)
}

/** Whether a text carries something that looks like a password, a code or a key. */
export function looksLikeSecret(text: string): boolean {
  const value = named.exec(text)?.[1]
  if (value && !/^https?:/.test(value)) return true
  for (const raw of text.split(/\s+/)) {
    const word = raw.replace(/^[("«“'`[]+|[)"»”'`\],.;:!?…]+$/gu, '')
    if (/^https?:\/\//i.test(word)) {
      if (hiddenInAddress.test(word) || /^https?:\/\/[^/]*@/i.test(word)) return true
      continue
    }
    // Addresses of people, names beginning with @ or #, dates and hours.
    if (/^[@#]/.test(word) || /^[^@\s]+@[\w-]+(?:\.[\w-]+)+$/.test(word) || /^[\d./:hH–-]+$/.test(word))
      continue
    if (isRandom(word)) return true
  }
  return false
}

/** Refusal `looksLikeSecret`: the text is not kept, not even in a log. */
export function refuseSecrets(...texts: readonly (string | null | undefined)[]): void {
  for (const text of texts) if (text && looksLikeSecret(text)) throw new Refusal('looksLikeSecret')
}

/** A page's address as it may be kept: https, no user, no key in it. Refusals `accountUrlWrong`, `looksLikeSecret`. */
export function cleanAddress(address: string): string {
  const trimmed = address.trim()
  let url: URL
  try {
    url = new URL(/^[a-z][a-z\d+.-]*:/i.test(trimmed) ? trimmed : `https://${trimmed}`)
  } catch {
    throw new Refusal('accountUrlWrong')
  }
  if (url.username || url.password || hiddenInAddress.test(url.search + url.hash))
    throw new Refusal('looksLikeSecret')
  if (url.protocol === 'http:') url.protocol = 'https:'
  if (url.protocol !== 'https:' || !url.hostname.includes('.')) throw new Refusal('accountUrlWrong')
  return url.href
}
