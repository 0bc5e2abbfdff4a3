import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import type { MemberContext } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { newId } from '#platform/ids.ts'
import type { Services } from '#platform/services.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { memberProfileChanged } from '#modules/people/events.ts'
import { limitConcurrency } from '../limit-concurrency.ts'
import { findSeeablePhoto, setPhoto } from '../queries/members.ts'
import { viewerOf } from './browse-directory.ts'

export const largestPhoto = 15 * 1024 * 1024
/** A 48-megapixel camera passes; a small file that unpacks to gigabytes does not. */
const mostPixels = 60_000_000
const accepted = new Set(['jpeg', 'png', 'webp', 'gif', 'heif', 'avif', 'tiff'])
const slots = limitConcurrency({ running: 2, waiting: 20 })

/** Two squares in WebP, upright, without metadata (place, camera, author). Refuses what is not a photo. */
export async function encodePhoto(bytes: Buffer): Promise<{ large: Buffer; small: Buffer }> {
  const { default: sharp } = await import('sharp')
  return slots(async () => {
    const options = { limitInputPixels: mostPixels, failOn: 'error', animated: false, pages: 1 } as const
    try {
      const { format, width, height } = await sharp(bytes, options).metadata()
      if (!format || !accepted.has(format)) throw new Refusal('photoRefused', { reason: 'notAnImage' })
      if (width * height > mostPixels) throw new Refusal('photoRefused', { reason: 'tooManyPixels' })
      const square = (side: number) =>
        sharp(bytes, options)
          .rotate()
          .resize(side, side, { fit: 'cover', position: 'attention' })
          .webp({ quality: 82 })
          .timeout({ seconds: 20 })
          .toBuffer()
      return { large: await square(512), small: await square(96) }
    } catch (error) {
      if (error instanceof Refusal) throw error
      const reason = /pixel limit/i.test((error as Error).message) ? 'tooManyPixels' : 'notAnImage'
      throw new Refusal('photoRefused', { reason })
    }
  })
}

/** A member sets their photo. The bytes are stored before the rows and removed again if those fail. */
export async function choosePhoto(
  ctx: MemberContext,
  bytes: Buffer,
  services: Services,
): Promise<{ photoUrl: string }> {
  const { memberId } = ctx.actor
  const encoded = await encodePhoto(bytes)
  const stored = (content: Buffer) => ({
    id: newId(),
    sha256: createHash('sha256').update(content).digest(),
    size: content.length,
    content,
  })
  const photo = { large: stored(encoded.large), small: stored(encoded.small) }
  await services.blobs.put(photo.large.id, photo.large.content)
  await services.blobs.put(photo.small.id, photo.small.content)
  let gone: string[]
  try {
    gone = await services.db.transaction(async (tx) => {
      const earlier = await setPhoto(tx, memberId, photo, ctx.now)
      await emit({ ...ctx, tx }, memberProfileChanged(null, { memberId }))
      return earlier
    })
  } catch (error) {
    await forgetBlobs(services, [photo.large.id, photo.small.id])
    throw error
  }
  await forgetBlobs(services, gone)
  return { photoUrl: `/api/v1/members/${memberId}/photo/${photo.large.id}` }
}

/** A member removes their photo; its bytes go once the change is durable. */
export async function removePhoto(ctx: MemberContext, services: Services): Promise<void> {
  const gone = await setPhoto(ctx.tx, ctx.actor.memberId, null, ctx.now)
  await emit(ctx, memberProfileChanged(null, { memberId: ctx.actor.memberId }))
  ctx.tx.afterCommit(() => void forgetBlobs(services, gone))
}

async function forgetBlobs(services: Services, ids: readonly string[]): Promise<void> {
  for (const id of ids)
    await services.blobs
      .delete(id)
      .catch((error: Error) =>
        services.log.warn({ err: error.message, blob: id }, 'a blob could not be deleted'),
      )
}

/** The bytes of a photo in exactly this version, if the viewer may see the person now. */
export async function openPhoto(
  ctx: MemberContext,
  input: { memberId: string; version: string; size: 'small' | 'large' },
  services: Services,
): Promise<{ stream: Readable; size: number }> {
  const photo = await findSeeablePhoto(ctx.tx, viewerOf(ctx), input.memberId, input.version)
  const blob = photo && (await services.blobs.get(photo[input.size]))
  if (!blob) throw new Refusal('notFound')
  return blob
}
