import type { Token } from 'markdown-it'

/** The words of a token stream without any mark; blocks end with a line feed, cells with a space. */
export function plainText(tokens: readonly Token[]): string {
  let text = ''
  for (const token of tokens) {
    switch (token.type) {
      case 'inline':
        text += plainText(token.children ?? [])
        break
      case 'text':
      case 'text_special':
      case 'code_inline':
      case 'math_inline':
        text += token.content
        break
      case 'image':
        text += plainText(token.children ?? [])
        break
      case 'softbreak':
        text += ' '
        break
      case 'hardbreak':
        text += '\n'
        break
      case 'fence':
      case 'code_block':
      case 'math_block':
        text += `${token.content.trimEnd()}\n`
        break
      case 'td_close':
      case 'th_close':
        text += ' '
        break
      default:
        if (token.block && token.nesting === -1 && !text.endsWith('\n')) text += '\n'
    }
  }
  return text.trim()
}

const segments = new Intl.Segmenter('fr', { granularity: 'grapheme' })

/** At most `limit` UTF-16 units, cut between words where there are words, never inside a character. */
export function excerptOf(text: string, limit = 280): string {
  const line = text
    .slice(0, limit * 4)
    .replace(/\s+/g, ' ')
    .trim()
  if (line.length <= limit) return line
  let cut = 0
  for (const { index, segment } of segments.segment(line.slice(0, limit + 40))) {
    if (index + segment.length > limit - 1) break
    cut = index + segment.length
  }
  const head = line.slice(0, cut)
  const lastSpace = head.lastIndexOf(' ')
  return `${lastSpace > limit * 0.7 ? head.slice(0, lastSpace) : head}…`
}
