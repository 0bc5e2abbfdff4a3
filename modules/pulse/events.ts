import { defineEvent } from '#platform/shared/events.ts'

// Never an event about an answer: whoever answers leaves no line here.
interface OfWave {
  waveId: string
}
/** A wave can be answered. */
export const waveOpened = defineEvent<OfWave>('waveOpened', { heardBy: 'readers' })
/** Half of its time is over. Whom to remind is read from the tickets when notices are written, and not carried here. */
export const waveReminded = defineEvent<OfWave>('waveReminded')
/** Closed, and published to everybody in the same transaction. */
export const waveClosed = defineEvent<OfWave>('waveClosed', { heardBy: 'readers' })
/** A mistaken wave was taken back before anybody had answered. */
export const waveCancelled = defineEvent<OfWave>('waveCancelled', { heardBy: 'readers' })
/** "You said / we do / we will not" is there. */
export const saidPublished = defineEvent<OfWave>('saidPublished', { heardBy: 'readers' })
