import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDay, readFile, readNumber, writeFile } from './file.ts'
import { addMonths, directionOf, nextValueDue, progressOf } from './progress.ts'

const measure = fc.double({ min: -1e6, max: 1e6, noNaN: true })

describe('progress', () => {
  test('is 0 at the baseline, 1 at the target, half way in the middle, whichever way is better', () => {
    for (const [baseline, target] of [
      [10, 4],
      [4, 10],
      [-3, 3],
    ] as const) {
      expect(progressOf(baseline, target, baseline)).toBe(0)
      expect(progressOf(baseline, target, target)).toBe(1)
      expect(progressOf(baseline, target, (baseline + target) / 2)).toBe(0.5)
    }
    expect(progressOf(10, 4, 1)).toBe(1.5)
    expect(progressOf(10, 4, 13)).toBe(-0.5)
  })
  test('says nothing where the formula says nothing', () => {
    expect(progressOf(5, 5, 7)).toBeNull()
    expect(progressOf(null, 5, 7)).toBeNull()
    expect(progressOf(5, null, 7)).toBeNull()
    expect(progressOf(5, 7, null)).toBeNull()
    expect(directionOf(5, 5)).toBeNull()
    expect(directionOf(10, 4)).toBe('down')
  })
  test('does not depend on the unit nor on the sign, and grows as the value nears the target', () => {
    fc.assert(
      fc.property(measure, measure, measure, measure, (baseline, target, a, b) => {
        fc.pre(Math.abs(target - baseline) > 1e-3)
        const one = progressOf(baseline, target, a)!
        expect(progressOf(-baseline, -target, -a)).toBeCloseTo(one, 6)
        expect(progressOf(baseline * 60, target * 60, a * 60)! - one).toBeCloseTo(0, 3)
        const nearer = directionOf(baseline, target) === 'up' ? Math.max(a, b) : Math.min(a, b)
        expect(progressOf(baseline, target, nearer)!).toBeGreaterThanOrEqual(one)
      }),
    )
  })
})

test('the next value is due a month or a quarter after the last, at the month’s end when it is shorter', () => {
  expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
  expect(addMonths('2025-11-30', 3)).toBe('2026-02-28')
  expect(nextValueDue('2026-01-15', '2025-01-01', 'month')).toBe('2026-02-15')
  expect(nextValueDue(null, '2026-01-01', 'quarter')).toBe('2026-04-01')
  expect(nextValueDue(null, null, 'month')).toBeNull()
})

describe('a file', () => {
  test('is read line by line; what cannot be kept says why', () => {
    const lines = readFile(
      '\uFEFFDate;Valeur;Source;Note\r\n2026-01-31;12,5;GMAO;\r\n28/02/2026;"1 234,5";GMAO;"un ; deux"\r\n' +
        '2026-03;11.5;;\r\n;4;;\r\n2026-02-30;4;;\r\n2027-01-01;4;;\r\n2026-04-01;;;\r\n2026-04-01;beaucoup;;\r\n' +
        '2026-04-01;=1+1;;\r\n2026-04-02;4;=HYPERLINK("x");\r\n31/01/2026;9;GMAO;\r\n',
      '2026-06-30',
    )
    expect(lines.map(({ on, value, reason }) => [on, value, reason])).toEqual([
      ['2026-01-31', 12.5, null],
      ['2026-02-28', 1234.5, null],
      ['2026-03-31', 11.5, null],
      [null, null, 'noDate'],
      ['2026-02-30', null, 'badDate'],
      ['2027-01-01', 4, 'future'],
      ['2026-04-01', null, 'noValue'],
      ['2026-04-01', null, 'badValue'],
      ['2026-04-01', null, 'formula'],
      ['2026-04-02', null, 'formula'],
      ['2026-01-31', 9, 'twice'],
    ])
    expect(lines[1]).toMatchObject({ line: 3, note: 'un ; deux' })
  })
  test('without the two columns that matter it is refused', () => {
    expect(() => readFile('a;b\n1;2', '2026-01-01')).toThrow('fileUnreadable')
    expect(() => readFile('', '2026-01-01')).toThrow('fileUnreadable')
  })
  test('numbers as people write them', () => {
    for (const [text, number] of [
      ['1.234,5', 1234.5],
      ['1,234.5', 1234.5],
      ['12 %', 12],
      ['\u22124', -4],
      ['1\u202F000', 1000],
      ['1e5', null],
      ['', null],
    ] as const)
      expect(readNumber(text)).toBe(number)
    expect(readDay('02/2024')).toBe('2024-02-29')
    expect(readDay('31/04/2026')).toBeUndefined()
  })
  test('what is written can be read back, and runs nothing in a spreadsheet', () => {
    const cell = fc.string({ maxLength: 20 }).map((text) => text.replace(/[\0\r\n\t]/g, '').trim())
    fc.assert(
      fc.property(
        fc.uniqueArray(
          fc.record({
            on: fc.integer({ min: 1, max: 28 }).map((day) => `2026-01-${String(day).padStart(2, '0')}`),
            value: fc.integer({ min: -1e6, max: 1e6 }).map((n) => n / 100),
            source: cell.filter((text) => text !== '' && !text.startsWith("'")),
            note: cell.filter((text) => !text.startsWith("'")),
          }),
          { selector: (row) => `${row.on}\n${row.source}`, maxLength: 12 },
        ),
        (rows) => {
          const csv = writeFile(rows.map((row) => ({ ...row, note: row.note || null })))
          const cells = parse(csv.replace('\uFEFF', ''), { delimiter: ';' }) as string[][]
          for (const [, , source, note] of cells.slice(1))
            for (const text of [source, note]) expect(text).not.toMatch(/^[=+\-@]/)
          expect(
            readFile(csv, '2026-12-31').map(({ on, value, source, note }) => ({ on, value, source, note })),
          ).toEqual(rows.map((row) => ({ ...row, note: row.note || null })))
        },
      ),
    )
  })
})
