/** What the embedded fonts lack, said with what they have. */
const spelled: Record<string, string> = {
  '\u202f': '\u00a0',
  '\u2009': ' ',
  '\u2007': '\u00a0',
  '\u2010': '-',
  '\u2011': '-',
  '≤': '<=',
  '≥': '>=',
  '→': '->',
  '←': '<-',
  '⇒': '=>',
  '✓': 'x',
  '✔': 'x',
  '☐': '[ ]',
  '☑': '[x]',
  '−': '-',
}

/**
 * A text with only letters that `has` knows: spelled otherwise, without its accent, or as `?`. Directions, joiners and
 * control characters are dropped: they would lie about what is printed.
 */
export function printable(text: string, has: (codePoint: number) => boolean): string {
  let result = ''
  for (const letter of text.normalize('NFC')) {
    const code = letter.codePointAt(0)!
    if (letter === '\n' || letter === '\t') result += letter === '\t' ? '    ' : letter
    else if (/[\p{Cc}\p{Cf}\u{fe00}-\u{fe0f}]/u.test(letter)) continue
    else if (has(code)) result += letter
    else {
      const other = spelled[letter] ?? letter.normalize('NFKD').replace(/\p{M}/gu, '')
      result +=
        Array.from(other).every((one) => has(one.codePointAt(0)!)) && other !== ''
          ? other
          : /\p{M}/u.test(letter)
            ? ''
            : '?'
    }
  }
  return result
}
