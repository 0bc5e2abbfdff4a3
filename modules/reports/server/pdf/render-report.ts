import PDFDocument from 'pdfkit'
import { fonts } from '#platform/pdf/fonts.ts'
import type { ReportFile } from './document.ts'
import { foot, localeOf, margin, Sheet } from './sheet.ts'

type Doc = InstanceType<typeof PDFDocument>

/**
 * Sizes that are tried for the first sheet, largest first: the report stands on one sheet, the annex after it. The
 * last one holds seven sections of 600 letters with everything computed.
 */
const scales = [1, 0.94, 0.88, 0.82, 0.76, 0.7, 0.64, 0.58, 0.52]

/**
 * A report as an accessible PDF: language, title, a structure tree with headings, paragraphs, lists, tables with their
 * headers and figures with their alternative text. The charts are the drawings of the page. About 0.3 s of CPU, so it
 * runs in a worker (make-pdf.ts).
 */
export async function renderReport(file: ReportFile): Promise<Buffer> {
  const scale = scales.find((one) => sheetsOf(file, one) === 1) ?? scales.at(-1)!
  const doc = open(file)
  const chunks: Buffer[] = []
  const ended = new Promise<Buffer>((resolve, reject) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk))
    doc.on('end', () => resolve(Buffer.concat(chunks)))
    doc.on('error', reject)
  })
  const sheet = new Sheet(doc, file)
  sheet.page(scale)
  sheet.annex()
  sheet.feet()
  doc.end()
  return ended
}

function open(file: ReportFile): Doc {
  const doc = new PDFDocument({
    size: 'A4',
    margins: { top: margin - 8, bottom: margin + foot - 24, left: margin, right: margin },
    pdfVersion: '1.7',
    tagged: true,
    lang: localeOf(file.language),
    displayTitle: true,
    bufferPages: true,
    info: {
      Title: file.title.replace(/[\p{Cc}\p{Cf}]/gu, ''),
      Creator: 'Préau',
      Producer: 'Préau',
      CreationDate: new Date(file.at),
    },
  })
  for (const [name, bytes] of Object.entries(fonts)) doc.registerFont(name, bytes)
  return doc
}

/** How many sheets the first part takes at this size. */
function sheetsOf(file: ReportFile, scale: number): number {
  const doc = open(file)
  doc.on('data', () => {})
  new Sheet(doc, file).page(scale)
  const { count } = doc.bufferedPageRange()
  doc.end()
  return count
}
