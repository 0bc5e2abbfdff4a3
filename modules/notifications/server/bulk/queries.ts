import type { Tx } from '#platform/db/tx.ts'
import { timezoneSql } from '../queries/receivers.ts'
import type { BulkKind, BulkSubject } from './kinds.ts'

export interface BulkRun {
  itemKey: string
  number: number
  kind: string
  subject: BulkSubject
  state: 'planned' | 'queueing' | 'sending' | 'done' | 'stopped'
  notBefore: Date
  queuedAfter: string | null
  queued: number
  problem: 'mailServer' | 'noMail' | null
}
const runColumns = `item_key as "itemKey", number::int, kind, subject, state, not_before as "notBefore",
  queued_after as "queuedAfter", queued, problem`

export const insertRun = (
  tx: Tx,
  run: { itemKey: string; kind: string; subject: BulkSubject; notBefore: Date },
): Promise<number> =>
  tx.run(
    `insert into notifications.bulk_run (item_key, kind, subject, state, not_before) values ($1, $2, $3, 'planned', $4)
     on conflict (item_key) do nothing`,
    [run.itemKey, run.kind, JSON.stringify(run.subject), run.notBefore],
  )

/** Only while nothing has begun. */
export const deletePlanned = (tx: Tx, itemKey: string): Promise<number> =>
  tx.run(`delete from notifications.bulk_run where item_key = $1 and state = 'planned'`, [itemKey])

export const findRun = (tx: Tx, itemKey: string): Promise<BulkRun | undefined> =>
  tx.row(`select ${runColumns} from notifications.bulk_run where item_key = $1`, [itemKey])

export const findRunByNumber = (tx: Tx, number: number): Promise<BulkRun | undefined> =>
  tx.row(`select ${runColumns} from notifications.bulk_run where number = $1`, [number])

export const listAtWork = (tx: Tx, now: Date): Promise<BulkRun[]> =>
  tx.rows(
    `select ${runColumns} from notifications.bulk_run
      where state in ('planned', 'queueing', 'sending') and not_before <= $1 order by not_before, number`,
    [now],
  )

export const setRunState = (
  tx: Tx,
  itemKey: string,
  state: BulkRun['state'],
  from: readonly BulkRun['state'][],
  now: Date,
): Promise<number> =>
  tx.run(
    `update notifications.bulk_run set state = $2, problem = null, began_at = coalesce(began_at, $4),
            finished_at = case when $2 in ('done', 'stopped') then $4::timestamptz end
      where item_key = $1 and state = any($3::text[])`,
    [itemKey, state, from, now],
  )

export const setRunProblem = (tx: Tx, itemKey: string, problem: BulkRun['problem']): Promise<number> =>
  tx.run(
    `update notifications.bulk_run set problem = $2 where item_key = $1 and problem is distinct from $2 and state in ('queueing', 'sending')`,
    [itemKey, problem],
  )

/** Those who have the same quiet hours: the same words for the same rules. */
const rulesKeySql = `concat_ws('|', ${timezoneSql('m', 's')}, coalesce(s.country, 'FR'),
  case when p.member_id is not null then concat_ws('|', p.is_quiet, to_char(p.quiet_from, 'HH24:MI'), to_char(p.quiet_to, 'HH24:MI'),
    p.quiet_weekends, p.quiet_holidays) end)`

export interface RuleSet {
  key: string
  timezone: string
  country: string
  /** Null: the defaults. */
  rules: {
    isQuiet: boolean
    quietFrom: string
    quietTo: string
    quietWeekends: boolean
    quietHolidays: boolean
  } | null
}

/** The different quiet hours there are: some dozens among a hundred thousand people. */
export const listRuleSets = (tx: Tx): Promise<RuleSet[]> =>
  tx.rows(
    `select distinct on (1) ${rulesKeySql} as key, ${timezoneSql('m', 's')} as timezone, coalesce(s.country, 'FR') as country,
            case when p.member_id is not null then jsonb_build_object('isQuiet', p.is_quiet, 'quietFrom', to_char(p.quiet_from, 'HH24:MI'),
              'quietTo', to_char(p.quiet_to, 'HH24:MI'), 'quietWeekends', p.quiet_weekends, 'quietHolidays', p.quiet_holidays) end as rules
       from people.member m
       left join people.site s on s.id = m.site_id
       left join notifications.preference p on p.member_id = m.id
      where m.state = 'active' and m.email is not null order by 1`,
  )

/**
 * Queues the next `limit` members beyond a place in the order of their ids, in one statement. `dues`: when each set of
 * quiet hours ends. Whoever has the letter in the ledger is left alone, so that the same batch may be queued again.
 */
export const queueBatch = async (
  tx: Tx,
  kind: BulkKind,
  run: BulkRun,
  dues: Readonly<Record<string, string>>,
  limit: number,
  now: Date,
): Promise<{ last: string | null; walked: number; added: number }> =>
  (await tx.row(
    `with run as (select $1::text as item_key, $2::jsonb as subject),
     batch as materialized (
       select m.id, m.kind, m.site_id, m.entity_id, m.interface_language, m.email, m.timezone, m.state
         from people.member m where ($3::uuid is null or m.id > $3::uuid) order by m.id limit $4
     ), added as (
       insert into notifications.delivery (member_id, item_key, channel, source, subject, state, at, due_at, state_at, is_bulk)
       select m.id, run.item_key, 'mail', $5, ${kind.detailSql}, 'waiting', $6::timestamptz,
              coalesce(($7::jsonb ->> ${rulesKeySql})::timestamptz, $6::timestamptz), $6::timestamptz, true
         from batch m cross join run
         left join people.site s on s.id = m.site_id
         left join notifications.preference p on p.member_id = m.id
        where m.state = 'active' and m.email is not null and p.mail is distinct from false and (${kind.audienceSql})
       on conflict do nothing
       returning 1
     )
     select (select id from batch order by id desc limit 1) as last, (select count(*)::int from batch) as walked,
            (select count(*)::int from added) as added`,
    [run.itemKey, JSON.stringify(run.subject), run.queuedAfter, limit, kind.name, now, JSON.stringify(dues)],
  ))!

export const setQueuedAfter = (tx: Tx, itemKey: string, last: string, added: number): Promise<number> =>
  tx.run(
    `update notifications.bulk_run set queued_after = $2, queued = queued + $3 where item_key = $1 and state = 'queueing'`,
    [itemKey, last, added],
  )

/** How many would be queued now; nothing is written. */
export const countAudience = async (
  tx: Tx,
  kind: Pick<BulkKind, 'audienceSql'>,
  subject: BulkSubject,
): Promise<{ all: number; unreachable: number }> =>
  (await tx.row(
    `select count(*)::int as all,
            count(*) filter (where m.email is null or p.mail = false or a.marked_at is not null)::int as unreachable
       from people.member m cross join (select $1::jsonb as subject) run
       left join notifications.preference p on p.member_id = m.id
       left join notifications.mail_address a on a.member_id = m.id and a.email = m.email
      where m.state = 'active' and (${kind.audienceSql})`,
    [JSON.stringify(subject)],
  ))!

export interface ClaimedBulk {
  memberId: string
  attempts: number
  detail: Record<string, string> | null
}

/** Takes the next ones that are due; two workers never take the same. */
export const claimBulk = (tx: Tx, itemKey: string, now: Date, limit: number): Promise<ClaimedBulk[]> =>
  tx.rows(
    `update notifications.delivery d set state = 'claimed', state_at = $2, attempts = d.attempts + 1
       from (select member_id, item_key, channel from notifications.delivery
              where item_key = $1 and state = 'waiting' and is_bulk and due_at <= $2 order by due_at, member_id limit $3
                for update skip locked) due
      where d.member_id = due.member_id and d.item_key = due.item_key and d.channel = due.channel
     returning d.member_id as "memberId", d.attempts, d.subject as detail`,
    [itemKey, now, limit],
  )

/** Those of a batch who are still meant: they may have left a site, a community or the newsletter since. */
export const listStillMeant = async (
  tx: Tx,
  kind: Pick<BulkKind, 'audienceSql'>,
  subject: BulkSubject,
  memberIds: readonly string[],
): Promise<Set<string>> =>
  new Set(
    (
      await tx.rows<{ id: string }>(
        `select m.id from people.member m cross join (select $1::jsonb as subject) run
          where m.id = any($2::uuid[]) and m.state = 'active' and (${kind.audienceSql})`,
        [JSON.stringify(subject), memberIds],
      )
    ).map(({ id }) => id),
  )

/**
 * What a process that died left: nobody else is at it, the one lock of sending says so. Those that were being handed
 * over leave again under the same Message-ID; after five times a mail that kills its sender is given up.
 */
export const releaseBulk = (tx: Tx, itemKey: string, now: Date): Promise<number> =>
  tx.run(
    `update notifications.delivery set state_at = $2, state = case when attempts >= 5 and state = 'sending' then 'uncertain' else 'waiting' end
      where item_key = $1 and state in ('claimed', 'sending') and is_bulk`,
    [itemKey, now],
  )

export interface Settled {
  memberId: string
  state: 'waiting' | 'sending' | 'sent' | 'withheld' | 'failed' | 'bounced'
  problem?: string
  dueAt?: Date
}

/** Ends (or moves on) any number of claims in one statement. */
export const settleBulk = (tx: Tx, itemKey: string, rows: readonly Settled[], now: Date): Promise<number> =>
  tx.run(
    `update notifications.delivery d set state = r.state, state_at = $3, problem = r.problem, due_at = coalesce(r.due_at, d.due_at)
       from unnest($2::uuid[], $4::text[], $5::text[], $6::timestamptz[]) as r (member_id, state, problem, due_at)
      where d.member_id = r.member_id and d.item_key = $1 and d.channel = 'mail'
        and d.state in ('claimed', 'sending')`,
    [
      itemKey,
      rows.map((row) => row.memberId),
      now,
      rows.map((row) => row.state),
      rows.map((row) => row.problem ?? null),
      rows.map((row) => row.dueAt ?? null),
    ],
  )

/** Notes what was handed over in this minute. */
export const addPace = (tx: Tx, minute: Date, domains: ReadonlyMap<string, number>): Promise<number> =>
  tx.run(
    `insert into notifications.mail_pace as p (minute, domain, handed)
     select $1, * from unnest($2::text[], $3::int[])
     on conflict (minute, domain) do update set handed = p.handed + excluded.handed`,
    [minute, [...domains.keys()], [...domains.values()]],
  )

export const readPace = async (tx: Tx, minute: Date): Promise<Map<string, number>> =>
  new Map(
    (
      await tx.rows<{ domain: string; handed: number }>(
        'select domain, handed from notifications.mail_pace where minute = $1',
        [minute],
      )
    ).map(({ domain, handed }) => [domain, handed]),
  )

export const purgePace = (tx: Tx, now: Date): Promise<number> =>
  tx.run(`delete from notifications.mail_pace where minute < $1::timestamptz - interval '1 day'`, [now])

/** Whether anybody still waits, and until when at least. */
export const findNextBulk = async (
  tx: Tx,
  itemKey: string,
): Promise<{ at: Date | null; isAtWork: boolean }> =>
  (await tx.row(
    `select (select due_at from notifications.delivery where item_key = $1 and state = 'waiting' and is_bulk order by due_at limit 1) as at,
            exists (select 1 from notifications.delivery where item_key = $1 and state in ('claimed', 'sending') and is_bulk) as "isAtWork"`,
    [itemKey],
  ))!

/** Stops those who have not been reached. */
export const stopWaiting = (tx: Tx, itemKey: string, now: Date): Promise<number> =>
  tx.run(
    `update notifications.delivery set state = 'stopped', state_at = $2 where item_key = $1 and state = 'waiting' and is_bulk`,
    [itemKey, now],
  )

export const countBulk = async (tx: Tx, itemKey: string): Promise<Record<string, number>> =>
  Object.fromEntries(
    (
      await tx.rows<{ state: string; n: number }>(
        `select state, count(*)::int as n from notifications.delivery where item_key = $1 and is_bulk and state <> 'waiting' group by 1
         union all
         select 'waiting', count(*)::int from notifications.delivery where item_key = $1 and is_bulk and state = 'waiting' having count(*) > 0`,
        [itemKey],
      )
    ).map(({ state, n }) => [state, n]),
  )
