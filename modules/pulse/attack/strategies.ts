import { unseal } from '#modules/pulse/server/seal.ts'
import { positionsOf, uuidBytes } from './evidence.ts'
import type { Evidence, StolenRow } from './evidence.ts'

/** What the attacker knows beforehand, and wants to complete. */
export interface Target {
  /**
   * Everybody who answered, in the order in which they did: more than a thief usually knows (somebody watched the
   * door). A design that holds here holds against less.
   */
  arrivals: readonly string[]
  /** Key of the item whose answers are to be given back to people. */
  item: string
  /** Tables that hold answers, such as `pulse.pulse_answer`. */
  answerTables: readonly string[]
  /** Only rows and traces that carry this (the wave); they must be told apart from other waves. */
  wave: string
}

/** Member → value 1–5. Whoever is left out is not guessed. */
export type Guess = ReadonlyMap<string, number>
export type Strategy = (evidence: Evidence, target: Target) => Guess

interface FoundAnswer extends StolenRow {
  value: number
}
const answersOf = ({ rows }: Evidence, { answerTables, item, wave }: Target): FoundAnswer[] =>
  rows.flatMap((row) => {
    if (!answerTables.includes(row.table)) return []
    const fields = JSON.parse(row.json) as Record<string, unknown>
    const value = Number(fields['value'])
    return fields['item'] === item && fields['wave_id'] === wave && value >= 1 && value <= 5
      ? [{ ...row, value }]
      : []
  })

/** The first that came is the first that lies there: whatever the order is made of. */
const inOrder =
  (order: (a: FoundAnswer, b: FoundAnswer) => number): Strategy =>
  (evidence, target) => {
    const answers = answersOf(evidence, target).sort(order)
    return new Map(
      target.arrivals.flatMap((member, index) => {
        const answer = answers[index]
        return answer ? [[member, answer.value] as const] : []
      }),
    )
  }
const byPlace = (a: StolenRow, b: StolenRow) => a.page - b.page || a.line - b.line
const idOf = (row: StolenRow) =>
  JSON.stringify((JSON.parse(row.json) as { id?: unknown }).id ?? '').padStart(40, '0')

/** Rows that name a member, outside the answers: tickets, sessions, counters, events, jobs. */
const mentionsOf = ({ rows }: Evidence, target: Target, member: string): StolenRow[] =>
  rows.filter(({ table, json }) => !target.answerTables.includes(table) && json.includes(member))

const mostFrequent = (values: readonly number[]): number | undefined => {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0]
}

/** "Has answered" and the answer carry the mark of one transaction, or of two neighbours. */
const sameTransaction =
  (distance: number): Strategy =>
  (evidence, target) => {
    const answers = answersOf(evidence, target)
    const guess = new Map<string, number>()
    for (const member of target.arrivals) {
      const marks = mentionsOf(evidence, target, member).map(({ xmin }) => xmin)
      const value = mostFrequent(
        answers
          .filter(({ xmin }) => marks.some((mark) => Math.abs(mark - xmin) <= distance))
          .map((answer) => answer.value),
      )
      if (value !== undefined) guess.set(member, value)
    }
    return guess
  }

/** Values that stand in clear beside the name of the item and the wave, in the order of the bytes. */
function valuesInClear(bytes: Buffer, { item, wave }: Target): { at: number; value: number }[] {
  const found: { at: number; value: number }[] = []
  const mark = uuidBytes(wave)
  for (const at of positionsOf(bytes, Buffer.from(item))) {
    if (!bytes.subarray(Math.max(0, at - 120), at + 60).includes(mark)) continue
    const end = at + item.length
    // A smallint behind a text starts at the next even byte of its row; where the row starts is not known: both.
    for (const from of [end, end + 1]) {
      if (from + 2 > bytes.length) continue
      const value = bytes.readInt16LE(from)
      if (value < 1 || value > 5) continue
      found.push({ at, value })
      break
    }
  }
  return found
}

/** The log tells what was written after what: the first run of values for the item, or the last one. */
const logOrder =
  (which: 'first' | 'last'): Strategy =>
  ({ wal }, target) => {
    const { arrivals } = target
    const values = valuesInClear(wal, target)
    const run = which === 'first' ? values.slice(0, arrivals.length) : values.slice(-arrivals.length)
    return new Map(
      arrivals.flatMap((member, index) => {
        const found = run[index]
        return found ? [[member, found.value] as const] : []
      }),
    )
  }

const nearest = (bytes: Buffer, target: Target, reach: number): Map<string, number> => {
  const values = valuesInClear(bytes, target)
  const guess = new Map<string, number>()
  if (values.length === 0) return guess
  for (const member of target.arrivals) {
    let best: { value: number; distance: number } | undefined
    for (const needle of [uuidBytes(member), Buffer.from(member)])
      for (const at of positionsOf(bytes, needle))
        for (const { at: there, value } of values) {
          const distance = Math.abs(there - at)
          if (distance <= reach && (!best || distance < best.distance)) best = { value, distance }
        }
    if (best) guess.set(member, best.value)
  }
  return guess
}

/** A member's identifier within reach of a value, in the log. */
const logNeighbours: Strategy = ({ wal }, target) => nearest(wal, target, 4_096)

/** The same within the files of tables and indexes, rows that were deleted or moved included. */
const fileNeighbours: Strategy = ({ files }, target) => {
  const guess = new Map<string, number>()
  for (const { bytes } of files)
    if (bytes.includes(target.item))
      for (const [member, value] of nearest(bytes, target, 512))
        if (!guess.has(member)) guess.set(member, value)
  return guess
}

/** A text that holds both a member and an answer: a line of a log, a job, an event, a kept reply. */
const textsWithBoth: Strategy = ({ rows, logs }, target) => {
  const guess = new Map<string, number>()
  const texts = [...logs, ...rows.map(({ json }) => json)].filter((text) => text.includes(target.item))
  for (const member of target.arrivals)
    for (const text of texts) {
      if (!text.includes(member)) continue
      const value = new RegExp(`${target.item}\\W{1,20}(?:value\\W{1,5})?([1-5])`).exec(text)?.[1]
      if (value) guess.set(member, Number(value))
    }
  return guess
}

/** Every way that was thought of; a design is as good as its result against the best of them. */
export const strategies: Readonly<Record<string, Strategy>> = {
  'order of transactions': inOrder((a, b) => a.xmin - b.xmin || byPlace(a, b)),
  'order on the page': inOrder(byPlace),
  'order on the page, backwards': inOrder((a, b) => byPlace(b, a)),
  'order of identifiers': inOrder((a, b) => idOf(a).localeCompare(idOf(b))),
  'same transaction': sameTransaction(0),
  'neighbouring transactions': sameTransaction(1),
  'order in the log, first': logOrder('first'),
  'order in the log, last': logOrder('last'),
  'neighbours in the log': logNeighbours,
  'neighbours in the files': fileNeighbours,
  'texts with both': textsWithBoth,
}

/** With the wave's private key: every message of the stage in clear, in the order in which they were written. */
export function openWithStolenKey(
  { rows }: Evidence,
  waveId: string,
  privateKey: Buffer,
): ReadonlyMap<string, number>[] {
  const wave = rows.find(({ table, json }) => table === 'pulse.wave' && json.includes(waveId))
  const hex = (text: string): Buffer => Buffer.from(text.replace(/^\\x/, ''), 'hex')
  const publicKey = hex((JSON.parse(wave!.json) as { seal_key: string }).seal_key)
  return rows
    .filter(({ table }) => table === `pulse.stage_${waveId.replaceAll('-', '')}`)
    .toSorted((a, b) => a.xmin - b.xmin || byPlace(a, b))
    .map(({ json }) => {
      const { sealed } = JSON.parse(json) as { sealed: string }
      return new Map(unseal(privateKey, publicKey, waveId, hex(sealed)).values)
    })
}
