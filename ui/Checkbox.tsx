import { Check, Minus } from 'lucide-react'
import type { ReactNode } from 'react'
import { Checkbox as AriaCheckbox, type CheckboxProps } from 'react-aria-components/Checkbox'
import { cx } from './cx.ts'

interface Props extends Omit<CheckboxProps, 'children' | 'className' | 'style'> {
  children: ReactNode
  hint?: ReactNode | undefined
  className?: string | undefined
}

/** A tick box whose whole line is the target. */
export function Checkbox({ children, hint, className, ...props }: Props) {
  return (
    <AriaCheckbox {...props} className={cx('choice', className)}>
      {({ isIndeterminate }) => (
        <>
          <span className="choice-mark" aria-hidden>
            {isIndeterminate ? <Minus /> : <Check />}
          </span>
          <span>
            {children}
            {hint && <span className="choice-hint">{hint}</span>}
          </span>
        </>
      )}
    </AriaCheckbox>
  )
}
