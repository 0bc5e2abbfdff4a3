/** The only server door of expertise for other modules. */
export { proposeExperts } from './server/operations/propose-experts.ts'
export type { Rules as ProposalRules } from './server/choose.ts'
/** Writes one request for an answer; the caller has checked who may ask. */
export { askExpert } from './server/operations/ask-expert.ts'
/** Only for the demo company. */
export { addDemoExpertise } from './server/operations/add-demo-expertise.ts'
