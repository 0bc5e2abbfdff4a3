import type { Tx } from '#platform/db/tx.ts'
import type { Entity, Site, SiteInput } from '#modules/people/contract.ts'

const entityColumns = `e.id, e.name, e.parent_id as "parentId",
  (select count(*)::int from people.member m where m.entity_id = e.id and m.state in ('active', 'invited')) as "memberCount"`
const siteColumns = `s.id, s.name, s.country, s.timezone, to_char(s.opens, 'HH24:MI') as opens, to_char(s.closes, 'HH24:MI') as closes, s.workdays,
  (select count(*)::int from people.member m where m.site_id = s.id and m.state in ('active', 'invited')) as "memberCount"`

export const listEntities = (tx: Tx): Promise<Entity[]> =>
  tx.rows(`select ${entityColumns} from people.entity e order by people.fold(e.name), e.id`)
export const listSites = (tx: Tx): Promise<Site[]> =>
  tx.rows(`select ${siteColumns} from people.site s order by people.fold(s.name), s.id`)
export const findEntity = (tx: Tx, id: string): Promise<Entity | undefined> =>
  tx.row(`select ${entityColumns} from people.entity e where e.id = $1`, [id])
export const findSite = (tx: Tx, id: string): Promise<Site | undefined> =>
  tx.row(`select ${siteColumns} from people.site s where s.id = $1`, [id])

export async function insertEntity(tx: Tx, id: string, name: string, parentId: string | null): Promise<void> {
  await tx.run(`insert into people.entity (id, name, parent_id) values ($1, $2, $3)`, [id, name, parentId])
}

/** False when the entity is unknown, or would become its own ancestor. */
export async function updateEntity(
  tx: Tx,
  id: string,
  name: string,
  parentId: string | null,
): Promise<boolean> {
  const changed = await tx.run(
    `with recursive above as (
       select id, parent_id from people.entity where id = $3::uuid
       union select e.id, e.parent_id from people.entity e join above on e.id = above.parent_id)
     update people.entity set name = $2, parent_id = $3::uuid where id = $1 and not exists (select 1 from above where above.id = $1)`,
    [id, name, parentId],
  )
  return changed === 1
}

export const deleteEntity = async (tx: Tx, id: string): Promise<boolean> =>
  (await tx.run(`delete from people.entity where id = $1`, [id])) === 1

export async function insertSite(tx: Tx, id: string, site: SiteInput): Promise<void> {
  await tx.run(
    `insert into people.site (id, name, country, timezone, opens, closes, workdays) values ($1, $2, $3, $4, $5, $6, $7)`,
    [id, site.name, site.country, site.timezone, site.opens, site.closes, site.workdays],
  )
}

export async function updateSite(tx: Tx, id: string, site: SiteInput): Promise<boolean> {
  const changed = await tx.run(
    `update people.site set name = $2, country = $3, timezone = $4, opens = $5, closes = $6, workdays = $7 where id = $1`,
    [id, site.name, site.country, site.timezone, site.opens, site.closes, site.workdays],
  )
  return changed === 1
}

export const deleteSite = async (tx: Tx, id: string): Promise<boolean> =>
  (await tx.run(`delete from people.site where id = $1`, [id])) === 1

/** Ids by lower-case name; what does not exist is made. Returns the names that were made. */
export async function insertMissingEntities(
  tx: Tx,
  ids: readonly string[],
  names: readonly string[],
): Promise<void> {
  await tx.run(
    `insert into people.entity (id, name) select n.id, n.name from unnest($1::uuid[], $2::text[]) as n (id, name)
     on conflict (lower(name)) do nothing`,
    [ids, names],
  )
}

export async function insertMissingSites(
  tx: Tx,
  ids: readonly string[],
  names: readonly string[],
  timezone: string,
): Promise<void> {
  await tx.run(
    `insert into people.site (id, name, timezone) select n.id, n.name, $3 from unnest($1::uuid[], $2::text[]) as n (id, name)
     on conflict (lower(name)) do nothing`,
    [ids, names, timezone],
  )
}

export interface NamedPlaces {
  entities: { id: string; key: string }[]
  sites: { id: string; key: string }[]
}

/** Every entity and site by lower-case name. */
export async function findPlaceKeys(tx: Tx): Promise<NamedPlaces> {
  const row = await tx.row<NamedPlaces>(
    `select coalesce((select jsonb_agg(jsonb_build_object('id', id, 'key', lower(name))) from people.entity), '[]') as entities,
            coalesce((select jsonb_agg(jsonb_build_object('id', id, 'key', lower(name))) from people.site), '[]') as sites`,
  )
  return row!
}

/** Which of these addresses have an account. */
export async function listKnownEmails(tx: Tx, emails: readonly string[]): Promise<string[]> {
  const rows = await tx.rows<{ email: string }>(
    `select email from people.member where email = any($1::text[])`,
    [emails],
  )
  return rows.map((row) => row.email)
}
