import type { Audience } from '#modules/newsletters/shapes.ts'
import type { BulkSubject } from '#modules/notifications/public.ts'
import type { Tx } from '#platform/db/tx.ts'

// Who receives an issue, as SQL over `people.member m` and the run's subject: by entity, site, language, community.
// Never by what somebody did or did not read.

const has = (list: string, value: string): string => `(run.subject->'audience'->'${list}') ? (${value})::text`
const isEmpty = (list: string): string => `jsonb_array_length(run.subject->'audience'->'${list}') = 0`
const inCommunity = `exists (select 1 from communities.membership am where am.member_id = m.id and ${has('communityIds', 'am.community_id')})`
const criteria = [
  ['siteIds', `m.site_id is not null and ${has('siteIds', 'm.site_id')}`],
  ['entityIds', `m.entity_id is not null and ${has('entityIds', 'm.entity_id')}`],
  ['languages', has('languages', 'm.interface_language')],
  ['communityIds', inCommunity],
] as const

/** `m` is among the segments, may be written to by this newsletter, and did not leave it. A guest only through a community. */
export const audienceSql = `
  case when run.subject->>'communityId' is not null
       then exists (select 1 from communities.membership om where om.member_id = m.id and om.community_id = (run.subject->>'communityId')::uuid)
       else m.kind = 'employee' or ${inCommunity} end
  and case run.subject->'audience'->>'mode'
        when 'everyone' then m.kind = 'employee' or run.subject->>'communityId' is not null or ${inCommunity}
        when 'any' then ${criteria.map(([, sql]) => `(${sql})`).join(' or ')}
        else ${criteria.map(([list, sql]) => `(${isEmpty(list)} or (${sql}))`).join(' and ')} end
  and not exists (select 1 from newsletters.refusal nr
                   where nr.newsletter_id = (run.subject->>'newsletterId')::uuid and nr.member_id = m.id)`

/** The edition of `m`: the first one in their order whose place is theirs. */
const editionOf = (newsletterId: string, entityEditions: string): string => `(
  select e.id from newsletters.edition e
   where e.newsletter_id = ${newsletterId} and (e.site_id = m.site_id
      or (${entityEditions} -> (m.entity_id::text)) ? (e.id::text)
      or exists (select 1 from communities.membership em where em.member_id = m.id and em.community_id = e.community_id))
   order by e.position, e.id limit 1)`

export const editionDetailSql = `jsonb_strip_nulls(jsonb_build_object('editionId',
  ${editionOf(`(run.subject->>'newsletterId')::uuid`, `(run.subject->'entityEditions')`)}))`

const belowSql = (start: string): string => `
  with recursive below as (
    select e.id, e.id as root from people.entity e where ${start}
    union select c.id, b.root from people.entity c join below b on c.parent_id = b.id)`

/** Entities with everything below them. */
export async function widen(tx: Tx, audience: Audience): Promise<Audience> {
  if (audience.entityIds.length === 0) return audience
  const rows = await tx.rows<{ id: string }>(
    `${belowSql('e.id = any($1::uuid[])')} select distinct id from below`,
    [audience.entityIds],
  )
  return { ...audience, entityIds: rows.map(({ id }) => id) }
}

/** Which editions an entity belongs to: its own, and those of the entities above it. */
async function listEntityEditions(tx: Tx, newsletterId: string): Promise<Record<string, string[]>> {
  const rows = await tx.rows<{ id: string; editions: string[] }>(
    `${belowSql('exists (select 1 from newsletters.edition x where x.newsletter_id = $1 and x.entity_id = e.id)')}
     select b.id, array_agg(x.id) as editions from below b
       join newsletters.edition x on x.newsletter_id = $1 and x.entity_id = b.root group by b.id`,
    [newsletterId],
  )
  return Object.fromEntries(rows.map(({ id, editions }) => [id, editions]))
}

/** Everything that the SQL above needs, kept with the sending. */
export const subjectOf = async (
  tx: Tx,
  of: { issueId: string; newsletterId: string; communityId: string | null },
  audience: Audience,
): Promise<BulkSubject> => ({
  ...of,
  audience: await widen(tx, audience),
  entityEditions: await listEntityEditions(tx, of.newsletterId),
})

/** The edition that one person reads. */
export const findEditionOf = async (tx: Tx, newsletterId: string, memberId: string): Promise<string | null> =>
  (
    await tx.row<{ id: string | null }>(
      `select ${editionOf('$1::uuid', '$3::jsonb')} as id from people.member m where m.id = $2`,
      [newsletterId, memberId, JSON.stringify(await listEntityEditions(tx, newsletterId))],
    )
  )?.id ?? null

/** How many receivers may not read each of these communities: those of their letters lack what comes from there. */
export const countWithout = async (
  tx: Tx,
  subject: BulkSubject,
  communities: readonly { id: string; onlyMembers: boolean }[],
): Promise<Map<string, number>> => {
  if (communities.length === 0) return new Map()
  const rows = await tx.rows<{ key: string; n: number }>(
    `with run as (select $1::jsonb as subject),
     meant as materialized (
       select m.id, m.kind from people.member m cross join run
        where m.state = 'active' and m.email is not null and (${audienceSql}))
     select c.id || case when w.restricted then ':members' else '' end as key,
            ((select count(*) from meant) - case
               when w.restricted then (select count(*) from meant r join communities.membership j on j.member_id = r.id and j.community_id = c.id where r.kind = 'employee')
               when c.visibility = 'open' then (select count(*) from meant r where r.kind = 'employee'
                 or exists (select 1 from communities.membership j where j.member_id = r.id and j.community_id = c.id))
               else (select count(*) from meant r join communities.membership j on j.member_id = r.id and j.community_id = c.id) end)::int as n
       from unnest($2::uuid[], $3::boolean[]) as w (id, restricted) join communities.community c on c.id = w.id`,
    [JSON.stringify(subject), communities.map(({ id }) => id), communities.map((one) => one.onlyMembers)],
  )
  return new Map(rows.map(({ key, n }) => [key, n]))
}
