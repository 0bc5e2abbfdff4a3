import { createHash } from 'node:crypto'
import type { Context } from '#platform/context.ts'
import { GuardRefusal } from '#platform/http/guarded-fetch.ts'
import type { GuardedFetch } from '#platform/http/guarded-fetch.ts'
import { newId } from '#platform/ids.ts'
import type { Services } from '#platform/services.ts'
import { renderImage, sniffImage } from './images.ts'
import { decodePage, readPageFacts } from './page-facts.ts'
import { deleteBlobs } from './queries/attachments.ts'
import {
  deletePostLink,
  findPostLink,
  findPreviewsInSecret,
  setLinkPreview,
  setPostLink,
} from './queries/previews.ts'

const week = 7 * 24 * 3600 * 1000

/**
 * Looks up the page behind a post's first link, once a week at most whoever names it. An address of ours stays
 * inside. Nothing leaves where the operator has not allowed it, nor for a secret community. A page that does not
 * answer is remembered as silent, so that it is not asked for every post.
 */
export async function lookUpLink(ctx: Context, postId: string, services: Services): Promise<void> {
  const link = await findPostLink(ctx.tx, postId)
  if (!link) return
  const url = URL.parse(link.url)
  if (!url) return
  if (url.origin === services.config.publicUrl) {
    if (/^\/posts\/[0-9a-f-]{36}$/.test(url.pathname)) await setPostLink(ctx.tx, postId, url.pathname)
    else await deletePostLink(ctx.tx, postId)
    return
  }
  if (!services.fetchOutside) return
  if (link.fetchedAt && ctx.now.getTime() - link.fetchedAt.getTime() < week) return
  if (link.visibility === 'secret' && !(await findPreviewsInSecret(ctx.tx))) return
  const facts = await ask(services.fetchOutside, link.url).catch((error: unknown) => {
    if (!(error instanceof GuardRefusal)) throw error
    services.log.info({ postId, reason: error.reason }, 'link preview refused')
    return undefined
  })
  const image = facts?.image
  const blob = image && {
    id: newId(),
    sha256: createHash('sha256').update(image).digest(),
    size: image.length,
    contentType: 'image/webp',
  }
  if (blob) await services.blobs.put(blob.id, image)
  const former = await setLinkPreview(ctx.tx, {
    url: link.url,
    title: facts?.title ?? null,
    description: facts?.description ?? null,
    siteName: facts?.siteName ?? null,
    image: blob ?? null,
    now: ctx.now,
  })
  if (former) {
    await deleteBlobs(ctx.tx, [former])
    await services.blobs.delete(former)
  }
}

async function ask(fetchOutside: GuardedFetch, address: string) {
  const page = await fetchOutside(address, {
    maxBytes: 512 * 1024,
    timeoutMs: 8000,
    accept: ['text/html', 'application/xhtml+xml'],
  })
  const facts = readPageFacts(decodePage(page.body, page.contentType))
  const source = facts.image ? URL.parse(facts.image, page.url) : null
  return {
    ...facts,
    siteName: facts.siteName ?? new URL(page.url).hostname.replace(/^www\./, ''),
    image: source && facts.title ? await askPicture(fetchOutside, source.href) : undefined,
  }
}

/** Kept by us, re-encoded; a picture that cannot be had is left out, the card stays. */
async function askPicture(fetchOutside: GuardedFetch, address: string): Promise<Buffer | undefined> {
  try {
    const { body } = await fetchOutside(address, {
      maxBytes: 5 * 1024 * 1024,
      refuseLonger: true,
      timeoutMs: 8000,
      accept: ['image/'],
    })
    if (!sniffImage(body)) return undefined
    return (await renderImage(body)).thumbnail.bytes
  } catch {
    return undefined
  }
}
