/** What the wording of a draft could be told, at most one thing at a time; in the browser, about the text alone. */
export type WordingHint = 'capitals' | 'marks' | 'absolute'

const words = /\p{L}{2,}/gu
/** Code, quotes and links are not the writer's tone. */
const others = /```[\s\S]*?```|`[^`\n]*`|^>.*$|https?:\/\/\S+/gmu

const absolutes =
  /\b(?:vous|tu)\b[^.!?\n]{0,24}\b(?:toujours|jamais)\b|\b(?:toujours|jamais)\b[^.!?\n]{0,12}\b(?:vous|tu)\b|\byou\s+(?:always|never)\b/iu

/**
 * Capitals: at least three words of three letters and more, in a row, all in capitals (a code or an acronym alone is
 * none). Marks: three or more `!` or `?` in a row. Absolute: "always" or "never" said to somebody. No list of words.
 */
export function findWordingHint(text: string): WordingHint | undefined {
  const own = text.replace(others, ' ')
  let shouted = 0
  for (const [word] of own.matchAll(words)) {
    const isUpper = word === word.toUpperCase() && word !== word.toLowerCase()
    if (!isUpper) shouted = 0
    else if (word.length > 2) shouted++
    if (shouted >= 3) return 'capitals'
  }
  if (/(?:[!?]\s*){3,}/u.test(own)) return 'marks'
  return absolutes.test(own) ? 'absolute' : undefined
}

const place = 'preau.wording'
/** Kept on this device, nowhere else. */
export function isWordingOn(): boolean {
  try {
    return localStorage.getItem(place) !== 'off'
  } catch {
    return true
  }
}
export function setWording(isOn: boolean): void {
  try {
    if (isOn) localStorage.removeItem(place)
    else localStorage.setItem(place, 'off')
  } catch {
    // Storage may be forbidden: the choice then lasts as long as the page.
  }
}
