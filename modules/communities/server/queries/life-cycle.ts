import type { AdministeredCommunity } from '#modules/communities/contract.ts'
import { memberCardSql } from '#modules/people/public.ts'
import { exactInstantSql, instantSql } from '#modules/communities/server/sql.ts'
import type { Tx } from '#platform/db/tx.ts'

// Dates are those of the organisation's wall clock.
const todaySql = (now: string): string =>
  `(${now}::timestamptz at time zone coalesce((select o.timezone from people.organisation o), 'Europe/Paris'))::date`

const announce = `
  with closing as (
    insert into communities.closure (community_id, announced_at, closes_on, by_member_id, reason, where_next, stage_before)
    select c.id, $2::timestamptz, $3::date, $4, $5, $6, c.stage from communities.community c
     where c.id = $1 and c.stage <> 'archived' and $3::date > ${todaySql('$2')}
    on conflict (community_id) do update set closes_on = excluded.closes_on, reason = excluded.reason, where_next = excluded.where_next
    returning community_id)
  update communities.community set stage = 'closing' where id in (select community_id from closing)`

/** 0 when the day is not ahead. */
export const insertClosing = (
  tx: Tx,
  row: {
    communityId: string
    at: Date
    closesOn: string
    byMemberId: string | null
    reason: string
    whereNext: string | null
  },
): Promise<number> =>
  tx.run(announce, [row.communityId, row.at, row.closesOn, row.byMemberId, row.reason, row.whereNext])

const cancel = `
  with closing as (
    delete from communities.closure where community_id = $1 and (archived_at is not null) = $2 returning community_id, stage_before)
  update communities.community c set stage = closing.stage_before from closing where c.id = closing.community_id`

/** Ends an announced (`archived` false) or done (`archived` true) closing; 0 when there was none. */
export const deleteClosure = (tx: Tx, communityId: string, archived: boolean): Promise<number> =>
  tx.run(cancel, [communityId, archived])

const archiveDue = `
  with due as (
    update communities.closure set archived_at = $1::timestamptz
     where archived_at is null and closes_on <= ${todaySql('$1')} returning community_id)
  update communities.community c set stage = 'archived' from due where c.id = due.community_id returning c.id`

/** Archives every community whose announced day has come. */
export const setArchivedWhereDue = (tx: Tx, now: Date): Promise<{ id: string }[]> =>
  tx.rows(archiveDue, [now])

const archiveNow = `
  with closing as (
    insert into communities.closure (community_id, announced_at, closes_on, by_member_id, reason, stage_before, archived_at)
    select c.id, $2::timestamptz, ${todaySql('$2')}, $3, $4, c.stage, $2::timestamptz from communities.community c
     where c.id = $1 and c.stage <> 'archived'
    on conflict (community_id) do update set archived_at = excluded.archived_at, reason = excluded.reason
    returning community_id)
  update communities.community set stage = 'archived' where id in (select community_id from closing)`

export const setArchived = (
  tx: Tx,
  row: { communityId: string; at: Date; byMemberId: string | null; reason: string },
): Promise<number> => tx.run(archiveNow, [row.communityId, row.at, row.byMemberId, row.reason])

// Of a secret community an administrator learns that it exists and whom to call.
const administered = `
  select c.id, case when c.visibility <> 'secret' then c.slug end as slug, case when c.visibility <> 'secret' then c.name end as name,
         case when c.visibility <> 'secret' then c.kind end as kind,
         c.visibility, c.stage, case when c.visibility <> 'secret' then c.member_count end as "memberCount",
         ${instantSql('c.created_at')} as "createdAt", ${exactInstantSql('c.created_at')} as key,
         (select coalesce(jsonb_agg(${memberCardSql('p')} order by r.since, p.id), '[]')
            from communities.community_role r join people.member p on p.id = r.member_id
           where r.community_id = c.id and r.role = 'manager') as managers
    from communities.community c
   where $1::timestamptz is null or (c.created_at, c.id) < ($1::timestamptz, $2::uuid)
   order by c.created_at desc, c.id desc limit $3`

export const listAdministered = (
  tx: Tx,
  input: { after: (string | number | null)[]; limit: number },
): Promise<(AdministeredCommunity & { key: string })[]> =>
  tx.rows(administered, [...input.after, input.limit])

export const communityExists = async (tx: Tx, id: string): Promise<boolean> =>
  (await tx.row('select 1 from communities.community where id = $1 for update', [id])) !== undefined

export const insertAudit = (
  tx: Tx,
  row: {
    at: Date
    actorId: string | null
    actorKind: string
    action: string
    subject: string
    details: Record<string, unknown>
  },
): Promise<number> =>
  tx.run(
    `insert into platform.audit (at, actor_id, actor_kind, action, subject, details) values ($1, $2, $3, $4, $5, $6)`,
    [row.at, row.actorId, row.actorKind, row.action, row.subject, JSON.stringify(row.details)],
  )
