import { X } from 'lucide-react'
import type { MemberCard } from '#modules/people/contract.ts'
import { MemberAvatar, MemberLink } from '#modules/people/web/public.ts'
import { Button } from '#ui/Button.tsx'
import { useT } from '../t.ts'

/** People on one line each, with a way to take one out where `onRemove` is given. */
export function PeopleRow({
  people,
  onRemove,
}: {
  people: readonly MemberCard[]
  onRemove?: (id: string) => void
}) {
  const t = useT()
  return (
    <ul className="flex list-none flex-wrap gap-x-4 gap-y-2 p-0">
      {people.map((card) => (
        <li key={card.id} className="flex items-center gap-2">
          <MemberAvatar member={card} size="s" />
          <MemberLink member={card} />
          {onRemove && (
            <Button
              look="quiet"
              size="small"
              icon
              aria-label={t('remove', { what: card.displayName })}
              onPress={() => onRemove(card.id)}
            >
              <X aria-hidden />
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}
