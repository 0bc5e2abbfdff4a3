import { Tag } from '#ui/Tag.tsx'
import type { MemberCard } from '#modules/people/contract.ts'
import { MemberAvatar, MemberLink } from './MemberLink.tsx'
import './people.css'

interface Props {
  person: MemberCard & { siteName: string | null; askMeAbout: string[] }
}

/** Somebody in the directory: who they are, where, and what they gladly help with. */
export function PersonRow({ person }: Props) {
  const facts = [person.entityName, person.siteName].filter(Boolean).join(' · ')
  return (
    <li className="person-row">
      <MemberAvatar member={person} size="l" />
      <div className="person-row-body">
        <span>
          <MemberLink member={person} className="person-row-link" />
        </span>
        {person.jobTitle && <span>{person.jobTitle}</span>}
        {facts && <span className="person-facts">{facts}</span>}
        {person.askMeAbout.length > 0 && (
          <span className="person-tags">
            {person.askMeAbout.slice(0, 4).map((tag) => (
              <Tag key={tag}>{tag}</Tag>
            ))}
          </span>
        )}
      </div>
    </li>
  )
}
