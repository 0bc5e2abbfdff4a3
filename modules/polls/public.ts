/** The only server door of polls for other modules. */
export { askCommunity } from './server/operations/ask-community.ts'
/** Only for the demo company. */
export { addDemoPolls } from './server/operations/demo-polls.ts'
