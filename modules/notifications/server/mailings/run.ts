import { systemActor } from '#platform/context.ts'
import type { Services } from '#platform/services.ts'
import { bounceAddressFor, unsubscribeTokensFor } from '../mail-in/addresses.ts'
import { nextAwake } from '../quiet.ts'
import { tell } from '../tell.ts'
import { mailingsSource } from './source.ts'
import { listReceivers, rulesOf } from '../queries/receivers.ts'
import { composeMailing, messageIdOf } from './compose.ts'
import {
  claim,
  countHanded,
  endClaim,
  findNextDue,
  finishMailing,
  insertReceivers,
  listAtWork,
  listDue,
  releaseInterrupted,
  setCancelled,
  setProblem,
  setSending,
} from './queries.ts'
import type { Claimed, WorkingMailing } from './queries.ts'
import { planMailing, wayOf } from './reach.ts'

/** Connections to the mail server at a time: as many as the mailer keeps open. */
const lanes = 3
/** One run ends after this, so that a stop or a newer mailing does not wait for it. */
const longestMilliseconds = 40_000
/** Minutes until a mail that was put off by its server is tried again; then it counts as refused. */
const patience = [1, 5, 20, 60]

/**
 * Sends what is due of all mailings, within the pace of a minute. The caller holds the one lock of sending (it falls
 * with the process), so every claim found here was left by somebody who died. Returns when to go on; undefined: nothing
 * is left to do.
 */
export async function sendDueMailings(services: Services): Promise<Date | undefined> {
  const { db } = services
  const started = Date.now()
  const isTime = (): boolean => Date.now() - started < longestMilliseconds
  await releaseInterrupted(db.read)
  const atWork = await listAtWork(db.read)
  if (atWork.length === 0) return undefined
  if (!services.mailer.isConfigured) {
    for (const mailing of atWork) await setProblem(db.read, mailing.id, 'noMail')
    return new Date(services.now().getTime() + 60_000)
  }
  const perMinute = services.config.mailPerMinute ?? 600
  let budget = perMinute - (await countHanded(db.read, services.now()))
  let isServerAway = false
  for (const [index, mailing] of atWork.entries()) {
    if (mailing.isArchived) {
      await db.transaction((tx) => setCancelled(tx, mailing.id, null, services.now()))
      continue
    }
    if (mailing.state === 'queued') await prepareMailing(services, mailing)
    // A long mailing leaves room for the short ones behind it.
    const share = Math.ceil(Math.max(0, budget) / (atWork.length - index))
    const { handed, isAway } = await sendSome(services, mailing, share, isTime)
    budget -= handed
    isServerAway ||= isAway
    await finishMailing(db.read, mailing.id, services.now())
  }
  return whenToGoOn(services, isServerAway, budget)
}

async function whenToGoOn(
  services: Services,
  isServerAway: boolean,
  budget: number,
): Promise<Date | undefined> {
  const next = await findNextDue(services.db.read)
  if (!next) return undefined
  const soon = new Date(services.now().getTime() + (isServerAway ? 60_000 : budget <= 0 ? 5_000 : 0))
  return next > soon ? next : soon
}

/** Writes one row for everybody in the community at this moment, and tells those who prefer a digest: in one transaction, once. */
export async function prepareMailing(services: Services, mailing: WorkingMailing): Promise<void> {
  await services.db.transaction(async (tx) => {
    const planned = await planMailing({ tx, now: services.now() }, mailing.communityId)
    if ((await setSending(tx, mailing.id, planned.length)) === 0) return
    for (let start = 0; start < planned.length; start += 5_000)
      await insertReceivers(
        tx,
        mailing.id,
        planned.slice(start, start + 5_000).map((one, index) => ({ ...one, seq: start + index + 1 })),
      )
    const ctx = { actor: systemActor('notifications.sendMailings'), tx, now: services.now() }
    await tell(ctx, mailingsSource.name, {
      key: `mailing:${mailing.id}`,
      group: `mailing:${mailing.id}`,
      communityId: mailing.communityId,
      subject: { mailingId: mailing.id },
      actorId: null,
      receivers: planned
        .filter(({ state }) => state === 'digest')
        .map(({ memberId }) => ({ memberId, reason: 'following' })),
    })
  })
}

interface Sent {
  handed: number
  isAway: boolean
}

interface Due {
  memberId: string
  stopToken: string
}

/** Hands out those whose time has come, one by one to any number of lanes, read some hundred at a time. */
function dueOf(services: Services, mailing: WorkingMailing): () => Promise<Due | undefined> {
  const page = 200
  let ready: Due[] = []
  let after: { dueAt: string; seq: number } | null = null
  let isEnd = false
  const read = async (): Promise<void> => {
    if (ready.length > 0 || isEnd) return
    const now = services.now()
    const rows = await listDue(services.db.read, mailing.id, now, after, page)
    isEnd = rows.length < page
    after = rows.at(-1) ?? after
    const ids = rows.map(({ memberId }) => memberId)
    const ctx = { tx: services.db.read, now }
    const tokens = rows.length > 0 && (await unsubscribeTokensFor(ctx, services, mailing.communityId, ids))
    ready = ids.map((memberId) => ({ memberId, stopToken: (tokens as Map<string, string>).get(memberId)! }))
  }
  let reading = Promise.resolve()
  return async () => {
    reading = reading.then(read)
    await reading
    return ready.shift()
  }
}

async function sendSome(
  services: Services,
  mailing: WorkingMailing,
  most: number,
  isTime: () => boolean,
): Promise<Sent> {
  const sent: Sent = { handed: 0, isAway: false }
  let left = most
  const next = dueOf(services, mailing)
  const lane = async (): Promise<void> => {
    while (left > 0 && !sent.isAway && isTime()) {
      left--
      const due = await next()
      if (!due) return
      const claimed = await claim(services.db.read, mailing.id, due.memberId, services.now())
      const outcome = claimed ? await sendOne(services, mailing, claimed, due.stopToken) : 'skipped'
      if (outcome === 'handed') sent.handed++
      else left++
      if (outcome === 'away') sent.isAway = true
    }
  }
  // Each lane ends its own claim, whatever happens to the others.
  const ended = await Promise.allSettled(Array.from({ length: lanes }, lane))
  const broken = ended.find((one) => one.status === 'rejected')
  if (broken) throw broken.reason as Error
  await setProblem(services.db.read, mailing.id, sent.isAway ? 'mailServer' : null)
  return sent
}

/** One person: their rights and wishes of this moment, then the mail, then its end. The claim is committed already. */
async function sendOne(
  services: Services,
  mailing: WorkingMailing,
  claimed: Claimed,
  stopToken: string,
): Promise<'handed' | 'skipped' | 'away'> {
  const { db } = services
  const end = (
    state: Parameters<typeof endClaim>[3],
    dueAt: Date | null = null,
    isTry = true,
  ): Promise<number> => endClaim(db.read, mailing.id, claimed.memberId, state, dueAt, isTry)
  const now = services.now()
  const [receiver] = await listReceivers(db.read, [claimed.memberId], mailing.communityId, null)
  const way = wayOf(receiver)
  if (!claimed.isMember || !receiver) return (await end('left', null, false), 'skipped')
  if (claimed.isRefused) return (await end('unsubscribed', null, false), 'skipped')
  if (way !== 'waiting') return (await end(way, null, false), 'skipped')
  const awake = nextAwake(rulesOf(receiver), now)
  if (awake > now) return (await end('waiting', awake, false), 'skipped')
  const bounceTo = await bounceAddressFor(services, mailing.number, claimed.seq)
  const mail = composeMailing(
    services,
    mailing,
    { address: receiver.email!, name: receiver.displayName, language: receiver.language },
    stopToken,
  )
  try {
    await services.mailer.send({
      ...mail,
      headers: { ...mail.headers, 'Message-ID': messageIdOf(services.config, mailing, claimed.seq) },
      ...(bounceTo && { bounceTo }),
    })
  } catch (error) {
    const said = readFailure(error)
    if (said === 'away') return (await end('waiting', null, false), 'away')
    const wait = said === 'later' ? patience[claimed.attempts - 1] : undefined
    await (wait === undefined ? end('refused') : end('waiting', new Date(now.getTime() + wait * 60_000)))
    return 'handed'
  }
  await end('sent')
  return 'handed'
}

/** What a failure says: about this address for good, about it for now, or about the mail server itself. */
export function readFailure(error: unknown): 'never' | 'later' | 'away' {
  const { responseCode, command } = error as { responseCode?: number; command?: string }
  if (error instanceof Error && / of a mail (?:contains|has)/.test(error.message)) return 'never'
  if (responseCode === undefined || responseCode === 421) return 'away'
  if (['CONN', 'AUTH', 'EHLO', 'HELO', 'STARTTLS'].includes(command ?? '') || command?.startsWith('AUTH'))
    return 'away'
  return responseCode >= 500 ? 'never' : 'later'
}
