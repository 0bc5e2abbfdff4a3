import { Suspense, useCallback, useState, type ReactNode } from 'react'
import { keepLineBreaks, TextWithFiles, withPictures } from '#modules/discussions/web/public.ts'
import { Button } from '#ui/Button.tsx'
import { Skeleton } from '#ui/Skeleton.tsx'
import { TextField } from '#ui/TextField.tsx'
import type { PageDraft } from '../local-draft.ts'
import { useT } from '../t.ts'

interface Props {
  draft: PageDraft
  label: string
  submit: string
  isSending: boolean
  /** Above the text: the template, the person interviewed, the language. */
  before?: ReactNode
  /** Below it: the note, the review date. */
  after?: ReactNode
  error?: string | undefined
  onSubmit: () => void
  onCancel: () => void
}

/** What is sent of a text: its pictures placed, its lines kept. */
export const bodyOf = ({ writing }: PageDraft): string =>
  keepLineBreaks(withPictures(writing.bodyMd, writing.attachments))
export const tagsOf = ({ writing }: PageDraft): string[] =>
  writing.tags
    .split(',')
    .map((tag) =>
      tag
        .replace(/^\s*#+/, '')
        .trim()
        .slice(0, 40),
    )
    .filter(Boolean)
    .slice(0, 10)

/** The form of a page, new or being changed. */
export function PageForm({
  draft,
  label,
  submit,
  isSending,
  before,
  after,
  error,
  onSubmit,
  onCancel,
}: Props) {
  const t = useT()
  const { writing, change } = draft
  const [isBusy, setBusy] = useState(false)
  const [isEmpty, setEmpty] = useState(false)
  const onBusy = useCallback((busy: boolean) => setBusy(busy), [])
  const send = () => {
    const nothing = writing.title.trim() === '' || bodyOf(draft).trim() === ''
    setEmpty(nothing)
    if (!nothing && !isBusy) onSubmit()
  }
  return (
    <form
      className="grid gap-5"
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      {before}
      <TextField
        label={t('write.title')}
        placeholder={t('write.titlePlaceholder')}
        value={writing.title}
        onChange={(title) => change({ title })}
        maxLength={200}
        {...({ lang: writing.language } as object)}
      />
      <Suspense fallback={<Skeleton height="16rem" />}>
        <TextWithFiles
          label={t('write.text')}
          placeholder={t('write.textPlaceholder')}
          language={writing.language}
          value={writing.bodyMd}
          onChange={(bodyMd) => change({ bodyMd })}
          onSubmit={send}
          attachments={writing.attachments}
          onAttachments={(apply) => change((now) => ({ attachments: apply(now.attachments) }))}
          onBusy={onBusy}
          rows={14}
        />
      </Suspense>
      <TextField
        label={t('write.tags')}
        optional
        hint={t('write.tagsHint')}
        value={writing.tags}
        onChange={(tags) => change({ tags })}
        maxLength={300}
      />
      {after}
      {(isEmpty || error) && (
        <p role="alert" className="text-bad">
          {isEmpty ? t('write.nothing') : error}
        </p>
      )}
      <div className="flex flex-wrap items-center justify-end gap-2">
        <span className="mr-auto text-sm text-muted">{t('write.keptHere')}</span>
        <Button look="quiet" onPress={onCancel}>
          {t('cancel')}
        </Button>
        <Button type="submit" look="primary" isPending={isSending} isDisabled={isBusy}>
          {submit}
        </Button>
      </div>
    </form>
  )
}

/** Says that what was begun is here again. */
export function RestoredNotice({
  draft,
  onErase,
  erase,
}: {
  draft: PageDraft
  onErase: () => void
  erase: string
}) {
  const t = useT()
  if (!draft.isRestored) return null
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-muted" role="status">
      {t('write.restored')}
      <Button look="quiet" size="small" onPress={onErase}>
        {erase}
      </Button>
    </p>
  )
}
