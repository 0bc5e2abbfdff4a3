/** The only server door of trials for other modules. */
/** Only for the demo company. */
export { addDemoTrial } from './server/operations/demo-trial.ts'
export type { DemoTrial } from './server/operations/demo-trial.ts'
