import { formerMemberId } from '#modules/people/contract.ts'
import type { Tx } from '#platform/db/tx.ts'

/** One conversation and when people other than its author first replied. Deleted content is left out. */
export interface Thread {
  isQuestion: boolean
  imported: boolean
  createdAt: Date
  /** First comment or answer by another person. */
  repliedAt: Date | null
  repliedByMemberAt: Date | null
  repliedByManagerAt: Date | null
  /** First answer by anybody, the asker included. */
  answeredAt: Date | null
  /** First answer by another person, and whether a community manager gave it. */
  answeredByOtherAt: Date | null
  firstAnswerByManager: boolean
  acceptedAt: Date | null
}

/**
 * Conversations opened in [from, to), one statement over two indexes. The author's own replies do not count, nor
 * those of the shared "former member" on a conversation of the same account: nobody can tell whether they are two.
 * A reply is the manager's if its author held the role when writing. `history`: whether imported acts count.
 */
export const listThreads = (
  tx: Tx,
  communityId: string,
  from: Date,
  to: Date,
  history = true,
): Promise<Thread[]> =>
  tx.rows<Thread>(
    `select p.kind = 'question' as "isQuestion", p.imported, p.created_at as "createdAt",
            r.replied as "repliedAt", r.by_member as "repliedByMemberAt", r.by_manager as "repliedByManagerAt",
            r.answered as "answeredAt", r.by_other as "answeredByOtherAt",
            coalesce(r.by_manager_answer = r.by_other, false) as "firstAnswerByManager",
            a.at as "acceptedAt"
       from discussions.post p
       left join discussions.acceptance a on a.post_id = p.id
       left join lateral (
         select min(c.created_at) filter (where c.author_id <> p.author_id) as replied,
                min(c.created_at) filter (where c.author_id <> p.author_id and m.member_id is null) as by_member,
                min(c.created_at) filter (where c.author_id <> p.author_id and m.member_id is not null) as by_manager,
                min(c.created_at) filter (where c.is_answer) as answered,
                min(c.created_at) filter (where c.is_answer and c.author_id <> p.author_id) as by_other,
                min(c.created_at) filter (where c.is_answer and c.author_id <> p.author_id and m.member_id is not null) as by_manager_answer
           from discussions.comment c
           left join measurement.managing m
             on m.community_id = p.community_id and m.member_id = c.author_id and m.since <= c.created_at
            and (m.until is null or c.created_at < m.until)
          where c.post_id = p.id and c.deleted_at is null and ($4::boolean or not c.imported)) r on true
      where p.community_id = $1 and p.deleted_at is null and p.created_at >= $2 and p.created_at < $3
        and ($4::boolean or not p.imported)`,
    [communityId, from, to, history],
  )

export interface PlainCounts {
  questions: number
  posts: number
  answers: number
  comments: number
  askers: number
  answerers: number
  authors: number
  accepted: number
  answered: number
  selfAnswered: number
  withoutOwner: number
  imported: boolean
}

/** Public acts in [from, to). Authors are those of posts and answers; the shared former member counts as one. */
export async function countActs(tx: Tx, communityId: string, from: Date, to: Date): Promise<PlainCounts> {
  const row = await tx.row<PlainCounts>(
    `with post as (
       select p.* from discussions.post p
        where p.community_id = $1 and p.deleted_at is null and p.created_at >= $2 and p.created_at < $3),
     reply as (
       select c.* from discussions.comment c join discussions.post p on p.id = c.post_id
        where c.community_id = $1 and c.deleted_at is null and p.deleted_at is null and c.created_at >= $2 and c.created_at < $3)
     select (select count(*)::int from post where kind = 'question') as questions,
            (select count(*)::int from post where kind <> 'question') as posts,
            (select count(*)::int from reply where is_answer) as answers,
            (select count(*)::int from reply where not is_answer) as comments,
            (select count(distinct author_id)::int from post where kind = 'question') as askers,
            (select count(distinct author_id)::int from reply where is_answer) as answerers,
            (select count(*)::int from (select author_id from post union select author_id from reply where is_answer) a) as authors,
            (select count(*)::int from post join discussions.acceptance a on a.post_id = post.id and a.at < $3 where kind = 'question') as accepted,
            (select count(*)::int from post q where kind = 'question' and exists (
               select 1 from discussions.comment c where c.post_id = q.id and c.is_answer and c.deleted_at is null and c.created_at < $3)) as answered,
            (select count(*)::int from post q where kind = 'question' and author_id <> $4 and exists (
               select 1 from discussions.comment c where c.post_id = q.id and c.is_answer and c.deleted_at is null
                  and c.author_id = q.author_id and c.created_at < $3)) as "selfAnswered",
            (select count(*)::int from post where author_id = $4) + (select count(*)::int from reply where is_answer and author_id = $4) as "withoutOwner",
            exists (select 1 from post where post.imported) or exists (select 1 from reply where reply.imported) as imported`,
    [communityId, from, to, formerMemberId],
  )
  return row!
}

/** When the questions without an answer by another person were asked, open ones only. Imported ones from `from` on. */
export async function listUnansweredQuestions(
  tx: Tx,
  communityId: string,
  asOf: Date,
  from: Date,
  history = true,
): Promise<Date[]> {
  const rows = await tx.rows<{ at: Date }>(
    `select p.created_at as at from discussions.post p
      where p.community_id = $1 and p.kind = 'question' and p.deleted_at is null and p.created_at < $2
        and (not p.imported or ($4::boolean and p.created_at >= $3))
        and not exists (select 1 from discussions.closure cl where cl.post_id = p.id and cl.at <= $2)
        and not exists (select 1 from discussions.comment c where c.post_id = p.id and c.is_answer and c.deleted_at is null
                           and c.author_id <> p.author_id and c.created_at <= $2)`,
    [communityId, asOf, from, history],
  )
  return rows.map((row) => row.at)
}

/** Contributions are posts, questions, comments and answers; reactions are not. */
const contributionsSql = `
  select e.actor_id, e.at, e.id, e.kind, e.thread_id, e.imported from discussions.activity_event e
   where e.community_id = $1 and e.kind in ('post', 'question', 'comment', 'answer')`

export interface FirstContribution {
  at: Date
  /** Their next contribution in the community. */
  secondAt: Date | null
  /** When another person replied to the first one. */
  repliedAt: Date | null
  imported: boolean
}

/**
 * People whose first contribution to the community falls in [from, to). A reply to a post is any comment or answer
 * by another person; a reply to a comment or answer is a later one by another person under it, beside it under the
 * same parent, or that names its author.
 */
export const listFirstContributions = (
  tx: Tx,
  communityId: string,
  from: Date,
  to: Date,
  history = true,
): Promise<FirstContribution[]> =>
  tx.rows<FirstContribution>(
    `with act as materialized (${contributionsSql} and e.at >= $2 and e.actor_id <> $4 and ($5::boolean or not e.imported)),
     ranked as (
       select act.*, lead(at) over w as second_at, row_number() over w as place from act window w as (partition by actor_id order by at, id)),
     -- Whoever wrote before is no newcomer: looked up person by person, so that a long past costs nothing.
     first as (
       select * from ranked where place = 1 and at < $3 and not exists (
         ${contributionsSql} and e.actor_id = ranked.actor_id and e.at < $2 and ($5::boolean or not e.imported)))
     select f.at, f.second_at as "secondAt", f.imported,
            case when f.kind in ('post', 'question') then (
              select min(c.created_at) from discussions.comment c
               where c.post_id = f.thread_id and c.deleted_at is null and c.author_id <> f.actor_id and ($5::boolean or not c.imported))
            else (
              select min(c.created_at) from discussions.comment c join discussions.comment mine on mine.id = f.id
               where c.post_id = f.thread_id and c.deleted_at is null and c.author_id <> f.actor_id and c.created_at >= f.at and c.id <> f.id
                 and ($5::boolean or not c.imported)
                 and (c.parent_id = mine.id or c.parent_id = mine.parent_id
                      or exists (select 1 from discussions.mention n where n.post_id = c.post_id and n.comment_id = c.id and n.member_id = f.actor_id)))
            end as "repliedAt"
       from first f`,
    [communityId, from, to, formerMemberId, history],
  )

export interface Circles {
  members: number
  core: number
  occasional: number
  readers: number
  answers: number
  answerers: number
}

/**
 * The circles of members in [from, to), and the breadth of answerers. Imported accounts that cannot sign in count
 * as members only where they contributed; `months` are the calendar months whose presence bits are looked at.
 */
export async function countCircles(
  tx: Tx,
  communityId: string,
  from: Date,
  to: Date,
  timezone: string,
  months: readonly string[],
): Promise<Circles> {
  const row = await tx.row<Circles>(
    `with contributor as (
       select actor_id, count(*) as n, count(distinct date_trunc('week', at at time zone $5)) as weeks
         from (${contributionsSql} and e.actor_id <> $4) act where at >= $2 and at < $3 group by actor_id),
     member as (
       select coalesce(c.n, 0) as n, coalesce(c.weeks, 0) as weeks,
              exists (select 1 from measurement.presence_month p
                       where p.community_id = $1 and p.member_id = ms.member_id and p.month = any($6::date[])) as present
         from communities.membership ms join people.member m on m.id = ms.member_id left join contributor c on c.actor_id = ms.member_id
        where ms.community_id = $1 and ms.joined_at < $3 and ms.member_id <> $4
          and (m.state in ('active', 'invited') or c.n > 0))
     select count(*)::int as members,
            (count(*) filter (where n >= 8 and weeks >= 4))::int as core,
            (count(*) filter (where n >= 1 and not (n >= 8 and weeks >= 4)))::int as occasional,
            (count(*) filter (where n = 0 and present))::int as readers,
            (select count(*)::int from discussions.comment c join discussions.post p on p.id = c.post_id
              where c.community_id = $1 and c.is_answer and c.deleted_at is null and p.deleted_at is null and c.created_at >= $2 and c.created_at < $3) as answers,
            (select count(distinct c.author_id)::int from discussions.comment c join discussions.post p on p.id = c.post_id
              where c.community_id = $1 and c.is_answer and c.deleted_at is null and p.deleted_at is null and c.created_at >= $2 and c.created_at < $3) as answerers
       from member`,
    [communityId, from, to, formerMemberId, timezone, months],
  )
  return row!
}

/** Sets the bit of each member for the month; `month` is its first day. Bits that are set stay as they are. */
export const insertPresence = (
  tx: Tx,
  memberIds: readonly string[],
  communityIds: readonly string[],
  month: string,
): Promise<number> =>
  tx.run(
    `insert into measurement.presence_month (member_id, community_id, month)
     select ms.member_id, ms.community_id, $3::date from unnest($1::uuid[], $2::uuid[]) as seen (member_id, community_id)
       join communities.membership ms on ms.member_id = seen.member_id and ms.community_id = seen.community_id
     on conflict do nothing`,
    [memberIds, communityIds, month],
  )

/** Presence is forgotten after thirteen months. */
export const deleteOldPresence = (tx: Tx, now: Date): Promise<number> =>
  tx.run(
    `delete from measurement.presence_month where month < date_trunc('month', $1::timestamptz)::date - interval '13 months'`,
    [now],
  )

export async function deleteDemoTraces(tx: Tx): Promise<void> {
  for (const table of ['presence_month', 'time_saved', 'manager_span'])
    await tx.run(
      `delete from measurement.${table} where member_id in (select id from people.member where demo)`,
    )
}

/** Months in which this person left a presence bit anywhere, newest first. */
export const listOwnPresence = async (tx: Tx, memberId: string): Promise<string[]> =>
  (
    await tx.rows<{ month: string }>(
      `select distinct to_char(month, 'YYYY-MM') as month from measurement.presence_month where member_id = $1 order by 1 desc`,
      [memberId],
    )
  ).map((row) => row.month)
