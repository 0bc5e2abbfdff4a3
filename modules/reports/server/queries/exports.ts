import type { MemberCard } from '#modules/people/contract.ts'
import { memberCardSql } from '#modules/people/public.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { ExportFormat, ExportPart } from '#modules/reports/words.ts'

export interface ExportRow {
  id: string
  communityId: string
  askedById: string
  askedBy: MemberCard
  askedAt: Date
  reason: string
  parts: ExportPart[]
  formats: ExportFormat[]
  language: 'fr' | 'en'
  state: 'preparing' | 'ready' | 'failed'
  size: number | null
  expiresAt: Date | null
}

const columns = `e.id, e.community_id as "communityId", e.asked_by as "askedById", e.asked_at as "askedAt", e.reason, e.parts,
  e.formats, e.language, e.state, e.size::float8 as size, e.expires_at as "expiresAt", ${memberCardSql('m')} as "askedBy"`

export const listExports = (tx: Tx, communityId: string): Promise<ExportRow[]> =>
  tx.rows<ExportRow>(
    `select ${columns} from reports.export e join people.member m on m.id = e.asked_by
      where e.community_id = $1 order by e.asked_at desc, e.id desc limit 50`,
    [communityId],
  )

export const findExport = (tx: Tx, id: string): Promise<ExportRow | undefined> =>
  tx.row<ExportRow>(
    `select ${columns} from reports.export e join people.member m on m.id = e.asked_by where e.id = $1`,
    [id],
  )

export const insertExport = (
  tx: Tx,
  one: Pick<
    ExportRow,
    'id' | 'communityId' | 'askedById' | 'askedAt' | 'reason' | 'parts' | 'formats' | 'language'
  >,
): Promise<number> =>
  tx.run(
    `insert into reports.export (id, community_id, asked_by, asked_at, reason, parts, formats, language)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [one.id, one.communityId, one.askedById, one.askedAt, one.reason, one.parts, one.formats, one.language],
  )

export const insertBlob = (tx: Tx, blob: { id: string; sha256: Buffer; size: number }): Promise<number> =>
  tx.run(
    `insert into platform.blob (id, sha256, size, content_type) values ($1, $2, $3, 'application/octet-stream')`,
    [blob.id, blob.sha256, blob.size],
  )

export const insertPiece = (
  tx: Tx,
  piece: { exportId: string; number: number; blobId: string; size: number },
): Promise<number> =>
  tx.run('insert into reports.export_piece (export_id, number, blob_id, size) values ($1, $2, $3, $4)', [
    piece.exportId,
    piece.number,
    piece.blobId,
    piece.size,
  ])

export const listPieces = (tx: Tx, exportId: string): Promise<{ blobId: string; size: number }[]> =>
  tx.rows('select blob_id as "blobId", size from reports.export_piece where export_id = $1 order by number', [
    exportId,
  ])

export const setExportState = (
  tx: Tx,
  id: string,
  given: { state: 'ready' | 'failed'; at: Date; size: number | null; expiresAt: Date | null; rows: object },
): Promise<number> =>
  tx.run(
    `update reports.export set state = $2, ready_at = $3, size = $4, expires_at = $5, row_counts = $6 where id = $1`,
    [id, given.state, given.at, given.size, given.expiresAt, JSON.stringify(given.rows)],
  )

/** Pieces of exports whose week is over; they are forgotten. */
export const takeExpiredPieces = async (tx: Tx, now: Date): Promise<string[]> =>
  (
    await tx.rows<{ blobId: string }>(
      `with gone as (
         delete from reports.export_piece p using reports.export e
          where e.id = p.export_id and e.expires_at <= $1 returning p.blob_id),
       forgotten as (delete from platform.blob b using gone where b.id = gone.blob_id)
       select blob_id as "blobId" from gone`,
      [now],
    )
  ).map(({ blobId }) => blobId)

/** The platform's audit: who took a community away, why, and what of it. */
export const insertAudit = (
  tx: Tx,
  note: { at: Date; actorId: string; action: string; subject: string; details: object },
): Promise<number> =>
  tx.run(
    `insert into platform.audit (at, actor_id, actor_kind, action, subject, details) values ($1, $2, 'member', $3, $4, $5)`,
    [note.at, note.actorId, note.action, note.subject, JSON.stringify(note.details)],
  )
