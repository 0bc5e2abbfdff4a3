import { communityRefSql } from '#modules/communities/public.ts'
import type { takeUploads } from '#modules/discussions/public.ts'
import type {
  AuthorPart,
  PageDetail,
  PageTemplate,
  PageVersion,
  PageVersionText,
} from '#modules/knowledge/contract.ts'
import { instantSql } from '#platform/db/keyset.ts'
import type { Tx } from '#platform/db/tx.ts'
import { ownerGoneSql } from '../access.ts'
import { attachmentSql, linkSql, personSql, statusSql } from '../sql.ts'
import { sourcesSql } from './lists.ts'
import type { Viewer } from './lists.ts'

type TakenUploadRow = Awaited<ReturnType<typeof takeUploads>>[number]

/** A text as it is stored. */
export interface PageText {
  title: string
  md: string
  html: string
  plain: string
  excerpt: string
  tags: string[]
}

export interface NewPage extends PageText {
  id: string
  communityId: string
  groupId: string
  language: 'fr' | 'en'
  template: PageTemplate
  by: string
  ownerId: string
  reviewOn: string
  now: Date
  attachments: string[]
}

/** The page and its first version, in one statement. */
export async function insertPage(tx: Tx, page: NewPage): Promise<void> {
  await tx.run(
    `with made as (
       insert into knowledge.page (id, community_id, group_id, language, template, title, body_md, body_html, body_text,
                                   excerpt, tags, owner_id, review_on, created_at, created_by, changed_at, changed_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13::date, $14, $15, $14, $15) returning id)
     insert into knowledge.page_version (page_id, version, title, body_md, tags, attachments, at, by_member_id)
     select id, 1, $6, $7, $11::text[], $16::uuid[], $14, $15 from made`,
    [
      page.id,
      page.communityId,
      page.groupId,
      page.language,
      page.template,
      page.title,
      page.md,
      page.html,
      page.plain,
      page.excerpt,
      page.tags,
      page.ownerId,
      page.reviewOn,
      page.now,
      page.by,
      page.attachments,
    ],
  )
}

/** The files of the version that was just written; they can only be noted once the page is there. */
export const setFirstFiles = (tx: Tx, pageId: string, files: readonly string[]): Promise<number> =>
  tx.run(`update knowledge.page_version set attachments = $2::uuid[] where page_id = $1 and version = 1`, [
    pageId,
    files,
  ])

/** The next version of a page that the caller holds locked; answers its number. */
export async function insertVersion(
  tx: Tx,
  pageId: string,
  text: PageText,
  save: { note: string | null; restoredFrom: number | null; by: string; now: Date; attachments: string[] },
): Promise<number> {
  const row = await tx.row<{ version: number }>(
    `with saved as (
       update knowledge.page set title = $2, body_md = $3, body_html = $4, body_text = $5, excerpt = $6, tags = $7,
              version = version + 1, changed_at = $8, changed_by = $9
        where id = $1 returning id, version)
     insert into knowledge.page_version (page_id, version, title, body_md, tags, attachments, note, restored_from, at, by_member_id)
     select id, version, $2, $3, $7::text[], $10::uuid[], $11, $12::int, $8, $9 from saved returning version`,
    [
      pageId,
      text.title,
      text.md,
      text.html,
      text.plain,
      text.excerpt,
      text.tags,
      save.now,
      save.by,
      save.attachments,
      save.note,
      save.restoredFrom,
    ],
  )
  return row!.version
}

/** Credits people; whoever is credited already keeps the first part they had. */
export async function insertAuthors(
  tx: Tx,
  pageId: string,
  authors: readonly { memberId: string; part: AuthorPart }[],
  at: Date,
): Promise<void> {
  if (authors.length === 0) return
  await tx.run(
    `insert into knowledge.page_author (page_id, member_id, part, at)
     select $1, m, p, $4 from unnest($2::uuid[], $3::text[]) as a(m, p) on conflict do nothing`,
    [pageId, authors.map(({ memberId }) => memberId), authors.map(({ part }) => part), at],
  )
}

export const insertSource = (tx: Tx, pageId: string, postId: string, at: Date): Promise<number> =>
  tx.run(
    `insert into knowledge.page_source (page_id, post_id, at) values ($1, $2, $3) on conflict do nothing`,
    [pageId, postId, at],
  )

export const insertFiles = (
  tx: Tx,
  pageId: string,
  files: readonly TakenUploadRow[],
  now: Date,
): Promise<number> =>
  tx.run(
    `insert into knowledge.attachment (id, page_id, blob_id, thumbnail_blob_id, owner_id, file_name, content_type, size, width, height, alt, created_at)
     select f.id, $1, f."blobId", f."thumbnailBlobId", f."ownerId", f."fileName", f."contentType", f.size, f.width, f.height, f.alt, $3
       from json_to_recordset($2::json) as f(id uuid, "blobId" uuid, "thumbnailBlobId" uuid, "ownerId" uuid, "fileName" text,
                                            "contentType" text, size int, width int, height int, alt text)`,
    [pageId, JSON.stringify(files), now],
  )

/** Identifiers, of those given, of files that a page holds already. */
export const listFilesOfPage = async (tx: Tx, pageId: string, ids: readonly string[]): Promise<string[]> =>
  (
    await tx.rows<{ id: string }>(
      `select id from knowledge.attachment where page_id = $1 and id = any($2::uuid[])`,
      [pageId, ids],
    )
  ).map(({ id }) => id)

export interface SavedText {
  title: string
  bodyMd: string
  tags: string[]
  attachments: string[]
  version: number
  changedAt: string
  changedBy: string
  changedById: string
}

/** The text of a page as it is now, or of one of its versions; who wrote it and when. */
export const findSavedText = (
  tx: Tx,
  pageId: string,
  version: number | null,
): Promise<SavedText | undefined> =>
  tx.row<SavedText>(
    `select v.title, v.body_md as "bodyMd", v.tags, v.attachments, v.version, ${instantSql('v.at')} as "changedAt",
            m.display_name as "changedBy", m.id as "changedById"
       from knowledge.page p join knowledge.page_version v on v.page_id = p.id and v.version = coalesce($2::int, p.version)
       join people.member m on m.id = v.by_member_id where p.id = $1`,
    [pageId, version],
  )

export type DetailRow = Omit<PageDetail, 'can'>

/** Everything a reader sees of a page, but what they may do. The caller has checked that they may read it. */
export async function findDetail(tx: Tx, pageId: string, viewer: Viewer): Promise<DetailRow | undefined> {
  const row = await tx.row<{ detail: DetailRow }>(
    `select json_build_object(
       'id', page.id, 'community', ${communityRefSql('c')}, 'title', page.title, 'bodyHtml', page.body_html, 'bodyMd', page.body_md,
       'language', page.language, 'template', page.template, 'tags', page.tags, 'status', ${statusSql('page', '$4::date')},
       'version', page.version, 'owner', ${personSql('page.owner_id', 'page.community_id')}, 'isOwnerGone', ${ownerGoneSql.replaceAll('p.owner_id', 'page.owner_id').replaceAll('p.community_id', 'page.community_id')},
       'authors', (select coalesce(json_agg(json_build_object('member', ${personSql('a.member_id', 'page.community_id')}, 'part', a.part)
                            order by array_position(array['wrote','answered','told','asked'], a.part), a.at, a.member_id), '[]')
                     from (select * from knowledge.page_author where page_id = page.id order by at limit 50) a),
       'createdAt', ${instantSql('page.created_at')}, 'changedAt', ${instantSql('page.changed_at')},
       'changedBy', ${personSql('page.changed_by', 'page.community_id')}, 'reviewOn', page.review_on::text,
       'reviewed', (select json_build_object('at', ${instantSql('r.at')}, 'by', ${personSql('r.by_member_id', 'page.community_id')})
                      from knowledge.page_review r where r.page_id = page.id order by r.at desc limit 1),
       'withdrawal', (select json_build_object('at', ${instantSql('w.at')}, 'by', ${personSql('w.by_member_id', 'page.community_id')}, 'reason', w.reason,
                        'replacedBy', (select ${linkSql('n', '$4::date')} from knowledge.page n
                                        where n.id = w.replaced_by and n.deleted_at is null and n.community_id = page.community_id))
                        from knowledge.page_withdrawal w where w.page_id = page.id),
       'lockedBy', case when page.locked_at is not null then ${personSql('page.locked_by', 'page.community_id')} end,
       'deletedAt', ${instantSql('page.deleted_at')},
       'attachments', (select coalesce(json_agg(${attachmentSql('f')} order by f.created_at, f.id), '[]')
                         from knowledge.attachment f
                         join knowledge.page_version v on v.page_id = page.id and v.version = page.version and f.id = any(v.attachments)
                        where f.page_id = page.id),
       'sources', ${sourcesSql('$2', '$3::boolean')},
       'siblings', (select coalesce(json_agg(json_build_object('id', s.id, 'title', s.title, 'language', s.language,
                             'changedAt', ${instantSql('s.changed_at')}) order by s.language), '[]')
                      from knowledge.page s where s.group_id = page.group_id and s.id <> page.id and s.deleted_at is null),
       'collections', (select coalesce(json_agg(json_build_object('id', k.id, 'name', k.name) order by k.position, k.id), '[]')
                         from knowledge.collection_page kp join knowledge.collection k on k.id = kp.collection_id
                        where kp.page_id = page.id)) as detail
       from knowledge.page page join communities.community c on c.id = page.community_id where page.id = $1`,
    [pageId, viewer.id, viewer.isEmployee, viewer.today],
  )
  return row?.detail
}

const versionColumns = `v.version, v.title, v.note, v.restored_from as "restoredFrom", ${instantSql('v.at')} as at,
  ${personSql('v.by_member_id', '(select vp.community_id from knowledge.page vp where vp.id = v.page_id)')} as by`

/** Every save, newest first, before the version given. */
export const listVersions = (
  tx: Tx,
  pageId: string,
  before: number | null,
  limit: number,
): Promise<PageVersion[]> =>
  tx.rows<PageVersion>(
    `select ${versionColumns} from knowledge.page_version v
      where v.page_id = $1 and ($2::int is null or v.version < $2) order by v.version desc limit $3`,
    [pageId, before, limit],
  )

export const findVersion = (tx: Tx, pageId: string, version: number): Promise<PageVersionText | undefined> =>
  tx.row<PageVersionText>(
    `select ${versionColumns}, v.body_md as "bodyMd", v.tags from knowledge.page_version v
      where v.page_id = $1 and v.version = $2`,
    [pageId, version],
  )

export const setArrangement = (
  tx: Tx,
  pageId: string,
  change: {
    ownerId: string | null
    reviewOn: string | null
    isLocked: boolean | null
    by: string
    now: Date
  },
): Promise<number> =>
  tx.run(
    `update knowledge.page set owner_id = coalesce($2::uuid, owner_id), review_on = coalesce($3::date, review_on),
            locked_at = case when $4::boolean is null then locked_at when $4 then coalesce(locked_at, $6) end,
            locked_by = case when $4::boolean is null then locked_by when $4 then coalesce(locked_by, $5) end
      where id = $1`,
    [pageId, change.ownerId, change.reviewOn, change.isLocked, change.by, change.now],
  )

export async function insertReview(
  tx: Tx,
  review: { id: string; pageId: string; by: string; now: Date; nextOn: string },
): Promise<void> {
  await tx.run(
    `with noted as (
       insert into knowledge.page_review (id, page_id, at, by_member_id, next_on) values ($1, $2, $3, $4, $5::date) returning page_id)
     update knowledge.page p set review_on = $5::date from noted where p.id = noted.page_id`,
    [review.id, review.pageId, review.now, review.by, review.nextOn],
  )
}

export const insertWithdrawal = (
  tx: Tx,
  withdrawal: { pageId: string; by: string; now: Date; reason: string; replacedBy: string | null },
): Promise<number> =>
  tx.run(
    `insert into knowledge.page_withdrawal (page_id, at, by_member_id, reason, replaced_by) values ($1, $2, $3, $4, $5)
     on conflict (page_id) do update set reason = excluded.reason, replaced_by = excluded.replaced_by`,
    [withdrawal.pageId, withdrawal.now, withdrawal.by, withdrawal.reason, withdrawal.replacedBy],
  )

export const deleteWithdrawal = (tx: Tx, pageId: string): Promise<number> =>
  tx.run(`delete from knowledge.page_withdrawal where page_id = $1`, [pageId])

export const setDeleted = (tx: Tx, pageId: string, by: string, now: Date): Promise<number> =>
  tx.run(`update knowledge.page set deleted_at = $3, deleted_by = $2 where id = $1 and deleted_at is null`, [
    pageId,
    by,
    now,
  ])

/** Undefined when another page has taken its language meanwhile. */
export const setLiving = (tx: Tx, pageId: string): Promise<number> =>
  tx.run(
    `update knowledge.page p set deleted_at = null, deleted_by = null
      where p.id = $1 and not exists (select 1 from knowledge.page o
              where o.group_id = p.group_id and o.language = p.language and o.id <> p.id and o.deleted_at is null)`,
    [pageId],
  )

/** Moves a page with its other languages; collections of the former community keep nothing of it. */
export async function setCommunity(tx: Tx, groupId: string, communityId: string): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(
    `with moved as (update knowledge.page set community_id = $2 where group_id = $1 and deleted_at is null returning id),
          left_behind as (delete from knowledge.collection_page where page_id in (select id from moved))
     select id from moved`,
    [groupId, communityId],
  )
  return rows.map(({ id }) => id)
}

export const isLanguageTaken = async (tx: Tx, groupId: string, language: string): Promise<boolean> =>
  (await tx.row(`select 1 from knowledge.page where group_id = $1 and language = $2 and deleted_at is null`, [
    groupId,
    language,
  ])) !== undefined

/** Deleted before `before`: gone for good, with their bytes' identifiers. */
export async function deleteForGood(tx: Tx, before: Date): Promise<string[]> {
  const row = await tx.row<{ blobs: string[] }>(
    `with old as (select id from knowledge.page where deleted_at < $1 order by deleted_at limit 500),
     files as (delete from knowledge.attachment where page_id in (select id from old) returning blob_id, thumbnail_blob_id),
     gone as (delete from knowledge.page where id in (select id from old) returning id)
     select coalesce((select array_agg(b) filter (where b is not null) from files, unnest(array[blob_id, thumbnail_blob_id]) as b), '{}') as blobs
       from (select count(*) from gone) done`,
    [before],
  )
  return row!.blobs
}

/** Pages whose review date is this very day. */
export const listDueOn = (
  tx: Tx,
  day: string,
): Promise<{ id: string; communityId: string; ownerId: string | null }[]> =>
  tx.rows(
    `select p.id, p.community_id as "communityId", p.owner_id as "ownerId" from knowledge.page p
      where p.review_on = $1::date and p.deleted_at is null
        and not exists (select 1 from knowledge.page_withdrawal w where w.page_id = p.id) order by p.id`,
    [day],
  )
