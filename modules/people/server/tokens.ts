import { randomBytes } from 'node:crypto'
import { hashToken } from '#platform/http/app.ts'

/** 256 random bits for links and cookies, and the only form in which the database knows them. */
export function newToken(): { token: string; hash: Buffer } {
  const token = randomBytes(32).toString('base64url')
  return { token, hash: hashToken(token) }
}

const minute = 60_000
export const lifetimes = {
  session: 30 * 24 * 60 * minute,
  reset: 60 * minute,
  invitation: 14 * 24 * 60 * minute,
  setup: 7 * 24 * 60 * minute,
} as const
