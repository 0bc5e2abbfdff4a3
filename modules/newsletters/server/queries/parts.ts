import { readableCommunitySql } from '#modules/communities/public.ts'
import type { MemberCard } from '#modules/people/contract.ts'
import { memberCardSql } from '#modules/people/public.ts'
import type { FindFile, takeUploads } from '#modules/discussions/public.ts'
import type { Block } from '#modules/newsletters/shapes.ts'
import type { Tx } from '#platform/db/tx.ts'
import { instantSql } from '#platform/db/keyset.ts'

type TakenUpload = Awaited<ReturnType<typeof takeUploads>>[number]

/** The part, made empty where there is none yet, kept from changing until the transaction ends. */
export async function lockPart(
  tx: Tx,
  row: { id: string; issueId: string; editionId: string | null; now: Date },
): Promise<{ id: string; version: number; blocks: Block[] }> {
  await tx.run(
    `insert into newsletters.part (id, issue_id, edition_id, changed_at, seen_version) values ($1, $2, $3, $4,
       case when $3::uuid is not null then (select version from newsletters.part where issue_id = $2 and edition_id is null) end)
     on conflict do nothing`,
    [row.id, row.issueId, row.editionId, row.now],
  )
  return (await tx.row(
    `select id, version, blocks from newsletters.part where issue_id = $1 and edition_id is not distinct from $2::uuid for update`,
    [row.issueId, row.editionId],
  ))!
}

export const updatePart = (
  tx: Tx,
  row: {
    id: string
    blocks: readonly Block[]
    leftOut: readonly string[]
    isReady: boolean | null
    memberId: string | null
    now: Date
  },
): Promise<number> =>
  tx.run(
    `update newsletters.part p set blocks = $2, left_out = $3, version = version + 1, changed_by = $5, changed_at = $6,
            ready_at = case when $4::boolean is null then ready_at when $4 then coalesce(ready_at, $6) end,
            seen_version = case when edition_id is not null
              then (select c.version from newsletters.part c where c.issue_id = p.issue_id and c.edition_id is null) end
      where p.id = $1`,
    [row.id, JSON.stringify(row.blocks), row.leftOut, row.isReady, row.memberId, row.now],
  )

/** Keeps a state: within five minutes, one person's saves are one version; the latest fifty stay. */
export async function keepVersion(
  tx: Tx,
  row: { partId: string; version: number; blocks: readonly Block[]; memberId: string | null; now: Date },
): Promise<void> {
  await tx.run(
    `delete from newsletters.part_version v where v.part_id = $1 and (v.version <= $2::int - 50
        or (v.version = (select max(w.version) from newsletters.part_version w where w.part_id = $1) and v.version > 2
            and v.by_member_id is not distinct from $3::uuid and v.at > $4::timestamptz - interval '5 minutes'))`,
    [row.partId, row.version, row.memberId, row.now],
  )
  await tx.run(
    `insert into newsletters.part_version (part_id, version, blocks, by_member_id, at) values ($1, $2, $3, $4, $5)
     on conflict (part_id, version) do nothing`,
    [row.partId, row.version, JSON.stringify(row.blocks), row.memberId, row.now],
  )
}

export const listVersions = (
  tx: Tx,
  partId: string,
): Promise<{ version: number; at: string; by: MemberCard | null; blocks: number }[]> =>
  tx.rows(
    `select v.version, ${instantSql('v.at')} as at, case when m.id is null then null else ${memberCardSql('m')} end as by,
            jsonb_array_length(v.blocks) as blocks
       from newsletters.part_version v left join people.member m on m.id = v.by_member_id
      where v.part_id = $1 order by v.version desc limit 50`,
    [partId],
  )

export const findVersion = async (tx: Tx, partId: string, version: number): Promise<Block[] | undefined> =>
  (
    await tx.row<{ blocks: Block[] }>(
      'select blocks from newsletters.part_version where part_id = $1 and version = $2',
      [partId, version],
    )
  )?.blocks

export const findChanger = async (
  tx: Tx,
  partId: string,
): Promise<{ at: string; by: MemberCard | null } | undefined> =>
  tx.row(
    `select ${instantSql('p.changed_at')} as at, case when m.id is null then null else ${memberCardSql('m')} end as by
       from newsletters.part p left join people.member m on m.id = p.changed_by where p.id = $1`,
    [partId],
  )

export const insertPictures = (
  tx: Tx,
  newsletterId: string,
  uploads: readonly TakenUpload[],
  now: Date,
): Promise<number> =>
  tx.run(
    `insert into newsletters.picture (id, newsletter_id, owner_id, blob_id, preview_blob_id, file_name, content_type, size, width, height, at)
     select u.id, $1, u.owner_id, u.blob_id, u.preview, u.file_name, u.content_type, u.size, u.width, u.height, $2
       from jsonb_to_recordset($3::jsonb) as u (id uuid, owner_id uuid, blob_id text, preview text, file_name text, content_type text,
            size bigint, width int, height int)`,
    [
      newsletterId,
      now,
      JSON.stringify(
        uploads.map((one) => ({
          id: one.id,
          owner_id: one.ownerId,
          blob_id: one.blobId,
          preview: one.thumbnailBlobId,
          file_name: one.fileName,
          content_type: one.contentType,
          size: one.size,
          width: one.width,
          height: one.height,
        })),
      ),
    ],
  )

export const listKnownPictures = async (
  tx: Tx,
  newsletterId: string,
  ids: readonly string[],
): Promise<Set<string>> =>
  new Set(
    (
      await tx.rows<{ id: string }>(
        'select id from newsletters.picture where newsletter_id = $1 and id = any($2::uuid[])',
        [newsletterId, ids],
      )
    ).map(({ id }) => id),
  )

/** For editors of the newsletter; for others once an issue that shows it has left and they may read there. */
export const findPictureFor: FindFile = (tx, id, viewer) =>
  tx.row(
    `select f.file_name as "fileName", f.content_type as "contentType", f.preview_blob_id is not null as "isImage", f.blob_id as "blobId",
            f.preview_blob_id as "thumbnailBlobId"
       from newsletters.picture f join newsletters.newsletter n on n.id = f.newsletter_id
      where f.id = $1 and (
        exists (select 1 from newsletters.editor e where e.newsletter_id = n.id and e.member_id = $2)
        or exists (select 1 from newsletters.issue i join newsletters.part p on p.issue_id = i.id
                    where i.newsletter_id = n.id and i.started_at is not null and p.blocks @> jsonb_build_array(jsonb_build_object('pictureId', f.id))
                      and case when n.community_id is not null
                        then exists (select 1 from communities.community c where c.id = n.community_id and ${readableCommunitySql('c', '$2::uuid', '$3::boolean')})
                        else $3::boolean or exists (select 1 from communities.membership gm where gm.member_id = $2
                               and (i.audience->'communityIds') ? gm.community_id::text) end))`,
    [id, viewer.id, viewer.isEmployee],
  )
