import { memberCardSql } from '#modules/people/public.ts'
import { readablePostSql } from '#modules/discussions/public.ts'
import type { NoteThread } from '#modules/moderation/contract.ts'
import { instantSql } from '#platform/db/keyset.ts'
import type { Tx } from '#platform/db/tx.ts'

/** Notes that one exchange may hold: beyond that, people talk. */
export const mostNotes = 10

/** The first words of the text `post`/`comment`, to somebody who may read it where it stands now; null otherwise. */
export const aboutSql = (row: string, viewer: string, isEmployee: string): string => `(
  select case when ${row}.comment_id is null then coalesce(p.title, left(p.excerpt, 120)) else left(ak.body_md, 120) end
    from discussions.post p join communities.community c on c.id = p.community_id
    left join discussions.comment ak on ak.id = ${row}.comment_id
   where p.id = ${row}.post_id and p.deleted_at is null and ak.deleted_at is null and ${readablePostSql(viewer, isEmployee)})`

/** Ten in all, and two in a row at most: whoever does not answer is left in peace. */
const roomSql = (thread: string, by: string): string => `(
  (select count(*) from moderation.note k where k.thread_id = ${thread}) < ${mostNotes}
  and (select count(*) from (select k.by_member_id from moderation.note k where k.thread_id = ${thread} order by k.at desc, k.id desc limit 2) latest
        where latest.by_member_id = ${by}) < 2)`

const threadSql = `
  select n.id, n.post_id as "postId", n.comment_id as "commentId", n.author_id = $1::uuid as "isMine",
         ${aboutSql('n', '$1::uuid', '$2::boolean')} as about,
         (select ${memberCardSql('o')} from people.member o where o.id = case when n.author_id = $1::uuid then n.writer_id else n.author_id end) as other,
         ${roomSql('n.id', '$1::uuid')} as "canWrite",
         (select coalesce(json_agg(json_build_object('id', k.id, 'by', ${memberCardSql('w')}, 'text', k.text, 'at', ${instantSql('k.at')}) order by k.at, k.id), '[]')
            from moderation.note k join people.member w on w.id = k.by_member_id where k.thread_id = n.id) as notes
    from moderation.note_thread n where $1::uuid in (n.author_id, n.writer_id)`

/** The exchanges of this person, newest first; nobody else's can be loaded. */
export const listThreads = (tx: Tx, viewerId: string, isEmployee: boolean): Promise<NoteThread[]> =>
  tx.rows<NoteThread>(`${threadSql} order by n.opened_at desc, n.id limit 50`, [viewerId, isEmployee])

export const findThread = (
  tx: Tx,
  viewerId: string,
  isEmployee: boolean,
  threadId: string,
): Promise<NoteThread | undefined> =>
  tx.row<NoteThread>(`${threadSql} and n.id = $3`, [viewerId, isEmployee, threadId])

/** The exchange of this writer on this text, opened when there is none, and locked. */
export const openThread = async (
  tx: Tx,
  row: {
    id: string
    postId: string
    commentId: string | null
    writerId: string
    authorId: string
    at: Date
  },
): Promise<string> =>
  (await tx.row<{ id: string }>(
    `insert into moderation.note_thread as n (id, post_id, comment_id, writer_id, author_id, opened_at)
     values ($1, $2, $3::uuid, $4, $5, $6)
     on conflict (post_id, comment_id, writer_id) do update set opened_at = n.opened_at returning n.id`,
    [row.id, row.postId, row.commentId, row.writerId, row.authorId, row.at],
  ))!.id

/** The two people of an exchange, for one of them; locked, so that ten notes stay ten. */
export const findPair = (
  tx: Tx,
  threadId: string,
  memberId: string,
): Promise<{ writerId: string; authorId: string } | undefined> =>
  tx.row(
    `select writer_id as "writerId", author_id as "authorId" from moderation.note_thread
      where id = $1 and $2::uuid in (writer_id, author_id) for update`,
    [threadId, memberId],
  )

/** 0 when the exchange is full, or the other one has not answered two notes. */
export const insertNote = (
  tx: Tx,
  row: { id: string; threadId: string; by: string; text: string; at: Date },
): Promise<number> =>
  tx.run(
    `insert into moderation.note (id, thread_id, by_member_id, text, at)
     select $1, $2::uuid, $3::uuid, $4, $5 where ${roomSql('$2::uuid', '$3::uuid')}`,
    [row.id, row.threadId, row.by, row.text, row.at],
  )
