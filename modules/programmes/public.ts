// The only server door of programmes for other modules.

/**
 * The programme if the actor may read or lead it: 404 `programmeNotFound` (absent and invisible are the same), 403
 * `programmeLeadersOnly`. The system may do both.
 */
export { getProgrammeFor } from './server/access.ts'
export type { ProgrammeAccess } from './server/access.ts'
export { listPopulations, listProgrammes, readPlan } from './server/operations/doors.ts'
export type { Plan, ProgrammeOfList } from './server/operations/doors.ts'
/** SQL conditions: member `m` belongs to population `p`; who may read programme `p`. */
export { populationMemberSql, readableProgrammeSql } from './server/sql.ts'
/** One entry of the listening log; the actor leads the programme, or is the system. */
export { noteListening } from './server/operations/keep-journal.ts'
/** Only for the demo company. */
export { addDemoProgramme, removeDemoProgrammes } from './server/operations/demo-programmes.ts'
export type { DemoProgramme } from './server/operations/demo-programmes.ts'
