import type { Commitment, PromiseLine } from '#modules/sponsorship/contract.ts'
import { isPaused, lastDayOf, monthOf, monthsOf, stateOfDate, stateOfMonth } from './policy.ts'
import type { CommitmentRow } from './queries/commitments.ts'

type Kept = (id: string, month: string) => number
export const dayOf = (at: Date): string => at.toISOString().slice(0, 10)

const placeOf = (row: CommitmentRow): Commitment['place'] =>
  row.communityId
    ? {
        kind: 'community',
        id: row.communityId,
        name: row.placeName,
        path: `/communities/${row.slug}/promises`,
      }
    : {
        kind: 'programme',
        id: row.programmeId!,
        name: row.placeName,
        path: `/programmes/${row.programmeId}?tab=promises`,
      }

/** A commitment as those who work on it read it. */
export function viewCommitment(
  row: CommitmentRow,
  keptOf: Kept,
  today: string,
  viewer: { id: string; mayPropose: boolean },
): Commitment {
  const isSponsor = viewer.id === row.sponsorId
  const status = row.declinedAt
    ? 'declined'
    : !row.agreedAt
      ? 'proposed'
      : row.withdrawnAt || row.doneAt
        ? 'ended'
        : 'agreed'
  const months =
    row.perMonth === null
      ? row.dueOn
        ? [{ month: monthOf(row.dueOn), kept: row.doneAt ? 1 : 0, state: stateOfDate(row, today) }]
        : []
      : monthsOf(row, today)
          .map((month) => {
            const kept = keptOf(row.id, month)
            return { month, kept, state: stateOfMonth(row, month, kept, today) }
          })
          .toReversed()
  return {
    id: row.id,
    place: placeOf(row),
    sponsor: row.sponsor,
    what: row.what,
    text: row.text,
    perMonth: row.perMonth,
    dueOn: row.dueOn,
    proposedBy: row.proposedBy,
    replaces: status === 'proposed' ? row.replaces : null,
    status,
    agreedOn: row.agreedAt && dayOf(row.agreedAt),
    declinedWord: row.declinedWord,
    withdrawnReason: row.withdrawnReason,
    doneUrl: row.doneUrl,
    months,
    pauses: row.pauses,
    can: {
      agree: isSponsor && status === 'proposed',
      change: (isSponsor || viewer.mayPropose) && (status === 'proposed' || status === 'agreed'),
      end: isSponsor && status === 'agreed',
    },
  }
}

/** Lines of "promised / done": one a month while it ran, and its end with the reason. Proposals are nobody's promise. */
export function promisesOf(row: CommitmentRow, keptOf: Kept, today: string): PromiseLine[] {
  if (!row.agreedAt) return []
  const base = {
    kind: 'commitment' as const,
    text: row.text,
    about: null,
    who: row.sponsor,
    what: row.what,
    perMonth: row.perMonth,
  }
  const lines: PromiseLine[] =
    row.perMonth === null
      ? [
          {
            ...base,
            id: row.id,
            on: row.dueOn!,
            state: stateOfDate(row, today),
            reason: row.withdrawnReason,
            kept: null,
            path: row.doneUrl,
          },
        ]
      : monthsOf(row, today).map((month) => {
          const kept = keptOf(row.id, month)
          const state = stateOfMonth(row, month, kept, today)
          const pause = row.pauses.find((one) => isPaused({ pauses: [one] }, month) && state === 'paused')
          return {
            ...base,
            id: `${row.id}:${month}`,
            on: lastDayOf(month),
            state: state === 'withdrawn' ? 'paused' : state,
            reason: pause?.word ?? null,
            kept,
            path: null,
          }
        })
  const ends: PromiseLine[] =
    row.withdrawnAt && row.perMonth !== null
      ? [
          {
            ...base,
            id: `${row.id}:end`,
            on: dayOf(row.withdrawnAt),
            state: 'withdrawn',
            reason: row.withdrawnReason,
            kept: null,
            path: null,
          },
        ]
      : []
  return [
    ...lines.filter(
      (line) => !(line.state === 'paused' && row.withdrawnAt && line.on > dayOf(row.withdrawnAt)),
    ),
    ...ends,
  ]
}
