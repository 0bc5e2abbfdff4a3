// The only server door of pulse for other modules.
export { listWaveResults, readAdkar } from './server/operations/doors.ts'
export type { Adkar, AdkarRow } from './server/operations/doors.ts'
/** Only for the demo company: whom a wave of a programme would be asked of. */
export { listProgrammePeople as listDemoProgrammePeople } from './server/programme.ts'
/** Only for the demo company. */
export { addDemoPulse, removeDemoPulse } from './server/operations/demo-pulse.ts'
export type { DemoWave } from './server/operations/demo-pulse.ts'
