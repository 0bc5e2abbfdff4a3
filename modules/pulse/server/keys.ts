import { createHmac, randomBytes } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import type { Services } from '#platform/services.ts'

// Both lie in the file store, not in the database: neither its log nor a copy of its tables ever holds them.
const sealOf = (waveId: string): string => `pulse-seal-${waveId}`
const namesOf = (waveId: string): string => `pulse-names-${waveId}`

/** Keeps what opens the answers of a wave, and makes what names them. */
export async function keepKeys(services: Services, waveId: string, privateKey: Buffer): Promise<void> {
  await services.blobs.put(sealOf(waveId), privateKey)
  await services.blobs.put(namesOf(waveId), randomBytes(32))
}

/** What opens the answers: read once, at the close. */
export async function readSealKey(services: Services, waveId: string): Promise<Buffer> {
  const found = await services.blobs.get(sealOf(waveId))
  if (!found) throw new Error('the key of a pulse is missing from the file store')
  return await buffer(found.stream)
}

/** After this nothing that was sealed for the wave can be opened, and no row be given to anybody, wherever a copy lies. */
export async function destroyKeys(services: Services, waveId: string): Promise<void> {
  await services.blobs.delete(sealOf(waveId))
  await services.blobs.delete(namesOf(waveId))
}

/**
 * The identifier of each person's answer to a wave: HMAC-SHA-256 of the member under the wave's second key, in the shape
 * of a random uuid. The same person always has the same one, so that nobody counts twice, on however many devices and
 * processes; without the key it is noise. Undefined while the wave has no keys.
 */
export async function readAnswerIds(
  services: Services,
  waveId: string,
): Promise<((memberId: string) => string) | undefined> {
  const found = await services.blobs.get(namesOf(waveId))
  if (!found) return undefined
  const key = await buffer(found.stream)
  return (memberId) => {
    const bytes = createHmac('sha256', key).update(memberId).digest().subarray(0, 16)
    bytes[6] = (bytes[6]! & 0x0f) | 0x40
    bytes[8] = (bytes[8]! & 0x3f) | 0x80
    const hex = bytes.toString('hex')
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
  }
}
