import type { ReactNode } from 'react'
import { Button } from './Button.tsx'
import { useUi } from './strings.tsx'

interface Props {
  /** What happened. */
  title: string
  /** What was kept, and what to do. */
  children?: ReactNode | undefined
  onRetry?: (() => void) | undefined
  /** Shown so that it can be given to the administrator. */
  requestId?: string | undefined
  acts?: ReactNode | undefined
}

/** A part of a page that could not be shown. Whole pages are in `apps/web/pages`. */
export function ErrorState({ title, children, onRetry, requestId, acts }: Props) {
  const { strings } = useUi()
  return (
    <div className="empty" role="alert">
      <h2>{title}</h2>
      {children && <p>{children}</p>}
      {(onRetry || acts) && (
        <div className="empty-acts">
          {onRetry && <Button onPress={onRetry}>{strings.retry}</Button>}
          {acts}
        </div>
      )}
      {requestId && <code className="mt-2 font-code text-sm text-muted">{requestId}</code>}
    </div>
  )
}
