import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { Tx } from '#platform/db/tx.ts'

/** A setting made once, whoever needs it first; never logged. */
async function ensureSetting<V>(tx: Tx, key: string, make: () => V | Promise<V>): Promise<V> {
  const find = () => tx.row<{ value: V }>(`select value from platform.setting where key = $1`, [key])
  const known = await find()
  if (known) return known.value
  await tx.run(`insert into platform.setting (key, value) values ($1, $2::jsonb) on conflict do nothing`, [
    key,
    JSON.stringify(await make()),
  ])
  return (await find())!.value
}

export interface VapidKeys {
  publicKey: string
  privateKey: string
}

/** The pair by which push services know this installation (RFC 8292), generated once. */
export const ensureVapidKeys = (tx: Tx): Promise<VapidKeys> =>
  ensureSetting(tx, 'notifications.vapid', async () => {
    const webPush = await import('web-push')
    return webPush.default.generateVAPIDKeys()
  })

const ensureLinkKey = async (tx: Tx): Promise<Buffer> =>
  Buffer.from(
    await ensureSetting(tx, 'notifications.linkKey', () => randomBytes(32).toString('base64')),
    'base64',
  )

/** What one click stops: mails of notices, digests, what comes from one community, or one newsletter. */
export type Stops = 'mail' | 'digest' | { communityId: string } | { newsletterId: string }
export interface UnsubscribeClaim {
  memberId: string
  stops: Stops
}

const codes = { mail: 1, digest: 2, community: 3, newsletter: 4 } as const
const codeOf = (stops: Stops): number =>
  typeof stops === 'string' ? codes[stops] : 'communityId' in stops ? codes.community : codes.newsletter
const idOf = (stops: Stops): string =>
  typeof stops === 'string' ? '' : 'communityId' in stops ? stops.communityId : stops.newsletterId

/**
 * A token that works without signing in and says nothing to whoever finds it: sealed (AES-256-GCM), so that neither the
 * person nor the community can be read from it, and nothing can be made up.
 */
export const sealUnsubscribe = async (tx: Tx, claim: UnsubscribeClaim): Promise<string> =>
  (await unsubscribeSealer(tx))(claim)

/** The same for very many: the key is read once. */
export async function unsubscribeSealer(tx: Tx): Promise<(claim: UnsubscribeClaim) => string> {
  const key = await ensureLinkKey(tx)
  return (claim) => seal(key, claim)
}

function seal(key: Buffer, { memberId, stops }: UnsubscribeClaim): string {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, iv)
  const plain = Buffer.concat([
    Buffer.from([codeOf(stops)]),
    Buffer.from(memberId.replaceAll('-', ''), 'hex'),
    Buffer.from(idOf(stops).replaceAll('-', ''), 'hex'),
  ])
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url')
}

const idFrom = (bytes: Buffer): string =>
  bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')

/** Undefined for anything that was not sealed here. */
export async function openUnsubscribe(tx: Tx, token: string): Promise<UnsubscribeClaim | undefined> {
  const bytes = Buffer.from(token, 'base64url')
  if (bytes.length !== 45 && bytes.length !== 61) return undefined
  try {
    const decipher = createDecipheriv('aes-256-gcm', await ensureLinkKey(tx), bytes.subarray(0, 12))
    decipher.setAuthTag(bytes.subarray(12, 28))
    const plain = Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()])
    const memberId = idFrom(plain.subarray(1, 17))
    if (plain[0] === codes.community) return { memberId, stops: { communityId: idFrom(plain.subarray(17)) } }
    if (plain[0] === codes.newsletter)
      return { memberId, stops: { newsletterId: idFrom(plain.subarray(17)) } }
    return { memberId, stops: plain[0] === codes.digest ? 'digest' : 'mail' }
  } catch {
    return undefined
  }
}
