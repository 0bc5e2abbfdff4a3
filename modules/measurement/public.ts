/** The only server door of measurement for other modules. */
export { getFigures } from './server/operations/get-figures.ts'
export { notePresence } from './server/operations/note-presence.ts'
export { businessClock } from './server/business-clock.ts'
export type { BusinessClock, SiteCalendar } from './server/business-clock.ts'
export { kaplanMeier } from './server/survival.ts'
export { wilsonInterval } from './server/intervals.ts'
export { addDemoPresence, removeDemoPresence } from './server/operations/demo-presence.ts'
