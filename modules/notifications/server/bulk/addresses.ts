import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Tx } from '#platform/db/tx.ts'
import type { Services } from '#platform/services.ts'
import { mailKey } from '../mail-in/mail-key.ts'
import { findRunByNumber } from './queries.ts'

/** After so many refusals for good in a row, nothing more of this kind is sent to an address. */
export const mostHardBounces = 3

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'
const macBytes = 10

function toBase32(bytes: Buffer): string {
  let [bits, value, text] = [0, 0, '']
  for (const byte of bytes) {
    value = (value << 8) | byte
    bits += 8
    while (bits >= 5) {
      bits -= 5
      text += alphabet[(value >>> bits) & 31]
    }
    value &= (1 << bits) - 1
  }
  return bits > 0 ? text + alphabet[(value << (5 - bits)) & 31] : text
}

function fromBase32(text: string): Buffer {
  let [bits, value] = [0, 0]
  const bytes: number[] = []
  for (const letter of text) {
    value = (value << 5) | alphabet.indexOf(letter)
    bits += 5
    if (bits >= 8) {
      bits -= 8
      bytes.push((value >>> bits) & 255)
      value &= (1 << bits) - 1
    }
  }
  return Buffer.from(bytes)
}

const macOf = (key: Buffer, plain: Buffer): Buffer =>
  createHmac('sha256', key).update('bulk bounce ').update(plain).digest().subarray(0, macBytes)

/** Makes the address to which a failure of one person's letter is reported: it names the letter, and that we made it. */
export async function bounceAddresses(
  { config }: Pick<Services, 'config'>,
  runNumber: number,
): Promise<((memberId: string) => string) | undefined> {
  const { mailIn } = config
  if (!mailIn) return undefined
  const key = await mailKey(config.dataDir)
  return (memberId) => {
    const plain = Buffer.alloc(20)
    plain.writeUInt32BE(runNumber)
    plain.write(memberId.replaceAll('-', ''), 4, 'hex')
    return `lost+${toBase32(Buffer.concat([plain, macOf(key, plain)]))}@${mailIn.domain}`
  }
}

export const lostAddress = /^lost\+([a-z2-7]{48})$/

/** Whose letter, of which run; undefined for anything we did not write. */
async function openAddress(
  { config }: Pick<Services, 'config'>,
  code: string,
): Promise<{ memberId: string; runNumber: number } | undefined> {
  const bytes = fromBase32(code)
  const plain = bytes.subarray(0, 20)
  const key = await mailKey(config.dataDir)
  if (bytes.length !== 30 || !timingSafeEqual(bytes.subarray(20), macOf(key, plain))) return undefined
  const hex = plain.subarray(4).toString('hex')
  return {
    runNumber: plain.readUInt32BE(0),
    memberId: hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'),
  }
}

/** What a report (RFC 3464) says: for good, for now, or only that it takes longer. */
export interface DeliveryStatus {
  action: 'failed' | 'delayed' | 'other'
  /** `5.1.1`; empty where it says none. */
  status: string
}

/** A failure for good counts against the address; whoever has a new one begins anew. Returns whether it is marked now. */
export const noteHardBounce = async (
  tx: Tx,
  memberId: string,
  email: string,
  code: string,
  now: Date,
): Promise<boolean> =>
  (await tx.row<{ isMarked: boolean }>(
    `insert into notifications.mail_address as a (member_id, email, hard_bounces, last_at, last_code, marked_at)
     values ($1, $2, 1, $3, $4, case when $5 <= 1 then $3::timestamptz end)
     on conflict (member_id) do update set email = excluded.email, last_at = excluded.last_at, last_code = excluded.last_code,
       hard_bounces = case when a.email = excluded.email then a.hard_bounces + 1 else 1 end,
       marked_at = case when a.email = excluded.email and a.hard_bounces + 1 >= $5 then coalesce(a.marked_at, excluded.last_at) end
     returning marked_at is not null as "isMarked"`,
    [memberId, email, now, code, mostHardBounces],
  ))!.isMarked

export const listMarked = async (tx: Tx, memberIds: readonly string[]): Promise<Set<string>> =>
  new Set(
    (
      await tx.rows<{ id: string }>(
        `select a.member_id as id from notifications.mail_address a join people.member m on m.id = a.member_id and m.email = a.email
          where a.member_id = any($1::uuid[]) and a.marked_at is not null`,
        [memberIds],
      )
    ).map(({ id }) => id),
  )

/**
 * A server reports on a letter that had been taken. For good: counted against the address. For now (a full box, a queue
 * that gave up): the letter waits a day and leaves once more, twice at most. "Delayed" says nothing yet.
 */
export async function takeReport(services: Services, code: string, report: DeliveryStatus): Promise<void> {
  const of = await openAddress(services, code)
  if (!of || report.action !== 'failed') return
  const now = services.now()
  await services.db.transaction(async (tx) => {
    const run = await findRunByNumber(tx, of.runNumber)
    if (!run) return
    const row = await tx.row<{ attempts: number; email: string | null }>(
      `select d.attempts, m.email from notifications.delivery d join people.member m on m.id = d.member_id
        where d.member_id = $1 and d.item_key = $2 and d.channel = 'mail' and d.state = 'sent' for update of d`,
      [of.memberId, run.itemKey],
    )
    // A second report of the same letter finds it ended.
    if (!row) return
    const isSoft = report.status.startsWith('4.')
    const again = isSoft && row.attempts < 3 && (run.state === 'sending' || run.state === 'done')
    const wait = new Date(now.getTime() + 86_400_000)
    await tx.run(
      `update notifications.delivery set state = $3, state_at = $4, problem = $5, due_at = coalesce($6, due_at)
        where member_id = $1 and item_key = $2 and channel = 'mail'`,
      [
        of.memberId,
        run.itemKey,
        again ? 'waiting' : 'bounced',
        now,
        report.status.slice(0, 10) || 'reported',
        again ? wait : null,
      ],
    )
    if (again)
      await tx.run(
        `update notifications.bulk_run set state = 'sending', finished_at = null where item_key = $1 and state = 'done'`,
        [run.itemKey],
      )
    else if (!isSoft && row.email)
      await noteHardBounce(tx, of.memberId, row.email, report.status || 'reported', now)
  })
}
