import type { Poll } from '#modules/polls/contract.ts'
import { useFormat } from '#platform/web/i18n.tsx'

/** An option in words: its label, or its day and hour in the reader's zone. */
export function useOptionName(): (option: Poll['options'][number]) => string {
  const format = useFormat()
  return ({ label, startsAt }) => {
    if (!startsAt) return label ?? ''
    const at = new Date(startsAt)
    return `${format.dateTime(at, 'weekday')}, ${format.dateTime(at, 'time')}`
  }
}
