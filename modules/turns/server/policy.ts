import { addDays } from './schedule.ts'

/**
 * The reminder that is due for a turn: seven days before its Monday, the day before, and from the Saturday after it,
 * when it is over. A day that was missed is made up for on the next one.
 */
export function dueLead(
  week: string,
  today: string,
  sent: readonly number[],
): { lead: 7 | 1 | 0; days: number; passed: number[] } | undefined {
  const days = Math.round((Date.parse(week) - Date.parse(today)) / 86_400_000)
  if (today >= addDays(week, 5)) return sent.includes(0) ? undefined : { lead: 0, days: 0, passed: [] }
  if (days <= 0 || days > 7) return undefined
  const lead = days === 1 ? 1 : 7
  if (sent.includes(lead)) return undefined
  return { lead, days, passed: lead === 1 && !sent.includes(7) ? [7] : [] }
}
