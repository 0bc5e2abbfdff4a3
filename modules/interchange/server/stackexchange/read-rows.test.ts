import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readRows } from './read-rows.ts'
import type { BadRow, Row } from './read-rows.ts'

let folder = ''
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'preau-rows-'))))
afterAll(() => rm(folder, { recursive: true, force: true }))

async function read(content: string | Buffer): Promise<{ rows: Row[]; bad: BadRow[] }> {
  const path = join(folder, 'Posts.xml')
  await writeFile(path, content)
  const bad: BadRow[] = []
  const rows: Row[] = []
  for await (const row of readRows(path, { bad: (problem) => bad.push(problem) })) rows.push({ ...row })
  return { rows, bad }
}

const wrap = (inside: string) => `<?xml version="1.0" encoding="utf-8"?>\n<posts>\n${inside}\n</posts>\n`

describe('rows of a dump', () => {
  it('reads attributes with entities, quotes and angle brackets', async () => {
    const { rows, bad } = await read(
      wrap(
        `<row Id="1" Body="&lt;p&gt;a &amp; b /&gt; &#xE9;&#10;> 'c'&lt;/p&gt;" />\n  <row Id='2' Title='say "hi"'></row>`,
      ),
    )
    expect(rows).toEqual([
      { Id: '1', Body: "<p>a & b /> é\n> 'c'</p>" },
      { Id: '2', Title: 'say "hi"' },
    ])
    expect(bad).toEqual([])
  })

  it.each([
    ['UTF-8 with a mark', (text: string) => Buffer.from(`\uFEFF${text}`)],
    ['UTF-16 little endian', (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['UTF-16 big endian', (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
    ['UTF-16 without a mark', (text: string) => Buffer.from(text, 'utf16le')],
  ])('reads %s', async (_name, encode) => {
    const { rows } = await read(encode(wrap('<row Id="1" DisplayName="Zoé 🐚" />')))
    expect(rows).toEqual([{ Id: '1', DisplayName: 'Zoé 🐚' }])
  })

  it('reports damage where it is and goes on', async () => {
    const { rows, bad } = await read(
      wrap(
        '<row Id="1" />\n<row Id="2" Body="never closed />\n<row Id="3" />\n<row Id="4" Body="a &nbsp; b" />\n<row Id="5" Id="6" />\n<row Id="7" />\n<row Id="8" Bo',
      ),
    )
    expect(rows.map((row) => row['Id'])).toEqual(['1', '3', '7'])
    expect(bad.map(({ line, reason }) => [line, reason])).toEqual([
      [4, 'malformed'],
      [6, 'malformed'],
      [7, 'malformed'],
      [9, 'malformed'],
    ])
  })

  it('says when the file ends inside a row', async () => {
    const { rows, bad } = await read('<posts><row Id="1" /><row Id="2" Body="cut he')
    expect(rows).toEqual([{ Id: '1' }])
    expect(bad).toEqual([{ line: 1, reason: 'truncated', detail: 'the file ends inside the row' }])
  })

  it('takes control characters out rather than losing the row', async () => {
    const { rows, bad } = await read(wrap('<row Id="1" Body="a\u0001b&#x1F;c&#0;d&#11;e&#10;f" />'))
    expect(rows).toEqual([{ Id: '1', Body: 'abcde\nf' }])
    expect(bad).toEqual([])
  })

  it('expands no entity of a document type', async () => {
    const { rows, bad } = await read(
      '<!DOCTYPE posts [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>\n<posts><row Id="1" Body="&b;" /><row Id="2" /></posts>',
    )
    expect(rows).toEqual([{ Id: '2' }])
    expect(bad).toHaveLength(1)
  })

  it('reads nothing from nothing', async () => {
    expect(await read('')).toEqual({ rows: [], bad: [] })
    expect(await read('\uFEFF')).toEqual({ rows: [], bad: [] })
  })

  it('keeps its memory flat', async () => {
    const path = join(folder, 'large.xml')
    const row = `<row Id="1" Body="${'mot '.repeat(2_000)}" />\n`
    await writeFile(path, `<posts>\n${row.repeat(5_000)}</posts>`)
    let count = 0
    let most = 0
    global.gc?.()
    const before = process.memoryUsage().rss
    for await (const _row of readRows(path, { bad: () => {} })) {
      count++
      if (count % 500 === 0) most = Math.max(most, process.memoryUsage().rss - before)
    }
    expect(count).toBe(5_000)
    // 40 MB of text; what stays is the collector's slack, far below the file once it is 200 MB and more.
    expect(most).toBeLessThan(120 * 1024 * 1024)
  })
})
