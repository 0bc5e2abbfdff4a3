// The only server door of radar for other modules.
/** Only for the demo company. */
export { addDemoRadar } from './server/operations/demo-radar.ts'
