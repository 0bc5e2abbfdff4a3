import type { Report } from '#modules/reports/contract.ts'
import { reportPublished } from '#modules/reports/events.ts'
import type { CommunityAccess } from '#modules/communities/public.ts'
import type { MemberContext } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { cleanText } from '#platform/shared/local-text.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { sectionKeys } from '#modules/reports/words.ts'
import type { Texts } from '#modules/reports/words.ts'
import { getForManaging } from '../access.ts'
import { openDecisions } from '../decisions.ts'
import { daysOfQuarter, quarterOf } from '../months.ts'
import { insertVersion, listVersions, lockReport, setPublished } from '../queries/reports.ts'
import type { ReportRow, VersionRow } from '../queries/reports.ts'
import { listStories } from '../queries/stories.ts'
import { listVoices } from '../queries/voices.ts'
import { agreed, storiesToShow, viewReport } from '../view-report.ts'
import { isShared } from '../view-story.ts'

interface Written {
  access: CommunityAccess
  row: ReportRow
  versions: VersionRow[]
}

/** The report, held while it is written. Refuses `reportNotFound`, and `versionStale` where somebody saved meanwhile. */
async function holdReport(
  ctx: MemberContext,
  input: { community: string; month: string },
  base: number,
): Promise<Written> {
  const access = await getForManaging(ctx, input.community)
  const row = await lockReport(ctx.tx, access.id, input.month)
  if (!row) throw new Refusal('reportNotFound')
  const versions = await listVersions(ctx.tx, row.id)
  if (versions[0]!.number !== base) throw new Refusal('versionStale', { version: versions[0]!.number })
  return { access, row, versions }
}

const draftOf = (ctx: MemberContext, { access, row }: Written): Promise<Report> =>
  viewReport(ctx, access, row, { draft: true, language: ctx.actor.language })

/** Saves the texts of the sections as a new version; the same texts again change nothing. */
export async function saveTexts(
  ctx: MemberContext,
  input: { community: string; month: string; base: number; texts: Texts },
): Promise<Report> {
  const written = await holdReport(ctx, input, input.base)
  const texts = Object.fromEntries(
    sectionKeys.map((key) => [key, cleanText(input.texts[key]) ?? '']),
  ) as Texts
  const latest = written.versions[0]!
  if (sectionKeys.some((key) => texts[key] !== latest.texts[key]))
    await insertVersion(ctx.tx, {
      reportId: written.row.id,
      number: latest.number + 1,
      texts,
      at: ctx.now,
      byMemberId: ctx.actor.memberId,
    })
  return draftOf(ctx, written)
}

/**
 * Publishes what was written: once, then as corrections with a note. Freezes the decisions as they stand, and the
 * quotations and stories whose people agree. Emits reportPublished. Refuses `nothingToPublish`, `noteMissing`.
 */
export async function publishReport(
  ctx: MemberContext,
  input: { community: string; month: string; base: number; note: string | null },
): Promise<Report> {
  const written = await holdReport(ctx, input, input.base)
  const { access, row, versions } = written
  const latest = versions[0]!
  if (latest.publishedAt !== null) throw new Refusal('nothingToPublish')
  const isCorrection = versions.some(({ publishedAt }) => publishedAt !== null)
  const note = cleanText(input.note)
  if (isCorrection && !note) throw new Refusal('noteMissing')
  const voices = agreed(await listVoices(ctx.tx, row.id))
  const stories = (await listStories(ctx.tx, access.id, daysOfQuarter(quarterOf(row.facts.to)))).filter(
    isShared,
  )
  await setPublished(ctx.tx, row.id, latest.number, {
    at: ctx.now,
    byMemberId: ctx.actor.memberId,
    note: isCorrection ? note : null,
    voiceIds: voices.map(({ id }) => id),
    storyIds: storiesToShow(stories).map(({ id }) => id),
    decisions: await openDecisions(ctx, access.id, row.facts.from),
  })
  await emit(ctx, reportPublished(access.id, { month: row.month, version: latest.number }))
  return draftOf(ctx, written)
}
