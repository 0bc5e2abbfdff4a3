import { SaxesParser } from 'saxes'
import { readText } from '../decode.ts'

export type Row = Record<string, string>

/** A row that could not be read; the others are not affected. */
export interface BadRow {
  line: number
  reason: 'malformed' | 'truncated' | 'tooLarge'
  detail: string
}

/** No real post comes near; a quote that is never closed would otherwise swallow the rest of the file. */
const largestRow = 8 * 1024 * 1024

/**
 * The `<row …/>` elements of a dump file, one at a time, in flat memory whatever the size. Each row is parsed on
 * its own (saxes: no DTD, no entities but the five of XML), so that damage stays where it is: inside an attribute
 * `<` cannot occur, hence a `<row` there means that the row before it never ended.
 */
export async function* readRows(
  path: string,
  on: { bad: (problem: BadRow) => void; bytes?: (bytes: number) => void },
): AsyncGenerator<Row> {
  const parse = rowParser()
  const scanner = new RowScanner(on.bad)
  for await (const text of readText(path, on.bytes)) {
    for (const found of scanner.push(text)) {
      const row = parse(found.text)
      if (typeof row === 'string') on.bad({ line: found.line, reason: 'malformed', detail: row })
      else yield row
    }
  }
  scanner.end()
}

/** Cuts a stream of text into the texts of its rows. */
class RowScanner {
  #rest = ''
  #line = 1
  /** Where the search inside an unfinished row goes on, so that a long row is not scanned again for every piece. */
  #at = 0
  #quote = ''
  readonly #bad: (problem: BadRow) => void

  constructor(bad: (problem: BadRow) => void) {
    this.#bad = bad
  }

  *push(text: string): Generator<{ text: string; line: number }> {
    this.#rest += text
    for (;;) {
      if (!this.#startsRow() && !this.#toNextRow()) return
      const end = this.#findEnd()
      if (end === 'more') {
        if (this.#rest.length <= largestRow) return
        this.#bad({ line: this.#line, reason: 'tooLarge', detail: `more than ${largestRow} characters` })
        this.#drop(4)
      } else if (end < 0) {
        this.#bad({
          line: this.#line,
          reason: 'malformed',
          detail: 'the row does not end before the next one',
        })
        this.#drop(-end)
      } else {
        const found = { text: this.#rest.slice(0, end), line: this.#line }
        this.#drop(end)
        yield found
      }
    }
  }

  end(): void {
    if (this.#startsRow())
      this.#bad({ line: this.#line, reason: 'truncated', detail: 'the file ends inside the row' })
  }

  #startsRow(): boolean {
    return /^<row[\s/>]/.test(this.#rest)
  }

  /** Drops what lies before the next row; false when there is none yet (the last bytes may be the start of one). */
  #toNextRow(): boolean {
    const start = this.#rest.search(/<row[\s/>]/)
    this.#drop(start >= 0 ? start : Math.max(0, this.#rest.length - 4))
    return start >= 0
  }

  #drop(length: number): void {
    for (let at = this.#rest.indexOf('\n'); at >= 0 && at < length; at = this.#rest.indexOf('\n', at + 1))
      this.#line++
    this.#rest = this.#rest.slice(length)
    this.#at = 0
    this.#quote = ''
  }

  /** Length of the row, minus the length up to a `<` that shows it is broken, or `more`. */
  #findEnd(): number | 'more' {
    const text = this.#rest
    let at = Math.max(this.#at, 4)
    while (at < text.length) {
      if (this.#quote) {
        const close = text.indexOf(this.#quote, at)
        const broken = text.indexOf('<', at)
        if (broken >= 0 && (close < 0 || broken < close)) return -broken
        if (close < 0) break
        this.#quote = ''
        at = close + 1
        this.#at = at
      } else {
        const character = text[at]!
        if (character === '"' || character === "'") this.#quote = character
        else if (character === '>') return at + 1
        else if (character === '<') return -at
        at++
        this.#at = at
      }
    }
    // Inside a quote everything read so far has been searched.
    this.#at = this.#quote ? text.length : at
    return 'more'
  }
}

/** Control characters that XML forbids, raw or as references; some exports contain them. */
const forbidden =
  // oxlint-disable-next-line no-control-regex -- control characters are what it looks for
  /[\0-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|&#(?:x0*(?:[0-8bcef]|1[0-9a-f])|0*(?:[0-8]|1[1245-9]|2\d|3[01]));/gi

/** Attributes of one row, or what is wrong with it. A row with forbidden control characters is read without them. */
function rowParser(): (text: string) => Row | string {
  const parser = new SaxesParser({ fragment: true })
  let row: Row | undefined
  let problem: string | undefined
  parser.on('error', (error) => (problem ??= error.message))
  parser.on('opentag', (tag) => (row = tag.attributes as Row))
  const attempt = (text: string): Row | string => {
    row = problem = undefined
    parser.write(text.endsWith('/>') ? text : `${text}</row>`).close()
    return problem ?? row ?? 'no row'
  }
  return (text) => {
    const result = attempt(text)
    if (typeof result !== 'string' || !forbidden.test(text)) return result
    forbidden.lastIndex = 0
    return attempt(text.replace(forbidden, ''))
  }
}
