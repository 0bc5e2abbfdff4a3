import type { Tx } from '#platform/db/tx.ts'
import { exactInstantSql } from '#platform/db/keyset.ts'
import type { NoticeRow } from '../describe.ts'
import { noticeColumns } from './outbox.ts'

export type ListedNotice = NoticeRow & { exactAt: string }

const listSql = (condition: string): string =>
  `select ${noticeColumns}, ${exactInstantSql('n.last_at')} as "exactAt"
     from notifications.notice n
    where n.member_id = $1 and ($2::timestamptz is null or (n.last_at, n.id) < ($2::timestamptz, $3::uuid)) ${condition}
    order by n.last_at desc, n.id desc limit $4`
const listed = {
  all: listSql(''),
  unread: listSql('and n.read_at is null'),
  needsYou: listSql('and n.needs_you and n.read_at is null'),
}

export const listNotices = (
  tx: Tx,
  memberId: string,
  show: keyof typeof listed,
  before: { at: string; id: string } | null,
  limit: number,
): Promise<ListedNotice[]> => tx.rows(listed[show], [memberId, before?.at ?? null, before?.id ?? null, limit])

/** Marks as read, and stops what has not left yet: what was seen in the product is not sent any more. */
const readSql = (condition: string): string => `
  with read as (
    update notifications.notice n set read_at = $2 where n.member_id = $1 and n.read_at is null ${condition} returning n.id
  ), spared as (
    update notifications.delivery d set state = 'seen', state_at = $2 from read
     where d.notice_id = read.id and d.state = 'waiting'
  )
  select count(*)::int as n from read`
const readSome = readSql('and n.id = any($3::uuid[])')
const readGroup = readSql("and n.subject ->> 'postId' = $3")
const readAll = readSql('')

export const markRead = async (
  tx: Tx,
  memberId: string,
  what: { ids: readonly string[] } | { postId: string } | 'all',
  now: Date,
): Promise<number> => {
  const row =
    what === 'all'
      ? await tx.row<{ n: number }>(readAll, [memberId, now])
      : 'ids' in what
        ? await tx.row<{ n: number }>(readSome, [memberId, now, what.ids])
        : await tx.row<{ n: number }>(readGroup, [memberId, now, what.postId])
  return row!.n
}

/** Unread again, unless something newer of the same group is unread already. */
export const markUnread = (tx: Tx, memberId: string, ids: readonly string[]): Promise<number> =>
  tx.run(
    `update notifications.notice n set read_at = null where n.member_id = $1 and n.id = any($2::uuid[]) and n.read_at is not null
        and not exists (select 1 from notifications.notice o where o.member_id = n.member_id and o.source = n.source
                           and o.group_key = n.group_key and o.reason = n.reason and o.read_at is null)
        and not exists (select 1 from notifications.notice o where o.member_id = n.member_id and o.source = n.source
                           and o.group_key = n.group_key and o.reason = n.reason and o.last_at > n.last_at and o.id = any($2::uuid[]))`,
    [memberId, ids],
  )

/** Takes away what has been there for ninety days, and what the ledger still said of it beyond who, when and how. */
export const purgeNotices = (tx: Tx, now: Date, limit: number): Promise<number> =>
  tx.run(
    `with old as (
       delete from notifications.notice where id in
         (select id from notifications.notice where created_at < $1::timestamptz - interval '90 days' limit $2) returning id
     ), emptied as (
       update notifications.delivery d set subject = null, notice_id = null from old where d.notice_id = old.id
     )
     select 1 from old`,
    [now, limit],
  )

/** Content of mails of their own wording goes with the same delay. */
export const purgeSubjects = (tx: Tx, now: Date, limit: number): Promise<number> =>
  tx.run(
    `update notifications.delivery set subject = null where (member_id, item_key, channel) in
       (select member_id, item_key, channel from notifications.delivery
         where at < $1::timestamptz - interval '90 days' and subject is not null and notice_id is null
           and state not in ('waiting', 'claimed', 'sending') limit $2)`,
    [now, limit],
  )

export const purgeDeliveries = (tx: Tx, now: Date, limit: number): Promise<number> =>
  tx.run(
    `delete from notifications.delivery where (member_id, item_key, channel) in
       (select member_id, item_key, channel from notifications.delivery
         where at < $1::timestamptz - interval '13 months' limit $2)`,
    [now, limit],
  )
