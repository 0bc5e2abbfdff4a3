import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import type { MemberCard } from '#modules/people/contract.ts'
import { MemberAvatar } from '#modules/people/web/public.ts'
import { ComboBox } from '#ui/ComboBox.tsx'
import { membersQuery } from '../queries.ts'
import { useT } from '../t.ts'

interface Props {
  slug: string
  label: string
  chosen: MemberCard | null
  onChoose: (card: MemberCard | null) => void
  without?: readonly string[] | undefined
}

/** One member of the community, by the beginning of a name. */
export function PersonPicker({ slug, label, chosen, onChoose, without = [] }: Props) {
  const t = useT()
  const [text, setText] = useState(chosen?.displayName ?? '')
  const q = useDeferredValue(text.trim())
  const found = useQuery(membersQuery(slug, q === chosen?.displayName ? '' : q))
  const cards = (found.data?.items ?? [])
    .map(({ member }) => member)
    .filter((card) => !card.isFormer && !without.includes(card.id))
  return (
    <ComboBox
      label={label}
      placeholder={t('picker.search')}
      options={cards.map((card) => ({
        id: card.id,
        label: card.displayName,
        hint: [card.jobTitle, card.entityName].filter(Boolean).join(' · ') || undefined,
        icon: <MemberAvatar member={card} size="s" />,
      }))}
      inputValue={text}
      value={chosen?.id ?? null}
      onInputChange={(next) => {
        setText(next)
        if (next === '') onChoose(null)
      }}
      onChange={(id) => {
        const card = cards.find((one) => one.id === id)
        if (!card) return
        setText(card.displayName)
        onChoose(card)
      }}
    />
  )
}
