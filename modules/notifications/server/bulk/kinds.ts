import type { Context } from '#platform/context.ts'
import type { Services } from '#platform/services.ts'
import type { MailPicture } from '#platform/mail/mailer.ts'
import type { Tx } from '#platform/db/tx.ts'

/** What a letter is about, and what its SQL needs to know; kept with the run. */
export type BulkSubject = Readonly<Record<string, unknown>>

/** One person of a batch, as they are at the moment of sending. */
export interface BulkReader {
  memberId: string
  memberKind: 'employee' | 'guest'
  language: 'fr' | 'en'
  /** What `detailSql` said of them when they were queued. */
  detail: Record<string, string>
}

/** A letter without what differs from one person to the next: `stopMark` stands where their one-click address goes. */
export interface BulkWords {
  subject: string
  html: string
  text: string
  pictures?: readonly MailPicture[]
}

/**
 * A letter to many. Its SQL is a part of the ledger's own statement, so that a hundred thousand people are queued in a
 * few statements: conditions over `people.member m`, with the run's subject as `run.subject` (jsonb).
 */
export interface BulkKind {
  /** Stored in the ledger: `newsletter`. */
  name: string
  /** SQL condition: `m` receives it, by the segments and refusals of this moment. */
  audienceSql: string
  /** SQL expression (jsonb or null): what is remembered of each, such as the edition. */
  detailSql: string
  /** What one click stops. */
  stops(subject: BulkSubject): { newsletterId: string }
  /** Its time has come, in the transaction that begins it; false: it does not leave. */
  begin(ctx: Context, subject: BulkSubject): Promise<boolean>
  /**
   * One call per batch: for each reader their words by the rights of this moment; undefined where they may no longer
   * have it. Readers who see the same share one object, so that a batch holds a handful of letters.
   */
  compose(
    ctx: Context,
    subject: BulkSubject,
    readers: readonly BulkReader[],
    services: Services,
  ): Promise<(BulkWords | undefined)[]>
  /** Everybody's case is closed. */
  finish(ctx: Context, subject: BulkSubject): Promise<void>
}

const kinds = new Map<string, BulkKind>()
export const bulkKindOf = (name: string): BulkKind | undefined => kinds.get(name)

/** Declares a kind once, when its module is loaded. */
export function defineBulkKind(kind: BulkKind): BulkKind {
  kinds.set(kind.name, kind)
  return kind
}

/** What one click on a link of a newsletter does; its module says. */
export type StopNewsletter = (tx: Tx, newsletterId: string, memberId: string, now: Date) => Promise<void>
let stopNewsletterOf: StopNewsletter | undefined
export const provideStopNewsletter = (stop: StopNewsletter): void => void (stopNewsletterOf = stop)
export const stopNewsletter: StopNewsletter = async (tx, newsletterId, memberId, now) =>
  stopNewsletterOf?.(tx, newsletterId, memberId, now)
