import MarkdownIt from 'markdown-it'

/** What a page says of itself. */
export interface PageFacts {
  title: string | null
  description: string | null
  siteName: string | null
  /** As written; relative to the page. */
  image: string | null
}

const { unescapeAll } = new MarkdownIt().utils

/** Entities decoded, marks that turn or hide text taken out, one line, at most `limit` characters. */
function clean(text: string | undefined, limit: number): string | null {
  const line = unescapeAll((text ?? '').replaceAll('\\', '\\\\'))
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .trim()
  if (line.length <= limit) return line || null
  return `${line.slice(0, limit - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
}

/** Reads the text of a page in its own encoding: the header's, else the page's, else UTF-8. */
export function decodePage(body: Buffer, contentType: string): string {
  const said =
    /charset\s*=\s*["']?([\w-]+)/i.exec(contentType)?.[1] ??
    /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]+)/i.exec(body.toString('latin1', 0, 4096))?.[1]
  try {
    return new TextDecoder(said ?? 'utf-8').decode(body)
  } catch {
    return new TextDecoder().decode(body)
  }
}

const attribute = (tag: string, name: string): string | undefined => {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(tag)
  return found?.[1] ?? found?.[2] ?? found?.[3]
}

/** The `meta` elements of a head, at most 200 of 4,000 characters; a quoted `>` does not end one. */
function* metaTags(head: string): Generator<string> {
  let found = 0
  for (const { index } of head.matchAll(/<meta\s/gi)) {
    if (++found > 200) return
    const tag = /^<meta\s(?:[^>"']|"[^"]*"|'[^']*')*>/i.exec(head.slice(index, index + 4000))
    if (tag) yield tag[0]
  }
}

/** Title, description, site and picture, from the head of a page: Open Graph first, then plain HTML. Text only. */
export function readPageFacts(html: string): PageFacts {
  const head = html.slice(0, 300_000)
  const said = new Map<string, string>()
  for (const tag of metaTags(head)) {
    const name = (attribute(tag, 'property') ?? attribute(tag, 'name'))?.toLowerCase()
    const content = attribute(tag, 'content')
    if (name && content && !said.has(name)) said.set(name, content)
  }
  const title = /<title[^>]{0,200}>([^<]{1,1000})/i.exec(head)?.[1]
  return {
    title: clean(said.get('og:title'), 200) ?? clean(title, 200) ?? clean(said.get('twitter:title'), 200),
    description: clean(said.get('og:description'), 300) ?? clean(said.get('description'), 300),
    siteName: clean(said.get('og:site_name'), 80),
    image: clean(said.get('og:image') ?? said.get('twitter:image'), 2000),
  }
}
