import type { ReactNode } from 'react'
import { Switch as AriaSwitch, type SwitchProps } from 'react-aria-components/Switch'
import { cx } from './cx.ts'

interface Props extends Omit<SwitchProps, 'children' | 'className' | 'style'> {
  children: ReactNode
  hint?: ReactNode | undefined
  className?: string | undefined
}

/** Takes effect at once; a choice that waits for "Save" is a Checkbox. */
export function Switch({ children, hint, className, ...props }: Props) {
  return (
    <AriaSwitch {...props} className={cx('choice', className)}>
      <span className="choice-mark choice-switch" aria-hidden />
      <span>
        {children}
        {hint && <span className="choice-hint">{hint}</span>}
      </span>
    </AriaSwitch>
  )
}
