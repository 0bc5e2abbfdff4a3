import type { TalkToHave } from '#modules/ambassadors/contract.ts'
import type { Tx } from '#platform/db/tx.ts'
import {
  addDays,
  daysBetween,
  daysOfQuarter,
  isLastWeekOfQuarter,
  isUnder,
  quarterBefore,
  quarterOf,
} from './policy.ts'
import { listChecks } from './queries/mandates.ts'
import type { CheckRow } from './queries/mandates.ts'

/** Days of a period on which somebody served and had declared no absence. */
export function presentDays(
  { since, away }: Pick<CheckRow, 'since' | 'away'>,
  period: { from: string; to: string },
): number {
  let days = 0
  for (let day = since > period.from ? since : period.from; day <= period.to; day = addDays(day, 1))
    if (!away.some(({ from, to }) => from <= day && day <= to)) days++
  return days
}

/** The two quarters that the check looks at: in the last week of one, that one and the one before; else the last two. */
export function checkedQuarters(today: string): [string, string] {
  const now = quarterOf(today)
  const last = isLastWeekOfQuarter(today) ? now : quarterBefore(now)
  return [quarterBefore(last), last]
}

/** With whom a talk may be proposed: under the minimum two quarters running. Who, and never how much. */
export async function listTalksDue(
  tx: Tx,
  programme: { id: string; minPerQuarter: number; launchedAt: Date | null },
  today: string,
): Promise<(TalkToHave & { memberId: string })[]> {
  if (programme.minPerQuarter === 0) return []
  const quarters = checkedQuarters(today)
  const [first, last] = [daysOfQuarter(quarters[0]), daysOfQuarter(quarters[1])]
  const rows = await listChecks(tx, programme.id, first.from, last.to)
  return rows
    .filter((row) =>
      quarters.every((quarter) => {
        const period = daysOfQuarter(quarter)
        return isUnder(
          row.counts[quarter] ?? 0,
          programme.minPerQuarter,
          presentDays(row, period),
          daysBetween(period.from, period.to) + 1,
        )
      }),
    )
    .map(({ mandateId, member, memberId }) => ({ mandateId, member, memberId }))
}
