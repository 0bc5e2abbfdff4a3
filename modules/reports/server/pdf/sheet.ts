import type PDFDocument from 'pdfkit'
import svgToPdf from 'svg-to-pdfkit'
import type { Face } from '#platform/pdf/fonts.ts'
import { printable } from '#platform/pdf/letters.ts'
import type { Block, ReportFile } from './document.ts'
import { svgOfChart, svgOfRadar } from './draw.ts'

type Doc = InstanceType<typeof PDFDocument>
type Element = ReturnType<Doc['struct']>

export const margin = 48
export const foot = 34
const ink = '#1f1b16'
const muted = '#5f574d'
const line = '#d8d0c4'

export const localeOf = (language: 'fr' | 'en'): string => (language === 'fr' ? 'fr-FR' : 'en-GB')

/** Writes the blocks of a report into a document, each as an element of its structure tree. */
export class Sheet {
  readonly #doc: Doc
  readonly #file: ReportFile
  readonly #has: (codePoint: number) => boolean
  readonly #root: Element
  #scale = 1

  constructor(doc: Doc, file: ReportFile) {
    this.#doc = doc
    this.#file = file
    doc.font('regular')
    const { font } = (doc as unknown as { _font: { font: { hasGlyphForCodePoint(code: number): boolean } } })
      ._font
    this.#has = (code) => font.hasGlyphForCodePoint(code)
    this.#root = doc.struct('Document')
    doc.addStructure(this.#root)
  }

  #clean = (text: string): string => printable(text, this.#has)
  #size = (points: number): number => points * this.#scale
  get #width(): number {
    return this.#doc.page.width - 2 * margin
  }

  page(scale: number): void {
    this.#scale = scale
    this.#words('H1', this.#file.title, { face: 'bold', size: 19, after: 2 })
    this.#words('P', this.#file.lead.join(' · '), { size: 9.5, color: muted, after: 2 })
    this.#rule()
    for (const block of this.#file.page) this.#block(block)
  }

  annex(): void {
    this.#scale = 1
    this.#doc.addPage()
    this.#words('H2', this.#file.annexTitle, { face: 'bold', size: 15, after: 4 })
    for (const block of this.#file.annex) this.#block(block)
    this.#root.end()
  }

  #block(block: Block): void {
    switch (block.kind) {
      case 'heading':
        return this.#words(`H${block.level}`, block.text, {
          face: 'bold',
          size: block.level === 2 ? 12 : 10.5,
          before: 6,
          after: 1.5,
        })
      case 'words':
        return this.#words('P', block.text, {
          ...(block.look === 'strong' && { face: 'bold' as const }),
          ...(block.look === 'muted' && { color: muted }),
          ...(block.language && { language: block.language }),
          after: 2.5,
        })
      case 'list':
        return this.#list(block.items)
      case 'quote':
        return this.#quote(block)
      case 'table':
        return this.#table(block.columns, block.rows)
      case 'chart': {
        const { chart } = block
        const number = new Intl.NumberFormat(this.#file.language, { maximumFractionDigits: 2 })
        const values = chart.points.map(
          ({ label, value }) => `${label}\u00a0: ${value === null ? '–' : number.format(value)}`,
        )
        const height = block.height * this.#scale
        this.#figure(
          svgOfChart(
            chart,
            { width: this.#width, height: block.height },
            this.#file.language,
            this.#file.words,
          ),
          height,
          `${chart.title}. ${chart.description} ${values.join('; ')}.`,
          [chart.title, chart.basis],
          chart.notes.map(({ date, text }) => `${date}\u00a0: ${text}`),
        )
        if (block.withTable)
          this.#table(
            [chart.columns.label, chart.columns.value, chart.columns.n],
            chart.points.map(({ label, value, n }) => [
              label,
              value === null ? '–' : number.format(value),
              n === null ? '–' : number.format(n),
            ]),
          )
        return
      }
      case 'radar': {
        const said = block.axes.map(({ label, level }) => `${label}\u00a0: ${level}`).join('; ')
        this.#figure(
          svgOfRadar(block, this.#width),
          300,
          `${block.title}. ${block.description} ${said}.`,
          [block.title],
          [],
        )
        return this.#table(
          block.columns,
          block.axes.map(({ label, level }) => [label, String(level)]),
        )
      }
    }
  }

  #words(
    type: string,
    text: string,
    look: {
      face?: Face
      size?: number
      color?: string
      before?: number
      after?: number
      indent?: number
      language?: 'fr' | 'en'
      parent?: Element
    } = {},
  ): void {
    const doc = this.#doc
    const said = this.#clean(text)
    if (said.trim() === '') return
    const size = this.#size(look.size ?? 9.5)
    doc.y += this.#size(look.before ?? 0)
    // A heading is not left alone at the foot of a sheet.
    const room = doc.page.height - doc.page.margins.bottom - doc.y
    if (type.startsWith('H') && room < size * 4) doc.addPage()
    const indent = this.#size(look.indent ?? 0)
    const options = look.language ? { lang: localeOf(look.language) } : {}
    ;(look.parent ?? this.#root).add(
      doc.struct(type, options as never, () => {
        doc
          .font(look.face ?? 'regular')
          .fontSize(size)
          .fillColor(look.color ?? ink)
        doc.text(said, margin + indent, doc.y, { width: this.#width - indent, lineGap: size * 0.16 })
      }),
    )
    doc.x = margin
    doc.y += this.#size(look.after ?? 3)
  }

  #list(items: readonly string[]): void {
    const doc = this.#doc
    const list = doc.struct('L')
    this.#root.add(list)
    for (const text of items) {
      const item = doc.struct('LI')
      list.add(item)
      const size = this.#size(9.5)
      if (doc.page.height - doc.page.margins.bottom - doc.y < size * 1.6) doc.addPage()
      const top = doc.y
      item.add(
        doc.struct('Lbl', {}, () => {
          doc.font('regular').fontSize(size).fillColor(ink)
          doc.text('•', margin + this.#size(2), top, { width: this.#size(10), lineBreak: false })
        }),
      )
      doc.y = top
      const body = doc.struct('LBody')
      item.add(body)
      this.#words('P', text, { indent: 12, after: 1.5, parent: body })
      body.end()
      item.end()
    }
    list.end()
    doc.y += this.#size(1.5)
  }

  #quote(block: Extract<Block, { kind: 'quote' }>): void {
    const quote = this.#doc.struct('BlockQuote')
    this.#root.add(quote)
    this.#words('P', block.text, {
      face: 'italic',
      indent: 12,
      after: 0,
      parent: quote,
      ...(block.language !== this.#file.language && { language: block.language }),
    })
    this.#words('P', `— ${block.by}`, { indent: 12, color: muted, size: 8.5, after: 2.5, parent: quote })
    quote.end()
  }

  #table(columns: readonly string[], rows: readonly (readonly string[])[]): void {
    const doc = this.#doc
    const size = this.#size(8.5)
    doc.x = margin
    // The head of a table is not left alone at the foot of a sheet.
    const rowHeight = size * 1.3 + this.#size(6)
    if (doc.page.height - doc.page.margins.bottom - doc.y < rowHeight * Math.min(4, rows.length + 1))
      doc.addPage()
    doc.font('regular').fontSize(size).fillColor(ink)
    const head = columns.map((text) => ({
      text: this.#clean(text) || ' ',
      type: 'TH',
      scope: 'Column',
      font: { src: 'bold', size },
      backgroundColor: '#f3eee6',
    }))
    doc.table({
      structParent: this.#root,
      maxWidth: this.#width,
      defaultStyle: { border: 0.5, borderColor: line, padding: this.#size(3) },
      data: [
        head,
        ...rows.map((row) =>
          row.map((text, index) => ({
            text: this.#clean(text) || ' ',
            ...(index === 0 ? { type: 'TH', scope: 'Row' } : { type: 'TD' }),
          })),
        ),
      ],
    } as never)
    doc.x = margin
    doc.y += this.#size(6)
  }

  #figure(
    svg: string,
    height: number,
    alt: string,
    caption: readonly string[],
    notes: readonly string[],
  ): void {
    const doc = this.#doc
    // A drawing keeps its caption with it.
    if (doc.page.height - doc.page.margins.bottom - doc.y < height + this.#size(24)) doc.addPage()
    this.#words('P', caption.join(' · '), { face: 'bold', size: 9, before: 2, after: 2 })
    const top = doc.y
    const width = this.#width
    this.#root.add(
      doc.struct(
        'Figure',
        { alt: this.#clean(alt), bbox: [margin, top, margin + width, top + height] } as never,
        [
          () => {
            // Line widths and dashes of a drawing stay its own.
            doc.save()
            svgToPdf(doc, this.#svgText(svg), margin, top, {
              width,
              height,
              assumePt: true,
              preserveAspectRatio: 'xMidYMid meet',
              fontCallback: (_family, bold, italic) => (bold ? 'bold' : italic ? 'italic' : 'regular'),
              warningCallback: () => {},
            })
            doc.restore()
          },
        ],
      ),
    )
    doc.x = margin
    doc.y = top + height + this.#size(4)
    for (const [index, note] of notes.entries())
      this.#words('P', `${index + 1}. ${note}`, { size: 8.5, color: muted, after: 1 })
  }

  /** The words of a drawing with letters that the font has; its marks are left alone. */
  #svgText = (svg: string): string => svg.replace(/>([^<]+)</g, (_, text: string) => `>${this.#clean(text)}<`)

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
    doc.y += this.#size(4)
  }

  /** Title and number at the foot of each sheet: decoration, which a screen reader passes over. */
  feet(): void {
    const doc = this.#doc
    const { start, count } = doc.bufferedPageRange()
    const title = this.#clean(this.#file.title)
    for (let sheet = 0; sheet < count; sheet++) {
      doc.switchToPage(start + sheet)
      // Below the margin, where words would otherwise begin a new sheet.
      doc.page.margins.bottom = 0
      doc.markContent('Artifact', { type: 'Pagination' } as never)
      doc.font('regular').fontSize(8).fillColor(muted)
      const y = doc.page.height - foot
      doc.text(title.length > 90 ? `${title.slice(0, 89)}…` : title, margin, y, {
        width: this.#width - 70,
        height: 12,
        lineBreak: false,
      })
      doc.text(`${this.#file.words.page} ${sheet + 1}/${count}`, margin + this.#width - 70, y, {
        width: 70,
        align: 'right',
        lineBreak: false,
      })
      doc.endMarkedContent()
    }
  }
}
