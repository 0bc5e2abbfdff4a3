import type { Nameables } from './queries/people.ts'

/** One letter without its accent, so that positions stay those of the text. */
const fold = (text: string): string =>
  Array.from(text)
    .map((letter) => Array.from(letter.normalize('NFD'))[0] ?? letter)
    .map((letter) => Array.from(letter.toLowerCase())[0] ?? letter)
    .join('')

const words = {
  fr: { person: '[quelqu’un]', place: '[un lieu]', address: '[une adresse]', number: '[un numéro]' },
  en: { person: '[somebody]', place: '[a place]', address: '[an address]', number: '[a number]' },
}
type Sort = keyof (typeof words)['fr']

const mention = /\[@[^\]]*\]\((?:member|group):[^)]*\)|(?<![\p{L}\p{N}@.])@[\p{L}\p{N}_.-]+/gu
const mail = /[^\s@<>()[\]]+@[^\s@<>()[\]]+\.[\p{L}]{2,}/gu
const link = /\b(?:https?:\/\/|www\.)[^\s<>)\]]+/giu
const phone = /(?<![\p{L}\p{N}])(?:\+\d{1,3}[\s.-]?)?(?:\(0\)|0)?\d(?:[\s.-]?\d{2}){4}(?![\p{L}\p{N}])/gu
const title = /(?<![\p{L}\p{N}])(?:M\.|Mme|Mlle|Mr\.?|Mrs\.?|Ms\.?)\s+\p{Lu}[\p{L}’'-]+/gu

/** Whole words of `name` in `text`, whatever their accents and capitals. */
function* occurrences(text: string, name: string): Generator<{ from: number; to: number }> {
  const [haystack, needle] = [fold(text), fold(name.trim())]
  if (needle.length < 2) return
  const isLetter = (at: number) => /[\p{L}\p{N}]/u.test(haystack[at] ?? '')
  for (let at = haystack.indexOf(needle); at >= 0; at = haystack.indexOf(needle, at + needle.length))
    if (!isLetter(at - 1) && !isLetter(at + needle.length)) yield { from: at, to: at + needle.length }
}

/**
 * Replaces names, mentions, addresses, numbers and places in a sentence. Parts of names (a first name, a surname) count
 * only where they are written with a capital: "petit" is no Mr Petit. What remains is for whoever reads it twice.
 */
export function anonymise(
  given: string,
  known: Nameables,
  language: string,
): { quote: string; replaced: number } {
  const say = language === 'en' ? words.en : words.fr
  const text = given.normalize('NFC').replace(/\s+/gu, ' ').trim()
  const found: { from: number; to: number; sort: Sort }[] = []
  const add = (sort: Sort, pattern: RegExp) => {
    for (const match of text.matchAll(pattern))
      found.push({ from: match.index, to: match.index + match[0].length, sort })
  }
  add('person', mention)
  add('address', mail)
  add('address', link)
  add('number', phone)
  add('person', title)
  for (const { displayName, givenName, familyName, isSpeaker } of known.people) {
    for (const place of occurrences(text, displayName)) found.push({ ...place, sort: 'person' })
    const parts = !isSpeaker ? [] : [givenName, familyName, ...displayName.split(/\s+/u)]
    for (const part of parts)
      if (part && part.length > 1)
        for (const place of occurrences(text, part))
          if (/\p{Lu}/u.test(text[place.from] ?? '')) found.push({ ...place, sort: 'person' })
  }
  for (const name of known.places)
    for (const place of occurrences(text, name)) found.push({ ...place, sort: 'place' })
  // The longest first where several begin at one place; what overlaps is one.
  found.sort((a, b) => a.from - b.from || b.to - a.to)
  let quote = ''
  let at = 0
  let replaced = 0
  for (const { from, to, sort } of found) {
    if (from < at) {
      if (to > at) at = to
      continue
    }
    quote += text.slice(at, from) + say[sort]
    at = to
    replaced++
  }
  return { quote: quote + text.slice(at), replaced }
}
