import type { ReactNode } from 'react'

interface Props {
  title: string
  /** What to do next, in one sentence. */
  children?: ReactNode | undefined
  /** A drawing of `illustrations.tsx`. */
  picture?: ReactNode | undefined
  /** The next useful act, as buttons. */
  acts?: ReactNode | undefined
  level?: 2 | 3 | undefined
}

/** Nothing here yet: teaches the next useful act. */
export function EmptyState({ title, children, picture, acts, level = 2 }: Props) {
  const Title = `h${level}` as const
  return (
    <div className="empty">
      {picture && <div className="empty-picture">{picture}</div>}
      <Title>{title}</Title>
      {children && <p>{children}</p>}
      {acts && <div className="empty-acts">{acts}</div>}
    </div>
  )
}
