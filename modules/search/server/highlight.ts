import type { Highlighted } from '#modules/search/contract.ts'

/** Private-use characters mark a hit between PostgreSQL and here; a text that contains them loses them. */
const start = '\ue000'
const stop = '\ue001'

/**
 * A text with its hits marked. Marks of Markdown are taken off, addresses of links too; the result is plain text
 * and never HTML. `whole`: a title; `part`: the passage around the hits.
 */
export function headlineSql(text: string, language: string, query: string, size: 'whole' | 'part'): string {
  const plain =
    size === 'whole'
      ? text
      : `regexp_replace(regexp_replace(left(${text}, 20000), '\\]\\([^()\\s]*\\)', '', 'g'), '[*_\`#>\\[\\]|~]+|^[-+=]+', ' ', 'gn')`
  const options =
    size === 'whole' ? 'HighlightAll=true' : 'MaxWords=36, MinWords=18, ShortWord=2, MaxFragments=1'
  return `ts_headline(case when ${language} = 'en' then 'search.en'::regconfig else 'search.fr'::regconfig end,
    translate(${plain}, '${start}${stop}', ''), ${query}, 'StartSel=${start}, StopSel=${stop}, ${options}')`
}

/** What PostgreSQL marked, in pieces. */
export function readHighlights(text: string): Highlighted {
  const pieces: Highlighted = []
  const line = text.replace(/\s+/g, ' ').trim()
  for (const part of line.split(start)) {
    const end = part.indexOf(stop)
    if (end > 0) pieces.push({ text: part.slice(0, end), hit: true })
    const after = part.slice(end + 1)
    if (after) pieces.push({ text: after, hit: false })
  }
  return pieces
}
