import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api, newKey } from '#platform/web/api.ts'
import { useErrorToast } from '#platform/web/errors.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { toast } from '#platform/web/toasts.ts'
import { Button } from '#ui/Button.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { postPath } from '../paths.ts'
import { useT } from '../t.ts'
import { useStep, type Waiting } from '../use-step.ts'
import { Sheet } from './Sheet.tsx'

/** Public words that bring a question up without answering it: a comment, or a text to take elsewhere. */
export function RelayDialog({
  slug,
  question,
  onClose,
  onDone,
}: {
  slug: string
  question: Waiting
  onClose: () => void
  onDone?: (() => void) | undefined
}) {
  const t = useT()
  const { language } = useLanguage()
  const onError = useErrorToast(t)
  const [text, setText] = useState(t('relay.draft'))
  const [idempotencyKey] = useState(newKey)
  const step = useStep(slug, question.id, { onClose, onDone })
  const note = () => step.take({ step: 'relayed' }, t('did.relayed'))
  const publish = useMutation({
    mutationFn: () =>
      api('POST /api/v1/posts/:postId/comments', {
        params: { postId: question.id },
        body: { bodyMd: text.trim(), isAnswer: false, language },
        idempotencyKey,
      }),
    onSuccess: note,
    onError,
  })
  const copy = async () => {
    await navigator.clipboard.writeText(`${text.trim()}\n${location.origin}${postPath(question.id)}`)
    toast(t('did.copied'))
    note()
  }
  return (
    <Sheet
      slug={slug}
      title={t('relay.title')}
      isOpen
      onClose={onClose}
      acts={
        <>
          <Button onPress={() => void copy()} isPending={step.isPending}>
            {t('relay.copy')}
          </Button>
          <Button
            look="primary"
            isDisabled={text.trim() === ''}
            isPending={publish.isPending || step.isPending}
            onPress={() => publish.mutate()}
          >
            {t('relay.publish')}
          </Button>
        </>
      }
    >
      <div className="grid gap-5">
        <p className="text-muted">{t('relay.hint')}</p>
        <TextArea label={t('relay.text')} value={text} onChange={setText} rows={3} maxLength={2000} />
      </div>
    </Sheet>
  )
}
