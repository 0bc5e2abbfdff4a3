// The only server door of newsletters for other modules.
/** A module above says how its things are quoted; each reader finds them by its own rights. */
export { defineItemSource } from './server/items.ts'
export type { Item, ItemSource } from './server/items.ts'
/** Only for the demo company. */
export { addDemoNewsletter, removeDemoNewsletters } from './server/operations/demo-newsletters.ts'
