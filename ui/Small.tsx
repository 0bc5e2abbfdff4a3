import { Eye } from 'lucide-react'
import type { AnchorHTMLAttributes, ReactNode, Ref } from 'react'
import { cx } from './cx.ts'
import { useUi } from './strings.tsx'

/** Said, not shown. */
export const VisuallyHidden = ({ children }: { children: ReactNode }) => (
  <span className="sr-only">{children}</span>
)

/** A key of the keyboard. */
export const Kbd = ({ children }: { children: ReactNode }) => <kbd className="kbd">{children}</kbd>

interface EyeProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  /** What is seen, e.g. "your site". */
  of: string
  ref?: Ref<HTMLAnchorElement> | undefined
}

/** The small eye that leads to "What is seen about me". The router's flavour is `EyeLink` in `#platform/web/links.tsx`. */
export function Eyelet({ of, className, ...props }: EyeProps) {
  const { strings } = useUi()
  return (
    <a {...props} className={cx('eye', className)} aria-label={`${strings.whatIsSeen} : ${of}`}>
      <Eye aria-hidden />
    </a>
  )
}
