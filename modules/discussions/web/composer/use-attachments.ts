import { useRef, useState } from 'react'
import type { Attachment } from '#modules/discussions/contract.ts'
import { api, newKey } from '#platform/web/api.ts'
import { uploadFile, type Upload } from '../upload.ts'

export interface Attachments {
  uploads: Upload[]
  isBusy: boolean
  /** More were chosen than a text takes. */
  isFull: boolean
  add: (files: File[]) => void
  retry: (upload: Upload) => void
  dismiss: (upload: Upload) => void
  remove: (attachment: Attachment) => void
  describe: (attachment: Attachment, alt: string) => void
}

const most = 20

/** Files on their way and those that arrived, for one composer. `onChange` receives how the list changes. */
export function useAttachments(
  list: Attachment[],
  onChange: (change: (list: Attachment[]) => Attachment[]) => void,
): Attachments {
  const [uploads, setUploads] = useState<Upload[]>([])
  const [isFull, setFull] = useState(false)
  const files = useRef(new Map<string, { file: File; stop: AbortController }>())
  const patch = (id: string, change: Partial<Upload>) =>
    setUploads((now) => now.map((upload) => (upload.id === id ? { ...upload, ...change } : upload)))

  const send = async (id: string, file: File) => {
    const stop = new AbortController()
    files.current.set(id, { file, stop })
    try {
      const attachment = await uploadFile(file, (progress) => patch(id, { progress }), stop.signal)
      files.current.delete(id)
      setUploads((now) => now.filter((upload) => upload.id !== id))
      onChange((now) => [...now, attachment])
    } catch (error) {
      if (!stop.signal.aborted) patch(id, { error })
    }
  }
  return {
    uploads,
    isFull,
    isBusy: uploads.some((upload) => upload.error === undefined),
    add(chosen) {
      const room = Math.max(0, most - list.length - uploads.length)
      setFull(chosen.length > room)
      const started = chosen.slice(0, room).map((file) => ({ id: newKey(), file }))
      setUploads((now) => [...now, ...started.map(({ id, file }) => ({ id, name: file.name, progress: 0 }))])
      for (const { id, file } of started) void send(id, file)
    },
    retry({ id }) {
      const kept = files.current.get(id)
      if (!kept) return
      setUploads((now) =>
        now.map((upload) => (upload.id === id ? { id, name: upload.name, progress: 0 } : upload)),
      )
      void send(id, kept.file)
    },
    dismiss({ id }) {
      files.current.get(id)?.stop.abort()
      files.current.delete(id)
      setUploads((now) => now.filter((upload) => upload.id !== id))
    },
    remove(attachment) {
      setFull(false)
      onChange((now) => now.filter(({ id }) => id !== attachment.id))
      // Published files are removed by saving the text; the refusal for those is expected.
      void api('DELETE /api/v1/attachments/:attachmentId', { params: { attachmentId: attachment.id } }).catch(
        () => {},
      )
    },
    describe: (attachment, alt) =>
      onChange((now) => now.map((one) => (one.id === attachment.id ? { ...one, alt } : one))),
  }
}
