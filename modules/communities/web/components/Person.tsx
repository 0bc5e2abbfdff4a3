import type { ReactNode } from 'react'
import type { MemberCard } from '#modules/people/contract.ts'
import { Link } from '#platform/web/links.tsx'
import { Avatar } from '#ui/Avatar.tsx'
import { personPath } from '../paths.ts'
import { useT } from '../t.ts'

export const faceOf = (card: MemberCard) => ({ id: card.id, name: card.displayName, photo: card.photoUrl })

/** One person on a line: face, name, what they do; marks after the name, acts at the end. */
export function Person({
  card,
  marks,
  note,
  acts,
}: {
  card: MemberCard
  marks?: ReactNode
  note?: ReactNode
  acts?: ReactNode
}) {
  const t = useT()
  const work = card.isFormer
    ? t('members.former')
    : [card.jobTitle, card.entityName].filter(Boolean).join(' · ')
  return (
    <div className="flex min-w-0 items-center gap-3">
      <Avatar {...faceOf(card)} />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <Link to={personPath(card.id)} className="font-semibold" dir="auto">
            {card.displayName}
          </Link>
          {marks}
        </p>
        {(work || note) && (
          <p className="text-sm text-muted" dir="auto">
            {[work, note].filter(Boolean).map((part, index) => (
              <span key={index}>
                {index > 0 && ' · '}
                {part}
              </span>
            ))}
          </p>
        )}
      </div>
      {acts}
    </div>
  )
}
