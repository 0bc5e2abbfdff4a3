import type { Attachment } from '../contract.ts'
import { ApiError } from '#platform/web/api.ts'

export interface Upload {
  id: string
  name: string
  /** Share that has arrived, 0 to 1. */
  progress: number
  error?: unknown
}

/** Sends one file; `fetch` cannot tell how far an upload is, so this is an XMLHttpRequest. Throws `ApiError`. */
export function uploadFile(
  file: File,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<Attachment> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', '/api/v1/attachments')
    request.setRequestHeader('preau', '1')
    request.setRequestHeader('accept', 'application/json')
    request.responseType = 'json'
    request.upload.onprogress = ({ loaded, total }) => onProgress(total ? loaded / total : 0)
    request.onload = () => {
      if (request.status < 300) return resolve(request.response as Attachment)
      const error = (request.response as { error?: { code?: string; data?: Record<string, unknown> } } | null)
        ?.error
      reject(
        new ApiError(
          error?.code ?? (request.status === 413 ? 'tooLarge' : 'unexpected'),
          request.status,
          undefined,
          error?.data,
        ),
      )
    }
    request.onerror = () => reject(new ApiError('offline', 0))
    request.onabort = () => reject(new DOMException('Aborted', 'AbortError'))
    signal.addEventListener('abort', () => request.abort())
    const form = new FormData()
    form.append('file', file)
    request.send(form)
  })
}

export const isImage = (attachment: Attachment): boolean =>
  attachment.contentType.startsWith('image/') && attachment.width !== null

/** Square brackets and line ends would break the Markdown. */
const cleanAlt = (text: string | null) =>
  (text ?? '')
    .replace(/[[\]\\]/g, '')
    .replace(/\s+/g, ' ')
    .trim()

/** Markdown of a text with its pictures: those not already placed in the text follow it. */
export function withPictures(bodyMd: string, attachments: readonly Attachment[]): string {
  const pictures = attachments
    .filter((attachment) => isImage(attachment) && !bodyMd.includes(`attachment:${attachment.id}`))
    .map(({ id, alt }) => `![${cleanAlt(alt)}](attachment:${id})`)
  return [bodyMd.trim(), ...pictures].filter(Boolean).join('\n\n')
}
