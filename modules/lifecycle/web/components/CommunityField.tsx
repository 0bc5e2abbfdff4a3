import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { CommunityMark } from '#modules/communities/web/public.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { api } from '#platform/web/api.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { ComboBox } from '#ui/ComboBox.tsx'

/** One community of those that one may know of, by the beginning of its name. */
export function CommunityField({
  label,
  onChoose,
  without,
}: {
  label: string
  onChoose: (id: string | null) => void
  without?: string
}) {
  const { language } = useLanguage()
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState<string | null>(null)
  const q = useDeferredValue(text.trim())
  const found = useQuery({
    queryKey: ['lifecycle', 'communities', q],
    queryFn: ({ signal }) =>
      api('GET /api/v1/communities', { query: { all: true, ...(q && { q }), limit: 12 }, signal }),
    placeholderData: (before) => before,
  })
  const cards = (found.data?.items ?? []).filter(({ id, stage }) => id !== without && stage !== 'archived')
  return (
    <ComboBox
      label={label}
      isRequired
      options={cards.map((card) => ({
        id: card.id,
        label: pickText(card.name, language),
        hint: pickText(card.purpose, language),
        icon: <CommunityMark community={card} size="s" />,
      }))}
      inputValue={text}
      value={chosen}
      onInputChange={(next) => {
        setText(next)
        if (next === '') {
          setChosen(null)
          onChoose(null)
        }
      }}
      onChange={(id) => {
        const card = cards.find((one) => one.id === id)
        if (!card) return
        setText(pickText(card.name, language))
        setChosen(card.id)
        onChoose(card.id)
      }}
    />
  )
}
