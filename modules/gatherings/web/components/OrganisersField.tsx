import { useQuery } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import type { MemberCard } from '#modules/people/contract.ts'
import { MemberAvatar } from '#modules/people/web/public.ts'
import { api } from '#platform/web/api.ts'
import { Button } from '#ui/Button.tsx'
import { ComboBox } from '#ui/ComboBox.tsx'
import { useT } from '../t.ts'

interface Props {
  community: string
  value: readonly MemberCard[]
  onChange: (people: readonly MemberCard[]) => void
}

/** Who organises, among the members of the community; at least one. */
export function OrganisersField({ community, value, onChange }: Props) {
  const t = useT()
  const [text, setText] = useState('')
  const q = useDeferredValue(text.trim())
  const found = useQuery({
    queryKey: ['gatherings', 'members', community, q],
    queryFn: ({ signal }) =>
      api('GET /api/v1/communities/:community/members', {
        params: { community },
        query: { q, limit: 8 },
        signal,
      }),
    enabled: q.length > 0,
    placeholderData: (before) => before,
  })
  const cards = (q ? (found.data?.items ?? []) : [])
    .map(({ member }) => member)
    .filter((card) => !value.some(({ id }) => id === card.id))
  return (
    <div className="grid gap-3">
      <p className="field-label m-0">{t('write.organisers')}</p>
      <ul className="m-0 flex list-none flex-wrap gap-2 p-0">
        {value.map((person) => (
          <li key={person.id} className="flex items-center gap-2">
            <MemberAvatar member={person} size="s" />
            <bdi>{person.displayName}</bdi>
            {value.length > 1 && (
              <Button
                look="quiet"
                size="small"
                icon
                aria-label={t('write.removeOrganiser', { name: person.displayName })}
                onPress={() => onChange(value.filter(({ id }) => id !== person.id))}
              >
                <X aria-hidden />
              </Button>
            )}
          </li>
        ))}
      </ul>
      <ComboBox
        label={t('write.addOrganiser')}
        hint={t('write.organiserHint')}
        optional
        options={cards.map((card) => ({
          id: card.id,
          label: card.displayName,
          hint: card.jobTitle ?? undefined,
          icon: <MemberAvatar member={card} size="s" />,
        }))}
        inputValue={text}
        onInputChange={setText}
        menuTrigger="input"
        value={null}
        onChange={(id) => {
          const card = cards.find((one) => one.id === id)
          if (!card) return
          setText('')
          onChange([...value, card])
        }}
      />
    </div>
  )
}
