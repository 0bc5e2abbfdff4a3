// The only server door of people. Signatures are stable; other modules import nothing deeper.
export { audit } from './server/audit.ts'
export { findSessionActor, sessionMemberSql } from './server/access.ts'
export { memberCardSql, seeableMemberSql } from './server/views.ts'
export {
  createDormantMember,
  createDormantMembers,
  createMember,
  createMembers,
  getBusinessCalendar,
  getOrganisation,
  listMemberCards,
} from './server/queries/doors.ts'
export type { BusinessCalendar, DormantMember, NewMember } from './server/queries/doors.ts'
export { logAccess } from './server/operations/log-access.ts'
export type { AccessNote } from './server/operations/log-access.ts'
export { ensureSetupToken, setupLink } from './server/operations/set-up.ts'
export { confirmPassword } from './server/operations/confirm-password.ts'
export { createOrganisation } from './server/operations/create-organisation.ts'
export { listRegistered, listScreens, registerPersonalData } from './server/personal-data.ts'
/** Only for the demo company. */
export { addDemoPlaces, hasDemoPeople, removeDemoPeople } from './server/operations/demo-people.ts'
export type { DemoSite } from './server/operations/demo-people.ts'
/** A module's words by key, for what the server writes itself. */
export { wordsOfModule } from './server/words.ts'
