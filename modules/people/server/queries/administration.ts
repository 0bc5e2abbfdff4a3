import type { Tx } from '#platform/db/tx.ts'
import type { AdministeredMember } from '#modules/people/contract.ts'
import { addWords, Conditions, escapeLike } from './directory.ts'

const columns = `m.id, m.display_name as "displayName", m.email,
  '/api/v1/members/' || m.id || '/photo/' || m.photo_blob_id as "photoUrl", m.job_title as "jobTitle",
  (select e.name from people.entity e where e.id = m.entity_id) as "entityName",
  (select s.name from people.site s where s.id = m.site_id) as "siteName",
  m.kind, m.state, (m.state_at at time zone 'UTC')::date as "stateOn",
  exists (select 1 from people.administrator a where a.member_id = m.id) as "isAdministrator"`

export interface AdministeredFilter {
  q: string | undefined
  state: string | undefined
  after: string[] | undefined
  limit: number
}

/** Accounts by name; an address is found by its beginning. */
export function listAdministered(
  tx: Tx,
  filter: AdministeredFilter,
): Promise<(AdministeredMember & { sortName: string })[]> {
  const where = new Conditions(filter.limit + 1)
  if (filter.q?.includes('@')) where.add(`m.email like lower(?) || '%'`, escapeLike(filter.q.trim()))
  else addWords(where, 'm', filter.q)
  if (filter.state) where.add('m.state = ?', filter.state)
  else where.parts.push(`m.state <> 'dormant'`)
  if (filter.after) {
    where.add('m.sort_name >= ?', filter.after[0])
    const name = where.values.length
    where.add(`(m.sort_name, m.id) > ($${name}, ?::uuid)`, filter.after[1])
  }
  return tx.rows(
    `select ${columns}, m.sort_name as "sortName" from people.member m where true${where.sql} order by m.sort_name, m.id limit $1`,
    where.values,
  )
}

export const findAdministered = (tx: Tx, memberId: string): Promise<AdministeredMember | undefined> =>
  tx.row(`select ${columns} from people.member m where m.id = $1`, [memberId])

export const listAdministrators = (tx: Tx): Promise<AdministeredMember[]> =>
  tx.rows(
    `select ${columns} from people.member m where m.id in (select member_id from people.administrator) order by m.sort_name, m.id`,
  )

/** Moves an account from one state to another; false when it was not in the first. */
export async function setMemberState(
  tx: Tx,
  memberId: string,
  from: readonly string[],
  to: string,
  now: Date,
): Promise<boolean> {
  const changed = await tx.run(
    `update people.member set state = $3, state_at = $4 where id = $1 and state = any($2::text[])`,
    [memberId, from, to, now],
  )
  return changed === 1
}

export const hasPassword = async (tx: Tx, memberId: string): Promise<boolean> =>
  (await tx.row(`select 1 from people.credential where member_id = $1`, [memberId])) !== undefined
