/** What is compared of a tag: without `#`, case and accents. `#MonCarnet` and `moncarnet` are one. */
export const foldTag = (tag: string): string =>
  tag.trim().replace(/^#/, '').normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** One word of letters and digits, accents included, 2 to 40; undefined when it is not one. */
export function readTag(typed: string): { tag: string; folded: string } | undefined {
  const tag = typed.trim().replace(/^#/, '').normalize('NFC')
  return /^[\p{L}\p{N}]{2,40}$/u.test(tag) && /\p{L}/u.test(tag) ? { tag, folded: foldTag(tag) } : undefined
}

/** Tags written in a text, folded, each once: `#MonCarnet`, not `a#b`, not the `#` of a heading or of an address. */
export const tagsIn = (text: string): string[] => [
  ...new Set(
    [...text.normalize('NFC').matchAll(/(?<![\p{L}\p{N}/#&=?.-])#([\p{L}\p{N}]{2,40})/gu)].map(([, tag]) =>
      foldTag(tag!),
    ),
  ),
]
