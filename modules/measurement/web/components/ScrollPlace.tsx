import type { ReactNode } from 'react'

/** A table that may be wider than a phone scrolls in its own place, which the keyboard reaches. */
export function ScrollPlace({ label, children }: { label: string; children: ReactNode }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable without a pointer
    <div className="released-table" role="region" tabIndex={0} aria-label={label}>
      {children}
    </div>
  )
}
