import type { ReactNode, Ref } from 'react'
import { Button as AriaButton, type ButtonProps } from 'react-aria-components/Button'
import { cx } from './cx.ts'
import { useUi } from './strings.tsx'

export type ButtonLook = 'primary' | 'secondary' | 'quiet' | 'danger'

interface Props extends Omit<ButtonProps, 'children' | 'className' | 'style'> {
  children?: ReactNode
  look?: ButtonLook | undefined
  size?: 'normal' | 'small' | undefined
  /** A square button that shows only an icon: give `aria-label`. */
  icon?: boolean | undefined
  className?: string | undefined
  ref?: Ref<HTMLButtonElement> | undefined
}

/** `isPending` keeps the size and the focus, and says "Loading" to screen readers. */
export function Button({ look = 'secondary', size = 'normal', icon, className, children, ...props }: Props) {
  const { strings } = useUi()
  return (
    <AriaButton
      {...props}
      className={cx('btn', `btn-${look}`, size === 'small' && 'btn-small', icon && 'btn-icon', className)}
    >
      {props.isPending ? (
        <>
          <span className="btn-hidden">{children}</span>
          <span className="btn-wait">
            <span className="spinner" role="progressbar" aria-label={strings.loading} />
          </span>
        </>
      ) : (
        children
      )}
    </AriaButton>
  )
}
