import type { MemberCard } from '#modules/people/contract.ts'
import { memberCardSql } from '#modules/people/public.ts'
import type { Tx } from '#platform/db/tx.ts'

/** Whether a question still waits for an answer by another person. */
export async function isWaiting(tx: Tx, postId: string): Promise<boolean> {
  const row = await tx.row<{ waits: boolean }>(
    `select p.kind = 'question' and p.deleted_at is null and p.accepted_answer_id is null
            and not exists (select 1 from discussions.closure closed where closed.post_id = p.id) as waits
       from discussions.post p where p.id = $1`,
    [postId],
  )
  return row?.waits ?? false
}

export interface AskedRow {
  member: MemberCard
  at: Date
  awayUntil: string | null
}

/** Who was asked about a question, in order. Whoever said "not this time" stands here like the others. */
export function listAskedAbout(tx: Tx, postId: string, today: string): Promise<AskedRow[]> {
  return tx.rows(
    `select ${memberCardSql('m')} as member, a.at,
            (select away.ends_on from expertise.absence away where away.member_id = m.id and $2::date between away.starts_on and away.ends_on) as "awayUntil"
       from expertise.ask a join people.member m on m.id = a.to_member_id and m.state = 'active'
      where a.post_id = $1 order by a.at, a.id`,
    [postId, today],
  )
}

/** Requests of a question that still hold one of its three places: not declined, and of the last three days. */
export async function countOpenAsks(tx: Tx, postId: string, now: Date): Promise<number> {
  const row = await tx.row<{ n: number }>(
    `select count(*)::int as n from expertise.ask a join people.member m on m.id = a.to_member_id and m.state = 'active'
      where a.post_id = $1 and a.declined_at is null and a.at > $2::timestamptz - interval '3 days'`,
    [postId, now],
  )
  return row!.n
}

export interface AskableFacts {
  isMember: boolean
  isOut: boolean
  awayUntil: string | null
  isAsked: boolean
  taken: number
}

/**
 * What decides whether somebody may be asked about a question. Locks the person's place in the queue, so that two who
 * ask at once do not both take the last one.
 */
export async function findAskableFacts(
  tx: Tx,
  input: { communityId: string; postId: string; memberId: string; now: Date },
): Promise<AskableFacts> {
  await tx.run(`select pg_advisory_xact_lock(hashtextextended('expertise.ask:' || $1, 0))`, [input.memberId])
  const row = await tx.row<AskableFacts>(
    `select exists (select 1 from communities.membership ms join people.member m on m.id = ms.member_id and m.state = 'active'
                     where ms.community_id = $1 and ms.member_id = $3) as "isMember",
            exists (select 1 from expertise.opt_out o where o.member_id = $3 and o.what = 'questions') as "isOut",
            (select a.ends_on from expertise.absence a join people.member m on m.id = a.member_id
              where a.member_id = $3 and ($4 at time zone coalesce(m.timezone, 'Europe/Paris'))::date between a.starts_on and a.ends_on) as "awayUntil",
            exists (select 1 from expertise.ask a where a.post_id = $2 and a.to_member_id = $3) as "isAsked",
            (select count(*)::int from expertise.ask a
              where a.to_member_id = $3 and a.declined_at is null and a.at > $4::timestamptz - interval '7 days') as taken`,
    [input.communityId, input.postId, input.memberId, input.now],
  )
  return row!
}

export async function insertAsk(
  tx: Tx,
  row: {
    id: string
    postId: string
    toMemberId: string
    byMemberId: string
    byRole: 'author' | 'manager'
    note: string | null
    at: Date
  },
): Promise<void> {
  await tx.run(
    `insert into expertise.ask (id, post_id, to_member_id, by_member_id, by_role, note, at) values ($1, $2, $3, $4, $5, $6, $7)`,
    [row.id, row.postId, row.toMemberId, row.byMemberId, row.byRole, row.note, row.at],
  )
}

export const setAskDeclined = (
  tx: Tx,
  row: { postId: string; memberId: string; declinedAt: Date | null },
): Promise<number> =>
  tx.run(`update expertise.ask set declined_at = $3 where post_id = $1 and to_member_id = $2`, [
    row.postId,
    row.memberId,
    row.declinedAt,
  ])
