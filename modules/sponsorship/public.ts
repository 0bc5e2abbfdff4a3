// The only server door of sponsorship for other modules. The caller has checked who may read.
export { countSponsorActs, isWithoutHierarchy, listSponsorCommitments } from './server/operations/doors.ts'
export type { SponsorCommitment } from './server/operations/doors.ts'
/** Only for the demo company. */
export { addDemoSponsorship } from './server/operations/demo-sponsorship.ts'
