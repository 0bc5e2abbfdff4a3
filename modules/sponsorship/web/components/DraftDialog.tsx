import { useState } from 'react'
import type { MySponsorship, PreparedDraft } from '#modules/sponsorship/contract.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { api } from '#platform/web/api.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Notice } from '#ui/Layout.tsx'
import { Select } from '#ui/Select.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { TextField } from '#ui/TextField.tsx'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'

export interface DraftWork {
  /** New, for this delegation and perhaps this question; or a draft that is there. */
  prepares?: MySponsorship['preparesFor'][number]
  postId?: string | null
  draft?: PreparedDraft
  publish?: boolean
}

/** The two write the same text; the sponsor alone publishes it, with the public line that says who helped. */
export default function DraftDialog({ work, onClose }: { work: DraftWork; onClose: () => void }) {
  const t = useT()
  const { language } = useLanguage()
  const { draft, prepares, publish = false } = work
  const postId = draft?.post?.id ?? work.postId ?? null
  const [place, setPlace] = useState(prepares?.communities[0]?.id ?? '')
  const [title, setTitle] = useState(draft?.title ?? '')
  const [bodyMd, setBody] = useState(draft?.bodyMd ?? '')
  const name = draft?.delegate.displayName ?? prepares?.delegation.delegate.displayName ?? ''
  const act = useAct<void, unknown>(
    async (_, idempotencyKey) => {
      const text = { ...(postId ? {} : { title: title.trim() || null }), bodyMd }
      if (draft && publish)
        return api('POST /api/v1/sponsorship/drafts/:draftId/publication', {
          params: { draftId: draft.id },
          body: text,
          idempotencyKey,
        })
      if (draft)
        return api('PATCH /api/v1/sponsorship/drafts/:draftId', {
          params: { draftId: draft.id },
          body: text,
          idempotencyKey,
        })
      return api('POST /api/v1/sponsorship/drafts', {
        body: {
          delegationId: prepares!.delegation.id,
          ...(postId ? { postId } : { communityId: place }),
          ...text,
          language,
        },
        idempotencyKey,
      })
    },
    t(publish ? 'said.published' : 'said.kept'),
    onClose,
  )
  return (
    <Dialog
      title={t(publish ? 'draftForm.publishTitle' : draft ? 'draftForm.editTitle' : 'draftForm.title')}
      isOpen
      onClose={onClose}
      wide
      acts={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button
            look="primary"
            isDisabled={bodyMd.trim() === ''}
            isPending={act.isPending}
            onPress={() => act.run()}
          >
            {t(publish ? 'draftForm.publish' : 'draftForm.save')}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        {!draft && !postId && (
          <Select
            label={t('draftForm.where')}
            value={place}
            onChange={setPlace}
            options={(prepares?.communities ?? []).map((one) => ({
              id: one.id,
              label: pickText(one.name, language),
            }))}
          />
        )}
        {!postId && (
          <TextField label={t('draftForm.postTitle')} value={title} onChange={setTitle} maxLength={200} />
        )}
        <TextArea label={t('draftForm.body')} value={bodyMd} onChange={setBody} rows={8} maxLength={20_000} />
        <Notice>
          <p>{t('draftForm.mention', { name })}</p>
        </Notice>
      </div>
    </Dialog>
  )
}
