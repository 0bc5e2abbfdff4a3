import type { ReactNode } from 'react'
import { PlainLink } from '#platform/web/links.tsx'
import './people.css'

interface Props {
  to: string
  icon: ReactNode
  title: string
  hint: string
}

/** One way from "Me" to a room of one's own, in a list of `Rows`. */
export function Way({ to, icon, title, hint }: Props) {
  return (
    <li className="person-row">
      {icon}
      <div className="person-row-body">
        <PlainLink to={to} className="member-link person-row-link">
          {title}
        </PlainLink>
        <span className="person-facts">{hint}</span>
      </div>
    </li>
  )
}
