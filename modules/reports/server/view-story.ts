import type { Story } from '#modules/reports/contract.ts'
import { quarterOf } from './months.ts'
import type { StoryRow } from './queries/stories.ts'

/** Everybody named agrees. */
export const isShared = (row: StoryRow): boolean => row.people.every(({ state }) => state === 'yes')

/** A story as its readers see it; its managers see whom it names and what they answered. */
export const viewStory = (row: StoryRow, forManager: boolean): Story => ({
  id: row.id,
  cycle: row.cycle,
  what: row.what,
  language: row.language,
  evidenceUrl: row.evidenceUrl,
  hours: row.hours,
  indicator: row.indicator,
  happenedOn: row.happenedOn,
  quarter: quarterOf(row.happenedOn),
  toldBy: row.toldBy,
  people: row.people.map(({ id, state, shownAs, member }) => ({
    id,
    state,
    member: forManager || (state === 'yes' && shownAs === 'named') ? member : null,
  })),
  isShared: isShared(row),
})
