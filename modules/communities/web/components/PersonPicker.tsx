import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import type { MemberCard } from '#modules/people/contract.ts'
import { MemberAvatar } from '#modules/people/web/public.ts'
import { api } from '#platform/web/api.ts'
import { ComboBox } from '#ui/ComboBox.tsx'
import { useT } from '../t.ts'

interface Props {
  label: string
  hint?: string | undefined
  error?: string | undefined
  optional?: boolean | undefined
  /** Among the members of this community; otherwise among everybody whom the reader may see. */
  slug?: string | undefined
  /** Among whom else: a name for the answer, and how to find them. */
  among?: { key: string; find: (q: string) => Promise<readonly MemberCard[]> } | undefined
  /** Chosen person shown in the field; absent: each choice is handed over and the field is emptied. */
  chosen?: MemberCard | null | undefined
  onChoose: (card: MemberCard | null) => void
  without?: readonly string[] | undefined
  employeesOnly?: boolean | undefined
  autoFocus?: boolean | undefined
}

/** Finds one person by the beginning of a name. Former members are not proposed: nobody can ask them anything. */
export function PersonPicker({
  label,
  hint,
  error,
  optional,
  slug,
  among,
  chosen,
  onChoose,
  without = [],
  employeesOnly,
  autoFocus,
}: Props) {
  const t = useT()
  const [text, setText] = useState(chosen?.displayName ?? '')
  const typed = useDeferredValue(text.trim())
  // What was chosen is not a search: the list below it offers everybody again.
  const q = typed === chosen?.displayName ? '' : typed
  // A circle of people is offered before anything is typed; the whole directory is not.
  const isBounded = slug !== undefined || among !== undefined
  const found = useQuery({
    queryKey: ['people', 'suggestions', among?.key ?? slug ?? null, q],
    queryFn: async ({ signal }): Promise<readonly MemberCard[]> => {
      if (among) return among.find(q)
      if (!slug) return (await api('GET /api/v1/members/suggestions', { query: { q }, signal })).items
      const members = await api('GET /api/v1/communities/:community/members', {
        params: { community: slug },
        query: { limit: 20, ...(q && { q }) },
        signal,
      })
      return members.items.map(({ member }) => member)
    },
    enabled: isBounded || q.length > 0,
    placeholderData: (before) => before,
    staleTime: 60_000,
  })
  const cards = (isBounded || q ? (found.data ?? []) : []).filter(
    (card) => !card.isFormer && !without.includes(card.id) && !(employeesOnly && card.kind === 'guest'),
  )
  const isField = chosen !== undefined
  return (
    <ComboBox
      label={label}
      hint={hint}
      error={error}
      optional={optional}
      placeholder={t('picker.search')}
      options={cards.map((card) => ({
        id: card.id,
        label: card.displayName,
        hint: [card.jobTitle, card.entityName].filter(Boolean).join(' · ') || undefined,
        icon: <MemberAvatar member={card} size="s" />,
      }))}
      inputValue={text}
      {...(!isBounded && { menuTrigger: 'input' })}
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
