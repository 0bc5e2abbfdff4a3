import { useRef } from 'react'
import type { Attachment } from '#modules/discussions/contract.ts'
import { useErrorWords } from '#platform/web/errors.ts'
import { Button } from '#ui/Button.tsx'
import { TextField } from '#ui/TextField.tsx'
import { useDraft } from '../drafts.ts'
import { useT } from '../t.ts'
import { keepLineBreaks } from '../text/line-breaks.ts'
import { withPictures } from '../upload.ts'
import { AttachmentStrip } from './AttachmentStrip.tsx'
import { RestoredLine, SendTrouble } from './Notes.tsx'
import { isReachQuestion, ReachDialog } from './ReachDialog.tsx'
import { TagField } from './TagField.tsx'
import { TextEditor } from './TextEditor.tsx'
import { useAttachments } from './use-attachments.ts'
import { useSend } from './use-send.ts'

export interface Edited {
  title: string | null
  bodyMd: string
  attachments: string[]
  /** Only when they changed. */
  tags?: string[]
  reachConfirmed?: boolean
}

interface Props {
  id: string
  /** Undefined for comments, which have none. */
  title?: string | null | undefined
  bodyMd: string
  attachments: Attachment[]
  language: string
  communityId: string
  /** Undefined for comments, which have none. */
  tags?: string[] | undefined
  onSave: (edited: Edited) => Promise<unknown>
  onClose: () => void
}

/** Changes a text where it stands. What is changed is a draft too, until it is saved. */
export function EditBox({
  id,
  title,
  bodyMd,
  attachments: files,
  language,
  communityId,
  tags,
  onSave,
  onClose,
}: Props) {
  const t = useT()
  const say = useErrorWords(t)
  const draft = useDraft(`edit:${id}`, {
    bodyMd,
    title: title ?? null,
    attachments: files,
    tags: tags ?? [],
  })
  const { writing, change } = draft
  const attachments = useAttachments(writing.attachments, (apply) =>
    change((now) => ({ attachments: apply(now.attachments) })),
  )
  const isReachConfirmed = useRef(false)
  const kept = writing.tags ?? tags ?? []
  const sending = useSend(async () => {
    await onSave({
      title: writing.title?.trim() || null,
      bodyMd: keepLineBreaks(withPictures(writing.bodyMd, writing.attachments)),
      attachments: writing.attachments.map((file) => file.id),
      ...(tags && kept.join('\n') !== tags.join('\n') && { tags: kept }),
      ...(isReachConfirmed.current && { reachConfirmed: true }),
    })
    return true
  })
  const close = () => {
    draft.forget()
    onClose()
  }
  const submit = async () => {
    if (writing.bodyMd.trim() === '' || attachments.isBusy) return
    if (await sending.send()) close()
  }
  return (
    <form
      className="writing-frame p-4 pt-2"
      aria-label={t('edit.label')}
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      {draft.isRestored && <RestoredLine onErase={draft.forget} onKeep={draft.dismissRestored} />}
      {title !== undefined && (
        <TextField
          label={t('composer.title')}
          optional
          value={writing.title ?? ''}
          onChange={(next) => change({ title: next })}
          maxLength={200}
          className="pb-1 pt-2"
        />
      )}
      <TextEditor
        label={t('composer.text')}
        value={writing.bodyMd}
        onChange={(next) => change({ bodyMd: next })}
        onSubmit={() => void submit()}
        onEscape={close}
        onFiles={attachments.add}
        rows={4}
        showTools
        autoFocus
        language={language}
        communityId={communityId}
      >
        <AttachmentStrip list={writing.attachments} attachments={attachments} />
      </TextEditor>
      {tags && (
        <TagField
          tags={kept}
          onChange={(next) => change({ tags: next })}
          communityId={communityId}
          text={`${writing.title ?? ''} ${writing.bodyMd}`}
        />
      )}
      <div className="writing-foot">
        <span className="ml-auto flex gap-2">
          <Button look="quiet" onPress={close}>
            {t('cancel')}
          </Button>
          <Button
            type="submit"
            look="primary"
            isPending={sending.isSending}
            isDisabled={attachments.isBusy || writing.bodyMd.trim() === ''}
          >
            {t('edit.save')}
          </Button>
        </span>
      </div>
      {sending.error !== undefined && !isReachQuestion(sending.error) && (
        <SendTrouble words={say(sending.error)} onRetry={() => void submit()} />
      )}
      <ReachDialog
        error={sending.error}
        onBack={sending.clearError}
        onConfirm={() => {
          isReachConfirmed.current = true
          void submit()
        }}
      />
    </form>
  )
}
