import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Dialog as AriaDialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { Button } from './Button.tsx'
import { cx } from './cx.ts'
import { useUi } from './strings.tsx'

interface Props {
  title: string
  isOpen: boolean
  onClose: () => void
  children: ReactNode
  /** Buttons, the main one last; on a phone it comes first. */
  acts?: ReactNode | undefined
  wide?: boolean | undefined
  /** For a decision that must not be dismissed by a tap outside. */
  alert?: boolean | undefined
}

/** A sheet from below on a phone, a dialog on a desktop. Closing gives the focus back. */
export function Dialog({ title, isOpen, onClose, children, acts, wide, alert }: Props) {
  const { strings } = useUi()
  return (
    <ModalOverlay
      className="scrim"
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
      isDismissable={!alert}
    >
      <Modal className={cx('sheet', wide && 'sheet-wide')}>
        <AriaDialog className="sheet-body" role={alert ? 'alertdialog' : 'dialog'}>
          <div className="sheet-head">
            <Heading slot="title" className="sheet-title">
              {title}
            </Heading>
            <Button look="quiet" icon onPress={onClose} aria-label={strings.close}>
              <X aria-hidden />
            </Button>
          </div>
          <div className="sheet-content">{children}</div>
          {acts && <div className="sheet-acts">{acts}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
