import type { ReactNode } from 'react'

interface Props {
  title: ReactNode
  /** A line above, e.g. the place the page belongs to. */
  kicker?: ReactNode | undefined
  lead?: ReactNode | undefined
  acts?: ReactNode | undefined
}

/** The one h1 of a page. The shell moves the focus here after navigation. */
export function PageHeader({ title, kicker, lead, acts }: Props) {
  return (
    <header className="page-head">
      {kicker && <p className="page-kicker">{kicker}</p>}
      <div className="page-head-line">
        <h1 tabIndex={-1}>{title}</h1>
        {acts && <div className="flex flex-wrap gap-2">{acts}</div>}
      </div>
      {lead && <p className="page-lead">{lead}</p>}
    </header>
  )
}
