import { useQuery } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import type { MemberCard } from '#modules/people/contract.ts'
import { MemberAvatar, MemberLink } from '#modules/people/web/public.ts'
import { api } from '#platform/web/api.ts'
import { Button } from '#ui/Button.tsx'
import { ComboBox } from '#ui/ComboBox.tsx'
import { useT } from '../t.ts'

interface PickerProps {
  label: string
  hint?: string
  optional?: boolean
  /** Members of this community; without it, the directory's employees. */
  slug?: string
  /** The person shown; absent: each choice is handed over and the field is emptied. */
  chosen?: MemberCard | null
  onChoose: (card: MemberCard | null) => void
  without?: readonly string[]
}

/** One person, by the beginning of a name. */
export function PersonField({ label, hint, optional, slug, chosen, onChoose, without = [] }: PickerProps) {
  const t = useT()
  const [text, setText] = useState(chosen?.displayName ?? '')
  const q = useDeferredValue(text.trim())
  const asked = q === chosen?.displayName ? '' : q
  const found = useQuery({
    queryKey: ['lifecycle', 'people', slug ?? null, asked],
    queryFn: async ({ signal }): Promise<readonly MemberCard[]> =>
      slug
        ? (
            await api('GET /api/v1/communities/:community/members', {
              params: { community: slug },
              query: asked ? { q: asked } : {},
              signal,
            })
          ).items.map(({ member }) => member)
        : (await api('GET /api/v1/members/suggestions', { query: { q: asked }, signal })).items,
    enabled: slug !== undefined || asked.length > 0,
    placeholderData: (before) => before,
  })
  const cards = (found.data ?? []).filter(
    (card) =>
      !card.isFormer && !without.includes(card.id) && (slug !== undefined || card.kind === 'employee'),
  )
  const isField = chosen !== undefined
  return (
    <ComboBox
      label={label}
      placeholder={t('search')}
      {...(hint && { hint })}
      {...(optional && { optional })}
      options={cards.map((card) => ({
        id: card.id,
        label: card.displayName,
        hint: [card.jobTitle, card.entityName].filter(Boolean).join(' · ') || undefined,
        icon: <MemberAvatar member={card} size="s" />,
      }))}
      inputValue={text}
      value={isField ? (chosen?.id ?? null) : null}
      onInputChange={(next) => {
        setText(next)
        if (isField && next === '') onChoose(null)
      }}
      onChange={(id) => {
        const card = cards.find((one) => one.id === id)
        if (!card) return
        setText(isField ? card.displayName : '')
        onChoose(card)
      }}
    />
  )
}

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
