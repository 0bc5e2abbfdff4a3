/** The only server door of polls for other modules. */
export { askCommunity } from './server/operations/ask-community.ts'
