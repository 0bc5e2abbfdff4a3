import { FileText } from 'lucide-react'
import type { Attachment } from '#modules/discussions/contract.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { isImage } from '../upload.ts'
import { useT } from '../t.ts'
import { fileSize } from './file-size.ts'

/** Files that the text does not already show. */
export function Attachments({ list, bodyHtml }: { list: readonly Attachment[]; bodyHtml: string | null }) {
  const t = useT()
  const { language } = useLanguage()
  const files = list.filter(({ id }) => !bodyHtml?.includes(id))
  if (files.length === 0) return null
  return (
    <ul className="mt-4 grid gap-2" aria-label={t('post.attached')}>
      {files.map((file) => (
        <li key={file.id}>
          {isImage(file) ? (
            <a href={file.url}>
              <img
                src={file.url}
                alt={file.alt ?? file.fileName}
                loading="lazy"
                className="max-h-[36rem] w-auto rounded-lg"
                {...(file.width && file.height && { width: file.width, height: file.height })}
              />
            </a>
          ) : (
            <a
              href={file.url}
              className="inline-flex min-h-11 items-center gap-3 rounded-md bg-sunken px-3 py-2"
              download={file.fileName}
            >
              <FileText aria-hidden />
              <span className="min-w-0">
                <span className="link">{file.fileName}</span>{' '}
                <span className="text-sm text-muted">{fileSize(file.size, language)}</span>
              </span>
            </a>
          )}
        </li>
      ))}
    </ul>
  )
}
