import PDFDocument from 'pdfkit'
import { fonts } from '#platform/pdf/fonts.ts'
import type { Face } from '#platform/pdf/fonts.ts'
import { printable } from '#platform/pdf/letters.ts'
import type { SlidesFile } from './document.ts'

const margin = 56
const ink = '#1f1b16'
const muted = '#5f574d'
const line = '#d8d0c4'

/**
 * The outline as an accessible PDF: language, title, and a structure tree with one heading a slide and its notes as
 * paragraphs. A slide's heading never stands alone at the foot of a page.
 */
export function renderSlides(file: SlidesFile): Promise<Buffer> {
  const doc = new PDFDocument({
    size: 'A4',
    margins: { top: margin, bottom: margin, left: margin, right: margin },
    pdfVersion: '1.7',
    tagged: true,
    lang: file.language === 'fr' ? 'fr-FR' : 'en-GB',
    displayTitle: true,
    bufferPages: true,
    info: {
      Title: file.title.replace(/[\p{Cc}\p{Cf}]/gu, ''),
      Creator: 'Préau',
      Producer: 'Préau',
      CreationDate: new Date(file.at),
    },
  })
  const chunks: Buffer[] = []
  const ended = new Promise<Buffer>((resolve, reject) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk))
    doc.on('end', () => resolve(Buffer.concat(chunks)))
    doc.on('error', reject)
  })
  for (const [name, bytes] of Object.entries(fonts)) doc.registerFont(name, bytes)
  doc.font('regular')
  const { font } = (doc as unknown as { _font: { font: { hasGlyphForCodePoint(code: number): boolean } } })
    ._font
  const clean = (text: string) => printable(text, (code) => font.hasGlyphForCodePoint(code))
  const width = doc.page.width - 2 * margin
  const root = doc.struct('Document')
  doc.addStructure(root)

  const write = (tag: string, text: string, face: Face, size: number, color: string, after: number) => {
    const said = clean(text)
    if (!said.trim()) return
    root.add(
      doc.struct(tag, {}, () => {
        doc.font(face).fontSize(size).fillColor(color).text(said, margin, doc.y, { width, lineGap: 2 })
      }),
    )
    doc.y += after
  }

  write('H1', file.title, 'bold', 20, ink, 4)
  write('P', file.lead, 'regular', 10, muted, 14)
  file.slides.forEach((slide, index) => {
    if (doc.y > doc.page.height - margin - 110) doc.addPage()
    const y = doc.y
    doc.markContent('Artifact', { type: 'Layout' })
    doc
      .moveTo(margin, y)
      .lineTo(margin + width, y)
      .lineWidth(0.6)
      .strokeColor(line)
      .stroke()
    doc.endMarkedContent()
    doc.y = y + 10
    write('H2', `${index + 1}. ${slide.title}`, 'bold', 14, ink, 4)
    for (const part of slide.notes.split(/\n+/u)) write('P', part, 'regular', 10.5, ink, 4)
    doc.y += 8
  })
  root.end()
  const { start, count } = doc.bufferedPageRange()
  for (let page = start; page < start + count; page++) {
    doc.switchToPage(page)
    // Below the margin a text would begin another page.
    doc.page.margins.bottom = 0
    doc.markContent('Artifact', { type: 'Pagination' })
    doc
      .font('regular')
      .fontSize(8.5)
      .fillColor(muted)
      .text(
        clean(`${file.title} · ${file.words.page} ${page + 1} / ${count}`),
        margin,
        doc.page.height - 36,
        {
          width,
          lineBreak: false,
        },
      )
    doc.endMarkedContent()
  }
  doc.end()
  return ended
}
