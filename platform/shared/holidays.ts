/** Easter Sunday of the Gregorian calendar (the anonymous algorithm, Nature 1876, as given by Meeus). */
export function easterSunday(year: number): Date {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = Math.floor(b / 4)
  const e = b % 4
  const f = Math.floor((b + 8) / 25)
  const g = Math.floor((b - f + 1) / 3)
  const h = (19 * a + b - d - g + 15) % 30
  const i = Math.floor(c / 4)
  const k = c % 4
  const l = (32 + 2 * e + 2 * i - h - k) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const month = Math.floor((h + l - 7 * m + 114) / 31)
  const day = ((h + l - 7 * m + 114) % 31) + 1
  return new Date(Date.UTC(year, month - 1, day))
}

const fixedInFrance = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25']
/** Easter Monday, Ascension, Whit Monday: days after Easter Sunday. */
const movingInFrance = [1, 39, 50]

/**
 * Public holidays as `YYYY-MM-DD`. France: the eleven days of article L3133-1 of the Code du travail (the two
 * more of Alsace-Moselle are not known per site). Other countries: none yet, only the workdays of the site count.
 */
export function publicHolidays(country: string, year: number): Set<string> {
  if (country !== 'FR') return new Set()
  const easter = easterSunday(year).getTime()
  return new Set([
    ...fixedInFrance.map((day) => `${year}-${day}`),
    ...movingInFrance.map((days) => new Date(easter + days * 86_400_000).toISOString().slice(0, 10)),
  ])
}
