import { describe, expect, test } from 'vitest'
import { contentDisposition, readRange } from './file-answer.ts'
import { sniffDocument, sniffImage } from './images.ts'
import { cleanFileName } from './operations/upload-attachment.ts'
import { newestFirst, readCursor } from './sql.ts'
import { prepareTags, prepareText, prepareTitle } from './text.ts'

describe('texts', () => {
  test('are composed, have one kind of line end, and something to see', () => {
    expect(prepareText('e\u0301te\u0301\r\n\r\nfin  ').md).toBe('été\n\nfin')
    expect(() => prepareText(' \u200b\n')).toThrow('emptyText')
    expect(() => prepareText('<!-- -->').html).not.toThrow()
    expect(prepareTitle('  Un\n  titre ')).toBe('Un titre')
    expect(prepareTitle('   ')).toBeNull()
  })

  test('tags are the same without case, sign or repetition', () => {
    expect(prepareTags(['#Outils', 'outils ', '', '#', 'É\u0301té'])).toHaveLength(2)
    expect(prepareTags(undefined)).toEqual([])
  })
})

describe('files', () => {
  test('a range is one range of bytes, or none', () => {
    expect(readRange('bytes=0-3', 10)).toEqual({ start: 0, end: 3 })
    expect(readRange('bytes=4-', 10)).toEqual({ start: 4, end: 9 })
    expect(readRange('bytes=-4', 10)).toEqual({ start: 6, end: 9 })
    expect(readRange('bytes=-40', 10)).toEqual({ start: 0, end: 9 })
    expect(readRange('bytes=5-99', 10)).toEqual({ start: 5, end: 9 })
    expect(readRange('bytes=10-', 10)).toBe('unsatisfiable')
    expect(readRange('bytes=5-2', 10)).toBe('unsatisfiable')
    expect(readRange('bytes=-0', 10)).toBe('unsatisfiable')
    for (const header of [undefined, 'bytes=', 'bytes=-', 'bytes=0-1,4-5', 'items=0-1', 'bytes=a-b'])
      expect(readRange(header, 10)).toBeUndefined()
  })

  test('a name cannot leave its header', () => {
    expect(contentDisposition('attachment', 'a"b\\c\r\nx: y.txt')).toBe(
      `attachment; filename="abcx: y.txt"; filename*=UTF-8''a%22b%5Cc%0D%0Ax%3A%20y.txt`,
    )
    expect(cleanFileName('')).toBe('document')
    expect(cleanFileName('..')).toBe('document')
  })

  test('types come from bytes', () => {
    expect(sniffImage(Buffer.from('<svg/>'))).toBeUndefined()
    expect(sniffImage(Buffer.from('GIF89a....'))).toBe('image/gif')
    expect(sniffImage(Buffer.alloc(0))).toBeUndefined()
    expect(sniffDocument(Buffer.from('<html>'))).toBe('application/octet-stream')
  })
})

test('a cursor is ours or refused', () => {
  const cursor = '2026-11-22T08:00:00.123456Z_01a2015d-0cfd-7694-8b6a-a02274c43d6e'
  expect(readCursor(cursor)).toEqual({ at: '2026-11-22T08:00:00.123456Z', id: cursor.slice(28) })
  expect(readCursor(undefined) ?? newestFirst).toBe(newestFirst)
  for (const bad of [
    '',
    'x',
    `${cursor}'`,
    cursor.toUpperCase(),
    'infinity_01a2015d-0cfd-7694-8b6a-a02274c43d6e',
  ])
    expect(() => readCursor(bad)).toThrow('invalidInput')
})
