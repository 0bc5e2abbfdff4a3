import { Refusal } from '#platform/shared/refusal.ts'

/** 40 megapixels: more than any phone takes, and 160 MB at most while decoded. */
const maximumPixels = 40_000_000
const largestSide = 2400
const thumbnailSide = 640

/** Loaded with the first picture: it weighs 20 MB, and most processes never need it. */
async function loadSharp() {
  const { default: sharp } = await import('sharp')
  // One picture at a time per process: decoding is what memory is spent on.
  sharp.cache(false)
  sharp.concurrency(1)
  return sharp
}

export interface Rendition {
  bytes: Buffer
  width: number
  height: number
}

const signatures: readonly [type: string, matches: (head: Buffer) => boolean][] = [
  [
    'image/png',
    (h) => h.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])),
  ],
  ['image/jpeg', (h) => h[0] === 0xff && h[1] === 0xd8 && h[2] === 0xff],
  ['image/gif', (h) => /^GIF8[79]a/.test(h.toString('latin1', 0, 6))],
  ['image/webp', (h) => h.toString('latin1', 0, 4) === 'RIFF' && h.toString('latin1', 8, 12) === 'WEBP'],
  [
    'image/avif',
    (h) => h.toString('latin1', 4, 8) === 'ftyp' && /^(avif|avis)/.test(h.toString('latin1', 8, 12)),
  ],
]

const documents: readonly [type: string, matches: (head: Buffer) => boolean][] = [
  ['application/pdf', (h) => h.toString('latin1', 0, 5) === '%PDF-'],
  ['application/zip', (h) => h.toString('latin1', 0, 4) === 'PK\u0003\u0004'],
]

/** The type of a raster image by its first bytes; what a browser claimed is not asked. SVG is not one: it is code. */
export const sniffImage = (bytes: Buffer): string | undefined =>
  signatures.find(([, matches]) => matches(bytes))?.[0]

/** A type that is safe to name for a download; everything else is bytes. */
export const sniffDocument = (bytes: Buffer): string =>
  documents.find(([, matches]) => matches(bytes))?.[0] ?? 'application/octet-stream'

/**
 * Re-encodes a picture to WebP, upright, without any metadata (place, camera, names), and a thumbnail.
 * Refusals: `imageUnreadable`, `imageTooLarge` (pixels).
 */
export async function renderImage(bytes: Buffer): Promise<{ image: Rendition; thumbnail: Rendition }> {
  const sharp = await loadSharp()
  const { width, height } = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => {
      throw new Refusal('imageUnreadable')
    })
  if (width * height > maximumPixels) throw new Refusal('imageTooLarge', { maximumPixels })
  try {
    return { image: await render(bytes, largestSide, 82), thumbnail: await render(bytes, thumbnailSide, 76) }
  } catch {
    throw new Refusal('imageUnreadable')
  }
}

async function render(bytes: Buffer, side: number, quality: number): Promise<Rendition> {
  const sharp = await loadSharp()
  const { data, info } = await sharp(bytes, { limitInputPixels: maximumPixels, failOn: 'error' })
    .rotate()
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
    .webp({ quality })
    .toBuffer({ resolveWithObject: true })
  return { bytes: data, width: info.width, height: info.height }
}
