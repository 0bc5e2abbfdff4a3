import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import type { MemberCard } from '#modules/people/contract.ts'
import { MemberAvatar } from '#modules/people/web/public.ts'
import { api } from '#platform/web/api.ts'
import { ComboBox } from '#ui/ComboBox.tsx'
import { useT } from '../t.ts'

interface Props {
  slug: string
  label: string
  chosen: MemberCard | null
  onChoose: (card: MemberCard | null) => void
}

/** One member of the community, a partner's person too, by the beginning of a name. */
export function PersonField({ slug, label, chosen, onChoose }: Props) {
  const t = useT()
  const [text, setText] = useState(chosen?.displayName ?? '')
  const typed = useDeferredValue(text.trim())
  const q = typed === chosen?.displayName ? '' : typed
  const found = useQuery({
    queryKey: ['kinds', slug, 'members', q],
    queryFn: ({ signal }) =>
      api('GET /api/v1/communities/:community/members', {
        params: { community: slug },
        query: { limit: 20, ...(q && { q }) },
        signal,
      }),
    staleTime: 60_000,
  })
  const cards = (found.data?.items ?? []).map(({ member }) => member).filter((card) => !card.isFormer)
  return (
    <ComboBox
      label={label}
      placeholder={t('common.search')}
      options={cards.map((card) => ({
        id: card.id,
        label: card.displayName,
        hint:
          [card.kind === 'guest' ? t('board.partner') : card.jobTitle, card.entityName]
            .filter(Boolean)
            .join(' · ') || undefined,
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
