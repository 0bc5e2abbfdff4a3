import type { MemberCard } from '#modules/people/contract.ts'
import type { Context } from '#platform/context.ts'
import type { LocalText } from '#platform/shared/local-text.ts'
import type { SlotState } from './words.ts'

/** The only server door of editorial for other modules. */

export interface DueSlot {
  id: string
  on: string
  title: string
  format: LocalText | null
  speaker: MemberCard | null
  state: SlotState
}

/** Slots of a community that have neither happened nor been skipped, due up to a day, the oldest first; at most 50. */
export const listSlotsDue = (_ctx: Context, _communityId: string, _until: string): Promise<DueSlot[]> =>
  Promise.resolve([])

/** Whether a day is quiet for a community: its site does not work, or its school zone is on holiday. */
export const isQuietDay = (_ctx: Context, _communityId: string, _day: string): Promise<boolean> =>
  Promise.resolve(false)

/** What the season explains about a month (`YYYY-MM`) of a community, in a sentence or two; null: nothing. */
export const seasonNote = (_ctx: Context, _communityId: string, _month: string): Promise<LocalText | null> =>
  Promise.resolve(null)
