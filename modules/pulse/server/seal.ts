import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
} from 'node:crypto'
import type { KeyObject } from 'node:crypto'

/** What one person answered, while the wave is open. Nobody's name is in it. */
export interface SealedAnswer {
  label: string
  values: readonly (readonly [item: string, value: number])[]
  text: string | null
}

/** Plain bytes of every answer: its length says nothing. Below what PostgreSQL moves out of the row. */
const length = 1_700

const zeroNonce = Buffer.alloc(12)
const publicBytes = (key: KeyObject): Buffer =>
  Buffer.from(key.export({ format: 'jwk' }).x as string, 'base64url')
const publicKeyOf = (bytes: Buffer): KeyObject =>
  createPublicKey({ key: { kty: 'OKP', crv: 'X25519', x: bytes.toString('base64url') }, format: 'jwk' })
// One answer, one ephemeral key, one derived key: a nonce of zeros is used once.
const keyOf = (secret: Buffer, ephemeral: Buffer, recipient: Buffer, waveId: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, Buffer.concat([ephemeral, recipient]), `preau pulse ${waveId}`, 32))

/** The pair of a wave: `publicKey` seals, `privateKey` (to the file store, destroyed at the end) opens. */
export function newSeal(): { publicKey: Buffer; privateKey: Buffer } {
  const pair = generateKeyPairSync('x25519')
  return {
    publicKey: publicBytes(pair.publicKey),
    privateKey: pair.privateKey.export({ format: 'der', type: 'pkcs8' }),
  }
}

/** Seals one answer: X25519 with an ephemeral key, HKDF-SHA-256, AES-256-GCM. Undefined when it does not fit. */
export function seal(publicKey: Buffer, waveId: string, answer: SealedAnswer): Buffer | undefined {
  const words = Buffer.from(JSON.stringify(answer))
  if (words.length > length - 2) return undefined
  const plain = Buffer.alloc(length)
  plain.writeUInt16BE(words.length)
  words.copy(plain, 2)
  const pair = generateKeyPairSync('x25519')
  const ephemeral = publicBytes(pair.publicKey)
  const secret = diffieHellman({ privateKey: pair.privateKey, publicKey: publicKeyOf(publicKey) })
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret, ephemeral, publicKey, waveId), zeroNonce)
  cipher.setAAD(Buffer.from(waveId))
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([ephemeral, cipher.getAuthTag(), sealed])
}

/** Opens what `seal` made; throws on anything else. */
export function unseal(privateKey: Buffer, publicKey: Buffer, waveId: string, sealed: Buffer): SealedAnswer {
  const ephemeral = sealed.subarray(0, 32)
  const secret = diffieHellman({
    privateKey: createPrivateKey({ key: privateKey, format: 'der', type: 'pkcs8' }),
    publicKey: publicKeyOf(Buffer.from(ephemeral)),
  })
  const opened = createDecipheriv('aes-256-gcm', keyOf(secret, ephemeral, publicKey, waveId), zeroNonce)
  opened.setAAD(Buffer.from(waveId))
  opened.setAuthTag(sealed.subarray(32, 48))
  const plain = Buffer.concat([opened.update(sealed.subarray(48)), opened.final()])
  return JSON.parse(plain.subarray(2, 2 + plain.readUInt16BE()).toString()) as SealedAnswer
}
