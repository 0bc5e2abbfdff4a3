import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import type { MemberCard } from '#modules/people/contract.ts'
import { MemberAvatar } from '#modules/people/web/public.ts'
import { api } from '#platform/web/api.ts'
import { ComboBox } from '#ui/ComboBox.tsx'
import { useT } from '../t.ts'

interface Props {
  label: string
  hint?: string
  slug: string
  chosen: MemberCard | null
  onChoose: (card: MemberCard | null) => void
  without?: readonly string[]
}

/** One member of a community, by the beginning of a name. */
export function MemberPicker({ label, hint, slug, chosen, onChoose, without = [] }: Props) {
  const t = useT()
  const [text, setText] = useState(chosen?.displayName ?? '')
  const q = useDeferredValue(text.trim())
  const asked = q === chosen?.displayName ? '' : q
  const found = useQuery({
    queryKey: ['members', slug, 'named', asked],
    queryFn: async ({ signal }): Promise<readonly MemberCard[]> =>
      (
        await api('GET /api/v1/communities/:community/members', {
          params: { community: slug },
          query: asked ? { q: asked } : {},
          signal,
        })
      ).items.map(({ member }) => member),
    placeholderData: (before) => before,
  })
  const cards = (found.data ?? []).filter((card) => !card.isFormer && !without.includes(card.id))
  return (
    <ComboBox
      label={label}
      {...(hint && { hint })}
      placeholder={t('decision.people')}
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
