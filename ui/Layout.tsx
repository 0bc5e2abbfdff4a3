import { useId, type ReactNode } from 'react'
import type { Accent } from './accents.ts'
import { cx } from './cx.ts'

/** A bordered block. Use for something that is acted on as one; otherwise prefer a Section or rows. */
export function Card({
  children,
  accent,
  className,
}: {
  children: ReactNode
  accent?: Accent | undefined
  className?: string | undefined
}) {
  return (
    <div className={cx('card', className)} data-accent={accent}>
      {children}
    </div>
  )
}

interface SectionProps {
  title: ReactNode
  hint?: ReactNode | undefined
  /** A link or button on the right of the title. */
  aside?: ReactNode | undefined
  children: ReactNode
  level?: 2 | 3 | undefined
}

/** A titled part of a page, separated by a hairline. */
export function Section({ title, hint, aside, children, level = 2 }: SectionProps) {
  const id = useId()
  const Title = `h${level}` as const
  return (
    <section className="section" aria-labelledby={id}>
      <div className="section-head">
        <div>
          <Title id={id}>{title}</Title>
          {hint && <p className="section-hint">{hint}</p>}
        </div>
        {aside}
      </div>
      {children}
    </section>
  )
}

/** A list whose items are separated by hairlines: `<Rows><li>…`. */
export function Rows({ children, label }: { children: ReactNode; label?: string | undefined }) {
  return (
    <ul className="rows" aria-label={label}>
      {children}
    </ul>
  )
}

interface NoticeProps {
  children: ReactNode
  title?: ReactNode | undefined
  icon?: ReactNode | undefined
  tone?: 'plain' | 'warn' | 'bad' | undefined
}

/** Something to know before reading on, e.g. partners present, offline, charter changed. */
export function Notice({ children, title, icon, tone = 'plain' }: NoticeProps) {
  return (
    <div className={cx('notice', tone !== 'plain' && `notice-${tone}`)}>
      {icon ?? <span />}
      <div>
        {title && <p className="font-semibold">{title}</p>}
        {children}
      </div>
    </div>
  )
}
