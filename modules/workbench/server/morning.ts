import type { MorningCard } from '../contract.ts'

/** The public order of cards (facilitation 7.1); the kinds that have no feature yet keep their place. */
export const cardOrder = [
  'safety',
  'newcomer',
  'question',
  'promise',
  'ambassador',
  'editorial',
  'thanks',
] as const
export const mostCards = 7

export interface CardDecision {
  card: string
  memberId: string
  decision: 'done' | 'delegated' | 'later' | 'notMine'
  delegatedTo: string | null
  until: Date | null
  at: Date
}

/**
 * What hides a card from one manager: done by anybody; put off until a time that has not come, handed over, or
 * declined, by this manager. A card handed to this manager, or to an absent one (`absentIds`) for whom this manager
 * stands in, shows until they decide about it; declined by the one who received it, it comes back to the one who gave it.
 */
export function isHidden(
  card: string,
  viewerId: string,
  decisions: readonly CardDecision[],
  now: Date,
  absentIds: readonly string[] = [],
): boolean {
  const about = decisions.filter((decision) => decision.card === card)
  if (about.some((decision) => decision.decision === 'done')) return true
  const mine = about.find((decision) => decision.memberId === viewerId)
  if (!mine) return false
  if (mine.decision === 'delegated' && absentIds.includes(mine.delegatedTo ?? '')) return false
  const mayBeHanded = [viewerId, ...absentIds]
  if (
    about.some(
      (other) =>
        other.decision === 'delegated' &&
        mayBeHanded.includes(other.delegatedTo ?? '') &&
        other.memberId !== viewerId &&
        other.at > mine.at,
    )
  )
    return false
  if (
    about.some(
      (other) => other.decision === 'notMine' && other.memberId === mine.delegatedTo && other.at > mine.at,
    )
  )
    return false
  return mine.decision !== 'later' || (mine.until !== null && mine.until > now)
}

/** Who handed a card to this manager or to an absent one, the latest first; undefined when nobody did. */
export const handedBy = <D extends CardDecision>(
  card: string,
  viewerId: string,
  decisions: readonly D[],
  absentIds: readonly string[] = [],
): D | undefined =>
  decisions
    .filter(
      (one) =>
        one.card === card &&
        one.decision === 'delegated' &&
        [viewerId, ...absentIds].includes(one.delegatedTo ?? ''),
    )
    .toSorted((a, b) => b.at.getTime() - a.at.getTime())[0]

/** At most seven, by the public order, then as each list came (newcomers and promises oldest first, questions newest first). */
export function arrange(cards: readonly MorningCard[]): MorningCard[] {
  return cards.toSorted((a, b) => cardOrder.indexOf(a.kind) - cardOrder.indexOf(b.kind)).slice(0, mostCards)
}
