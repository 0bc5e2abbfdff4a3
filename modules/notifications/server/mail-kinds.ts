import type { MemberContext } from '#platform/context.ts'
import type { MailBlock } from '#platform/mail/template.ts'
import type { Services } from '#platform/services.ts'

/** What a mail says to one person; both forms, footer and unsubscribe headers are added by the ledger. */
export interface MailWords {
  subject: string
  heading: string
  blocks: readonly MailBlock[]
  /** Why this mail came; the ledger adds how to have fewer. */
  why: string
  /** What one click stops; absent: all mails of Préau to this person. A community: what comes from it. */
  stops?: 'mail' | 'digest' | { communityId: string }
  headers?: Record<string, string>
  /** Runs in the transaction that records the sending. */
  sent?: (ctx: MemberContext) => Promise<void>
}

/** A mail of its own wording, sent through the ledger by `deliver`. */
export interface MailKind {
  /** Stored in the ledger; unique: `mailing`. */
  name: string
  /**
   * Written as the receiver at the moment of sending: undefined where they may no longer have it, and it is withheld.
   * The subject is what `deliver` was given.
   */
  compose(
    ctx: MemberContext,
    subject: Readonly<Record<string, string>>,
    services: Services,
  ): Promise<MailWords | undefined>
}

const kinds = new Map<string, MailKind>()
export const mailKindOf = (name: string): MailKind | undefined => kinds.get(name)

/** Declares a kind of mail once, when its module is loaded. */
export function defineMailKind(kind: MailKind): MailKind {
  kinds.set(kind.name, kind)
  return kind
}

/** Where an answer to the mail of a notice goes. */
export type ReplyAddress = (
  ctx: MemberContext,
  about: { source: string; subject: Readonly<Record<string, string>>; communityId: string | null },
) => Promise<string | undefined>

let replyAddress: ReplyAddress | undefined
/** Reply by mail: whoever reads the mailbox says which address stands in Reply-To. */
export const provideReplyAddresses = (provider: ReplyAddress): void => void (replyAddress = provider)
export const replyAddressFor: ReplyAddress = async (ctx, about) => replyAddress?.(ctx, about)
