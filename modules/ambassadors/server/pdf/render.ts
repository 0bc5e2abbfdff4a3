import PDFDocument from 'pdfkit'
import { fonts } from '#platform/pdf/fonts.ts'
import type { Face } from '#platform/pdf/fonts.ts'
import { printable } from '#platform/pdf/letters.ts'
import type { AttestationFile } from './document.ts'

type Doc = InstanceType<typeof PDFDocument>
type Element = ReturnType<Doc['struct']>

const margin = 68
const ink = '#1f1b16'
const muted = '#5f574d'

/**
 * An attestation as an accessible PDF: language, title, a structure tree with headings, paragraphs and lists; the number
 * of the sheet stands outside of it. Runs in a worker (make-pdf.ts).
 */
export async function renderAttestation(file: AttestationFile): Promise<Buffer> {
  const doc = new PDFDocument({
    size: 'A4',
    margins: { top: margin, bottom: margin, left: margin, right: margin },
    pdfVersion: '1.7',
    tagged: true,
    lang: file.language === 'fr' ? 'fr-FR' : 'en-GB',
    displayTitle: true,
    bufferPages: true,
    info: { Title: file.title, Creator: 'Préau', Producer: 'Préau', CreationDate: new Date(file.at) },
  })
  const chunks: Buffer[] = []
  const ended = new Promise<Buffer>((resolve, reject) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk))
    doc.on('end', () => resolve(Buffer.concat(chunks)))
    doc.on('error', reject)
  })
  for (const [name, bytes] of Object.entries(fonts)) doc.registerFont(name, bytes)
  write(doc, file)
  doc.end()
  return ended
}

function write(doc: Doc, file: AttestationFile): void {
  doc.font('regular')
  const { font } = (doc as unknown as { _font: { font: { hasGlyphForCodePoint(code: number): boolean } } })
    ._font
  const clean = (text: string) => printable(text, (code) => font.hasGlyphForCodePoint(code))
  const root = doc.struct('Document')
  doc.addStructure(root)
  const width = doc.page.width - 2 * margin

  const words = (
    parent: Element,
    type: string,
    text: string,
    look: {
      face?: Face
      size?: number
      color?: string
      before?: number
      after?: number
      indent?: number
    } = {},
  ): void => {
    const said = clean(text)
    if (said.trim() === '') return
    const size = look.size ?? 11
    doc.y += look.before ?? 0
    // A heading is not left alone at the foot of a sheet.
    if (type.startsWith('H') && doc.page.height - margin - doc.y < size * 4.5) doc.addPage()
    const indent = look.indent ?? 0
    parent.add(
      doc.struct(type, {}, () => {
        doc
          .font(look.face ?? 'regular')
          .fontSize(size)
          .fillColor(look.color ?? ink)
        doc.text(said, margin + indent, doc.y, { width: width - indent, lineGap: size * 0.3 })
      }),
    )
    doc.x = margin
    doc.y += look.after ?? 7
  }

  words(root, 'H1', file.title, { face: 'bold', size: 22, after: 14 })
  let list: Element | undefined
  const last = file.lines.length - 1
  for (const [index, line] of file.lines.entries()) {
    if (!line.startsWith('- ')) {
      list?.end()
      list = undefined
    }
    if (line.startsWith('# '))
      words(root, 'H2', line.slice(2), { face: 'bold', size: 13, before: 10, after: 5 })
    else if (line.startsWith('- ')) {
      if (!list) {
        list = doc.struct('L')
        root.add(list)
      }
      const item = doc.struct('LI')
      list.add(item)
      if (doc.page.height - margin - doc.y < 22) doc.addPage()
      const top = doc.y
      item.add(
        doc.struct('Lbl', {}, () => {
          doc.font('regular').fontSize(11).fillColor(ink)
          doc.text('•', margin + 2, top, { width: 12, lineBreak: false })
        }),
      )
      doc.y = top
      const body = doc.struct('LBody')
      item.add(body)
      words(body, 'P', line.slice(2), { indent: 14, after: 3 })
      body.end()
      item.end()
    } else
      words(
        root,
        'P',
        line,
        index >= last - 1 ? { size: 9.5, color: muted, before: index === last - 1 ? 14 : 0 } : {},
      )
  }
  list?.end()
  root.end()
  const { start, count } = doc.bufferedPageRange()
  for (let sheet = 0; sheet < count; sheet++) {
    doc.switchToPage(start + sheet)
    doc.page.margins.bottom = 0
    doc.markContent('Artifact', { type: 'Pagination' } as never)
    doc.font('regular').fontSize(8).fillColor(muted)
    doc.text(`${file.page} ${sheet + 1}/${count}`, margin, doc.page.height - 40, {
      width,
      align: 'right',
      lineBreak: false,
    })
    doc.endMarkedContent()
  }
}
