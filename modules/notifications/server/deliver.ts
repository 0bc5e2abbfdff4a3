import type { Context } from '#platform/context.ts'
import { enqueue } from '#platform/jobs/job.ts'
import { deliverDue } from './deliver-due.ts'
import type { MailKind } from './mail-kinds.ts'
import { insertMails } from './queries/ledger.ts'
import { listReceivers, rulesOf } from './queries/receivers.ts'
import { nextAwake } from './quiet.ts'

export interface Delivery {
  kind: MailKind
  /** Its own id, such as `mailing:<id>`: one person receives one key once, however often this is called. */
  key: string
  communityId: string | null
  /** Ids for `kind.compose`. */
  subject: Readonly<Record<string, string>>
  /** A thousand or two a call keep memory flat. */
  memberIds: readonly string[]
  /** Not before; quiet hours of each receiver are added to it. */
  notBefore?: Date
  /** For what cannot wait (a security matter). */
  ignoresQuietHours?: boolean
}

/**
 * Queues one mail per person through the ledger, each outside the quiet hours of its receiver. Idempotent by key and
 * person. People without an address, deactivated, or who switched mails off are left out. Two statements per call.
 */
export async function deliver(
  ctx: Context,
  delivery: Delivery,
): Promise<{ added: number; withoutMail: number }> {
  const receivers = await listReceivers(ctx.tx, delivery.memberIds, delivery.communityId, null)
  const from = delivery.notBefore ?? ctx.now
  const reached = receivers.filter(
    ({ email, preferences, level }) => email !== null && preferences?.mail !== false && level !== 'nothing',
  )
  const dues = reached.map((receiver) => ({
    memberId: receiver.memberId,
    dueAt: delivery.ignoresQuietHours ? from : nextAwake(rulesOf(receiver), from),
  }))
  const added = await insertMails(
    ctx.tx,
    {
      key: delivery.key,
      source: delivery.kind.name,
      communityId: delivery.communityId,
      subject: delivery.subject,
      now: ctx.now,
    },
    dues,
  )
  if (dues.some(({ dueAt }) => dueAt <= ctx.now))
    await enqueue(ctx, deliverDue, {}, { key: `${deliverDue.name}:now` })
  return { added, withoutMail: delivery.memberIds.length - reached.length }
}
