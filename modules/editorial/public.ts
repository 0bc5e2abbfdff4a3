import type { MemberCard } from '#modules/people/contract.ts'
import type { Context } from '#platform/context.ts'
import type { LocalText } from '#platform/shared/local-text.ts'
import { isWorkingDay } from './server/days.ts'
import { listOpenSlots } from './server/queries/slots.ts'
import { getFactsOf, isQuiet } from './server/quiet.ts'
import { seasonOf } from './server/season.ts'
import type { SlotState } from './words.ts'

/** The only server door of editorial for other modules. The caller has checked who may read the community. */

export interface DueSlot {
  id: string
  on: string
  title: string
  format: LocalText | null
  speaker: MemberCard | null
  state: SlotState
}

/** Slots of a community that have neither happened nor been skipped, due up to a day, the oldest first; at most 50. */
export const listSlotsDue = async (ctx: Context, communityId: string, until: string): Promise<DueSlot[]> =>
  (await listOpenSlots(ctx.tx, communityId, until)).map(({ id, on, title, format, speaker, state }) => ({
    id,
    on,
    title,
    format: format?.name ?? null,
    speaker,
    state,
  }))

/** Whether a day is quiet for a community: its site does not work, or its school zone is on holiday. */
export const isQuietDay = async (ctx: Context, communityId: string, day: string): Promise<boolean> =>
  isQuiet(await getFactsOf(ctx, communityId), day)

/** Whether the site of a community works on a day: no weekend, no public holiday. */
export const isWorkday = async (ctx: Context, communityId: string, day: string): Promise<boolean> =>
  isWorkingDay(await getFactsOf(ctx, communityId), day)

/** What the season explains about a month (`YYYY-MM`) of a community, in a sentence; null: nothing. */
export const seasonNote = async (
  ctx: Context,
  communityId: string,
  month: string,
): Promise<LocalText | null> => seasonOf(await getFactsOf(ctx, communityId), month)

/** Keeps a format for a community, from a template of the managers' network. */
export { keepFormat } from './server/operations/keep-formats.ts'
/** Only for the demo company. */
export { addDemoCalendar, addDemoZones } from './server/operations/demo-calendar.ts'
export type { DemoCalendar } from './server/operations/demo-calendar.ts'
