import type { Tx } from '#platform/db/tx.ts'
import type { NoticeRow } from '../describe.ts'

export interface ClaimedRow {
  memberId: string
  itemKey: string
  channel: 'push' | 'mail' | 'digest'
  source: string
  noticeId: string | null
  communityId: string | null
  subject: Record<string, string> | null
  attempts: number
}

export type State = 'waiting' | 'claimed' | 'sending' | 'sent' | 'seen' | 'withheld' | 'uncertain' | 'failed'

/** Takes what is due, nobody else's; one person's rows come together because they fall due together. */
export const claimDue = (tx: Tx, now: Date, limit: number): Promise<ClaimedRow[]> =>
  tx.rows(
    `update notifications.delivery d set state = 'claimed', state_at = $1, attempts = d.attempts + 1
       from (select member_id, item_key, channel from notifications.delivery
              where state = 'waiting' and not is_bulk and due_at <= $1 order by due_at, member_id limit $2
                for update skip locked) due
      where d.member_id = due.member_id and d.item_key = due.item_key and d.channel = due.channel
     returning d.member_id as "memberId", d.item_key as "itemKey", d.channel, d.source, d.notice_id as "noticeId",
               d.community_id as "communityId", d.subject, d.attempts`,
    [now, limit],
  )

/**
 * What an interrupted process left: written but not handed over goes out again; handed over without an answer never
 * does, because it may have arrived.
 */
export const releaseInterrupted = (tx: Tx, now: Date, minutes: number): Promise<number> =>
  tx.run(
    `update notifications.delivery set state_at = $1,
            state = case state when 'claimed' then 'waiting' else 'uncertain' end
      where state in ('claimed', 'sending') and not is_bulk and state_at < $1::timestamptz - make_interval(mins => $2)`,
    [now, minutes],
  )

/** Sets the state of rows of one person and channel. */
export const setState = (
  tx: Tx,
  rows: readonly Pick<ClaimedRow, 'memberId' | 'itemKey' | 'channel'>[],
  state: State,
  at: Date,
  more: { problem?: string; dueAt?: Date } = {},
): Promise<number> =>
  tx.run(
    `update notifications.delivery set state = $4, state_at = $5, problem = $6, due_at = coalesce($7, due_at)
      where member_id = $1 and channel = $2 and item_key = any($3::text[])`,
    [
      rows[0]?.memberId,
      rows[0]?.channel,
      rows.map(({ itemKey }) => itemKey),
      state,
      at,
      more.problem ?? null,
      more.dueAt ?? null,
    ],
  )

export const noticeColumns = `n.id, n.source, n.reason, n.community_id as "communityId", n.subject,
  n.actor_ids as "actorIds", n.count, n.needs_you as "needsYou", n.last_at as "lastAt", n.read_at as "readAt"`

export const listNoticesByIds = (tx: Tx, memberId: string, ids: readonly string[]): Promise<NoticeRow[]> =>
  tx.rows(
    `select ${noticeColumns} from notifications.notice n where n.member_id = $1 and n.id = any($2::uuid[])
      order by n.needs_you desc, n.last_at desc`,
    [memberId, ids],
  )

/** A push that reached no device goes by mail instead. */
export const turnIntoMail = (tx: Tx, rows: readonly ClaimedRow[], now: Date): Promise<number> =>
  tx.run(
    `insert into notifications.delivery (member_id, item_key, channel, source, notice_id, community_id, subject, state, at, due_at, state_at)
     select d.member_id, d.item_key, 'mail', d.source, d.notice_id, d.community_id, d.subject, 'waiting', $3, $3, $3
       from notifications.delivery d
      where d.member_id = $1 and d.channel = 'push' and d.item_key = any($2::text[])
     on conflict do nothing`,
    [rows[0]?.memberId, rows.map(({ itemKey }) => itemKey), now],
  )
