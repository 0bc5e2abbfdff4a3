const units = ['kilobyte', 'megabyte', 'gigabyte'] as const

/** Size of a file for people: `12 Mo`, `12 MB`. Decimal units, never less than 1 kilobyte. */
export function fileSize(bytes: number, language: string): string {
  let value = Math.max(1, bytes / 1000)
  let unit = 0
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000
    unit++
  }
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: units[unit] ?? 'kilobyte',
    maximumFractionDigits: value < 10 && unit > 0 ? 1 : 0,
  }).format(value)
}
