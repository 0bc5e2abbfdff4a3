import type { MemberCard } from '#modules/people/contract.ts'
import type { CommitmentKind, PromiseState } from '#modules/sponsorship/words.ts'
import type { Context } from '#platform/context.ts'
import { lastDayOf, monthOf, monthsOf, stateOfDate, stateOfMonth } from '../policy.ts'
import { countActs, listKept } from '../queries/acts.ts'
import { listCommitments } from '../queries/commitments.ts'
import type { CommitmentRow, Scope } from '../queries/commitments.ts'
import { listDelegates } from '../queries/drafts.ts'

export interface SponsorCommitment {
  id: string
  sponsorId: string
  what: CommitmentKind
  text: string
  perMonth: number | null
  /** Acts kept in `month`; for a dated promise 0 or 1. */
  kept: number
  /** `2026-11`; the month of its date for a dated promise. */
  month: string
  dueOn: string
  state: PromiseState
  /** Who may write drafts for the sponsor. */
  delegate: MemberCard | null
}

/** Kept acts by commitment and month. */
export async function readKept(
  ctx: Context,
  rows: readonly CommitmentRow[],
): Promise<(id: string, month: string) => number> {
  const monthly = rows.filter(({ agreedAt, perMonth }) => agreedAt && perMonth !== null)
  const pairs = monthly.flatMap(({ id, places }) => places.map((communityId) => ({ id, communityId })))
  const kept = pairs.length > 0 ? await listKept(ctx.tx, pairs, ctx.now) : []
  const counts = new Map(kept.map((row) => [`${row.id} ${row.month}`, row.kept]))
  return (id, month) => counts.get(`${id} ${month}`) ?? 0
}

/**
 * What sponsors promised in a programme or community, one row a commitment and month, agreed ones only, the latest month
 * first. The caller has checked who may read.
 */
export async function listSponsorCommitments(ctx: Context, scope: Scope): Promise<SponsorCommitment[]> {
  const rows = (await listCommitments(ctx.tx, scope)).filter(({ agreedAt }) => agreedAt)
  if (rows.length === 0) return []
  const keptOf = await readKept(ctx, rows)
  const delegates = await listDelegates(ctx.tx, [...new Set(rows.map(({ sponsorId }) => sponsorId))])
  const today = ctx.now.toISOString().slice(0, 10)
  return rows
    .flatMap((row): SponsorCommitment[] => {
      const { id, sponsorId, what, text, perMonth } = row
      const base = { id, sponsorId, what, text, perMonth, delegate: delegates.get(sponsorId) ?? null }
      if (row.dueOn !== null)
        return [
          {
            ...base,
            kept: row.doneAt ? 1 : 0,
            month: monthOf(row.dueOn),
            dueOn: row.dueOn,
            state: stateOfDate(row, today),
          },
        ]
      return monthsOf(row, today).map((month) => {
        const kept = keptOf(id, month)
        return { ...base, kept, month, dueOn: lastDayOf(month), state: stateOfMonth(row, month, kept, today) }
      })
    })
    .toSorted((a, b) => b.dueOn.localeCompare(a.dueOn))
}

/**
 * Public acts (posts, comments, answers, reactions) of somebody who is a sponsor of one of these communities or of a
 * programme; the caller knows that they are one. Class V; never reading.
 */
export const countSponsorActs = (
  ctx: Context,
  sponsorId: string,
  communityIds: readonly string[],
  sinceDays: number,
): Promise<number> =>
  countActs(ctx.tx, sponsorId, communityIds, new Date(ctx.now.getTime() - sinceDays * 86_400_000), ctx.now)

/** Whether a community is, at this moment, a room without hierarchy. */
export const isWithoutHierarchy = async (ctx: Context, communityId: string): Promise<boolean> =>
  (
    await ctx.tx.row<{ is: boolean }>(
      'select without_hierarchy as is from communities.community where id = $1',
      [communityId],
    )
  )?.is ?? false
