import Turndown from 'turndown'

/** The little of the DOM that the rules touch; the server has no DOM types. */
interface HtmlNode {
  nodeName: string
  className: string
  textContent: string | null
  innerHTML: string
  children: ArrayLike<HtmlNode>
  getAttribute(name: string): string | null
  closest(selector: string): HtmlNode | null
  querySelector(selector: string): HtmlNode | null
  querySelectorAll(selector: string): ArrayLike<HtmlNode>
}
const elementOf = (node: unknown): HtmlNode => node as HtmlNode

/**
 * HTML of another product as our Markdown: code blocks with their language, formulas, tables, links; images
 * become links. What cannot be said in Markdown keeps its words. Addresses of our own kinds (`member:` …) in a
 * foreign text are words, not references. Never throws.
 */
export function htmlToMarkdown(html: string): string {
  try {
    return isTooDeep(html) ? wordsOf(html) : converter.turndown(html).trim()
  } catch {
    return wordsOf(html)
  }
}

/** What can be saved of markup that nobody wrote by hand. */
const wordsOf = (html: string): string =>
  escapeText(html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')).trim()

/** Elements that the parser closes by itself, and those without an end: they do not add depth. */
const flat = /^(?:p|li|t[dhr]|d[td]|option|area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/i
const deepest = 300

/** The conversion takes time with the square of the depth: sixty thousand nested elements are two minutes. */
function isTooDeep(html: string): boolean {
  let depth = 0
  for (const [tag, slash, name] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)[^>]*>/gi)) {
    if (flat.test(name!) || tag.endsWith('/>')) continue
    depth += slash ? -1 : 1
    if (depth > deepest) return true
  }
  return false
}

const converter = new Turndown({
  headingStyle: 'atx',
  hr: '---',
  bulletListMarker: '-',
  codeBlockStyle: 'fenced',
  emDelimiter: '*',
  linkStyle: 'inlined',
  preformattedCode: true,
})
const escapeMarkdown = converter.escape.bind(converter)
converter.escape = escapeText
converter.remove([
  'script',
  'style',
  'noscript',
  'iframe',
  'object',
  'embed',
  'template',
  'head',
  'title',
] as never)

/** Formulas of MathJax: `$…$`, `$$…$$`, `\(…\)`, `\[…\]`. The dollar rule is the one of our renderer. */
const formula =
  /\$\$[^$]+\$\$|\$(?!\s)(?:\\.|[^$\\\n])*?(?<!\s)\$(?!\d)|\\\((?:[^\\]|\\[^)])*?\\\)|\\\[(?:[^\\]|\\[^\]])*?\\\]/g

/** Escapes what Markdown would read as a mark, but not inside formulas. */
function escapeText(text: string): string {
  let escaped = ''
  let after = 0
  for (const match of text.matchAll(formula)) {
    escaped += escapeMarkdown(text.slice(after, match.index)) + asDollars(match[0])
    after = match.index + match[0].length
  }
  return escaped + escapeMarkdown(text.slice(after))
}

const asDollars = (written: string): string =>
  written.startsWith('\\(')
    ? `$${written.slice(2, -2).trim()}$`
    : written.startsWith('\\[')
      ? `$$${written.slice(2, -2).trim()}$$`
      : written

/** Web addresses only; a relative one has lost its base. */
const isForeignAddress = (address: string | null): address is string =>
  /^(https?:|mailto:|tel:|\/\/)/i.test(address ?? '')
const writtenAddress = (address: string): string =>
  (address.startsWith('//') ? `https:${address}` : address)
    .trim()
    .replace(/[\s<>()\\]/g, (character) =>
      encodeURIComponent(character).replace('(', '%28').replace(')', '%29'),
    )

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

converter.addRule('link', {
  filter: 'a',
  replacement(content, node) {
    const address = elementOf(node).getAttribute('href')
    if (!isForeignAddress(address) || content.trim() === '') return content
    // A link around blocks keeps the words, then the address.
    if (/\n\s*\n/.test(content.trim())) return `${content}\n\n<${writtenAddress(address)}>\n\n`
    const [, before, label, after] = /^(\s*)([\s\S]*?)(\s*)$/.exec(content) as unknown as [
      string,
      string,
      string,
      string,
    ]
    return `${before && ' '}[${oneLine(label)}](${writtenAddress(address)})${after && ' '}`
  },
})

converter.addRule('image', {
  filter: 'img',
  replacement(_content, node) {
    const element = elementOf(node)
    const address = element.getAttribute('src')
    const described = oneLine(element.getAttribute('alt') ?? '')
    const label = escapeText(
      /^(enter image description here|alt text|image)?$/i.test(described) ? 'image' : described,
    )
    if (!isForeignAddress(address)) return label === 'image' ? '' : label
    return element.closest('a') ? label : `[${label}](${writtenAddress(address)})`
  },
})

converter.addRule('codeBlock', {
  filter: 'pre',
  replacement(_content, node) {
    const element = elementOf(node)
    const code = (element.textContent ?? '').replace(/\n$/, '')
    const names = `${element.className} ${element.querySelector('code')?.className ?? ''}`
    const language = /\b(?:lang|language)-([\w+#-]+)/.exec(names)?.[1]
    let fence = '```'
    for (const run of code.matchAll(/`{3,}/g)) if (run[0].length >= fence.length) fence = `${run[0]}\``
    return `\n\n${fence}${language && language !== 'none' ? language : ''}\n${code}\n${fence}\n\n`
  },
})

converter.addRule('strike', {
  filter: ['s', 'del', 'strike'] as never,
  replacement: (content) => (content.trim() ? `~~${content.trim()}~~` : ''),
})

const superscripts: Record<string, string> = {
  0: '⁰',
  1: '¹',
  2: '²',
  3: '³',
  4: '⁴',
  5: '⁵',
  6: '⁶',
  7: '⁷',
  8: '⁸',
  9: '⁹',
  '+': '⁺',
  '-': '⁻',
  n: 'ⁿ',
}
converter.addRule('superscript', {
  filter: 'sup',
  replacement: (content) =>
    /^[\d+n-]+$/.test(content)
      ? Array.from(content, (digit) => superscripts[digit]).join('')
      : content && `^${content}`,
})

converter.addRule('table', {
  filter: 'table',
  replacement(_content, node) {
    const rows = Array.from(elementOf(node).querySelectorAll('tr')).filter(
      (row) => row.closest('table') === elementOf(node),
    )
    const cells = rows.map((row) =>
      Array.from(row.children)
        .filter((cell) => /^T[DH]$/.test(cell.nodeName))
        .map((cell) => oneLine(htmlToMarkdown(cell.innerHTML)).replaceAll('|', '\\|')),
    )
    const width = Math.max(0, ...cells.map((row) => row.length))
    if (width === 0) return ''
    const line = (row: readonly string[]) =>
      `| ${Array.from({ length: width }, (_unused, index) => row[index] ?? '').join(' | ')} |`
    const [head, ...body] = cells
    return `\n\n${[line(head!), line(Array.from({ length: width }, () => '---')), ...body.map(line)].join('\n')}\n\n`
  },
})

/**
 * A short remark that is already Markdown (comments of Stack Exchange): kept as written, except that the start of
 * the line is no heading, list or quote, and that our own references are words.
 */
export function remarkToMarkdown(text: string): string {
  return text
    .trim()
    .replace(
      /^(\s*)(#{1,6}|[>+*-]|\d{1,9}[.)])(?=\s)/gm,
      (_all, indent: string, mark: string) => `${indent}${mark.replace(/[#>+*.)-]/, '\\$&')}`,
    )
    .replace(/\](\s*[(:]\s*<?(?:member|post|attachment):)/gi, ']\\$1')
}
