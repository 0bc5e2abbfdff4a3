import type { ReactNode } from 'react'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { useT } from '../t.ts'

interface Props {
  title: string
  act: string
  isReady?: boolean
  isPending: boolean
  onSend: () => void
  onClose: () => void
  wide?: boolean
  children: ReactNode
}

/** A dialog with fields, a way out and one thing to do. */
export function FormDialog({
  title,
  act,
  isReady = true,
  isPending,
  onSend,
  onClose,
  wide,
  children,
}: Props) {
  const t = useT()
  return (
    <Dialog
      title={title}
      isOpen
      wide={wide}
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button look="primary" isDisabled={!isReady} isPending={isPending} onPress={onSend}>
            {act}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">{children}</div>
    </Dialog>
  )
}
