import type { FindFile } from '#modules/discussions/public.ts'
import type { Services } from '#platform/services.ts'
import type { PictureRow } from './letter.ts'
import { findPictureFor } from './queries/parts.ts'

/** Beyond this a picture is shrunk before it travels in every letter. */
const widest = 1_088

const kept = new Map<string, { contentType: string; bytes: Buffer }>()
const most = 24

/** A picture as it travels in mails: 544 px twice over, as a JPEG that every reader shows; kept for the next batch. */
export async function pictureBytes(
  services: Services,
  row: PictureRow,
): Promise<{ contentType: string; bytes: Buffer } | undefined> {
  const known = kept.get(row.id)
  if (known) return known
  const chunks: Buffer[] = []
  try {
    const found = await services.blobs.get(row.blobId)
    if (!found) return undefined
    for await (const chunk of found.stream) chunks.push(chunk as Buffer)
  } catch {
    return undefined
  }
  const { default: sharp } = await import('sharp')
  const bytes = await sharp(Buffer.concat(chunks))
    .rotate()
    .resize({ width: widest, withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: 72, mozjpeg: true })
    .toBuffer()
  const made = { contentType: 'image/jpeg', bytes }
  if (kept.size >= most) kept.delete(kept.keys().next().value!)
  kept.set(row.id, made)
  return made
}

/** Pictures of issues at the address of attachments: for editors, and for whoever may read an issue that shows them. */
export const findLoadablePicture: FindFile = (tx, id, viewer) => findPictureFor(tx, id, viewer)
