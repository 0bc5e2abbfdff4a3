/** The only server door of gatherings for other modules. */
/**
 * `createGathering(ctx, communityIdOrSlug, input, { invite, authorId })` → `{ id }`: for polls that turn into a
 * gathering; `invite` are members to tell by name. Refuses 403 `managersOnly` where the person may not create.
 */
export { createGathering } from './server/operations/create-gathering.ts'
export type { CreateOptions } from './server/operations/create-gathering.ts'
export {
  listAttendeeIds,
  listMinutesReceivers,
  listReadableGatherings,
  listReminderReceivers,
} from './server/operations/list-gatherings.ts'
/** The code of the check-in screen; only for the permission matrix. */
export { codeOf as checkInCodeOf } from './server/operations/check-in.ts'
/** Only for the demo company: gatherings that were, answers and minutes included. */
export { addDemoGathering } from './server/operations/add-demo-gathering.ts'
/** A calendar file (RFC 5545) of appointments; texts are raw, escaping is done there. For exports. */
export { calendarFile } from './server/ics.ts'
