import { randomBytes } from 'node:crypto'
import { systemActor } from '#platform/context.ts'
import type { Context } from '#platform/context.ts'
import type { Services } from '#platform/services.ts'
import { readFailure } from '../mailings/run.ts'
import { messageId } from '../mails.ts'
import { listReceivers, preferencesOf, rulesOf } from '../queries/receivers.ts'
import type { ReceiverRow } from '../queries/receivers.ts'
import { defaultPreferences } from '#modules/notifications/reasons.ts'
import { isQuietAt, nextAwake } from '../quiet.ts'
import { unsubscribeSealer } from '../secrets.ts'
import { bounceAddresses, listMarked, noteHardBounce } from './addresses.ts'
import { bulkKindOf } from './kinds.ts'
import type { BulkKind, BulkReader, BulkWords } from './kinds.ts'
import {
  addPace,
  claimBulk,
  findNextBulk,
  findRun,
  listAtWork,
  listRuleSets,
  listStillMeant,
  queueBatch,
  readPace,
  releaseBulk,
  setQueuedAfter,
  setRunProblem,
  setRunState,
  settleBulk,
} from './queries.ts'
import type { BulkRun, ClaimedBulk, Settled } from './queries.ts'
import { together } from './together.ts'

/** Members walked by one statement of queueing. */
const queueSize = 10_000
/** Claimed at a time: a second's work, so that a stop is felt at once. */
const claimSize = 400
/** As many as the mailer keeps connections. */
const lanes = 6
/** Minutes until a mail that was put off by its server is tried again; then it counts as refused. */
const patience = [1, 5, 20, 60, 240]
const longestMilliseconds = 50_000

/** Where the one-click address of each receiver goes; nobody who writes a letter can guess it. */
export const stopMark = `https://stop.invalid/${randomBytes(16).toString('hex')}`

/**
 * Goes on with every letter to many whose time has come. The caller holds the one lock of sending, which falls with its
 * connection: every claim found here was left by somebody who died. Returns when to go on; undefined: nothing is left.
 */
export async function sendDueBulk(
  services: Services,
  longest = longestMilliseconds,
): Promise<Date | undefined> {
  const { db } = services
  const ends = Date.now() + longest
  let next: Date | undefined
  const goOn = (at: Date): void => void (next = next && next < at ? next : at)
  for (const run of await listAtWork(db.read, services.now())) {
    const kind = bulkKindOf(run.kind)
    if (!kind) continue
    if (!(await begin(services, kind, run))) continue
    await queueAll(services, kind, run)
    await releaseBulk(db.read, run.itemKey, services.now())
    const at = await sendRun(services, kind, run, ends)
    if (at) goOn(at)
  }
  return next
}

const system = (services: Services, tx: Context['tx']): Context => ({
  actor: systemActor('notifications.sendBulk'),
  tx,
  now: services.now(),
})

async function begin(services: Services, kind: BulkKind, run: BulkRun): Promise<boolean> {
  if (run.state !== 'planned') return true
  return services.db.transaction(async (tx) => {
    const goes = await kind.begin(system(services, tx), run.subject)
    const changed = await setRunState(
      tx,
      run.itemKey,
      goes ? 'queueing' : 'stopped',
      ['planned'],
      services.now(),
    )
    if (changed > 0 && goes) run.state = 'queueing'
    return changed > 0 && goes
  })
}

/** Queues everybody: each batch is one statement and one transaction, and says how far it came. */
export async function queueAll(services: Services, kind: BulkKind, run: BulkRun): Promise<void> {
  if (run.state !== 'queueing') return
  const now = services.now()
  const dues = Object.fromEntries(
    (await listRuleSets(services.db.read)).map(({ key, timezone, country, rules }) => [
      key,
      nextAwake({ ...defaultPreferences, ...rules, timezone, country }, now).toISOString(),
    ]),
  )
  for (;;) {
    const walked = await services.db.transaction(async (tx) => {
      const batch = await queueBatch(tx, kind, run, dues, queueSize, now)
      if (batch.last) {
        if ((await setQueuedAfter(tx, run.itemKey, batch.last, batch.added)) === 0) return -1
        run.queuedAfter = batch.last
      }
      return batch.walked
    })
    if (walked < 0) return
    if (walked < queueSize) break
  }
  if ((await setRunState(services.db.read, run.itemKey, 'sending', ['queueing'], services.now())) > 0)
    run.state = 'sending'
}

const minuteOf = (at: Date): Date => new Date(Math.floor(at.getTime() / 60_000) * 60_000)

async function sendRun(
  services: Services,
  kind: BulkKind,
  run: BulkRun,
  ends: number,
): Promise<Date | undefined> {
  const { db } = services
  const inAMinute = (): Date => new Date(minuteOf(services.now()).getTime() + 60_000)
  if (!services.mailer.isConfigured) {
    await setRunProblem(db.read, run.itemKey, 'noMail')
    return inAMinute()
  }
  const perMinute = services.config.mailPerMinute ?? 600
  const context = {
    sealer: await unsubscribeSealer(db.read),
    bounceTo: await bounceAddresses(services, run.number),
  }
  for (;;) {
    const now = services.now()
    const pace = await readPace(db.read, minuteOf(now))
    const budget = Math.min(claimSize, perMinute - (pace.get('') ?? 0))
    if (budget <= 0) return inAMinute()
    if ((await findRun(db.read, run.itemKey))?.state !== 'sending') return undefined
    const claimed = await db.transaction((tx) => claimBulk(tx, run.itemKey, now, budget))
    if (claimed.length === 0) break
    const isAway = await sendBatch(services, kind, run, claimed, pace, context)
    await setRunProblem(db.read, run.itemKey, isAway ? 'mailServer' : null)
    if (isAway) return inAMinute()
    if (Date.now() > ends) return services.now()
  }
  const { at, isAtWork } = await findNextBulk(db.read, run.itemKey)
  if (at) return at
  if (!isAtWork)
    await db.transaction(async (tx) => {
      if ((await setRunState(tx, run.itemKey, 'done', ['sending'], services.now())) > 0)
        await kind.finish(system(services, tx), run.subject)
    })
  return undefined
}

interface Sending {
  sealer: Awaited<ReturnType<typeof unsubscribeSealer>>
  bounceTo: ((memberId: string) => string) | undefined
}

const domainOf = (email: string): string => email.slice(email.lastIndexOf('@') + 1).toLowerCase()

/** Why somebody who was queued has no letter after all, in the ledger's words; undefined: it leaves. */
function whyHeld(receiver: ReceiverRow | undefined, isMarked: boolean, isMeant: boolean): string | undefined {
  if (!receiver) return 'account'
  if (!receiver.email || isMarked) return 'noMail'
  if (!preferencesOf(receiver).mail) return 'switchedOff'
  return isMeant ? undefined : 'audience'
}

/** One batch: who they are and what they may read now, in a few statements; then the mails, some at a time. */
async function sendBatch(
  services: Services,
  kind: BulkKind,
  run: BulkRun,
  claimed: readonly ClaimedBulk[],
  pace: ReadonlyMap<string, number>,
  sending: Sending,
): Promise<boolean> {
  const { db } = services
  const now = services.now()
  const ids = claimed.map(({ memberId }) => memberId)
  const receivers = new Map((await listReceivers(db.read, ids, null, null)).map((one) => [one.memberId, one]))
  const marked = await listMarked(db.read, ids)
  const meant = await listStillMeant(db.read, kind, run.subject, ids)
  const held: Settled[] = []
  const leaving: { row: ClaimedBulk; receiver: ReceiverRow }[] = []
  const perDomain = services.config.mailPerMinutePerDomain
  const byDomain = new Map(pace)
  for (const row of claimed) {
    const receiver = receivers.get(row.memberId)
    const why = whyHeld(receiver, marked.has(row.memberId), meant.has(row.memberId))
    if (why || !receiver) {
      held.push({ memberId: row.memberId, state: 'withheld', problem: why ?? 'account' })
      continue
    }
    // A round that comes late wakes nobody.
    const rules = rulesOf(receiver)
    if (isQuietAt(rules, now)) {
      held.push({ memberId: row.memberId, state: 'waiting', dueAt: nextAwake(rules, now) })
      continue
    }
    const domain = domainOf(receiver.email!)
    const n = (byDomain.get(domain) ?? 0) + 1
    if (perDomain && n > perDomain) {
      const minutes = Math.ceil(n / perDomain)
      held.push({
        memberId: row.memberId,
        state: 'waiting',
        dueAt: new Date(minuteOf(now).getTime() + Math.min(minutes - 1, 60) * 60_000),
      })
    } else leaving.push({ row, receiver })
    byDomain.set(domain, n)
  }
  const readers: BulkReader[] = leaving.map(({ row, receiver }) => ({
    memberId: row.memberId,
    memberKind: receiver.memberKind,
    language: receiver.language,
    detail: row.detail ?? {},
  }))
  const words =
    readers.length > 0 ? await kind.compose(system(services, db.read), run.subject, readers, services) : []
  const letters = leaving.flatMap((one, index) => {
    const text = words[index]
    if (!text) held.push({ memberId: one.row.memberId, state: 'withheld', problem: 'rights' })
    return text ? [{ ...one, words: text }] : []
  })
  if (held.length > 0) await db.transaction((tx) => settleBulk(tx, run.itemKey, held, services.now()))
  return sendLetters(services, kind, run, letters, sending)
}

interface Letter {
  row: ClaimedBulk
  receiver: ReceiverRow
  words: BulkWords
}

async function sendLetters(
  services: Services,
  kind: BulkKind,
  run: BulkRun,
  letters: Letter[],
  sending: Sending,
): Promise<boolean> {
  const { db } = services
  // Lanes share one write: each waits for its own rows to be kept before it hands over the next letter.
  const record = together<Settled>((rows) => settleBulk(db.read, run.itemKey, rows, services.now()))
  const handed = new Map<string, number>()
  let isAway = false
  let next = 0
  const lane = async (): Promise<void> => {
    // How the last letter ended is written with the mark of the one that leaves now.
    let last: Settled[] = []
    for (let letter = letters[next++]; letter; letter = letters[next++]) {
      const { row, receiver } = letter
      await record([...last, { memberId: row.memberId, state: isAway ? 'waiting' : 'sending' }])
      last = []
      if (isAway) continue
      const end = await hand(services, kind, run, letter, sending)
      last = [end === 'away' ? { memberId: row.memberId, state: 'waiting' } : end]
      if (end === 'away') {
        isAway = true
        continue
      }
      for (const key of ['', domainOf(receiver.email!)]) handed.set(key, (handed.get(key) ?? 0) + 1)
      if (end.state !== 'bounced') continue
      await record(last)
      last = []
      await noteHardBounce(db.read, row.memberId, receiver.email!, end.problem ?? '550', services.now())
    }
    if (last.length > 0) await record(last)
  }
  const ended = await Promise.allSettled(Array.from({ length: lanes }, lane))
  if (handed.size > 0) await addPace(db.read, minuteOf(services.now()), handed)
  const broken = ended.find((one) => one.status === 'rejected')
  if (broken) throw broken.reason as Error
  return isAway
}

/** Hands one letter over and says what became of it. */
async function hand(
  services: Services,
  kind: BulkKind,
  run: BulkRun,
  { row, receiver, words }: Letter,
  { sealer, bounceTo }: Sending,
): Promise<Settled | 'away'> {
  const { publicUrl } = services.config
  const token = sealer({ memberId: row.memberId, stops: kind.stops(run.subject) })
  const stop = `${publicUrl}/unsubscribe/${token}`
  try {
    await services.mailer.send({
      to: { address: receiver.email!, name: oneLine(receiver.displayName) },
      subject: words.subject,
      html: words.html.replaceAll(stopMark, stop),
      text: words.text.replaceAll(stopMark, stop),
      ...(words.pictures && { pictures: words.pictures }),
      headers: {
        'List-Unsubscribe': `<${publicUrl}/api/v1/unsubscribe/${token}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
        'List-Id': `<${run.kind}.${new URL(publicUrl).hostname}>`,
        Precedence: 'list',
        'Message-ID': messageId(
          [{ memberId: row.memberId, itemKey: run.itemKey, channel: 'mail' }],
          publicUrl,
        ),
      },
      ...(bounceTo && { bounceTo: bounceTo(row.memberId) }),
    })
  } catch (error) {
    const said = readFailure(error)
    if (said === 'away') return 'away'
    const { responseCode, command } = error as { responseCode?: number; command?: string }
    const problem = responseCode === undefined ? 'form' : String(responseCode)
    const { memberId } = row
    const wait = said === 'later' ? patience[row.attempts - 1] : undefined
    if (wait !== undefined)
      return {
        memberId,
        state: 'waiting',
        problem,
        dueAt: new Date(services.now().getTime() + wait * 60_000),
      }
    // What is said of the receiver counts against the address; what is said of the letter does not.
    const isAddress = said === 'never' && command === 'RCPT TO' && responseCode !== 552
    return { memberId, state: isAddress ? 'bounced' : 'failed', problem }
  }
  return { memberId: row.memberId, state: 'sent' }
}

// oxlint-disable-next-line no-control-regex -- control characters are what is removed
const unsafe = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]+/g
const oneLine = (text: string): string => text.replace(unsafe, ' ').trim()
