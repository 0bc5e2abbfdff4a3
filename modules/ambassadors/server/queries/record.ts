import type { Attestation, Contribution, ContributionKind } from '#modules/ambassadors/contract.ts'
import type { Tx } from '#platform/db/tx.ts'
import { daySql, servingSql } from '../sql.ts'

const columns = `c.id, ${daySql('c.on_day')} as on, c.kind, c.title, c.url, c.source, c.minutes`

/** The newest two hundred lines of one's own record. */
export const listContributions = (tx: Tx, mandateId: string): Promise<Contribution[]> =>
  tx.rows<Contribution>(
    `select ${columns} from ambassadors.contribution c where c.mandate_id = $1 and c.dropped_at is null
      order by c.on_day desc, c.id desc limit 200`,
    [mandateId],
  )
export const listChosen = (
  tx: Tx,
  mandateId: string,
  ids: readonly string[],
  from: string,
  to: string,
): Promise<Contribution[]> =>
  tx.rows<Contribution>(
    `select ${columns} from ambassadors.contribution c where c.mandate_id = $1 and c.dropped_at is null and c.id = any($2::uuid[])
        and c.on_day between $3::date and $4::date order by c.on_day, c.id`,
    [mandateId, ids, from, to],
  )
export const findContribution = (
  tx: Tx,
  id: string,
): Promise<{ mandateId: string; source: 'declared' | 'detected' } | undefined> =>
  tx.row(
    `select mandate_id as "mandateId", source from ambassadors.contribution where id = $1 and dropped_at is null`,
    [id],
  )
export const insertContribution = (
  tx: Tx,
  row: {
    id: string
    mandateId: string
    on: string
    kind: ContributionKind
    title: string
    url: string | null
    source: 'declared' | 'detected'
    key: string | null
    minutes: number | null
  },
): Promise<number> =>
  tx.run(
    `insert into ambassadors.contribution (id, mandate_id, on_day, kind, title, url, source, detected_key, minutes)
     values ($1, $2, $3::date, $4, $5, $6, $7, $8, $9) on conflict (mandate_id, detected_key) do nothing`,
    [row.id, row.mandateId, row.on, row.kind, row.title, row.url, row.source, row.key, row.minutes],
  )
export const setContribution = (
  tx: Tx,
  id: string,
  row: { on: string | null; title: string | null; minutes: number | null | undefined },
): Promise<number> =>
  tx.run(
    `update ambassadors.contribution set on_day = coalesce($2::date, on_day), title = coalesce($3, title),
            minutes = case when $5 then $4::int else minutes end where id = $1`,
    [id, row.on, row.title, row.minutes ?? null, row.minutes !== undefined],
  )
/** A declared line is deleted; a detected one is kept empty, so that it is not detected again. */
export const dropContribution = (tx: Tx, id: string, now: Date): Promise<number> =>
  tx.run(
    `with gone as (delete from ambassadors.contribution where id = $1 and source = 'declared' returning id)
     update ambassadors.contribution set dropped_at = $2, title = '–', url = null, minutes = null
      where id = $1 and source = 'detected'`,
    [id, now],
  )

/**
 * Public acts of somebody since they came: posts, answers and pages of the programme's community (of open communities
 * where it has none), gatherings that they organised. At most 200 a call; those that are there already are left alone.
 */
export const listPublicActs = (
  tx: Tx,
  mandate: { memberId: string; communityId: string | null; since: Date; mandateId: string },
): Promise<{ key: string; kind: ContributionKind; on: string; title: string; url: string }[]> =>
  tx.rows(
    `with place as (select c.id from communities.community c
        where case when $2::uuid is null then c.visibility = 'open' else c.id = $2 end),
     acts as (
      select 'post:' || p.id as key, 'post' as kind, p.created_at as at,
             coalesce(nullif(p.title, ''), left(p.body_md, 80)) as title, '/posts/' || p.id as url
        from discussions.post p where p.author_id = $1 and p.created_at >= $3 and p.deleted_at is null and p.community_id in (select id from place)
      union all
      select 'answer:' || k.id, 'answer', k.created_at, coalesce(nullif(p.title, ''), left(p.body_md, 80)), '/posts/' || p.id || '#' || k.id
        from discussions.comment k join discussions.post p on p.id = k.post_id
       where k.author_id = $1 and p.author_id is distinct from $1 and k.created_at >= $3 and k.deleted_at is null and p.deleted_at is null
         and p.community_id in (select id from place)
      union all
      select 'page:' || g.id, 'page', min(a.at), g.title, '/pages/' || g.id
        from knowledge.page_author a join knowledge.page g on g.id = a.page_id
       where a.member_id = $1 and a.at >= $3 and g.deleted_at is null and g.community_id in (select id from place) group by g.id, g.title
      union all
      select 'gathering:' || g.id, 'gathering', g.starts_at, g.title, '/gatherings/' || g.id
        from gatherings.organiser o join gatherings.gathering g on g.id = o.gathering_id
       where o.member_id = $1 and g.starts_at between $3 and now() and g.community_id in (select id from place)
         and not exists (select 1 from gatherings.cancellation x where x.gathering_id = g.id))
     select key, kind, to_char(at, 'YYYY-MM-DD') as on, left(regexp_replace(title, '\\s+', ' ', 'g'), 200) as title, url
       from acts where title <> '' and not exists (
         select 1 from ambassadors.contribution c where c.mandate_id = $4 and c.detected_key = acts.key)
      order by at limit 200`,
    [mandate.memberId, mandate.communityId, mandate.since, mandate.mandateId],
  )

export const sumQuarter = async (
  tx: Tx,
  mandateId: string,
  from: string,
  to: string,
): Promise<{ count: number; minutes: number }> =>
  (await tx.row<{ count: number; minutes: number }>(
    `select count(*)::int as count, coalesce(sum(minutes), 0)::int as minutes from ambassadors.contribution
      where mandate_id = $1 and dropped_at is null and on_day between $2::date and $3::date`,
    [mandateId, from, to],
  ))!

/** Contributions and hours of a period over all records; how many people they come from decides whether they are told. */
export const sumProgramme = async (
  tx: Tx,
  programmeId: string,
  from: string,
  to: string,
): Promise<{ people: number; count: number; timed: number; minutes: number }> =>
  (await tx.row<{ people: number; count: number; timed: number; minutes: number }>(
    `select count(distinct c.mandate_id)::int as people, count(*)::int as count,
            count(distinct c.mandate_id) filter (where c.minutes is not null)::int as timed,
            coalesce(sum(c.minutes), 0)::int as minutes
       from ambassadors.contribution c join ambassadors.mandate a on a.id = c.mandate_id
      where a.programme_id = $1 and c.dropped_at is null and c.on_day between $2::date and $3::date`,
    [programmeId, from, to],
  ))!

/**
 * How many declared more than their agreed hours in each of the last two whole months; null while fewer than five
 * people declared any time. A count, no names.
 */
export const countOverBudget = async (tx: Tx, programmeId: string, today: string): Promise<number | null> =>
  (await tx.row<{ n: number | null }>(
    `with declared as (
       select a.id, date_trunc('month', c.on_day) as month, sum(c.minutes) as minutes,
              (select b.hours from ambassadors.commitment b where b.mandate_id = a.id and b.state = 'agreed'
                order by b.answered_at desc limit 1) as hours
         from ambassadors.mandate a join ambassadors.contribution c on c.mandate_id = a.id
        where a.programme_id = $1 and a.state in ${servingSql} and c.minutes is not null and c.dropped_at is null
          and c.on_day >= date_trunc('month', $2::date) - interval '2 months' and c.on_day < date_trunc('month', $2::date)
        group by a.id, 2)
     select case when (select count(distinct id) from declared) < 5 then null
                 else (select count(*)::int from (select id from declared where minutes > hours * 60 group by id having count(*) = 2) o) end as n`,
    [programmeId, today],
  ))!.n

const attestationColumns = `t.id, ${daySql('t.from_day')} as from, ${daySql('t.to_day')} as to, t.language, t.text,
   ${daySql('t.created_at')} as "createdOn", ${daySql('t.sent_to_hr_by_member_at')} as "sentOn"`
export const listAttestations = (tx: Tx, mandateId: string): Promise<Attestation[]> =>
  tx.rows<Attestation>(
    `select ${attestationColumns} from ambassadors.attestation t where t.mandate_id = $1 order by t.created_at desc limit 20`,
    [mandateId],
  )
export const findAttestation = (
  tx: Tx,
  id: string,
): Promise<(Attestation & { mandateId: string; lines: string[] }) | undefined> =>
  tx.row(
    `select ${attestationColumns}, t.mandate_id as "mandateId", t.lines from ambassadors.attestation t where t.id = $1`,
    [id],
  )
export const insertAttestation = (
  tx: Tx,
  row: {
    id: string
    mandateId: string
    from: string
    to: string
    language: 'fr' | 'en'
    lines: readonly string[]
    text: string
    now: Date
  },
): Promise<number> =>
  tx.run(
    `insert into ambassadors.attestation (id, mandate_id, from_day, to_day, language, lines, text, created_at)
     values ($1, $2, $3::date, $4::date, $5, $6, $7, $8)`,
    [row.id, row.mandateId, row.from, row.to, row.language, row.lines, row.text, row.now],
  )
export const setAttestationSent = (tx: Tx, id: string, at: Date | null): Promise<number> =>
  tx.run(`update ambassadors.attestation set sent_to_hr_by_member_at = $2 where id = $1`, [id, at])
export const deleteAttestation = (tx: Tx, id: string): Promise<number> =>
  tx.run(`delete from ambassadors.attestation where id = $1`, [id])
