import { CircleAlert, FileText, X } from 'lucide-react'
import type { Attachment } from '#modules/discussions/contract.ts'
import { useErrorWords } from '#platform/web/errors.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { Button } from '#ui/Button.tsx'
import { Progress } from '#ui/Progress.tsx'
import { TextField } from '#ui/TextField.tsx'
import { fileSize } from '../components/file-size.ts'
import { useT } from '../t.ts'
import { isImage } from '../upload.ts'
import type { Attachments } from './use-attachments.ts'

/** The files of what is being written: on their way, refused with the reason, and there. */
export function AttachmentStrip({ list, attachments }: { list: Attachment[]; attachments: Attachments }) {
  const t = useT()
  const { language } = useLanguage()
  const say = useErrorWords(t)
  if (list.length === 0 && attachments.uploads.length === 0) return null
  return (
    <>
      <ul className="attachments" aria-label={t('composer.files')}>
        {list.map((attachment) => (
          <li key={attachment.id} className="attachment">
            <span className="attachment-face">
              {isImage(attachment) ? (
                <img src={attachment.thumbnailUrl ?? attachment.url} alt="" />
              ) : (
                <FileText aria-hidden />
              )}
            </span>
            {isImage(attachment) ? (
              <TextField
                label={t('composer.alt')}
                hint={attachment.alt ? undefined : t('composer.altHint')}
                value={attachment.alt ?? ''}
                onChange={(alt) => attachments.describe(attachment, alt)}
                maxLength={300}
              />
            ) : (
              <span className="min-w-0">
                <span className="block truncate">{attachment.fileName}</span>
                <span className="text-sm text-muted">{fileSize(attachment.size, language)}</span>
              </span>
            )}
            <Button
              look="quiet"
              size="small"
              icon
              aria-label={t('composer.removeFile', { name: attachment.fileName })}
              onPress={() => attachments.remove(attachment)}
            >
              <X aria-hidden />
            </Button>
          </li>
        ))}
        {attachments.uploads.map((upload) => (
          <li key={upload.id} className="attachment">
            <span className="attachment-face">
              {upload.error === undefined ? (
                <FileText aria-hidden />
              ) : (
                <CircleAlert aria-hidden className="text-bad" />
              )}
            </span>
            {upload.error === undefined ? (
              <Progress label={upload.name} value={Math.round(upload.progress * 100)} max={100} />
            ) : (
              <span role="alert" className="min-w-0">
                <span className="block truncate">{upload.name}</span>
                <span className="text-sm text-bad">{say(upload.error)}</span>{' '}
                <Button size="small" onPress={() => attachments.retry(upload)}>
                  {t('retry')}
                </Button>
              </span>
            )}
            <Button
              look="quiet"
              size="small"
              icon
              aria-label={t('composer.removeFile', { name: upload.name })}
              onPress={() => attachments.dismiss(upload)}
            >
              <X aria-hidden />
            </Button>
          </li>
        ))}
      </ul>
      {attachments.isFull && (
        <p role="alert" className="pb-2 text-sm text-bad">
          {t('refusal.tooManyFiles')}
        </p>
      )}
    </>
  )
}
