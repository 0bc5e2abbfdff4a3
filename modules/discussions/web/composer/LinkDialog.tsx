import { useState } from 'react'
import { Form } from 'react-aria-components/Form'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { TextField } from '#ui/TextField.tsx'
import { useT } from '../t.ts'

interface Props {
  href: string
  /** Nothing is selected: the words of the link are asked too. */
  needsText: boolean
  onClose: () => void
  onDone: (href: string, text: string | undefined) => void
}

/** What was typed as an address becomes one: `exemple.fr` → `https://exemple.fr`. */
export const addressFrom = (typed: string): string => {
  const text = typed.trim()
  if (text === '' || /^(?:https?:|mailto:|tel:|\/|#)/i.test(text)) return text
  return /^[^\s@]+@[^\s@]+$/.test(text) ? `mailto:${text}` : `https://${text}`
}

export function LinkDialog({ href, needsText, onClose, onDone }: Props) {
  const t = useT()
  const [address, setAddress] = useState(href)
  const [text, setText] = useState('')
  const done = () => onDone(addressFrom(address), needsText ? text.trim() || addressFrom(address) : undefined)
  return (
    <Dialog
      title={t('composer.link.title')}
      isOpen
      onClose={onClose}
      acts={
        <>
          {href && <Button onPress={() => onDone('', undefined)}>{t('composer.link.remove')}</Button>}
          <Button look="primary" type="submit" form="link-form">
            {t('composer.link.done')}
          </Button>
        </>
      }
    >
      <Form
        id="link-form"
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          event.stopPropagation()
          done()
        }}
      >
        <TextField
          label={t('composer.link.address')}
          value={address}
          onChange={setAddress}
          isRequired
          autoFocus
          inputMode="url"
        />
        {needsText && <TextField label={t('composer.link.text')} optional value={text} onChange={setText} />}
      </Form>
    </Dialog>
  )
}
