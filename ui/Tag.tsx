import type { ReactNode } from 'react'
import type { Accent } from './accents.ts'
import { cx } from './cx.ts'

interface Props {
  children: ReactNode
  tone?: 'accent' | 'neutral' | 'good' | 'warn' | 'bad' | undefined
  accent?: Accent | undefined
  icon?: ReactNode | undefined
}

/** A short mark beside a title. Good, warn and bad need their icon: colour alone says nothing. */
export function Tag({ children, tone = 'neutral', accent, icon }: Props) {
  return (
    <span className={cx('tag', tone !== 'accent' && `tag-${tone}`)} data-accent={accent}>
      {icon}
      {children}
    </span>
  )
}

/** An exact number in a round mark, for unread; nothing when zero. `label` says what is counted. */
export function Count({ value, label }: { value: number; label: string }) {
  if (value <= 0) return null
  return (
    <span className="count">
      <span aria-hidden>{value}</span>
      <span className="sr-only">{label}</span>
    </span>
  )
}
