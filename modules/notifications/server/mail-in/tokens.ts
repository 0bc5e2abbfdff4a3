import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

export type MailPurpose = 'reply' | 'post' | 'unsubscribe' | 'bounce'

// Lower case only: servers on the way may change the case of an address.
const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'
const length = 26

/** 130 bits that nobody can guess without the key; always the same for the same thing. */
export function makeToken(key: Buffer, purpose: MailPurpose, ...parts: (string | number)[]): string {
  const bytes = createHmac('sha256', key)
    .update(JSON.stringify([purpose, ...parts]))
    .digest()
  return Array.from({ length }, (_, index) => alphabet[bytes[index]! & 31]).join('')
}

export const isToken = (text: string): boolean => /^[a-z2-7]{26}$/.test(text)

export const hashMailToken = (token: string): Buffer => createHash('sha256').update(`mail ${token}`).digest()

export const isSameToken = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other))
