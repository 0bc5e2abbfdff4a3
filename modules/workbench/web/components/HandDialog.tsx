import { useState } from 'react'
import type { MemberCard } from '#modules/people/contract.ts'
import { MemberAvatar } from '#modules/people/web/public.ts'
import { Button } from '#ui/Button.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { firstNameOf } from '../openers.ts'
import { useT } from '../t.ts'
import { Sheet } from './Sheet.tsx'

/** A card goes to another manager, with a word; they keep it or give it back. */
export function HandDialog({
  slug,
  to,
  title,
  onClose,
  onHand,
}: {
  slug: string
  to: MemberCard
  title: string
  onClose: () => void
  onHand: (word: string) => void
}) {
  const t = useT()
  const [word, setWord] = useState('')
  const name = firstNameOf(to.displayName)
  return (
    <Sheet
      slug={slug}
      title={t('hand.title', { name })}
      isOpen
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button
            look="primary"
            onPress={() => {
              onClose()
              onHand(word.trim())
            }}
          >
            {t('hand.send')}
          </Button>
        </>
      }
    >
      <div className="grid gap-5">
        <p className="flex items-center gap-3">
          <MemberAvatar member={to} size="s" />
          <span className="font-semibold">{title}</span>
        </p>
        <TextArea
          label={t('ask.note')}
          optional
          value={word}
          onChange={setWord}
          placeholder={t('hand.placeholder')}
          rows={2}
          maxLength={500}
        />
        <p className="text-muted">{t('hand.hint', { name })}</p>
      </div>
    </Sheet>
  )
}
