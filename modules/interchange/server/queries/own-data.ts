import { instantSql } from '#platform/db/keyset.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { ArchiveSection, MemberColumn } from '#platform/privacy/own-data.ts'
import type { Archive, Erasure } from '#modules/interchange/contract.ts'

type ArchiveRow = Archive & { id: string; blobId: string | null; fileExpiresAt: Date | null }

/** One that is not ready after an hour has failed: its job was given up. */
export const findArchive = (tx: Tx, memberId: string, now: Date): Promise<ArchiveRow | undefined> =>
  tx.row(
    `select id, blob_id as "blobId", size, ${instantSql('asked_at')} as "askedAt", ${instantSql('expires_at')} as "expiresAt",
            expires_at as "fileExpiresAt",
            case when ready_at is not null then 'ready' when asked_at < $2::timestamptz - interval '1 hour' then 'failed'
                 else 'preparing' end as state
       from interchange.archive where member_id = $1`,
    [memberId, now],
  )

/** A new one takes the place of the last one, whose bytes are answered for removal. */
export async function replaceArchive(tx: Tx, id: string, memberId: string, now: Date): Promise<string[]> {
  const gone = await tx.rows<{ blobId: string | null }>(
    'delete from interchange.archive where member_id = $1 returning blob_id as "blobId"',
    [memberId],
  )
  await tx.run('insert into interchange.archive (id, member_id, asked_at) values ($1, $2, $3)', [
    id,
    memberId,
    now,
  ])
  return gone.flatMap(({ blobId }) => (blobId ? [blobId] : []))
}

export const setArchiveReady = (
  tx: Tx,
  id: string,
  ready: { blobId: string; size: number; at: Date; expiresAt: Date },
): Promise<number> =>
  tx.run(
    `update interchange.archive set ready_at = $2, blob_id = $3, size = $4, expires_at = $5 where id = $1`,
    [id, ready.at, ready.blobId, ready.size, ready.expiresAt],
  )
export const deleteExpiredArchives = async (tx: Tx, now: Date): Promise<string[]> =>
  (
    await tx.rows<{ blobId: string | null }>(
      'delete from interchange.archive where expires_at <= $1 returning blob_id as "blobId"',
      [now],
    )
  ).flatMap(({ blobId }) => (blobId ? [blobId] : []))

export const findMemberOfArchive = (
  tx: Tx,
  id: string,
): Promise<{ memberId: string; language: 'fr' | 'en' } | undefined> =>
  tx.row(
    `select a.member_id as "memberId", m.interface_language as language
       from interchange.archive a join people.member m on m.id = a.member_id where a.id = $1`,
    [id],
  )

/** The rows of one section, as its module wrote the statement. */
export const listSection = (
  tx: Tx,
  section: ArchiveSection,
  memberId: string,
): Promise<Record<string, unknown>[]> => tx.rows(section.sql, [memberId])

export const findErasure = (
  tx: Tx,
  memberId: string,
): Promise<Pick<Erasure, 'dueAt' | 'texts'> | undefined> =>
  tx.row(`select ${instantSql('due_at')} as "dueAt", texts from interchange.erasure where member_id = $1`, [
    memberId,
  ])

export const upsertErasure = (
  tx: Tx,
  memberId: string,
  erasure: { texts: 'keep' | 'delete'; at: Date; dueAt: Date },
): Promise<number> =>
  tx.run(
    `insert into interchange.erasure (member_id, asked_at, texts, due_at) values ($1, $2, $3, $4)
     on conflict (member_id) do update set texts = excluded.texts`,
    [memberId, erasure.at, erasure.texts, erasure.dueAt],
  )
export const deleteErasure = (tx: Tx, memberId: string): Promise<number> =>
  tx.run('delete from interchange.erasure where member_id = $1', [memberId])

export const listDueErasures = (
  tx: Tx,
  now: Date,
): Promise<{ memberId: string; texts: 'keep' | 'delete' }[]> =>
  tx.rows(
    `select member_id as "memberId", texts from interchange.erasure where due_at <= $1 order by due_at limit 50 for update skip locked`,
    [now],
  )

/** Living communities whose only manager this is. */
export const listCommunitiesToHandOver = (tx: Tx, memberId: string): Promise<Erasure['toHandOver']> =>
  tx.rows(
    `select c.slug, c.name from communities.community_role r join communities.community c on c.id = r.community_id
      where r.member_id = $1 and r.role = 'manager' and c.stage <> 'archived' and c.member_count > 1
        and not exists (select 1 from communities.community_role o join people.member m on m.id = o.member_id
                         where o.community_id = r.community_id and o.role = 'manager' and o.member_id <> $1 and m.state = 'active')
      order by c.slug`,
    [memberId],
  )
export const isLastAdministrator = async (tx: Tx, memberId: string): Promise<boolean> =>
  (await tx.row<{ last: boolean }>(
    `select exists (select 1 from people.administrator where member_id = $1)
        and not exists (select 1 from people.administrator a join people.member m on m.id = a.member_id
                         where a.member_id <> $1 and m.state = 'active') as last`,
    [memberId],
  ))!.last

/** What a module declared of one of its columns, done. Names come from declarations in code, never from a request. */
export async function eraseColumn(
  tx: Tx,
  { table, column, onErasure }: MemberColumn,
  memberId: string,
): Promise<void> {
  if (onErasure === 'delete') await tx.run(`delete from ${table} where ${column} = $1`, [memberId])
  if (onErasure === 'clear')
    await tx.run(`update ${table} set ${column} = null where ${column} = $1`, [memberId])
}

/** Every column of the database that refers to a person. */
export const listMemberColumns = async (tx: Tx): Promise<string[]> =>
  (
    await tx.rows<{ name: string }>(
      `select c.conrelid::regclass::text || '.' || a.attname as name
         from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
        where c.contype = 'f' and c.confrelid = 'people.member'::regclass and cardinality(c.conkey) = 1
        order by 1`,
    )
  ).map(({ name }) => name)
