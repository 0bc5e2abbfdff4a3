import type { Context } from '#platform/context.ts'
import { emitToBrowsers } from '#platform/events/events.ts'
import { enqueue } from '#platform/jobs/job.ts'
import { noticesChanged } from '../events.ts'
import { needsPerson } from '../reasons.ts'
import { deliverDue } from './deliver-due.ts'
import { reach, strongest } from './plan.ts'
import { insertTold, lockItem } from './queries/ledger.ts'
import type { Told } from './queries/ledger.ts'
import { listReceivers, preferencesOf, rulesOf } from './queries/receivers.ts'
import type { ReceiverRow } from './queries/receivers.ts'
import { nextAwake } from './quiet.ts'
import type { Item } from './sources/registry.ts'

/** Minutes during which something seen in the product is not mailed any more. */
export const graceMinutes = 10
const batch = 1_000

/**
 * Tells people of one thing. Idempotent by `item.key`: nobody is told twice. Five statements for a thousand people.
 * Rights are not decided here but whenever it is shown or sent.
 */
export async function tell(ctx: Context, source: string, item: Item): Promise<void> {
  const reasons = strongest(item.receivers, item.actorId)
  const ids = [...reasons.keys()]
  if (ids.length === 0) return
  await lockItem(ctx.tx, item.key)
  for (let start = 0; start < ids.length; start += batch) {
    const receivers = await listReceivers(
      ctx.tx,
      ids.slice(start, start + batch),
      item.communityId,
      item.postId ?? null,
    )
    const told = receivers.flatMap((receiver) => planFor(ctx.now, receiver, reasons) ?? [])
    if (told.length === 0) continue
    const added = await insertTold(ctx.tx, { ...item, source, now: ctx.now }, told)
    const changed = added.filter(({ channel }) => channel === 'inApp')
    await emitToBrowsers(
      ctx,
      changed.map(({ memberId }) => noticesChanged(null, { memberId })),
    )
    // What is held leaves with the round of its minute.
    if (added.some(({ channel, dueAt }) => channel !== 'inApp' && dueAt <= ctx.now))
      await enqueue(ctx, deliverDue, {}, { key: `${deliverDue.name}:now` })
  }
}

function planFor(now: Date, receiver: ReceiverRow, reasons: ReturnType<typeof strongest>): Told | undefined {
  const reason = reasons.get(receiver.memberId)!
  const way = reach(reason, receiver)
  if (way === 'nothing') return undefined
  const preferences = preferencesOf(receiver)
  const rules = rulesOf(receiver)
  // One way out of the product per thing: a device that can be woken, else the mail box.
  const byPush = way === 'leaves' && preferences.push && receiver.hasDevice
  const byMail = way === 'leaves' && !byPush && preferences.mail && receiver.email !== null
  return {
    memberId: receiver.memberId,
    reason,
    needsYou: needsPerson(reason),
    pushDue: byPush ? nextAwake(rules, now) : null,
    mailDue: byMail ? nextAwake(rules, new Date(now.getTime() + graceMinutes * 60_000)) : null,
  }
}
