import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import MarkdownIt from 'markdown-it'
import { describe, expect, it } from 'vitest'
import { renderMarkdown } from '#platform/markdown/render.ts'

const data = join(import.meta.dirname, '../../../shared/data')
const id = '0190aaaa-0000-7000-8000-000000000001'
const html = (source: string): string => renderMarkdown(source).html

describe('our additions to Markdown', () => {
  it('makes a mention of a link to a member written with @, and nothing else', () => {
    const { html, mentions } = renderMarkdown(
      `[@Inès](member:${id}) [Inès](member:${id}) [@Inès](member:not-an-id)`,
    )
    expect(html).toBe(
      `<p><a href="/people/${id}" class="mention" data-member="${id}">@Inès</a> <a href="/people/${id}">Inès</a> [@Inès](member:not-an-id)</p>\n`,
    )
    expect(mentions).toEqual([id])
  })

  it('names a group without leading anywhere, and knows no other form', () => {
    const { html, groups, mentions } = renderMarkdown(
      '[@Animation](group:managers) [tous](group:everyone) [@x](group:a-b) ![x](group:experts)',
    )
    expect(html).toBe(
      '<p><span class="mention">@Animation</span> <span class="mention">tous</span> [@x](group:a-b) <span class="mention">x</span></p>\n',
    )
    expect([groups, mentions]).toEqual([['managers'], []])
  })

  it('shows attachments and turns every other image into a link', () => {
    const { html, attachments } = renderMarkdown(
      `![plan](attachment:${id}) ![*chat*](https://ailleurs.test/chat.png)`,
    )
    expect(html).toContain(`<img src="/api/v1/attachments/${id}" alt="plan" loading="lazy">`)
    expect(html).toContain('<a href="https://ailleurs.test/chat.png" rel="nofollow noopener ugc">chat</a>')
    expect(html.match(/<img/g)).toHaveLength(1)
    expect(attachments).toEqual([id])
  })

  it('never nests a link in a link', () => {
    expect(html('[![logo](https://a.test/l.png)](https://b.test)')).toBe(
      '<p><a href="https://b.test" rel="nofollow noopener ugc">logo</a></p>\n',
    )
  })

  it('starts the headings of a text at the third level', () => {
    expect(html('# Un\n\n###### Six')).toBe('<h3>Un</h3>\n<h6>Six</h6>\n')
  })

  it('keeps formulas as written and leaves prices alone', () => {
    expect(html('Soit $a_b^2 < c_d$.')).toBe('<p>Soit <code class="math">$a_b^2 &lt; c_d$</code>.</p>\n')
    expect(html('$$\n\\sum_i *x*\n$$')).toBe(
      '<pre class="math"><code class="math">$$\n\\sum_i *x*\n$$</code></pre>\n',
    )
    expect(html('De 5 $ à 10 $, ou $5 et $10.')).toBe('<p>De 5 $ à 10 $, ou $5 et $10.</p>\n')
    expect(html('`$pas$`')).toBe('<p><code>$pas$</code></p>\n')
    expect(html('\\$non\\$')).toBe('<p>$non$</p>\n')
  })

  it('gives plain text for the index and an excerpt cut between words', () => {
    const { text, excerpt } = renderMarkdown(
      `## Titre\n\nUn **mot**, \`code\`.\n\n- a\n- b\n\n${'très long '.repeat(60)}`,
    )
    expect(text.startsWith('Titre\nUn mot, code.\na\nb\ntrès long')).toBe(true)
    expect(excerpt.length).toBeLessThanOrEqual(280)
    expect(excerpt).toMatch(/(long|très)…$/)
    const families = renderMarkdown('👨‍👩‍👧‍👦'.repeat(100)).excerpt
    expect(families.replaceAll('👨‍👩‍👧‍👦', '')).toBe('…')
  })

  it('does not let dollars or nesting cost more than their length', () => {
    for (const hostile of [
      '$a '.repeat(30_000),
      '$$x'.repeat(20_000),
      '['.repeat(20_000),
      '> '.repeat(5_000),
      '*a_ '.repeat(15_000),
    ]) {
      expect(() => renderMarkdown(hostile)).not.toThrow()
    }
  })
})

/** Any element or address that could run something. The renderer writes only these elements and attributes. */
const elements =
  /^(p|br|hr|h[3-6]|em|strong|s|code|pre|blockquote|ul|ol|li|a|span|img|table|thead|tbody|tr|th|td)$/
const attributes = /^(href|src|alt|title|class|rel|loading|data-member|start|style)$/

/** How a browser would understand the address, which is what counts. */
function schemeOf(attribute: string): string {
  const address = attribute
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
  return URL.canParse(address, 'https://preau.test/posts/1')
    ? new URL(address, 'https://preau.test/posts/1').protocol
    : 'https:'
}

/** What could run something; empty when the rendered text is harmless. */
function dangersOf(rendered: string): string[] {
  const dangers: string[] = []
  // What the renderer writes is well-formed: a quote or angle bracket of the source is always an entity.
  for (const [, name, rest] of rendered.matchAll(
    /<\/?([a-zA-Z0-9!?/-]*)((?:\s+[a-z-]+(?:="[^"]*")?)*)\s*\/?>|</g,
  )) {
    if (!elements.test(name ?? '(stray <)')) dangers.push(`element ${name}`)
    for (const [all, attribute, value] of (rest ?? '').matchAll(/([a-z-]+)="([^"]*)"/g)) {
      const isAddress = attribute === 'href' || attribute === 'src'
      const isUnknown = !attributes.test(attribute!)
      if (isUnknown || (isAddress && !/^(https?|mailto|tel):$/.test(schemeOf(value!)))) dangers.push(all)
      if (attribute === 'style' && !/^text-align:(left|right|center)$/.test(value!)) dangers.push(all)
    }
  }
  return dangers
}

describe('hostile texts', () => {
  it.each([
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt&colon;alert(1))',
    '[x](java\tscript:alert(1))',
    '[x](&#106;avascript:alert(1))',
    '[x](\u0001javascript:alert(1))',
    '![x](data:image/svg+xml;base64,AAAA)',
    '<javascript:alert(1)>',
    '[x](vbscript:x)',
    '[x](file:///etc/passwd)',
    '[x]: javascript:alert(1)\n\n[x]',
    '<img src=x onerror=alert(1)>',
    '[x](https://a.test "\\" onmouseover=alert(1)")',
    '![" onerror="x](https://a.test)',
    '```"><script>\nx\n```',
    '[x](member:javascript:alert(1))',
    'https://a.test/"onmouseover="alert(1)',
    '[x](blob:https://a.test/1)',
  ])('%j runs nothing', (source) => {
    const rendered = html(source)
    expect(dangersOf(rendered)).toEqual([])
    expect(rendered).not.toMatch(/(href|src)="[^"]*(javascript|vbscript|data|blob|file):/i)
  })

  const naughty = join(data, 'hostile/blns.json')
  it.skipIf(!existsSync(naughty))(
    'naughty strings, as blocks, labels, addresses and titles (skipped where ../shared/data is absent)',
    () => {
      const strings = JSON.parse(readFileSync(naughty, 'utf8')) as string[]
      for (const s of strings) {
        for (const source of [
          s,
          `[${s}](https://a.test)`,
          `[x](${s})`,
          `[x](<${s}>)`,
          `![${s}](${s})`,
          `[x](https://a.test "${s}")`,
          `\`\`\`${s}\n${s}\n\`\`\``,
          `| ${s} |\n|---|\n| ${s} |`,
        ]) {
          expect(dangersOf(html(source))).toEqual([])
        }
      }
    },
  )

  const evasions = join(data, 'hostile/XSS_Filter_Evasion_Cheat_Sheet.md')
  it.skipIf(!existsSync(evasions))('filter evasions (skipped where ../shared/data is absent)', () => {
    const sheet = readFileSync(evasions, 'utf8')
    expect(dangersOf(html(sheet))).toEqual([])
    for (const line of sheet.split('\n'))
      for (const source of [line, `[x](${line})`, `![x](${line})`, `<${line}>`])
        expect(dangersOf(html(source))).toEqual([])
  })
})

const specification = join(data, 'formats/commonmark-spec.txt')
describe.skipIf(!existsSync(specification))(
  'CommonMark examples (skipped where ../shared/data is absent)',
  () => {
    const examples = !existsSync(specification)
      ? []
      : [
          ...readFileSync(specification, 'utf8').matchAll(
            /^`{32} example\n([\s\S]*?)^\.\n([\s\S]*?)^`{32}$/gm,
          ),
        ].map(([, markdown, expected], index) => ({
          number: index + 1,
          markdown: markdown!.replaceAll('→', '\t'),
          expected: expected!.replaceAll('→', '\t'),
        }))

    it('never crashes and writes only harmless HTML', () => {
      expect(examples).toHaveLength(652)
      for (const example of examples) expect(dangersOf(html(example.markdown))).toEqual([])
    })

    it('equals the specification, but for what we decided', () => {
      const standard = new MarkdownIt('commonmark')
      const withoutHtml = new MarkdownIt('commonmark', { html: false })
      const different = examples.filter(({ markdown, expected }) => {
        // Examples about raw HTML are about what we refuse; dollars are formulas here.
        if (standard.render(markdown) !== withoutHtml.render(markdown) || markdown.includes('$')) return false
        return withoutRel(html(markdown)) !== asWeWrite(expected)
      })
      expect(different.map((example) => example.number)).toEqual(decidedOtherwise)
    })
  },
)

/**
 * The specification's answer with our decisions applied: headings two levels down, foreign images as links (as
 * text inside a link), no XHTML slashes. `rel` is left out of both; an empty quote has no line feed.
 */
const asWeWrite = (expected: string): string =>
  expected
    .replace(
      /<(\/?)h([1-6])>/g,
      (_all, slash: string, level: string) => `<${slash}h${Math.min(6, Number(level) + 2)}>`,
    )
    .replace(/(<a [^>]*>)<img src="[^"]*" alt="([^"]*)" \/>(<\/a>)/g, '$1$2$3')
    .replace(
      /<img src="([^"]*)" alt="([^"]*)"( title="[^"]*")? \/>/g,
      (_all, src: string, alt: string, title = '') => `<a href="${src}"${title}>${alt || src}</a>`,
    )
    .replace(/<blockquote>\n<\/blockquote>/g, '<blockquote></blockquote>')
    .replace(/ \/>/g, '>')

const withoutRel = (rendered: string): string => rendered.replace(/ rel="nofollow noopener ugc"/g, '')

const decidedOtherwise = [
  // Schemes that are not on our list stay text.
  596, 598, 599, 601,
  // Bare addresses become links.
  602, 608, 611, 612,
]
