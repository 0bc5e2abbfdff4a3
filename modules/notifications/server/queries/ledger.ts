import type { Tx } from '#platform/db/tx.ts'
import type { Reason } from '#modules/notifications/reasons.ts'

export interface Told {
  memberId: string
  reason: Reason
  needsYou: boolean
  pushDue: Date | null
  mailDue: Date | null
}
interface ItemRow {
  key: string
  source: string
  group: string
  communityId: string | null
  subject: Readonly<Record<string, string>>
  actorId: string | null
  now: Date
}

/** Whoever tells of the same thing at the same time waits: the second one finds it told. */
export const lockItem = (tx: Tx, key: string): Promise<number> =>
  tx.run(`select pg_advisory_xact_lock(hashtextextended($1, 8261))`, [key])

/**
 * Adds one thing for many people in one statement: an entry (or one more in the unread entry of its group) and a row
 * of the ledger per channel. People who were told of it before are left out. Returns what was added.
 */
export const insertTold = (
  tx: Tx,
  item: ItemRow,
  told: readonly Told[],
): Promise<{ memberId: string; channel: string; dueAt: Date }[]> =>
  tx.rows(
    `with told as (
       select * from unnest($1::uuid[], $2::text[], $3::boolean[], $4::timestamptz[], $5::timestamptz[])
         as t (member_id, reason, needs_you, push_due, mail_due)
     ), fresh as (
       select t.* from told t
        where not exists (select 1 from notifications.delivery d where d.member_id = t.member_id and d.item_key = $6)
     ), noticed as (
       insert into notifications.notice as n
              (id, member_id, source, reason, group_key, community_id, subject, actor_ids, needs_you, created_at, last_at)
       select platform.new_id($7::timestamptz), f.member_id, $8, f.reason, $9, $10::uuid, $11::jsonb,
              case when $12::uuid is null then '{}'::uuid[] else array[$12::uuid] end, f.needs_you, $7::timestamptz, $7::timestamptz
         from fresh f
       on conflict (member_id, source, group_key, reason) where read_at is null do update
          set count = n.count + 1, last_at = excluded.last_at, subject = excluded.subject,
              actor_ids = (excluded.actor_ids || array_remove(n.actor_ids, excluded.actor_ids[1]))[1:12]
       returning n.id, n.member_id
     )
     insert into notifications.delivery
            (member_id, item_key, channel, source, notice_id, community_id, subject, state, at, due_at, state_at)
     select f.member_id, $6, c.channel, $8, n.id, $10::uuid, $11::jsonb,
            case c.channel when 'inApp' then 'sent' else 'waiting' end, $7::timestamptz, c.due_at, $7::timestamptz
       from fresh f join noticed n on n.member_id = f.member_id
      cross join lateral (values ('inApp', $7::timestamptz), ('push', f.push_due), ('mail', f.mail_due)) as c (channel, due_at)
      where c.due_at is not null
     on conflict do nothing
     returning member_id as "memberId", channel, due_at as "dueAt"`,
    [
      told.map((one) => one.memberId),
      told.map((one) => one.reason),
      told.map((one) => one.needsYou),
      told.map((one) => one.pushDue),
      told.map((one) => one.mailDue),
      item.key,
      item.now,
      item.source,
      item.group,
      item.communityId,
      JSON.stringify(item.subject),
      item.actorId,
    ],
  )

/** Adds one mail of its own wording for many people; those who have it already are left out. Returns how many were added. */
export const insertMails = (
  tx: Tx,
  mail: Omit<ItemRow, 'group' | 'actorId'>,
  receivers: readonly { memberId: string; dueAt: Date }[],
): Promise<number> =>
  tx.run(
    `insert into notifications.delivery (member_id, item_key, channel, source, community_id, subject, state, at, due_at, state_at)
     select r.member_id, $3, 'mail', $4, $5::uuid, $6::jsonb, 'waiting', $7::timestamptz, r.due_at, $7::timestamptz
       from unnest($1::uuid[], $2::timestamptz[]) as r (member_id, due_at)
     on conflict do nothing`,
    [
      receivers.map((one) => one.memberId),
      receivers.map((one) => one.dueAt),
      mail.key,
      mail.source,
      mail.communityId,
      JSON.stringify(mail.subject),
      mail.now,
    ],
  )

/** How many of one thing stand where, by channel and state. */
export const countByState = (tx: Tx, key: string): Promise<{ channel: string; state: string; n: number }[]> =>
  tx.rows(
    `select channel, state, count(*)::int as n from notifications.delivery where item_key = $1 and not is_bulk group by 1, 2`,
    [key],
  )
