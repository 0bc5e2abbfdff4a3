import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import type { MemberCard } from '#modules/people/contract.ts'
import { api } from '#platform/web/api.ts'
import { Avatar } from '#ui/Avatar.tsx'
import { ComboBox } from '#ui/ComboBox.tsx'
import { faceOf } from './Person.tsx'

interface Props {
  label: string
  hint?: string | undefined
  optional?: boolean | undefined
  /** Chosen person shown in the field; absent: each choice is handed over and the field is emptied. */
  chosen?: MemberCard | null | undefined
  onChoose: (card: MemberCard | null) => void
  without?: readonly string[] | undefined
  employeesOnly?: boolean | undefined
  autoFocus?: boolean | undefined
}

/** Finds one person of those the reader may see, by the beginning of a name. */
export function PersonPicker({
  label,
  hint,
  optional,
  chosen,
  onChoose,
  without = [],
  employeesOnly,
  autoFocus,
}: Props) {
  const [text, setText] = useState(chosen?.displayName ?? '')
  const q = useDeferredValue(text.trim())
  const found = useQuery({
    queryKey: ['people', 'suggestions', q],
    queryFn: ({ signal }) => api('GET /api/v1/members/suggestions', { query: { q }, signal }),
    enabled: q.length > 0,
    placeholderData: (before) => before,
  })
  const cards = (q ? (found.data?.items ?? []) : []).filter(
    (card) => !without.includes(card.id) && !(employeesOnly && card.kind === 'guest'),
  )
  const options = cards.map((card) => ({
    id: card.id,
    label: card.displayName,
    hint: [card.jobTitle, card.entityName].filter(Boolean).join(' · ') || undefined,
    icon: <Avatar {...faceOf(card)} size="s" />,
  }))
  const isField = chosen !== undefined
  return (
    <ComboBox
      label={label}
      hint={hint}
      optional={optional}
      options={options}
      inputValue={text}
      menuTrigger="input"
      {...(autoFocus && { autoFocus })}
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
