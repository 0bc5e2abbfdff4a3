import type { MarkdownIt, StateBlock, StateInline } from 'markdown-it'

/**
 * Formulas are kept as they were written, dollars included, in `<code class="math">`: nothing inside them is
 * Markdown, and a later renderer finds them. A dollar opens a formula only before a non-space and closes it
 * only after a non-space and not before a digit, so that « 5 $ et 10 $ » stays a price (the rule of pandoc).
 */
export function mathRules(markdown: MarkdownIt): void {
  markdown.inline.ruler.before('escape', 'math_inline', inlineFormula)
  markdown.block.ruler.before('fence', 'math_block', blockFormula, {
    alt: ['paragraph', 'reference', 'blockquote', 'list'],
  })
  const escape = markdown.utils.escapeHtml
  markdown.renderer.rules['math_inline'] = (tokens, index) =>
    `<code class="math">${escape(tokens[index]!.content)}</code>`
  markdown.renderer.rules['math_block'] = (tokens, index) =>
    `<pre class="math"><code class="math">${escape(tokens[index]!.content)}</code></pre>\n`
}

const dollar = 0x24
const backslash = 0x5c
const isSpace = (code: number): boolean => code === 0x20 || code === 0x09 || code === 0x0a
const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39

function inlineFormula(state: StateInline, silent: boolean): boolean {
  const { src, pos, posMax } = state
  if (src.charCodeAt(pos) !== dollar) return false
  const double = src.charCodeAt(pos + 1) === dollar
  const start = pos + (double ? 2 : 1)
  if (start >= posMax || isSpace(src.charCodeAt(start))) return false
  const end = closingDollar(src, start, posMax, double)
  if (end < 0) return false
  if (!silent) {
    const token = state.push('math_inline', 'code', 0)
    token.content = src.slice(pos, end)
  }
  state.pos = end
  return true
}

/** Position after the closing dollars, or -1. A formula does not span more than 1,000 characters of a line. */
function closingDollar(src: string, start: number, posMax: number, double: boolean): number {
  const limit = Math.min(posMax, start + 1_000)
  for (let at = start; at < limit; at++) {
    const code = src.charCodeAt(at)
    if (code === backslash) at++
    else if (code === dollar) {
      if (double && src.charCodeAt(at + 1) === dollar && at > start) return at + 2 <= posMax ? at + 2 : -1
      if (double) continue
      const before = src.charCodeAt(at - 1)
      if (at > start && !isSpace(before) && !isDigit(src.charCodeAt(at + 1))) return at + 1
    }
  }
  return -1
}

/** `$$` at the start of a line up to the line that ends with `$$`. Without an end it is an ordinary paragraph. */
function blockFormula(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const begin = state.bMarks[startLine]! + state.tShift[startLine]!
  if (state.sCount[startLine]! - state.blkIndent >= 4) return false
  const first = state.src.slice(begin, state.eMarks[startLine]).trimEnd()
  if (!first.startsWith('$$')) return false
  const lines = [first]
  let line = startLine
  if (!(first.length > 4 && first.endsWith('$$'))) {
    if (first.slice(2).includes('$$')) return false
    for (;;) {
      line++
      if (line >= endLine || state.isEmpty(line) || state.sCount[line]! < state.blkIndent) return false
      const text = state.src.slice(state.bMarks[line]! + state.tShift[line]!, state.eMarks[line]).trimEnd()
      lines.push(text)
      if (text.endsWith('$$')) break
      if (text.includes('$$')) return false
    }
  } else if (first.slice(2, -2).includes('$$')) return false
  if (silent) return true
  const token = state.push('math_block', 'code', 0)
  token.block = true
  token.content = lines.join('\n')
  token.map = [startLine, line + 1]
  state.line = line + 1
  return true
}
