import { inflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { mostLetters, sectionKeys } from './words.ts'
import type { Texts } from './words.ts'
import { blocksOf } from './server/blocks.ts'
import { escapeMarkdown, markdownOf } from './server/markdown.ts'
import { makePdf } from './server/pdf/make-pdf.ts'
import { aReport } from './fixtures.ts'

const at = new Date('2026-11-04T09:00:00Z')

/** The objects of a PDF as text, streams inflated: what a screen reader walks through is in them. */
function read(pdf: Buffer): { raw: string; streams: string; sheets: number } {
  const raw = pdf.toString('latin1')
  const streams = [...raw.matchAll(/stream\r?\n/g)].map(({ index }) => {
    const start = index + /stream\r?\n/.exec(raw.slice(index))![0].length
    const end = raw.indexOf('endstream', start)
    try {
      return inflateSync(pdf.subarray(start, end)).toString('latin1')
    } catch {
      return ''
    }
  })
  return { raw, streams: streams.join('\n'), sheets: (raw.match(/\/Type \/Page\b(?!s)/g) ?? []).length }
}
/** A PDF string in UTF-16, as pdfkit writes what is not ASCII. */
const inUtf16 = (text: string): string =>
  `\xfe\xff${Buffer.from(text, 'utf16le').swap16().toString('latin1')}`

test('the PDF has a language, a title, and a structure with headings, tables and figures that are described', async () => {
  const report = aReport()
  const pdf = await makePdf(blocksOf(report, at))
  const { raw } = read(pdf)
  expect(raw.startsWith('%PDF-1.7')).toBe(true)
  for (const part of [
    '/StructTreeRoot',
    '/Lang (fr-FR)',
    '/Marked true',
    '/DisplayDocTitle true',
    '/S /H1',
    '/S /H2',
    '/S /P',
    '/S /L\n',
    '/S /LBody',
    '/S /Table',
    '/S /TH',
    '/S /TD',
    '/S /BlockQuote',
    '/S /Figure',
  ])
    expect(raw, part).toContain(part)
  // Every figure says what it shows.
  const figures = raw.match(/\/S \/Figure/g)!.length
  expect(figures).toBe(4)
  expect(raw.match(/\/Alt \(/g)!.length).toBe(figures)
  expect(raw).toContain(inUtf16('Arrêts par mois').slice(0, 20))
  // A text in another language than the document's says so.
  expect(read(await makePdf(blocksOf({ ...report, textLanguage: 'en' }, at))).raw).toContain('/Lang (en-GB)')
})

test('the report stands on one sheet, whatever is written; the annex comes after', async () => {
  const sheetsOf = async (texts: Texts): Promise<{ all: number; annexOnly: number }> => {
    const file = blocksOf({ ...aReport(), texts }, at)
    const all = read(await makePdf(file)).sheets
    const annexOnly = read(await makePdf({ ...file, page: [] })).sheets - 1
    return { all, annexOnly }
  }
  const short = await sheetsOf(Object.fromEntries(sectionKeys.map((key) => [key, 'Un mot.'])) as Texts)
  expect(short.all - short.annexOnly).toBe(1)
  const long = 'Les arrêts reculent, un palier à la fois, et chacun le dit autrement. '
    .repeat(20)
    .slice(0, mostLetters)
  const full = await sheetsOf(Object.fromEntries(sectionKeys.map((key) => [key, long])) as Texts)
  expect(full.all - full.annexOnly).toBe(1)
})

test('the charts are real drawings, and narrow spaces are printed', async () => {
  const { streams } = read(await makePdf(blocksOf(aReport(), at)))
  // Curves and lines of the charts, in the accent of paper.
  expect(streams).toMatch(/0\.10\d* 0\.38\d* 0\.58\d* (?:rg|RG|scn|SCN)/)
})

test('Markdown says the same, and words that people wrote stay words', () => {
  const report = {
    ...aReport(),
    texts: { ...aReport().texts, facts: '# Titre\n- <img src=x> [a](javascript:b) |' },
  }
  const text = markdownOf(blocksOf(report, at))
  for (const fact of report.facts) expect(text).toContain(escapeMarkdown(fact.text))
  for (const { name, value } of report.health) {
    expect(text).toContain(escapeMarkdown(name))
    expect(text).toContain(escapeMarkdown(value))
  }
  expect(text).toContain('\\# Titre')
  expect(text).not.toMatch(/[^\\]<img/)
  expect(text).not.toMatch(/[^\\]\]\(javascript/)
  expect(text.match(/^# /gm)).toHaveLength(1)
})
