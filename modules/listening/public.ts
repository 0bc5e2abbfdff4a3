// The only server door of listening for other modules. The caller has checked who may ask.
export { listAnsweredThemes, listOpenDecisions, listPromisesDue } from './server/queries/doors.ts'
export type { AnsweredTheme, OpenDecision, PromiseDue } from './server/queries/doors.ts'
