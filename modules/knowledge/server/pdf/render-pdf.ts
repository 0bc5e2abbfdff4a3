import MarkdownIt from 'markdown-it'
import type { Token } from 'markdown-it'
import PDFDocument from 'pdfkit'
import { fonts } from '#platform/pdf/fonts.ts'
import type { Face } from '#platform/pdf/fonts.ts'
import { printable } from '#platform/pdf/letters.ts'
import type { PdfPage } from './document.ts'

type Doc = InstanceType<typeof PDFDocument>
type Element = ReturnType<Doc['struct']>

const margin = 62
const ink = '#1f1b16'
const muted = '#5f574d'
const line = '#d8d0c4'
const blue = '#1a4f8a'
const sizes = { title: 22, h2: 15, h3: 12.5, h4: 11, body: 10.5, small: 9 } as const

const markdown = new MarkdownIt({ html: false, linkify: true, typographer: false, breaks: false })
// As in texts on screen: the renderer decides what an address may be.
markdown.validateLink = () => true

const own = /^(member|post|attachment):([0-9a-f-]{36})$/
const path = { member: '/people/', post: '/posts/', attachment: '/api/v1/attachments/' } as const

interface Run {
  text: string
  face: Face
  isCode: boolean
  link: string | null
}

/** One picture of the text, already in a format that PDF knows. */
interface Picture {
  bytes: Buffer
  width: number
  height: number
  alt: string
}

/**
 * A page as an accessible PDF: language, title, a structure tree with headings, lists, tables with their headers,
 * figures with their alternative text; what repeats on each sheet is outside of it. About 0.2 s of CPU, so it runs in
 * a worker (make-pdf.ts).
 */
export async function renderPdf(page: PdfPage): Promise<Buffer> {
  const pictures = await readPictures(page)
  const doc = new PDFDocument({
    size: 'A4',
    margins: { top: margin, bottom: margin + 12, left: margin, right: margin },
    pdfVersion: '1.7',
    tagged: true,
    lang: page.language === 'fr' ? 'fr-FR' : 'en-GB',
    displayTitle: true,
    bufferPages: true,
    info: {
      Title: page.title.replace(/[\p{Cc}\p{Cf}]/gu, ''),
      Creator: 'Préau',
      Producer: 'Préau',
      CreationDate: new Date(page.at),
    },
  })
  const chunks: Buffer[] = []
  const ended = new Promise<Buffer>((resolve, reject) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk))
    doc.on('end', () => resolve(Buffer.concat(chunks)))
    doc.on('error', reject)
  })
  for (const [name, bytes] of Object.entries(fonts)) doc.registerFont(name, bytes)
  new Sheet(doc, page, pictures).write()
  doc.end()
  return ended
}

async function readPictures(page: PdfPage): Promise<Map<string, Picture>> {
  const entries = Object.entries(page.images)
  const found = new Map<string, Picture>()
  if (entries.length === 0) return found
  const { default: sharp } = await import('sharp')
  for (const [id, { bytes, alt }] of entries) {
    try {
      const { data, info } = await sharp(bytes, { limitInputPixels: 40_000_000 })
        .resize({ width: 1600, height: 1600, fit: 'inside', withoutEnlargement: true })
        .flatten({ background: '#ffffff' })
        .jpeg({ quality: 82 })
        .toBuffer({ resolveWithObject: true })
      found.set(id, { bytes: data, width: info.width, height: info.height, alt })
    } catch {
      // A picture that cannot be read leaves its words.
    }
  }
  return found
}

class Sheet {
  readonly #doc: Doc
  readonly #page: PdfPage
  readonly #pictures: Map<string, Picture>
  readonly #has: (codePoint: number) => boolean

  constructor(doc: Doc, page: PdfPage, pictures: Map<string, Picture>) {
    this.#doc = doc
    this.#page = page
    this.#pictures = pictures
    doc.font('regular')
    const { font } = (doc as unknown as { _font: { font: { hasGlyphForCodePoint(code: number): boolean } } })
      ._font
    this.#has = (code) => font.hasGlyphForCodePoint(code)
  }

  #clean = (text: string): string => printable(text, this.#has)

  get #width(): number {
    return this.#doc.page.width - 2 * margin
  }

  write(): void {
    const doc = this.#doc
    const root = doc.struct('Document')
    doc.addStructure(root)
    this.#words(root, 'H1', [plain(this.#page.title, 'bold')], { size: sizes.title, after: 8 })
    for (const { label, value } of this.#page.facts)
      this.#words(root, 'P', [plain(`${label} `, 'bold'), plain(value)], {
        size: sizes.small,
        color: muted,
        after: 1,
      })
    doc.y += 6
    this.#rule()
    if (this.#page.notice) this.#words(root, 'P', [plain(this.#page.notice, 'bold')], { after: 10 })
    this.#blocks(root, markdown.parse(this.#page.bodyMd, {}), 0)
    for (const { heading, items } of this.#page.lists) {
      this.#words(root, 'H2', [plain(heading, 'bold')], { size: sizes.h3, before: 14, after: 4 })
      const list = doc.struct('L')
      root.add(list)
      for (const { text, link } of items)
        this.#item(list, '•', 0, [{ text, face: 'regular', isCode: false, link }])
      list.end()
    }
    root.end()
    this.#feet()
  }

  /** One block of words. */
  #words(
    parent: Element,
    type: string,
    runs: readonly Run[],
    look: { size?: number; color?: string; before?: number; after?: number; indent?: number } = {},
  ): void {
    const doc = this.#doc
    const said = runs
      .map((run) => ({ ...run, text: this.#clean(run.text) }))
      .filter(({ text }) => text !== '')
    if (said.length === 0) return
    const size = look.size ?? sizes.body
    const x = margin + (look.indent ?? 0)
    doc.y += look.before ?? 0
    // A heading is not left alone at the foot of a sheet.
    const room = doc.page.height - doc.page.margins.bottom - doc.y
    if (type.startsWith('H') && room < size * 4.5) doc.addPage()
    doc.x = x
    parent.add(
      doc.struct(type, {}, () => {
        for (const [index, run] of said.entries()) {
          doc
            .font(run.face)
            .fontSize(size)
            .fillColor(run.link ? blue : (look.color ?? ink))
          doc.text(run.text, {
            width: this.#width - (look.indent ?? 0),
            lineGap: size * 0.28,
            continued: index < said.length - 1,
            link: run.link,
            underline: run.link !== null,
          } as never)
        }
      }),
    )
    doc.x = margin
    doc.y += look.after ?? size * 0.6
  }

  /** An item of a list: its sign, its words, and what stands below it. */
  #item(
    list: Element,
    sign: string,
    depth: number,
    runs: readonly Run[],
    below?: (body: Element) => void,
  ): void {
    const doc = this.#doc
    const indent = 16 + depth * 16
    const item = doc.struct('LI')
    list.add(item)
    const room = doc.page.height - doc.page.margins.bottom - doc.y
    if (room < sizes.body * 2) doc.addPage()
    const top = doc.y
    const sheet = doc.bufferedPageRange().count
    item.add(
      doc.struct('Lbl', {}, () => {
        doc.font('regular').fontSize(sizes.body).fillColor(ink)
        doc.text(this.#clean(sign), margin + indent - 15, top, { width: 15, lineBreak: false })
      }),
    )
    if (doc.bufferedPageRange().count === sheet) doc.y = top
    const body = doc.struct('LBody')
    item.add(body)
    this.#words(body, 'P', runs.length > 0 ? runs : [plain(' ')], { indent, after: 3 })
    below?.(body)
    body.end()
    item.end()
  }

  #blocks(parent: Element, tokens: readonly Token[], depth: number): void {
    for (let at = 0; at < tokens.length; at++) {
      const token = tokens[at]!
      const end = closing(tokens, at)
      const inside = tokens.slice(at + 1, end)
      switch (token.type) {
        case 'heading_open': {
          // The title is the only H1.
          const level = Math.min(6, Number(token.tag.slice(1)) + (hasTopHeadings(tokens) ? 1 : 0))
          const size = level <= 2 ? sizes.h2 : level === 3 ? sizes.h3 : sizes.h4
          this.#words(parent, `H${Math.max(2, level)}`, this.#runs(inside[0]?.children ?? [], 'bold'), {
            size,
            before: size * 0.7,
            after: size * 0.35,
          })
          break
        }
        case 'paragraph_open':
          this.#paragraph(parent, inside[0]?.children ?? [], depth)
          break
        case 'bullet_list_open':
        case 'ordered_list_open':
          this.#list(parent, token, inside, depth)
          break
        case 'blockquote_open': {
          const quote = this.#doc.struct('BlockQuote')
          parent.add(quote)
          this.#blocks(quote, inside, depth + 1)
          quote.end()
          break
        }
        case 'fence':
        case 'code_block':
          this.#words(parent, 'Code', [{ ...plain(token.content.trimEnd()), isCode: true }], {
            size: 9.5,
            color: muted,
            indent: 12 + depth * 16,
          })
          break
        case 'table_open':
          this.#table(parent, inside)
          break
        case 'hr':
          this.#rule()
          break
        default:
      }
      at = end
    }
  }

  #paragraph(parent: Element, children: readonly Token[], depth: number): void {
    let runs: Token[] = []
    const flush = () => {
      if (runs.length > 0)
        this.#words(parent, 'P', this.#runs(runs, 'regular'), { indent: depth > 0 ? depth * 16 : 0 })
      runs = []
    }
    for (const child of children) {
      const picture = child.type === 'image' ? this.#pictureOf(child) : undefined
      if (picture) {
        flush()
        this.#figure(parent, picture)
      } else runs.push(child)
    }
    flush()
  }

  #pictureOf(token: Token): Picture | undefined {
    const found = own.exec(String(token.attrGet('src') ?? ''))
    const picture = found?.[1] === 'attachment' ? this.#pictures.get(found[2]!) : undefined
    const alt = token.content.trim()
    return picture && { ...picture, alt: alt || picture.alt }
  }

  #figure(parent: Element, picture: Picture): void {
    const doc = this.#doc
    const scale = Math.min(1, this.#width / picture.width, 320 / picture.height)
    const [width, height] = [picture.width * scale, picture.height * scale]
    if (doc.page.height - doc.page.margins.bottom - doc.y < height) doc.addPage()
    const top = doc.y
    const alt = this.#clean(picture.alt) || this.#page.words.picture
    parent.add(
      doc.struct('Figure', { alt, bbox: [margin, top, margin + width, top + height] } as never, [
        () => void doc.image(picture.bytes, margin, top, { width, height }),
      ]),
    )
    doc.y = top + height + 10
  }

  #list(parent: Element, open: Token, inside: readonly Token[], depth: number): void {
    const list = this.#doc.struct('L')
    parent.add(list)
    let number = Number(open.attrGet('start') ?? 1)
    for (let at = 0; at < inside.length; at++) {
      const end = closing(inside, at)
      if (inside[at]!.type === 'list_item_open') {
        const content = inside.slice(at + 1, end)
        const startsWithWords = content[0]?.type === 'paragraph_open'
        const rest = startsWithWords ? content.slice(3) : content
        this.#item(
          list,
          open.type === 'ordered_list_open' ? `${number++}.` : '•',
          depth,
          startsWithWords ? this.#runs(content[1]?.children ?? [], 'regular') : [],
          rest.length > 0 ? (body) => this.#blocks(body, rest, depth + 1) : undefined,
        )
      }
      at = end
    }
    list.end()
    if (depth === 0) this.#doc.y += 4
  }

  #table(parent: Element, inside: readonly Token[]): void {
    const doc = this.#doc
    const rows: { text: string; isHead: boolean }[][] = []
    for (const [at, token] of inside.entries()) {
      if (token.type === 'tr_open') rows.push([])
      if (token.type === 'th_open' || token.type === 'td_open')
        rows.at(-1)!.push({
          text: this.#clean(
            this.#runs(inside[at + 1]?.children ?? [], 'regular')
              .map((run) => run.text)
              .join(''),
          ),
          isHead: token.type === 'th_open',
        })
    }
    if (rows.length === 0) return
    doc.x = margin
    doc.font('regular').fontSize(9.5).fillColor(ink)
    doc.table({
      structParent: parent,
      maxWidth: this.#width,
      defaultStyle: { border: 0.5, borderColor: line, padding: '4pt' },
      data: rows.map((row) =>
        row.map(({ text, isHead }) => ({
          text: text || ' ',
          type: isHead ? 'TH' : 'TD',
          ...(isHead && { scope: 'Column', font: { src: 'bold', size: 9.5 }, backgroundColor: '#f3eee6' }),
        })),
      ),
    } as never)
    doc.x = margin
    doc.y += 10
  }

  /** The words of a line of text with how they look; pictures become their words. */
  #runs(children: readonly Token[], base: Face): Run[] {
    const runs: Run[] = []
    let [strong, slanted] = [0, 0]
    const links: (string | null)[] = []
    const add = (text: string, isCode = false) => {
      const face = base === 'bold' || strong > 0 ? 'bold' : slanted > 0 ? 'italic' : base
      runs.push({ text, face, isCode, link: links.at(-1) ?? null })
    }
    for (const token of children) {
      if (token.type === 'strong_open') strong++
      else if (token.type === 'strong_close') strong--
      else if (token.type === 'em_open') slanted++
      else if (token.type === 'em_close') slanted--
      else if (token.type === 'link_open') links.push(this.#address(String(token.attrGet('href') ?? '')))
      else if (token.type === 'link_close') links.pop()
      else if (token.type === 'softbreak') add(' ')
      else if (token.type === 'hardbreak') add('\n')
      else if (token.type === 'code_inline') add(token.content, true)
      else if (token.type === 'image') add(token.content)
      else if (token.content) add(token.content)
    }
    return runs
  }

  /** Web addresses and our own; anything else is words only. */
  #address(href: string): string | null {
    const found = own.exec(href)
    if (found) return this.#page.publicUrl + path[found[1] as keyof typeof path] + found[2]
    if (/^(https?|mailto|tel):/i.test(href)) return href
    return /^\/(?!\/)/.test(href) ? this.#page.publicUrl + href : null
  }

  #rule(): void {
    const doc = this.#doc
    doc.markContent('Artifact', { type: 'Layout' } as never)
    doc
      .moveTo(margin, doc.y)
      .lineTo(margin + this.#width, doc.y)
      .lineWidth(0.5)
      .strokeColor(line)
      .stroke()
    doc.endMarkedContent()
    doc.y += 12
  }

  /** Title and number at the foot of each sheet: decoration, which a screen reader passes over. */
  #feet(): void {
    const doc = this.#doc
    const { start, count } = doc.bufferedPageRange()
    const title = this.#clean(this.#page.title)
    for (let sheet = 0; sheet < count; sheet++) {
      doc.switchToPage(start + sheet)
      // Below the margin, where words would otherwise begin a new sheet.
      doc.page.margins.bottom = 0
      doc.markContent('Artifact', { type: 'Pagination' } as never)
      doc.font('regular').fontSize(8.5).fillColor(muted)
      const y = doc.page.height - 44
      doc.text(title.length > 80 ? `${title.slice(0, 79)}…` : title, margin, y, {
        width: this.#width - 70,
        height: 12,
        lineBreak: false,
      })
      doc.text(`${this.#page.words.page} ${sheet + 1}/${count}`, margin + this.#width - 70, y, {
        width: 70,
        align: 'right',
        lineBreak: false,
      })
      doc.endMarkedContent()
    }
  }
}

const plain = (text: string, face: Face = 'regular'): Run => ({ text, face, isCode: false, link: null })

const hasTopHeadings = (tokens: readonly Token[]): boolean =>
  tokens.some((token) => token.type === 'heading_open' && token.tag === 'h1')

/** Where the block that begins here ends. */
function closing(tokens: readonly Token[], at: number): number {
  if (tokens[at]!.nesting !== 1) return at
  let depth = 0
  for (let index = at; index < tokens.length; index++) {
    depth += tokens[index]!.nesting
    if (depth === 0) return index
  }
  return tokens.length
}
