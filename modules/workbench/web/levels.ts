import type { LadderLevel, Rhythm } from '../contract.ts'

export const levels = ['L0', 'L1', 'L2', 'L3', 'L4'] as const satisfies readonly LadderLevel[]
export const isLevel = (value: unknown): value is LadderLevel => levels.includes(value as LadderLevel)

/** The steps of this community: where its usual time is already twelve hours, the step between has no length. */
export const levelsOf = ({ thresholds }: Rhythm): LadderLevel[] =>
  levels.filter((one) => one !== 'L1' || thresholds.askExperts < thresholds.askNeighbour)

/** Business hours at which a level begins. */
export function hoursOf(level: LadderLevel, { thresholds }: Rhythm): number {
  return {
    L0: 0,
    L1: thresholds.askExperts,
    L2: thresholds.askNeighbour,
    L3: thresholds.relay,
    L4: thresholds.answer,
  }[level]
}
