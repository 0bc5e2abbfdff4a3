import { argon2 as argon2Callback, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { limitConcurrency } from './limit-concurrency.ts'

const argon2 = promisify(argon2Callback)

/** OWASP's second choice for argon2id: 19 MiB, two passes; 35 ms on a small server. */
const cost = { memory: 19_456, passes: 2, parallelism: 1 }
const tagLength = 32

/**
 * Hashing runs on the four threads that files and DNS share: three at a time, and a queue that a burst of sign-ins
 * fills within a second; beyond it the caller is asked to come back.
 */
const slots = limitConcurrency({ running: 3, waiting: 60 })

const unpadded = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '')
const prepared = (password: string): Buffer => Buffer.from(password.normalize('NFKC'), 'utf8')

/** Argon2id as a PHC string; any other library verifies it. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16)
  const tag = await slots(() =>
    argon2('argon2id', { message: prepared(password), nonce, tagLength, ...cost }),
  )
  return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${unpadded(nonce)}$${unpadded(tag)}`
}

const phc =
  /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9+/]{11,88})\$([A-Za-z0-9+/]{16,88})$/

/** A hash of nothing anyone can type: an unknown address costs the same work as a known one. */
const unknownAddress = `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${unpadded(randomBytes(16))}$${unpadded(randomBytes(tagLength))}`

/** True if the password is that of the hash. `undefined` (no such account) does the same work and is false. */
export async function verifyPassword(password: string, hash: string | undefined): Promise<boolean> {
  const parts = phc.exec(hash ?? unknownAddress)
  if (!parts) return false
  const [, memory, passes, parallelism, nonce, tag] = parts
  const expected = Buffer.from(tag!, 'base64')
  const actual = await slots(() =>
    argon2('argon2id', {
      message: prepared(password),
      nonce: Buffer.from(nonce!, 'base64'),
      tagLength: expected.length,
      memory: Number(memory),
      passes: Number(passes),
      parallelism: Number(parallelism),
    }),
  )
  return timingSafeEqual(actual, expected) && hash !== undefined
}
