import type { ReactNode } from 'react'
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog'
import { Popover as AriaPopover, type PopoverProps } from 'react-aria-components/Popover'

interface Props {
  label: string
  /** A Button. */
  trigger: ReactNode
  children: ReactNode
  placement?: PopoverProps['placement'] | undefined
}

/** A small explanation or form beside its button. */
export function Popover({ label, trigger, children, placement = 'bottom' }: Props) {
  return (
    <DialogTrigger>
      {trigger}
      <AriaPopover className="popover" placement={placement}>
        <Dialog className="popover-body" aria-label={label}>
          {children}
        </Dialog>
      </AriaPopover>
    </DialogTrigger>
  )
}
