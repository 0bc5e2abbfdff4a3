import { createHash } from 'node:crypto'
import { calendarFile } from '#modules/gatherings/public.ts'
import { listReleases } from '#modules/measurement/public.ts'
import type { Context } from '#platform/context.ts'
import { systemActor } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import type { Services } from '#platform/services.ts'
import { exportDays } from '#modules/reports/words.ts'
import type { ExportPart } from '#modules/reports/words.ts'
import { readBoard } from '../gather.ts'
import { daysOf, monthsAfter } from '../months.ts'
import { findBeginning } from '../queries/reports.ts'
import { findExport, insertBlob, insertPiece, setExportState } from '../queries/exports.ts'
import type { ExportRow } from '../queries/exports.ts'
import { eachComment, eachGathering, eachMember, eachPage, eachPost, findCommunity } from '../queries/rows.ts'
import { sayIn } from '../say.ts'
import type { Say } from '../say.ts'
import { markdownPage, safeName } from './page-file.ts'
import { asCsv, asJson } from './sheet.ts'
import type { Sheet } from './sheet.ts'
import { zipInPieces } from './zip-pieces.ts'
import type { ZipWriter } from './zip-pieces.ts'

/**
 * Puts an export together, a batch of rows at a time: memory holds one batch and one piece, whatever the size of the
 * community. In the job's transaction, so that everything is of one moment.
 */
export async function buildExport(ctx: Context, id: string, services: Services): Promise<void> {
  const row = await findExport(ctx.tx, id)
  // Prepared by an attempt before, or the community is gone.
  if (row?.state !== 'preparing') return
  const written: string[] = []
  try {
    const zip = zipInPieces(async (piece, number) => {
      const blobId = newId(ctx.now.getTime())
      await services.blobs.put(blobId, piece)
      written.push(blobId)
      await insertBlob(ctx.tx, {
        id: blobId,
        sha256: createHash('sha256').update(piece).digest(),
        size: piece.length,
      })
      await insertPiece(ctx.tx, { exportId: id, number, blobId, size: piece.length })
    })
    const counts = await write(ctx, row, zip, services.config.publicUrl)
    const size = await zip.end()
    const expiresAt = new Date(ctx.now.getTime() + exportDays * 86_400_000)
    await setExportState(ctx.tx, id, { state: 'ready', at: ctx.now, size, expiresAt, rows: counts })
  } catch (error) {
    // The rows are rolled back; their bytes would be nobody's.
    await Promise.allSettled(written.map((blobId) => services.blobs.delete(blobId)))
    throw error
  }
}

async function write(
  ctx: Context,
  row: ExportRow,
  zip: ZipWriter,
  publicUrl: string,
): Promise<Record<string, number>> {
  const say = sayIn(row.language)
  const community = (await findCommunity(ctx.tx, row.communityId))!
  const beginning = await findBeginning(ctx.tx, row.communityId)
  const counts: Record<string, number> = {}
  await zip.file('README.txt', [readme(say, row, say.text(community.name), ctx.now)])
  for (const part of row.parts) {
    for (const sheet of sheetsOf(ctx, row, part, say, publicUrl, beginning)) {
      // Counted once, whatever the formats.
      for (const [index, format] of row.formats.entries()) {
        const onRows = (n: number) => {
          if (index === 0) counts[sheet.name] = (counts[sheet.name] ?? 0) + n
        }
        const text =
          format === 'csv'
            ? asCsv(sheet, row.language, (column) => say.t(`sheet.${column}`), onRows)
            : asJson(sheet, onRows)
        await zip.file(`${sheet.name}.${format}`, text)
      }
    }
    if (part === 'pages') await writePages(ctx, row, zip, publicUrl)
    if (part === 'gatherings') await zip.file('gatherings.ics', [await calendar(ctx, row, publicUrl)])
  }
  return counts
}

const readme = (say: Say, row: ExportRow, name: string, now: Date): string =>
  [
    say.t('export.title', { community: name }),
    '',
    say.t('export.made', { day: say.day(now.toISOString().slice(0, 10)), name: row.askedBy.displayName }),
    say.t('export.reason', { reason: row.reason }),
    say.t('export.formula'),
    say.t('export.kept', { days: exportDays }),
    '',
  ].join('\r\n')

function sheetsOf(
  ctx: Context,
  row: ExportRow,
  part: ExportPart,
  say: Say,
  publicUrl: string,
  beginning: string,
): Sheet[] {
  const { tx } = ctx
  const { communityId } = row
  switch (part) {
    case 'conversations':
      return [
        {
          name: 'posts',
          columns:
            'id kind title text language tags author createdAt editedAt answers comments reactions acceptedAnswerId'.split(
              ' ',
            ),
          rows: () => eachPost(tx, communityId),
        },
        {
          name: 'comments',
          columns: 'id postId parentId isAnswer text language author createdAt editedAt reactions'.split(' '),
          rows: () => eachComment(tx, communityId),
        },
      ]
    case 'pages':
      return [
        {
          name: 'pages',
          columns:
            'id title language tags authors owner reviewOn isWithdrawn version createdAt changedAt file address'.split(
              ' ',
            ),
          rows: async function* () {
            for await (const pages of eachPage(tx, communityId))
              yield pages.map((page) => ({
                ...page,
                file: fileOf(page),
                address: `${publicUrl}/pages/${String(page['id'])}`,
              }))
          },
        },
      ]
    case 'gatherings':
      return [
        {
          name: 'gatherings',
          columns:
            'id title text mode place link startsAt endsAt timezone organisers comingOnSite comingRemote isCancelled'.split(
              ' ',
            ),
          rows: () => eachGathering(tx, communityId),
        },
      ]
    case 'members':
      return [
        {
          name: 'members',
          columns: 'id name kind entity roles joinedMonth'.split(' '),
          rows: () => eachMember(tx, communityId),
        },
      ]
    case 'figures':
      return [
        {
          name: 'figures',
          columns: 'month id name unit value part n low high withheld from to'.split(' '),
          rows: () => eachFigure(ctx, communityId, say, beginning),
        },
        {
          name: 'releases',
          columns: 'metric period dimension cell people value unit'.split(' '),
          rows: async function* () {
            yield (await listReleases({ ...ctx, actor: systemActor('reports.export') }, { communityId })).map(
              ({ nBand, value, ...release }) => ({
                ...release,
                people: nBand,
                value: say.protectedValue(value, release.unit),
              }),
            )
          },
        },
      ]
  }
}

/** The values of the page of figures, closed month after closed month. */
async function* eachFigure(
  ctx: Context,
  communityId: string,
  say: Say,
  beginning: string,
): AsyncGenerator<Record<string, unknown>[]> {
  const last = monthsAfter(ctx.now.toISOString().slice(0, 7), -1)
  if (last < beginning) return
  const { figures } = await readBoard({ ...ctx, actor: systemActor('reports.export') }, communityId, last)
  for (const { id, unit, series } of figures)
    yield series.map(({ period, value, part, n, low, high, withheld }) => ({
      month: period,
      id,
      name: say.ofMeasurement(`figure.${id}.name`) ?? id,
      unit,
      value,
      part,
      n,
      low,
      high,
      withheld,
      ...daysOf(period),
    }))
}

const fileOf = (page: Record<string, unknown>): string =>
  `pages/${safeName(String(page['title']))}-${String(page['id']).slice(-8)}.md`

async function writePages(ctx: Context, row: ExportRow, zip: ZipWriter, publicUrl: string): Promise<void> {
  for await (const pages of eachPage(ctx.tx, row.communityId))
    for (const page of pages) await zip.file(fileOf(page), [markdownPage(page, publicUrl)])
}

async function calendar(ctx: Context, row: ExportRow, publicUrl: string): Promise<string> {
  const events: Parameters<typeof calendarFile>[0][number][] = []
  for await (const gatherings of eachGathering(ctx.tx, row.communityId))
    for (const one of gatherings)
      events.push({
        uid: `${String(one['id'])}@preau`,
        sequence: Number(one['revision']),
        changedAt: one['changedAt'] as Date,
        startsAt: one['startsAt'] as Date,
        endsAt: one['endsAt'] as Date,
        summary: String(one['title']),
        description: (one['text'] as string | null) ?? '',
        location: one['place'] as string | null,
        url: `${publicUrl}/gatherings/${String(one['id'])}`,
        category: 'Préau',
        status: one['isCancelled'] ? 'CANCELLED' : 'CONFIRMED',
      })
  return calendarFile(events)
}
