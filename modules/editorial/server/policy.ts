import type { SlotState } from '#modules/editorial/words.ts'
import { reminderLeads } from '#modules/editorial/words.ts'
import { workingDaysBefore } from './days.ts'
import type { WorkCalendar } from './days.ts'

/** Whether a slot still has to happen. */
export const isOpen = (state: SlotState): boolean =>
  state === 'idea' || state === 'asked' || state === 'drafted'

/**
 * Whether a volunteer may be asked now: nobody twice until all who are there had a turn. `true`, or why not.
 */
export const canBeAsked = (
  volunteer: { rounds: number; leastRounds: number } | undefined,
): true | 'notTheirTurn' => !volunteer || volunteer.rounds <= volunteer.leastRounds || 'notTheirTurn'

/**
 * Which reminder of a slot is due on a day: 7, 3 or 1 working days before it. Where several are (it was put in late),
 * only the nearest is sent; `passed` are those that it makes superfluous.
 */
export function dueReminder(
  calendar: WorkCalendar,
  slot: { on: string; sent: readonly number[] },
  today: string,
): { lead: number; passed: number[] } | undefined {
  if (today >= slot.on) return undefined
  const due = reminderLeads.filter((lead) => workingDaysBefore(calendar, slot.on, lead) <= today)
  const lead = due.at(-1)
  if (lead === undefined || slot.sent.includes(lead)) return undefined
  return { lead, passed: due.filter((one) => one !== lead && !slot.sent.includes(one)) }
}
