import type { DebateState, Side } from '#modules/debates/contract.ts'

interface Review {
  side: Side
  isNeutral: boolean | null
  fileVersion: number | null
}
export interface OpeningFacts {
  fileMd: string
  fileVersion: number
  videoId: string | null
  hasCaptions: boolean
  closesAt: Date
  reviews: readonly Review[]
}
export type Missing = 'file' | 'captions' | 'reviewers' | 'reviews' | 'neutral' | 'period'

/** What is missing before a debate may open: a file whose video everybody can follow, read as it is by one inclined each way, found neutral by both. */
export function missingToOpen(facts: OpeningFacts, now: Date): Missing[] {
  const missing: Missing[] = []
  if (facts.fileMd.trim() === '') missing.push('file')
  if (facts.videoId && !facts.hasCaptions) missing.push('captions')
  const current = facts.reviews.filter(
    ({ isNeutral, fileVersion }) => isNeutral !== null && fileVersion === facts.fileVersion,
  )
  if (facts.reviews.length < 2) missing.push('reviewers')
  else if (current.length < 2) missing.push('reviews')
  if (current.some(({ isNeutral }) => isNeutral === false)) missing.push('neutral')
  if (facts.closesAt <= now) missing.push('period')
  return missing
}

/** Who may show again what was given back: after an appeal, somebody else than who gave it back. */
export const canRestore = (
  memberId: string,
  facts: { returnedBy: string | null; hasAppealed: boolean },
): true | string => (facts.hasAppealed && facts.returnedBy === memberId ? 'someoneElse' : true)

/** A decision is written once the period is over, by the decision-maker, or for them by a manager. */
export const canDecide = (
  memberId: string,
  facts: { state: DebateState; deciderId: string | null; isManager: boolean },
): boolean =>
  facts.state === 'closed' && facts.deciderId !== null && (facts.deciderId === memberId || facts.isManager)

/** Numbers of arguments that a synthesis cites: `#12`. */
export const citedIn = (md: string): number[] => [
  ...new Set([...md.matchAll(/(?<![\w&/])#(\d{1,6})\b/g)].map(([, number]) => Number(number))),
]
