/** The only server door of notifications for other modules. */
// A module above declares its notices itself; those below have theirs in server/sources (README there).
export { defineSource, on } from './server/sources/source.ts'
export type { Description, Item, NoticeFacts, Receiver, Source } from './server/sources/source.ts'
export { wordsOf } from './server/words.ts'
/** For what must leave no list of those who were told: notices and ledger of one thing. */
export { forgetItem } from './server/queries/forget-item.ts'
export { listAllLevelMembers } from './server/queries/receivers.ts'
/** Mails of their own wording, once per person, outside quiet hours, rights checked when they leave. */
export { deliver } from './server/deliver.ts'
export type { Delivery } from './server/deliver.ts'
export { defineMailKind } from './server/mail-kinds.ts'
export type { MailKind, MailWords } from './server/mail-kinds.ts'
export { countByState as countDeliveries } from './server/queries/ledger.ts'
/** Letters to very many, through the same ledger: queued in batches, resumable, within the pace of a minute. */
export { defineBulkKind, provideStopNewsletter } from './server/bulk/kinds.ts'
export type { BulkKind, BulkReader, BulkSubject, BulkWords } from './server/bulk/kinds.ts'
export { cancelBulk, countBulkAudience, planBulk, readBulk, stopBulk } from './server/bulk/doors.ts'
export type { BulkProgress } from './server/bulk/doors.ts'
/** The job that sends them; for tests and the bench, which run it in processes of their own. */
export { sendBulk } from './server/bulk/jobs.ts'
/** Where each receiver's one-click address goes in such a letter. */
export { stopMark } from './server/bulk/run.ts'
/** Wall times of a time zone. */
export { instantOf, localMoment } from './server/quiet.ts'
/** The server that takes answers and contributions by mail (MAIL_IN_PORT). */
export { startMailIn } from './server/mail-in/smtp-server.ts'
/** Only for the demo company. */
export { addDemoNotices } from './server/operations/add-demo-notices.ts'
/** Only for the demo company. */
export { addDemoMailing } from './server/mailings/demo.ts'
