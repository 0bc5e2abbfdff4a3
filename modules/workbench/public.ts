// The only server door of the workbench for other modules.
/** Only for the demo company. */
export { addDemoDay } from './server/operations/add-demo-day.ts'
export type { DemoDay } from './server/operations/add-demo-day.ts'
