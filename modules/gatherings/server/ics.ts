/** One appointment of a calendar file. Texts are raw: escaping is done here and nowhere else. */
export interface IcsEvent {
  uid: string
  sequence: number
  changedAt: Date
  startsAt: Date
  endsAt: Date
  /** A whole day `YYYY-MM-DD` instead of the two instants. */
  wholeDay?: string
  summary: string
  description: string
  location: string | null
  url: string
  category: string
  status: 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED'
}

/** RFC 5545 3.3.5, form 2: an instant in UTC needs no VTIMEZONE and means the same in every calendar. */
const instant = (at: Date): string => at.toISOString().replace(/[-:]|\.\d{3}/g, '')

/** RFC 5545 3.3.11. Line ends of every sort become `\n`; other control characters have no place in a text. */
export const escapeText = (text: string): string =>
  text
    .replace(/\r\n?|\u2028|\u2029|\u0085|\v|\f/g, '\n')
    // oxlint-disable-next-line no-control-regex
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll('\n', '\\n')

const encoder = new TextEncoder()

/** RFC 5545 3.1: lines of at most 75 octets, broken between characters, never inside one. */
export function fold(line: string): string {
  const pieces: string[] = []
  let piece = ''
  let size = 0
  for (const character of line) {
    const length = encoder.encode(character).length
    // A continuation begins with a space, which counts.
    if (size + length > 75) {
      pieces.push(piece)
      piece = ''
      size = 1
    }
    piece += character
    size += length
  }
  return [...pieces, piece].join('\r\n ')
}

/** A URI is not escaped as a text is: what could end the line or the value is encoded. */
const uri = (address: string): string => encodeURI(address.replace(/[\s\u0000-\u001f]/g, '')) // oxlint-disable-line no-control-regex

const eventLines = (event: IcsEvent): string[] => [
  'BEGIN:VEVENT',
  `UID:${event.uid}`,
  `DTSTAMP:${instant(event.changedAt)}`,
  `LAST-MODIFIED:${instant(event.changedAt)}`,
  `SEQUENCE:${event.sequence}`,
  // 3.6.1: a date without an hour takes the whole day, whatever the reader's time zone.
  ...(event.wholeDay
    ? [`DTSTART;VALUE=DATE:${event.wholeDay.replaceAll('-', '')}`]
    : [`DTSTART:${instant(event.startsAt)}`, `DTEND:${instant(event.endsAt)}`]),
  `SUMMARY:${escapeText(event.summary)}`,
  ...(event.description ? [`DESCRIPTION:${escapeText(event.description)}`] : []),
  ...(event.location ? [`LOCATION:${escapeText(event.location)}`] : []),
  `URL:${uri(event.url)}`,
  `CATEGORIES:${escapeText(event.category)}`,
  `STATUS:${event.status}`,
  ...(event.status === 'CANCELLED' ? ['TRANSP:TRANSPARENT'] : []),
  'END:VEVENT',
]

/** A calendar file (RFC 5545). `name` makes it a feed that programs fetch again every hour (RFC 7986). */
export function calendarFile(events: readonly IcsEvent[], name?: string): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Preau//Gatherings//FR',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...(name !== undefined
      ? [
          `NAME:${escapeText(name)}`,
          `X-WR-CALNAME:${escapeText(name)}`,
          'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
          'X-PUBLISHED-TTL:PT1H',
        ]
      : []),
    ...events.flatMap(eventLines),
    'END:VCALENDAR',
  ]
  return `${lines.map(fold).join('\r\n')}\r\n`
}
