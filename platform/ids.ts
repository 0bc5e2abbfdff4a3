import { randomBytes } from 'node:crypto'

/** Where the counter of the latest milliseconds stands; a clock that stands still and the real one take turns. */
const counters = new Map<number, number>()
const mostCounters = 16

/**
 * A UUID version 7 (RFC 9562, method 1): 48 bits of milliseconds, a counter of 12, then random bits. Time-ordered, so
 * that primary keys are appended rather than scattered, and in the order in which this process made them within a
 * millisecond, so that lists by instant and id say what came first. Made in the application because PostgreSQL has
 * `uuidv7()` only from 18.
 */
export function newId(at: number = Date.now()): string {
  const bytes = randomBytes(16)
  const last = counters.get(at)
  // Begins anywhere in the lower half: room for two thousand more, and nothing to count for whoever sees an id.
  const counter = last !== undefined && last < 0xfff ? last + 1 : bytes.readUInt16BE(6) & 0x7ff
  counters.delete(at)
  counters.set(at, counter)
  if (counters.size > mostCounters) counters.delete(counters.keys().next().value!)
  bytes.writeUIntBE(at, 0, 6)
  bytes.writeUInt16BE(0x7000 | counter, 6)
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
