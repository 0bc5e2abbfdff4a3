/** A cell as it comes from the database. */
export type Cell = string | number | boolean | null

/**
 * What a spreadsheet could take for a formula, with the marks and blanks that it skips before it: = + - @, their
 * full-width twins, a tab or a line end (OWASP, “CSV Injection”).
 */
const formula = /^[\s\u00a0\u200b-\u200f\u2028-\u202f\u2060\ufeff"']*[=+\-@＝＋－＠]|^[\t\r\n]/u

/**
 * One cell after RFC 4180. A text that could run as a formula gets an apostrophe in front and stands in quotes; a
 * number is a number and is left alone. NUL and other control characters have no place in a table.
 */
export function csvCell(value: Cell, separator: ',' | ';'): string {
  if (value === null) return ''
  if (typeof value === 'number') return decimal(value, separator)
  if (typeof value === 'boolean') return value ? '1' : '0'
  // oxlint-disable-next-line no-control-regex
  const text = value.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
  const isFormula = formula.test(text)
  const safe = isFormula ? `'${text}` : text
  return isFormula || /[",;\r\n\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Where a semicolon parts the cells, a comma parts the decimals: the two go together in a spreadsheet. */
const decimal = (value: number, separator: ',' | ';'): string =>
  separator === ';' ? String(value).replace('.', ',') : String(value)

export const csvLine = (cells: readonly Cell[], separator: ',' | ';'): string =>
  `${cells.map((cell) => csvCell(cell, separator)).join(separator)}\r\n`

/** Excel reads a file as UTF-8 only where it begins with this. */
export const byteOrderMark = '\ufeff'

export const separatorOf = (language: 'fr' | 'en'): ',' | ';' => (language === 'fr' ? ';' : ',')
