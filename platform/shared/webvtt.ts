// Captions as WebVTT (W3C, https://www.w3.org/TR/webvtt1/): read what people bring, write what the product serves.
// Only times and plain words pass: no styles, no positions, no marks, so that a caption file is never a document.

/** Seconds since the start of the video; `start` < `end`. */
export interface Cue {
  start: number
  end: number
  text: string
}

export type CaptionProblem = 'noHeader' | 'noCue' | 'badTime' | 'emptyCue' | 'outOfOrder' | 'tooMany'
/** Captions of a long talk; beyond that it is not one. */
export const mostCues = 5000
const longestText = 500

/** `1:02.5`, `00:01:02.500`, `62` or `62,5` in seconds; undefined when it is no time. */
export function readTime(text: string): number | undefined {
  const match = /^(?:(\d{1,3}):)??(?:(\d{1,2}):)?(\d{1,4})(?:[.,](\d{1,3}))?$/.exec(text.trim())
  if (!match) return undefined
  const [, hours = '0', minutes = '0', seconds = '0', part = ''] = match
  if ((match[2] !== undefined || match[1] !== undefined) && Number(seconds) > 59) return undefined
  if (match[1] !== undefined && Number(minutes) > 59) return undefined
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds) + Number(part.padEnd(3, '0')) / 1000
}

/** `00:01:02.500`. */
export function writeTime(seconds: number): string {
  const thousandths = Math.round(seconds * 1000)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${two(Math.floor(thousandths / 3_600_000))}:${two(Math.floor(thousandths / 60_000) % 60)}:${two(Math.floor(thousandths / 1000) % 60)}.${String(thousandths % 1000).padStart(3, '0')}`
}

/** Words of a cue without marks: `<v Karim>`, `<i>` and times inside go, entities become characters. */
const plainText = (text: string): string =>
  text
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replace(/&(nbsp|lrm|rlm);/g, ' ')
    .replaceAll('&amp;', '&')
    .replace(/[\p{Cc}]/gu, (mark) => (mark === '\n' ? '\n' : ' '))
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .join('\n')
    .slice(0, longestText)

/** Whether cues can be published; `cue` counts from 1. */
export function checkCues(cues: readonly Cue[]): { problem: CaptionProblem; cue: number } | undefined {
  if (cues.length === 0) return { problem: 'noCue', cue: 0 }
  if (cues.length > mostCues) return { problem: 'tooMany', cue: mostCues }
  let before = 0
  for (const [index, { start, end, text }] of cues.entries()) {
    if (!Number.isFinite(start) || !Number.isFinite(end) || start < 0 || end <= start || end > 360_000)
      return { problem: 'badTime', cue: index + 1 }
    if (plainText(text) === '') return { problem: 'emptyCue', cue: index + 1 }
    if (start < before) return { problem: 'outOfOrder', cue: index + 1 }
    before = start
  }
  return undefined
}

/** The cues of a WebVTT file, or what is wrong and in which cue. Notes, styles, regions and settings are left out. */
export function readWebVtt(file: string): { cues: Cue[] } | { problem: CaptionProblem; cue: number } {
  const text = file
    .replace(/^\uFEFF/, '')
    .replaceAll('\0', '')
    .replace(/\r\n?/g, '\n')
  if (!/^WEBVTT(?=[ \t\n]|$)/.test(text)) return { problem: 'noHeader', cue: 0 }
  const cues: Cue[] = []
  for (const block of text.split(/\n{2,}/).slice(1)) {
    const lines = block.split('\n').filter((line, index) => index > 0 || line !== '')
    if (lines.length === 0 || /^(NOTE|STYLE|REGION)(?=[ \t]|$)/.test(lines[0]!)) continue
    const at = lines.findIndex((line) => line.includes('-->'))
    if (at < 0 || at > 1) {
      if (block.trim() === '') continue
      return { problem: 'badTime', cue: cues.length + 1 }
    }
    const [from, rest = ''] = lines[at]!.split('-->')
    const start = readTime(from!)
    const end = readTime(rest.trim().split(/[ \t]/)[0]!)
    if (start === undefined || end === undefined) return { problem: 'badTime', cue: cues.length + 1 }
    cues.push({ start, end, text: plainText(lines.slice(at + 1).join('\n')) })
    if (cues.length > mostCues) return { problem: 'tooMany', cue: mostCues }
  }
  return checkCues(cues) ?? { cues }
}

const escaped = (text: string): string =>
  plainText(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** A WebVTT file of these cues. */
export const writeWebVtt = (cues: readonly Cue[]): string =>
  `WEBVTT\n\n${cues.map(({ start, end, text }) => `${writeTime(start)} --> ${writeTime(end)}\n${escaped(text)}\n`).join('\n')}`
