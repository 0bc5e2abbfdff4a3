import { useState } from 'react'
import type { MemberCard } from '#modules/people/contract.ts'
import type { Act } from '#modules/recognition/contract.ts'
import { api } from '#platform/web/api.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Select } from '#ui/Select.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'
import { AudienceField } from './AudienceField.tsx'

const acts: readonly Act[] = ['answer', 'post', 'page', 'welcome', 'gathering', 'quiet']
const openers = ['useful', 'time', 'seen'] as const

interface Props {
  slug: string
  to: Pick<MemberCard, 'id' | 'displayName'>
  act: Act
  postId?: string | null
  commentId?: string | null
  pageId?: string | null
  onClose: () => void
}

/** A few words for something concrete, with three ways to begin. */
export default function ThankDialog({ slug, to, act: given, postId, commentId, pageId, onClose }: Props) {
  const t = useT()
  const name = to.displayName
  const firstName = name.split(' ')[0] ?? name
  const [text, setText] = useState('')
  const [what, setWhat] = useState(given)
  const [isPrivate, setPrivate] = useState(false)
  const send = useAct(
    (_, idempotencyKey) =>
      api('POST /api/v1/communities/:community/thanks', {
        params: { community: slug },
        body: {
          toMemberId: to.id,
          text: text.trim(),
          act: what,
          postId: postId ?? null,
          commentId: commentId ?? null,
          pageId: pageId ?? null,
          isPrivate,
        },
        idempotencyKey,
      }),
    t('give.sent', { name: firstName }),
    onClose,
  )
  return (
    <Dialog
      title={t('give.act', { name })}
      isOpen
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button
            look="primary"
            isDisabled={!text.trim()}
            isPending={send.isPending}
            onPress={() => send.run()}
          >
            {t('give.send')}
          </Button>
        </>
      }
    >
      <div className="grid gap-5">
        <div role="group" aria-label={t('give.openers')} className="grid gap-2">
          <p className="field-label">{t('give.openers')}</p>
          <div className="flex flex-wrap gap-2">
            {openers.map((key) => (
              <Button
                key={key}
                size="small"
                className="h-auto py-2 text-start whitespace-normal"
                onPress={() => setText(t(`give.opener.${key}`, { name: firstName }))}
              >
                {t(`give.opener.${key}`, { name: firstName }).replace(/[\s:,]+$/u, '')}…
              </Button>
            ))}
          </div>
        </div>
        <TextArea
          label={t('give.text')}
          hint={t('give.textHint')}
          value={text}
          onChange={setText}
          maxLength={600}
        />
        <Select
          label={t('give.why')}
          value={what}
          onChange={(id) => setWhat(id as Act)}
          options={acts.map((id) => ({ id, label: t(`act.${id}`) }))}
        />
        <AudienceField isPrivate={isPrivate} onChange={setPrivate} />
      </div>
    </Dialog>
  )
}
