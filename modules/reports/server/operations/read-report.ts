import type { Report } from '#modules/reports/contract.ts'
import type { ResponseOf } from '#platform/shared/contract.ts'
import type { MemberContext } from '#platform/context.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import type { Contract } from '#modules/reports/contract.ts'
import { graceDays } from '#modules/reports/words.ts'
import { getForManaging, getForReading } from '../access.ts'
import { isClosed, monthsAfter } from '../months.ts'
import { findBeginning, findReport, listOf, listVersions } from '../queries/reports.ts'
import { viewReport } from '../view-report.ts'
import type { Asked } from '../view-report.ts'

type Listed = ResponseOf<Contract['GET /api/v1/communities/:community/reports']>
type Versions = ResponseOf<Contract['GET /api/v1/communities/:community/reports/:month/versions']>

/** How many months back a manager may still have drafted. */
const monthsBack = 12

export async function readReports(ctx: MemberContext, community: string): Promise<Listed> {
  const access = await getForReading(ctx, community)
  const rows = await listOf(ctx.tx, access.id)
  const isManager = access.can.manage
  const there = new Set(rows.map(({ month }) => month))
  const today = ctx.now.toISOString().slice(0, 10)
  const beginning = isManager ? await findBeginning(ctx.tx, access.id) : ''
  return {
    items: rows
      .filter(({ publishedAt }) => isManager || publishedAt !== null)
      .map(({ month, status, publishedAt, corrections }) => ({
        month,
        // That something is being corrected is the managers' business until it is published.
        status: isManager ? status : 'published',
        publishedAt: publishedAt?.toISOString() ?? null,
        corrections,
      })),
    missing: isManager
      ? Array.from({ length: monthsBack }, (_unused, index) =>
          monthsAfter(today.slice(0, 7), -1 - index),
        ).filter((month) => !there.has(month) && month >= beginning && isClosed(month, today, graceDays))
      : [],
    can: { edit: isManager },
  }
}

/** One report as its readers see it. Refuses `reportNotFound`: absent, or not published. */
export async function readReport(
  ctx: MemberContext,
  input: { community: string; month: string } & Asked,
): Promise<Report> {
  const access = await getForReading(ctx, input.community)
  const row = await findReport(ctx.tx, access.id, input.month)
  if (!row) throw new Refusal('reportNotFound')
  return viewReport(ctx, access, row, { ...input, language: input.language ?? ctx.actor.language })
}

/** Who wrote what, when. */
export async function readVersions(
  ctx: MemberContext,
  input: { community: string; month: string },
): Promise<Versions> {
  const access = await getForManaging(ctx, input.community)
  const row = await findReport(ctx.tx, access.id, input.month)
  if (!row) throw new Refusal('reportNotFound')
  return {
    items: (await listVersions(ctx.tx, row.id)).map(({ number, at, by, publishedAt, note, texts }) => ({
      number,
      at: at.toISOString(),
      by,
      publishedAt: publishedAt?.toISOString() ?? null,
      note,
      texts,
    })),
  }
}
