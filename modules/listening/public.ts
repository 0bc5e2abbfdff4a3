// The only server door of listening for other modules. The caller has checked who may ask.
export { listAnsweredThemes, listOpenDecisions, listPromisesDue } from './server/queries/doors.ts'
export type { AnsweredTheme, OpenDecision, PromiseDue } from './server/queries/doors.ts'
/** For pulses and programmes: what was heard there begins a theme, as its manager. */
export { beginTheme } from './server/operations/code-themes.ts'
/** Only for the demo company. */
export { addDemoListening } from './server/operations/demo-listening.ts'
export type { DemoTheme } from './server/operations/demo-listening.ts'
