// The only server door of pulse for other modules.
export { listWaveResults, readAdkar } from './server/operations/doors.ts'
export type { Adkar, AdkarRow } from './server/operations/doors.ts'
