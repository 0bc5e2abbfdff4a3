const plain = (tag: string): string => tag.trim().replace(/^#+/, '').replace(/\s+/g, ' ').trim().toLowerCase()

/** Two spellings of one tag have the same: case, accents and `#` do not count. */
export const foldTag = (tag: string): string => plain(tag.normalize('NFD').replace(/\p{M}/gu, ''))

/** Adds a tag in the spelling that the community knows, once, five at most. */
export function addTag(tags: readonly string[], typed: string, known: readonly string[]): string[] {
  const folded = foldTag(typed)
  if (folded === '' || tags.length >= 5 || tags.some((tag) => foldTag(tag) === folded)) return [...tags]
  const spelling = known.find((tag) => foldTag(tag) === folded)
  return [...tags, spelling ?? plain(typed.normalize('NFC'))]
}
