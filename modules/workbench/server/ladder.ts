/** The steps for a question that waits; texts and rules: docs/mechanisms/ladder.md. */
export const ladderLevels = ['L0', 'L1', 'L2', 'L3', 'L4'] as const
export type LadderLevel = (typeof ladderLevels)[number]

/** Business hours (bh) at which each level begins, for one community. */
export interface LadderThresholds {
  /** L1: the community had its usual time; experts may be asked privately. */
  askExperts: number
  /** L2: ask in a neighbouring community. */
  askNeighbour: number
  /** L3: the manager relays publicly without answering. */
  relay: number
  /** L4: the manager answers, or names who will and when. */
  answer: number
}

/** Bounds of the community's own time before anybody is asked: at least 2 bh, at most 12. */
const shortest = 2
const longest = 12

/**
 * The thresholds of a community. `p75` is the time within which three questions out of four receive their first
 * answer from somebody else, in bh; null while there is no history: then the longest patience is used.
 */
export function ladderThresholds(p75: number | null): LadderThresholds {
  const askExperts = Math.min(longest, Math.max(shortest, p75 ?? longest))
  return { askExperts, askNeighbour: 12, relay: 24, answer: 48 }
}

/**
 * Where a question stands after `waited` bh without an answer. Somebody's first question, and one tagged urgent,
 * go to L3 at once when the community had its time: a first silence is what people remember.
 */
export function ladderLevel(
  question: { waited: number; isFirstOfAuthor: boolean; isUrgent: boolean },
  thresholds: LadderThresholds,
): LadderLevel {
  const { waited } = question
  if (waited >= thresholds.answer) return 'L4'
  if (waited >= thresholds.relay) return 'L3'
  if (waited < thresholds.askExperts) return 'L0'
  if (question.isFirstOfAuthor || question.isUrgent) return 'L3'
  return waited >= thresholds.askNeighbour ? 'L2' : 'L1'
}

/** Before L3 the manager's own reply stays folded, so that the community answers; opening it anyway is counted. */
export const mayManagerReplyPlainly = (level: LadderLevel): boolean => level === 'L3' || level === 'L4'

/** Tags that mean "do not wait", in both languages. */
export const urgentTags = ['urgent', 'urgence', 'sécurité', 'safety'] as const
