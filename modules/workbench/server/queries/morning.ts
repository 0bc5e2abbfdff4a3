import type { MemberCard } from '#modules/people/contract.ts'
import { memberCardSql } from '#modules/people/public.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { WaitingPostRow } from './waiting.ts'

/** Promises that are due: an owner and a date were named, and the question still has no answer by another person. */
export function listDuePromises(
  tx: Tx,
  communityId: string,
  now: Date,
  timezone: string,
): Promise<(WaitingPostRow & { stepId: string; owner: MemberCard; promisedFor: string })[]> {
  return tx.rows(
    `select p.id, p.title, p.excerpt, p.language, ${memberCardSql('a')} as author, p.created_at as "createdAt",
            s.id as "stepId", ${memberCardSql('o')} as owner, s.promised_for as "promisedFor"
       from workbench.rescue_step s join discussions.post p on p.id = s.post_id
       join people.member a on a.id = p.author_id join people.member o on o.id = s.to_member_id
      where s.community_id = $1 and s.step = 'owner' and s.promised_for <= ($2::timestamptz at time zone $3)::date
        and p.deleted_at is null and p.accepted_answer_id is null
        and not exists (select 1 from workbench.rescue_step later where later.post_id = s.post_id and later.step = 'owner' and later.at > s.at)
        and not exists (select 1 from discussions.closure closed where closed.post_id = p.id)
        and not exists (select 1 from discussions.comment c where c.post_id = p.id and c.is_answer and c.author_id <> p.author_id
                          and c.deleted_at is null)
      order by s.promised_for, s.id limit 20`,
    [communityId, now, timezone],
  )
}

/**
 * People whose answer was accepted or helped somebody in the last two weeks and whom nobody thanked for 90 days:
 * neither a “thanks” on one of their texts here, nor words of thanks, nor a card done. No ranking: the most recent act first.
 */
export function listThanksToGive(
  tx: Tx,
  communityId: string,
  viewerId: string,
  now: Date,
): Promise<(WaitingPostRow & { member: MemberCard; commentId: string; helped: number })[]> {
  return tx.rows(
    `with served as (
       select distinct on (c.author_id) c.author_id, c.id as comment_id, c.post_id, c.created_at, c.helped_count
         from discussions.comment c join discussions.post p on p.id = c.post_id and p.deleted_at is null
        where c.community_id = $1 and c.deleted_at is null and not c.imported and c.author_id not in (p.author_id, $3)
          and c.created_at > $2::timestamptz - interval '14 days'
          and (p.accepted_answer_id = c.id or c.helped_count > 0)
        order by c.author_id, c.created_at desc)
     select p.id, p.title, p.excerpt, p.language, ${memberCardSql('a')} as author, p.created_at as "createdAt",
            ${memberCardSql('m')} as member, s.comment_id as "commentId", s.helped_count as helped
       from served s join discussions.post p on p.id = s.post_id
       join people.member a on a.id = p.author_id
       join people.member m on m.id = s.author_id and m.state = 'active'
      where not exists (
              select 1 from discussions.reaction r left join discussions.comment rc on rc.id = r.comment_id
                join discussions.post rp on rp.id = r.post_id
               where r.kind = 'thanks' and r.at > $2::timestamptz - interval '90 days' and rp.community_id = $1
                 and coalesce(rc.author_id, rp.author_id) = s.author_id and r.member_id = $3)
        and not exists (
              select 1 from recognition.thanks said
               where said.community_id = $1 and said.receiver_id = s.author_id and said.at > $2::timestamptz - interval '90 days')
        and not exists (
              select 1 from workbench.card_decision d
               where d.community_id = $1 and d.card like 'thanks:' || s.author_id || ':%' and d.decision = 'done'
                 and d.at > $2::timestamptz - interval '90 days')
      order by s.created_at desc, s.comment_id limit 5`,
    [communityId, now, viewerId],
  )
}

export interface DecisionRow {
  card: string
  memberId: string
  decision: 'done' | 'delegated' | 'later' | 'notMine'
  delegatedTo: string | null
  by: MemberCard
  until: Date | null
  note: string | null
  at: Date
}

/** Decisions that still hide or show a card: one statement for the whole morning. */
export function listCardDecisions(tx: Tx, communityId: string): Promise<DecisionRow[]> {
  return tx.rows(
    `select d.card, d.member_id as "memberId", d.decision, d.delegated_to as "delegatedTo", ${memberCardSql('m')} as by, d.until, d.note, d.at
       from workbench.card_decision d join people.member m on m.id = d.member_id
      where d.community_id = $1`,
    [communityId],
  )
}

export async function setCardDecision(
  tx: Tx,
  row: {
    communityId: string
    card: string
    memberId: string
    decision: string
    delegatedTo: string | null
    until: Date | null
    note?: string | null
    at: Date
  },
): Promise<void> {
  await tx.run(
    `insert into workbench.card_decision (community_id, card, member_id, decision, delegated_to, until, note, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (community_id, card, member_id) do update
       set decision = excluded.decision, delegated_to = excluded.delegated_to, until = excluded.until, note = excluded.note, at = excluded.at`,
    [
      row.communityId,
      row.card,
      row.memberId,
      row.decision,
      row.delegatedTo,
      row.until,
      row.note ?? null,
      row.at,
    ],
  )
}

export async function deleteCardDecision(
  tx: Tx,
  communityId: string,
  card: string,
  memberId: string,
): Promise<void> {
  await tx.run(
    `delete from workbench.card_decision where community_id = $1 and card = $2 and member_id = $3`,
    [communityId, card, memberId],
  )
}

/** The community's other active managers; there should be one, so that nobody is alone with it. */
export async function listOtherManagers(
  tx: Tx,
  communityId: string,
  memberId: string,
): Promise<MemberCard[]> {
  const rows = await tx.rows<{ card: MemberCard }>(
    `select ${memberCardSql('m')} as card from communities.community_role r join people.member m on m.id = r.member_id and m.state = 'active'
      where r.community_id = $1 and r.role = 'manager' and r.member_id <> $2 order by m.display_name, m.id`,
    [communityId, memberId],
  )
  return rows.map((row) => row.card)
}

/** Forgets what was decided about cards longer than a year ago. */
export async function deleteOldDecisions(tx: Tx, now: Date): Promise<void> {
  await tx.run(`delete from workbench.card_decision where at < $1::timestamptz - interval '12 months'`, [now])
}
