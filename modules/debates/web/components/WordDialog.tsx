import { useState } from 'react'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'

/** One word to somebody, or one reason. */
export default function WordDialog({
  title,
  label,
  hint,
  said,
  send,
  onClose,
  maxLength = 1000,
}: {
  title: string
  label: string
  hint?: string
  said: string
  send: (word: string) => Promise<unknown>
  onClose: () => void
  maxLength?: number
}) {
  const t = useT()
  const [word, setWord] = useState('')
  const act = useAct(() => send(word.trim()), said, onClose)
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button
            look="primary"
            isDisabled={!word.trim()}
            isPending={act.isPending}
            onPress={() => act.run()}
          >
            {t('common.send')}
          </Button>
        </>
      }
    >
      <TextArea
        label={label}
        {...(hint && { hint })}
        value={word}
        onChange={setWord}
        maxLength={maxLength}
        autoFocus
      />
    </Dialog>
  )
}
