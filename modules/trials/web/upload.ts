import { ApiError } from '#platform/web/api.ts'

export interface SentPhoto {
  id: string
  url: string
  thumbnailUrl: string
  alt: string | null
}

/** Sends a photo; it becomes the result's once that is saved. Throws `ApiError`. */
export async function sendPhoto(file: File): Promise<SentPhoto> {
  const form = new FormData()
  form.append('file', file)
  const answer = await fetch('/api/v1/attachments', {
    method: 'POST',
    headers: { preau: '1', accept: 'application/json' },
    body: form,
  }).catch(() => {
    throw new ApiError('offline', 0)
  })
  const body = (await answer.json().catch(() => null)) as {
    id: string
    url: string
    thumbnailUrl: string | null
    alt: string | null
    error?: { code?: string; data?: Record<string, unknown> }
  } | null
  if (!answer.ok || !body)
    throw new ApiError(
      body?.error?.code ?? (answer.status === 413 ? 'tooLarge' : 'unexpected'),
      answer.status,
      undefined,
      body?.error?.data,
    )
  return { id: body.id, url: body.url, thumbnailUrl: body.thumbnailUrl ?? body.url, alt: body.alt }
}
