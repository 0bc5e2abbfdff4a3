import type { MemberContext } from '#platform/context.ts'
import { defineJob } from '#platform/jobs/job.ts'
import type { Services } from '#platform/services.ts'
import { actorOf, describe } from './describe.ts'
import { mailKindOf } from './mail-kinds.ts'
import { composeKindMail, composeNoticeMail } from './mails.ts'
import { claimDue, listNoticesByIds, releaseInterrupted, setState, turnIntoMail } from './queries/outbox.ts'
import type { ClaimedRow, State } from './queries/outbox.ts'
import { listReceivers, preferencesOf, rulesOf } from './queries/receivers.ts'
import type { ReceiverRow } from './queries/receivers.ts'
import { isQuietAt, nextAwake } from './quiet.ts'
import { pushTo } from './push.ts'
import type { Described } from './mails.ts'
import { sendOnce, WasRefused } from './send-once.ts'

const batch = 200
const atTheSameTime = 3
const maximumAttempts = 8
/** Longer than any server takes to answer a mail (the connection gives up after 30 s). */
const lostAfterMinutes = 5

/**
 * Sends what is due. Claimed, then marked as handed over right before it leaves, then recorded: a process that dies in
 * between leaves at most the few that were being handed over, which are marked uncertain and never repeated.
 */
export const deliverDue = defineJob<Record<string, never>>({
  name: 'notifications.deliverDue',
  attempts: 3,
  timeout: 3_600,
  onFinalFailure: 'What was due leaves with the round of the next minute.',
  cron: '* * * * *',
  async run(ctx, _payload, services) {
    await services.db.transaction((tx) => releaseInterrupted(tx, ctx.now, lostAfterMinutes))
    for (;;) {
      const rows = await services.db.transaction((tx) => claimDue(tx, ctx.now, batch))
      if (rows.length > 0) await deliverBatch(services, ctx.now, rows)
      if (rows.length < batch) return
    }
  },
})

async function deliverBatch(services: Services, now: Date, rows: readonly ClaimedRow[]): Promise<void> {
  const receivers = await listReceivers(
    services.db.read,
    [...new Set(rows.map(({ memberId }) => memberId))],
    null,
    null,
  )
  const byId = new Map(receivers.map((receiver) => [receiver.memberId, receiver]))
  const letters = [
    ...Map.groupBy(rows, (row) =>
      row.noticeId ? `${row.memberId} ${row.channel}` : `${row.memberId} ${row.channel} ${row.itemKey}`,
    ).values(),
  ]
  const work = Array.from({ length: atTheSameTime }, async () => {
    for (let letter = letters.pop(); letter; letter = letters.pop())
      await deliverLetter(services, now, letter, byId.get(letter[0]!.memberId))
  })
  await Promise.all(work)
}

/** The rows that leave together: all notices of one person and channel, or one mail of its own wording. */
async function deliverLetter(
  services: Services,
  now: Date,
  rows: readonly ClaimedRow[],
  receiver: ReceiverRow | undefined,
): Promise<void> {
  const { channel, noticeId } = rows[0]!
  const settle = (state: State, more?: { problem?: string; dueAt?: Date }) =>
    services.db.transaction((tx) => setState(tx, rows, state, now, more))
  if (!receiver) return void (await settle('withheld', { problem: 'account' }))
  const preferences = preferencesOf(receiver)
  const isOff = channel === 'push' ? !preferences.push : channel === 'mail' ? !preferences.mail : false
  if (isOff) return void (await settle('withheld', { problem: 'switchedOff' }))
  if (channel !== 'push' && (!receiver.email || !services.mailer.isConfigured))
    return void (await settle('withheld', { problem: 'noMail' }))
  // A round that comes late must not wake anybody. The hour of a digest was chosen by its reader.
  if (channel !== 'digest' && isQuietAt(rulesOf(receiver), now))
    return void (await settle('waiting', { dueAt: nextAwake(rulesOf(receiver), now) }))
  const ctx: MemberContext = { actor: actorOf(receiver), tx: services.db.read, now }
  try {
    if (noticeId) await deliverNotices(services, ctx, rows, receiver)
    else await deliverKind(services, ctx, rows[0]!, receiver)
  } catch (error) {
    services.log.warn(
      { channel, itemKey: rows[0]!.itemKey, err: (error as Error).message },
      'a delivery failed',
    )
    const refusal = error instanceof WasRefused ? error : undefined
    // Whatever failed before it was handed over may be tried again; after that nobody knows.
    const isSafe = refusal ? refusal.isTemporary : error instanceof Error && !('wasHandedOver' in error)
    const attempts = Math.max(...rows.map((row) => row.attempts))
    if (isSafe && attempts < maximumAttempts)
      await settle('waiting', { dueAt: new Date(now.getTime() + 60_000 * 2 ** attempts), problem: 'notNow' })
    else
      await settle(isSafe || refusal ? 'failed' : 'uncertain', {
        problem: refusal?.code ?? 'interrupted',
      })
  }
}

async function deliverNotices(
  services: Services,
  ctx: MemberContext,
  rows: readonly ClaimedRow[],
  receiver: ReceiverRow,
): Promise<void> {
  const notices = await listNoticesByIds(
    ctx.tx,
    receiver.memberId,
    rows.flatMap(({ noticeId }) => noticeId ?? []),
  )
  const unread = notices.filter(({ readAt }) => readAt === null)
  const descriptions = await describe(ctx, unread)
  const told: Described[] = unread.flatMap((notice, index) => {
    const description = descriptions[index]
    return description ? [{ notice, description }] : []
  })
  const stateOf = (row: ClaimedRow): State => {
    if (told.some(({ notice }) => notice.id === row.noticeId)) return 'sending'
    return notices.some((notice) => notice.id === row.noticeId && notice.readAt) ? 'seen' : 'withheld'
  }
  const byState = Map.groupBy(rows, stateOf)
  for (const [state, some] of byState)
    if (state !== 'sending') await services.db.transaction((tx) => setState(tx, some, state, ctx.now))
  const leaving = byState.get('sending')
  if (!leaving) return
  if (leaving[0]!.channel === 'push') return await push(services, ctx, leaving, told)
  const mail = await composeNoticeMail(services, ctx, receiver, told, leaving)
  await sendOnce(services, ctx, leaving, mail)
}

/** To every device of the person; one that is gone is forgotten. */
async function push(
  services: Services,
  ctx: MemberContext,
  rows: readonly ClaimedRow[],
  told: readonly Described[],
): Promise<void> {
  await services.db.transaction((tx) => setState(tx, rows, 'sending', ctx.now))
  const reached = await pushTo(services, ctx, told).catch((error: Error) => {
    throw Object.assign(error, { wasHandedOver: true })
  })
  await services.db.transaction(async (tx) => {
    await setState(tx, rows, reached ? 'sent' : 'failed', ctx.now, reached ? {} : { problem: 'noDevice' })
    if (!reached) await turnIntoMail(tx, rows, ctx.now)
  })
}

async function deliverKind(
  services: Services,
  ctx: MemberContext,
  row: ClaimedRow,
  receiver: ReceiverRow,
): Promise<void> {
  const words = await mailKindOf(row.source)?.compose(ctx, row.subject ?? {}, services)
  if (!words) return void (await services.db.transaction((tx) => setState(tx, [row], 'withheld', ctx.now)))
  const mail = await composeKindMail(services, ctx, receiver, words, row)
  await sendOnce(services, ctx, [row], mail, words.sent)
}
