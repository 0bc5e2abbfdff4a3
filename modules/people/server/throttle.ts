import { createHash, randomBytes } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { Db } from '#platform/db/pool.ts'
import type { Services } from '#platform/services.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { deleteAttempts, findOrInsertSalt, insertAttempt } from './queries/throttle.ts'

const windowSeconds = 15 * 60

/** Attempts in a quarter of an hour. A network is an office behind one address: generous, and only against robots. */
const limits = {
  signIn: { account: 10, network: 100 },
  password: { account: 10, network: 100 },
  reset: { account: 3, network: 30 },
  link: { account: 0, network: 100 },
  demo: { account: 0, network: 300 },
} as const

export type ThrottledAct = keyof typeof limits

/** The network of an address: IPv4 whole (mapped ones too), IPv6 its first 64 bits, which one household holds. */
export function networkOf(address: string): string {
  const plain = address.replace(/%.*$/, '').toLowerCase()
  const mapped = /^(?:::ffff:)?(\d{1,3}(?:\.\d{1,3}){3})$/.exec(plain)
  if (mapped) return mapped[1]!
  const [head = '', tail] = plain.split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length)
  const groups = [...left, ...Array.from({ length: zeros }, () => '0'), ...right]
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')
}

const salts = new WeakMap<Db, Promise<string>>()
/** Addresses are kept for a quarter of an hour, salted and hashed: enough to count, too little to know. */
async function hashed(db: Db, text: string): Promise<string> {
  let salt = salts.get(db)
  if (!salt) {
    salt = findOrInsertSalt(db.read, randomBytes(32).toString('base64url'))
    salt.catch(() => salts.delete(db))
    salts.set(db, salt)
  }
  return createHash('sha256')
    .update(`${await salt}\n${text}`)
    .digest('base64url')
}

export interface Attempt {
  /** The attempt was right: the account starts from zero. */
  succeeded(): Promise<void>
}

/**
 * Counts an attempt against an account and a network, or refuses it with the seconds to wait. Counted on a
 * connection of its own: a refusal rolls nothing back.
 */
export async function countAttempt(
  services: Services,
  request: FastifyRequest,
  act: ThrottledAct,
  account: string | undefined,
  now: Date,
): Promise<Attempt> {
  const network = await hashed(services.db, `${act} network ${networkOf(request.ip)}`)
  const person = account === undefined ? undefined : await hashed(services.db, `${act} account ${account}`)
  const tries = [
    { key: network, limit: limits[act].network },
    ...(person ? [{ key: person, limit: limits[act].account }] : []),
  ]
  const retryAfter = await insertAttempt(services.db.read, tries, now, windowSeconds)
  if (retryAfter !== undefined) throw new Refusal('tooManyRequests', { retryAfter })
  return { succeeded: () => deleteAttempts(services.db.read, person, network, now) }
}
