import { buffer } from 'node:stream/consumers'
import type { Services } from '#platform/services.ts'

/** In the file store, not in the database: neither its log nor a copy of its tables ever holds it. */
const idOf = (waveId: string): string => `pulse-seal-${waveId}`

export const keepKey = (services: Services, waveId: string, privateKey: Buffer): Promise<void> =>
  services.blobs.put(idOf(waveId), privateKey)

export async function readKey(services: Services, waveId: string): Promise<Buffer> {
  const found = await services.blobs.get(idOf(waveId))
  if (!found) throw new Error('the key of a pulse is missing from the file store')
  return await buffer(found.stream)
}

/** After this nothing that was sealed for the wave can be opened, wherever a copy of it lies. */
export const destroyKey = (services: Services, waveId: string): Promise<void> =>
  services.blobs.delete(idOf(waveId))
