import type { AnchorHTMLAttributes, Ref } from 'react'
import type { ButtonLook } from './Button.tsx'
import { cx } from './cx.ts'

export interface LinkButtonProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  look?: ButtonLook | undefined
  size?: 'normal' | 'small' | undefined
  icon?: boolean | undefined
  ref?: Ref<HTMLAnchorElement> | undefined
}

/** A link that looks like a button. The router's own flavour is `ButtonLink` in `#platform/web/links.tsx`. */
export function LinkButton({ look = 'secondary', size, icon, className, ...props }: LinkButtonProps) {
  return (
    <a
      {...props}
      className={cx('btn', `btn-${look}`, size === 'small' && 'btn-small', icon && 'btn-icon', className)}
    />
  )
}
