import { memberCardSql } from '#modules/people/public.ts'
import type { MemberCard } from '#modules/people/contract.ts'
import { exactInstantSql, instantSql } from '#platform/db/keyset.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { MailingState } from '#modules/notifications/mailings-contract.ts'

export type ReceiverState =
  | 'waiting'
  | 'sending'
  | 'sent'
  | 'digest'
  | 'unsubscribed'
  | 'left'
  | 'unreachable'
  | 'cancelled'
  | 'refused'
  | 'bounced'

/** What a report is made of. */
export interface CountsRow {
  counts: Partial<Record<ReceiverState, number>>
  held: number
  nextAt: string | null
}

export interface MailingRecord {
  id: string
  number: number
  communityId: string
  subject: string
  bodyMd: string
  bodyHtml: string
  language: 'fr' | 'en'
  state: MailingState
  author: MemberCard
  changedAt: string
  startedAt: string | null
  finishedAt: string | null
  problem: 'mailServer' | 'noMail' | null
  audience: number | null
  report: CountsRow | null
  live: CountsRow | null
  cursor: string
}

const startedSql = 'coalesce(g.started_at, g.created_at)'
// The rows are counted while there are any; afterwards the report that was kept of them.
const columns = `g.id, g.number, g.community_id as "communityId", g.subject, g.body_md as "bodyMd", g.body_html as "bodyHtml",
  g.language, g.state, ${memberCardSql('a')} as author, ${instantSql('g.changed_at')} as "changedAt",
  ${instantSql('g.started_at')} as "startedAt", ${instantSql('g.finished_at')} as "finishedAt", g.problem, g.audience, g.report,
  case when g.report is null and g.state not in ('draft', 'queued') then (
    select jsonb_build_object(
             'counts', coalesce(jsonb_object_agg(n.state, n.n), '{}'),
             'held', coalesce(sum(n.held), 0), 'nextAt', ${instantSql('min(n.next)')})
      from (select r.state, count(*) as n, count(*) filter (where r.state = 'waiting' and r.due_at > $2::timestamptz + interval '1 hour') as held,
                   min(r.due_at) filter (where r.state = 'waiting') as next
              from notifications.mailing_receiver r where r.mailing_id = g.id group by r.state) n) end as live,
  ${exactInstantSql(startedSql)} as cursor`
const from = 'from notifications.mailing g join people.member a on a.id = g.author_id'

export const findMailing = (
  tx: Tx,
  communityId: string,
  id: string,
  now: Date,
): Promise<MailingRecord | undefined> =>
  tx.row(`select ${columns} ${from} where g.id = $1 and g.community_id = $3`, [id, now, communityId])

/** As `findMailing`, and nobody else changes it until the transaction ends. */
export const findMailingToChange = (
  tx: Tx,
  communityId: string,
  id: string,
  now: Date,
): Promise<MailingRecord | undefined> =>
  tx.row(`select ${columns} ${from} where g.id = $1 and g.community_id = $3 for no key update of g`, [
    id,
    now,
    communityId,
  ])

/** Newest first; drafts for managers only. */
export const listMailings = (
  tx: Tx,
  q: {
    communityId: string
    now: Date
    withDrafts: boolean
    after: (string | number | null)[]
    limit: number
  },
): Promise<MailingRecord[]> =>
  tx.rows(
    `select ${columns} ${from}
      where g.community_id = $1 and ($3 or g.state in ('sending', 'sent', 'cancelled'))
        and ($4::timestamptz is null or (${startedSql}, g.id) < ($4::timestamptz, $5::uuid))
      order by ${startedSql} desc, g.id desc limit $6`,
    [q.communityId, q.now, q.withDrafts, q.after[0], q.after[1], q.limit + 1],
  )

export const insertMailing = (
  tx: Tx,
  row: {
    id: string
    communityId: string
    authorId: string
    subject: string
    bodyMd: string
    bodyHtml: string
    language: string
    now: Date
  },
): Promise<number> =>
  tx.run(
    `insert into notifications.mailing (id, community_id, author_id, subject, body_md, body_html, language, state, created_at, changed_at)
     values ($1, $2, $3, $4, $5, $6, $7, 'draft', $8, $8)`,
    [row.id, row.communityId, row.authorId, row.subject, row.bodyMd, row.bodyHtml, row.language, row.now],
  )

/** Only while it is a draft. */
export const updateDraft = (
  tx: Tx,
  row: { id: string; subject: string; bodyMd: string; bodyHtml: string; language: string; now: Date },
): Promise<number> =>
  tx.run(
    `update notifications.mailing set subject = $2, body_md = $3, body_html = $4, language = $5, changed_at = $6
      where id = $1 and state = 'draft'`,
    [row.id, row.subject, row.bodyMd, row.bodyHtml, row.language, row.now],
  )

export const deleteDraft = (tx: Tx, id: string): Promise<number> =>
  tx.run(`delete from notifications.mailing where id = $1 and state = 'draft'`, [id])

/** Who sends it off is who signs it. */
export const setQueued = (tx: Tx, id: string, authorId: string, now: Date): Promise<number> =>
  tx.run(
    `update notifications.mailing set state = 'queued', author_id = $2, started_at = $3, changed_at = $3 where id = $1 and state = 'draft'`,
    [id, authorId, now],
  )

export async function setCancelled(tx: Tx, id: string, by: string | null, now: Date): Promise<void> {
  await tx.run(
    `update notifications.mailing set state = 'cancelled', cancelled_by = $2, finished_at = $3, changed_at = $3, problem = null
      where id = $1 and state in ('queued', 'sending')`,
    [id, by, now],
  )
  await tx.run(
    `update notifications.mailing_receiver set state = 'cancelled' where mailing_id = $1 and state = 'waiting'`,
    [id],
  )
}

/** Everybody in the community now, and who of them took themselves off. */
export const listAudience = (
  tx: Tx,
  communityId: string,
): Promise<{ memberId: string; isRefused: boolean }[]> =>
  tx.rows(
    `select m.member_id as "memberId",
            exists (select 1 from notifications.mailing_refusal r where r.member_id = m.member_id and r.community_id = $1) as "isRefused"
       from communities.membership m join people.member p on p.id = m.member_id
      where m.community_id = $1 and p.state in ('active', 'invited') order by m.member_id`,
    [communityId],
  )

export const insertReceivers = (
  tx: Tx,
  mailingId: string,
  rows: readonly { memberId: string; seq: number; state: ReceiverState; wasHeld: boolean; dueAt: Date }[],
): Promise<number> =>
  tx.run(
    `insert into notifications.mailing_receiver (mailing_id, member_id, seq, state, was_held, due_at)
     select $1, * from unnest($2::uuid[], $3::int[], $4::text[], $5::boolean[], $6::timestamptz[])
     on conflict (mailing_id, member_id) do nothing`,
    [
      mailingId,
      rows.map((row) => row.memberId),
      rows.map((row) => row.seq),
      rows.map((row) => row.state),
      rows.map((row) => row.wasHeld),
      rows.map((row) => row.dueAt),
    ],
  )

export const setSending = (tx: Tx, id: string, audience: number): Promise<number> =>
  tx.run(
    `update notifications.mailing set state = 'sending', audience = $2 where id = $1 and state = 'queued'`,
    [id, audience],
  )

export interface WorkingMailing {
  id: string
  number: number
  communityId: string
  slug: string
  communityName: { fr?: string; en?: string }
  authorName: string
  subject: string
  bodyMd: string
  bodyHtml: string
  language: 'fr' | 'en'
  state: 'queued' | 'sending'
  isArchived: boolean
  problem: string | null
}

export const listAtWork = (tx: Tx): Promise<WorkingMailing[]> =>
  tx.rows(
    `select g.id, g.number, g.community_id as "communityId", c.slug, c.name as "communityName", a.display_name as "authorName",
            g.subject, g.body_md as "bodyMd", g.body_html as "bodyHtml", g.language, g.state, c.stage = 'archived' as "isArchived", g.problem
       from notifications.mailing g join communities.community c on c.id = g.community_id join people.member a on a.id = g.author_id
      where g.state in ('queued', 'sending') order by g.started_at`,
  )

/**
 * Rows whose sender stopped before the server's answer was kept: only called by whoever holds the lock of sending, so
 * that no living process is at them. After five hand-overs a mail that kills its sender is given up.
 */
export const releaseInterrupted = (tx: Tx): Promise<number> =>
  tx.run(
    `update notifications.mailing_receiver r set state = case when r.attempts >= 5 then 'refused'
              when g.state = 'cancelled' then 'cancelled' else 'waiting' end
       from notifications.mailing g where g.id = r.mailing_id and r.state = 'sending'`,
  )

export interface Claimed {
  memberId: string
  seq: number
  attempts: number
  isMember: boolean
  isRefused: boolean
}

/** Those whose time has come, in their order, beyond a place in it: what was claimed before is never walked over again. */
export const listDue = (
  tx: Tx,
  mailingId: string,
  now: Date,
  after: { dueAt: string; seq: number } | null,
  limit: number,
): Promise<{ memberId: string; dueAt: string; seq: number }[]> =>
  tx.rows(
    `select r.member_id as "memberId", ${exactInstantSql('r.due_at')} as "dueAt", r.seq
       from notifications.mailing_receiver r
      where r.mailing_id = $1 and r.state = 'waiting' and r.due_at <= $2
        and ($3::timestamptz is null or (r.due_at, r.seq) > ($3::timestamptz, $4::int))
      order by r.due_at, r.seq limit $5`,
    [mailingId, now, after?.dueAt ?? null, after?.seq ?? 0, limit],
  )

/**
 * Checks the state of a row that its key has found. Written plainly, the partial indexes over the state would be walked
 * instead of the key, over everything that the mailing has already ended (30 ms a mail at 20,000).
 */
const isState = (state: 'waiting' | 'sending'): string =>
  `case when r.state = '${state}' then true else false end`

/** One of them, claimed; undefined when they no longer wait or the mailing was stopped. */
export const claim = (tx: Tx, mailingId: string, memberId: string, now: Date): Promise<Claimed | undefined> =>
  tx.row(
    `update notifications.mailing_receiver r set state = 'sending', attempts = r.attempts + 1, handed_at = $3
       from notifications.mailing g
      where r.mailing_id = $1 and r.member_id = $2 and ${isState('waiting')} and g.id = $1 and g.state = 'sending'
     returning r.member_id as "memberId", r.seq, r.attempts,
            exists (select 1 from communities.membership m where m.community_id = g.community_id and m.member_id = r.member_id) as "isMember",
            exists (select 1 from notifications.mailing_refusal f where f.community_id = g.community_id and f.member_id = r.member_id) as "isRefused"`,
    [mailingId, memberId, now],
  )

/** The end of a claim; a row that waits again may have a later time. */
export const endClaim = (
  tx: Tx,
  mailingId: string,
  memberId: string,
  state: ReceiverState,
  dueAt: Date | null = null,
  isTry = true,
): Promise<number> =>
  tx.run(
    `update notifications.mailing_receiver r set state = $3, due_at = coalesce($4::timestamptz, due_at),
            attempts = attempts - case when $5::boolean then 0 else 1 end, handed_at = case when $5::boolean then handed_at end
      where r.mailing_id = $1 and r.member_id = $2 and ${isState('sending')}`,
    [mailingId, memberId, state, dueAt, isTry],
  )

export const setProblem = (tx: Tx, id: string, problem: string | null): Promise<number> =>
  tx.run(
    `update notifications.mailing set problem = $2 where id = $1 and problem is distinct from $2 and state in ('queued', 'sending')`,
    [id, problem],
  )

/** Mails handed over in the last minute, of all mailings. */
export const countHanded = async (tx: Tx, now: Date): Promise<number> =>
  (await tx.row<{ n: number }>(
    `select count(*)::int as n from notifications.mailing_receiver where handed_at > $1::timestamptz - interval '1 minute'`,
    [now],
  ))!.n

/** Ends a mailing in which nobody waits. */
export const finishMailing = (tx: Tx, id: string, now: Date): Promise<number> =>
  tx.run(
    `update notifications.mailing g set state = 'sent', finished_at = $2, changed_at = $2, problem = null
      where g.id = $1 and g.state = 'sending'
        and not exists (select 1 from notifications.mailing_receiver r where r.mailing_id = $1 and r.state = 'waiting')
        and not exists (select 1 from notifications.mailing_receiver r where r.mailing_id = $1 and r.state = 'sending')`,
    [id, now],
  )

export const findNextDue = async (tx: Tx): Promise<Date | null> =>
  (await tx.row<{ at: Date | null }>(
    `select least(min(r.due_at), min(g.started_at) filter (where g.state = 'queued')) as at from notifications.mailing g
       left join lateral (select due_at from notifications.mailing_receiver r where r.mailing_id = g.id and r.state = 'waiting'
                           order by due_at limit 1) r on true
      where g.state in ('queued', 'sending')`,
  ))!.at

/** A report of a failure, for a mail that had been taken. */
export const setBounced = (tx: Tx, number: number, seq: number): Promise<number> =>
  tx.run(
    `update notifications.mailing_receiver r set state = 'bounced' from notifications.mailing g
      where g.id = r.mailing_id and g.number = $1 and r.seq = $2 and r.state = 'sent'`,
    [number, seq],
  )

export const insertMailingRefusal = (
  tx: Tx,
  memberId: string,
  communityId: string,
  now: Date,
): Promise<number> =>
  tx.run(
    `insert into notifications.mailing_refusal (member_id, community_id, at) values ($1, $2, $3) on conflict do nothing`,
    [memberId, communityId, now],
  )

export const deleteMailingRefusal = (tx: Tx, memberId: string, communityId: string): Promise<number> =>
  tx.run('delete from notifications.mailing_refusal where member_id = $1 and community_id = $2', [
    memberId,
    communityId,
  ])

/** Keeps the counts of mailings that ended a month ago, and forgets who received them. */
export async function forgetReceivers(tx: Tx, now: Date): Promise<number> {
  await tx.run(
    `update notifications.mailing g set report = jsonb_build_object('held', 0, 'nextAt', null, 'counts',
       (select coalesce(jsonb_object_agg(n.state, n.n), '{}') from (
          select r.state, count(*) as n from notifications.mailing_receiver r where r.mailing_id = g.id group by r.state) n))
      where g.report is null and g.finished_at < $1::timestamptz - interval '30 days'`,
    [now],
  )
  return tx.run(
    `delete from notifications.mailing_receiver r using notifications.mailing g
      where g.id = r.mailing_id and g.report is not null`,
  )
}

/** Addresses and name of one active person. */
export const findAddress = (
  tx: Tx,
  memberId: string,
): Promise<{ email: string | null; displayName: string; language: 'fr' | 'en' } | undefined> =>
  tx.row(
    `select email, display_name as "displayName", interface_language as language from people.member where id = $1`,
    [memberId],
  )

/** What concerns one person, for the page that shows it to them. */
export const findOwnMail = async (
  tx: Tx,
  memberId: string,
): Promise<{ received: number; refused: string[]; mailed: string[] }> =>
  (await tx.row(
    `select (select count(*)::int from notifications.mail_received where member_id = $1) as received,
            array(select coalesce(c.name->>'fr', c.name->>'en') from notifications.mailing_refusal r
                    join communities.community c on c.id = r.community_id where r.member_id = $1 order by 1) as refused,
            array(select g.subject from notifications.mailing_receiver r join notifications.mailing g on g.id = r.mailing_id
                   where r.member_id = $1 and r.state = 'sent' order by r.handed_at desc limit 20) as mailed`,
    [memberId],
  ))!

/** Notes one more test of a draft; 0 once there were fifty. */
export const countTest = (tx: Tx, id: string): Promise<number> =>
  tx.run('update notifications.mailing set tests = tests + 1 where id = $1 and tests < 50', [id])

/** A mailing with the words around it, for a test. */
export const findMailingWords = (
  tx: Tx,
  communityId: string,
  id: string,
): Promise<WorkingMailing | undefined> =>
  tx.row(
    `select g.id, g.number, g.community_id as "communityId", c.slug, c.name as "communityName", a.display_name as "authorName",
            g.subject, g.body_md as "bodyMd", g.body_html as "bodyHtml", g.language, g.state, c.stage = 'archived' as "isArchived", g.problem
       from notifications.mailing g join communities.community c on c.id = g.community_id join people.member a on a.id = g.author_id
      where g.id = $1 and g.community_id = $2`,
    [id, communityId],
  )

/** Those of these mailings whose community this person is in now. */
export const listReadableMailings = (
  tx: Tx,
  memberId: string,
  ids: readonly string[],
): Promise<
  {
    id: string
    subject: string
    language: string
    authorName: string
    community: { id: string; slug: string; name: { fr?: string; en?: string }; accent: string }
  }[]
> =>
  tx.rows(
    `select g.id, g.subject, g.language, a.display_name as "authorName",
            jsonb_build_object('id', c.id, 'slug', c.slug, 'name', c.name, 'accent', c.accent) as community
       from notifications.mailing g
       join communities.membership m on m.community_id = g.community_id and m.member_id = $1
       join communities.community c on c.id = g.community_id
       join people.member a on a.id = g.author_id
      where g.id = any($2::uuid[]) and g.state <> 'draft'`,
    [memberId, ids],
  )

/** A mailing that ended, with counts made from the members of today. */
export const insertSentMailing = (
  tx: Tx,
  row: {
    id: string
    communityId: string
    authorId: string
    subject: string
    bodyMd: string
    bodyHtml: string
    language: string
    at: Date
  },
): Promise<number> =>
  tx.run(
    `insert into notifications.mailing (id, community_id, author_id, subject, body_md, body_html, language, state,
       created_at, changed_at, started_at, finished_at, audience, report)
     select $1, $2, $3, $4, $5, $6, $7, 'sent', $8, $8::timestamptz + interval '14 hours', $8, $8::timestamptz + interval '14 hours', n,
            jsonb_build_object('held', 0, 'nextAt', null, 'counts',
              jsonb_build_object('sent', n - n / 5 - 3, 'digest', n / 5, 'bounced', 1, 'unsubscribed', 1, 'unreachable', 1))
       from (select count(*)::int as n from communities.membership where community_id = $2) members where n > 10`,
    [row.id, row.communityId, row.authorId, row.subject, row.bodyMd, row.bodyHtml, row.language, row.at],
  )
