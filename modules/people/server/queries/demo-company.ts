import type { Tx } from '#platform/db/tx.ts'

export interface DemoSite {
  id: string
  name: string
  country: string
  timezone: string
  opens: string
  closes: string
}

/** Sites and entities by name; one that the organisation already has serves as it is and stays when the demo goes. */
export async function insertDemoPlaces(
  tx: Tx,
  sites: readonly DemoSite[],
  entities: readonly { id: string; name: string }[],
): Promise<{ sites: Map<string, string>; entities: Map<string, string> }> {
  await tx.run(
    `insert into people.site (id, name, country, timezone, opens, closes, demo)
     select r.id, r.name, r.country, r.timezone, r.opens::time, r.closes::time, true
       from json_to_recordset($1::json) as r (id uuid, name text, country text, timezone text, opens text, closes text)
     on conflict (lower(name)) do nothing`,
    [JSON.stringify(sites)],
  )
  await tx.run(
    `insert into people.entity (id, name, demo) select r.id, r.name, true
       from json_to_recordset($1::json) as r (id uuid, name text) on conflict (lower(name)) do nothing`,
    [JSON.stringify(entities)],
  )
  const known = await tx.rows<{ kind: 'site' | 'entity'; id: string; name: string }>(
    `select 'site' as kind, id, lower(name) as name from people.site union all select 'entity', id, lower(name) from people.entity`,
  )
  const ids = (kind: string) =>
    new Map(known.filter((row) => row.kind === kind).map((row) => [row.name, row.id]))
  return { sites: ids('site'), entities: ids('entity') }
}

export async function insertDemoPartner(tx: Tx, id: string, name: string): Promise<void> {
  await tx.run(`insert into people.partner_organisation (id, name, demo) values ($1, $2, true)`, [id, name])
}

export const isDemoLoaded = async (tx: Tx): Promise<boolean> =>
  (await tx.row<{ loaded: boolean }>(
    `select exists (select 1 from people.member where demo_cast is not null) as loaded`,
  ))!.loaded

/**
 * Removes the people of the demo. Who left a trace in a real community (a post, a role given) stays as a former
 * member without address: conversations keep their sense.
 */
export async function deleteDemoPeople(tx: Tx): Promise<{ removed: number; kept: number }> {
  const theirs = `in (select id from people.member where demo)`
  for (const table of ['session', 'credential', 'one_time_token', 'administrator'])
    await tx.run(`delete from people.${table} where member_id ${theirs}`)
  await tx.run(`delete from people.access_log where viewer_id ${theirs} or subject_id ${theirs}`)
  await tx.run(`update people.administrator set by_member_id = null where by_member_id ${theirs}`)
  const people = await tx.rows<{ id: string }>(`select id from people.member where demo`)
  let removed = 0
  for (const { id } of people) {
    await tx.run('savepoint one_person')
    try {
      removed += await tx.run(`delete from people.member where id = $1`, [id])
      await tx.run('release savepoint one_person')
    } catch (error) {
      // 23503: something outside the demo still refers to this person.
      if ((error as { code?: string }).code !== '23503') throw error
      await tx.run('rollback to savepoint one_person')
      await tx.run(
        `update people.member set state = 'dormant', email = null, demo_cast = null, demo = false, entity_id = null, site_id = null where id = $1`,
        [id],
      )
    }
  }
  await tx.run(
    `delete from people.site s where demo and not exists (select 1 from people.member m where m.site_id = s.id)`,
  )
  await tx.run(
    `delete from people.entity e where demo and not exists (select 1 from people.member m where m.entity_id = e.id)`,
  )
  await tx.run(
    `delete from people.partner_organisation p where demo and not exists (select 1 from people.member m where m.partner_id = p.id)`,
  )
  return { removed, kept: people.length - removed }
}
