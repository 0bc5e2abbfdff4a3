import type { Agreement } from '#modules/ambassadors/contract.ts'
import type { Tx } from '#platform/db/tx.ts'

/** The address is one of the company: its part behind the @ is that of somebody who works here; and it is not one's own. */
export const isCompanyAddress = async (tx: Tx, memberId: string, address: string): Promise<boolean> =>
  (await tx.row(
    `select 1 from people.member m where m.kind = 'employee' and m.state = 'active'
        and split_part(m.email, '@', 2) = split_part($2, '@', 2)
        and not exists (select 1 from people.member me where me.id = $1 and me.email = $2) limit 1`,
    [memberId, address],
  )) !== undefined
export const countAskedSince = async (tx: Tx, mandateId: string, since: Date): Promise<number> =>
  (await tx.row<{ n: number }>(
    `select count(*)::int as n from ambassadors.commitment where mandate_id = $1 and asked_at > $2`,
    [mandateId, since],
  ))!.n

/** What was asked before is replaced: its link opens nothing any more, its address is forgotten. What was agreed stands. */
export const insertCommitment = async (
  tx: Tx,
  row: { id: string; mandateId: string; hours: number; address: string; language: 'fr' | 'en'; now: Date },
): Promise<void> => {
  await tx.run(
    `update ambassadors.commitment set state = 'replaced', manager_address = null, token_hash = null
      where mandate_id = $1 and state in ('asked', 'refused', 'counter')`,
    [row.mandateId],
  )
  await tx.run(
    `insert into ambassadors.commitment (id, mandate_id, hours, manager_address, language, asked_at, state)
     values ($1, $2, $3, $4, $5, $6, 'asked')`,
    [row.id, row.mandateId, row.hours, row.address, row.language, row.now],
  )
}

const agreementSql = `select c.id, c.mandate_id as "mandateId", c.hours::float8 as hours, c.language, c.manager_address as address,
       m.display_name as ambassador, m.id as "memberId", p.id as "programmeId", p.community_id as "communityId", p.name as programme,
       p.purpose, p.mandate_months as "mandateMonths", coalesce(o.name, 'Préau') as organisation, c.expires_at as "expiresAt"
  from ambassadors.commitment c
  join ambassadors.mandate a on a.id = c.mandate_id and a.state not in ('declined', 'withdrawn', 'alumni')
  join ambassadors.programme p on p.id = a.programme_id and p.closed_at is null
  join people.member m on m.id = a.member_id and m.state = 'active'
  left join people.organisation o on true
 where c.state = 'asked'`
const byId = `${agreementSql} and c.id = $1`
const byToken = `${agreementSql} and c.token_hash = $1 and c.expires_at > $2`

export interface AskedAgreement extends Agreement {
  id: string
  mandateId: string
  memberId: string
  programmeId: string
  communityId: string | null
  address: string | null
  expiresAt: Date | null
}
export const findAsked = (tx: Tx, id: string): Promise<AskedAgreement | undefined> =>
  tx.row<AskedAgreement>(byId, [id])
export const findByToken = (tx: Tx, hash: Buffer, now: Date): Promise<AskedAgreement | undefined> =>
  tx.row<AskedAgreement>(byToken, [hash, now])
export const setToken = (tx: Tx, id: string, hash: Buffer, expiresAt: Date): Promise<number> =>
  tx.run(
    `update ambassadors.commitment set token_hash = $2, expires_at = $3 where id = $1 and state = 'asked'`,
    [id, hash, expiresAt],
  )
/** Once: the link is spent. An agreement replaces the one before it; a refused address is forgotten. */
export const setAnswer = async (
  tx: Tx,
  one: Pick<AskedAgreement, 'id' | 'mandateId'>,
  answer: { state: 'agreed' | 'refused' | 'counter'; hours: number | null; word: string | null; now: Date },
): Promise<number> => {
  if (answer.state === 'agreed')
    await tx.run(
      `update ambassadors.commitment set state = 'replaced', manager_address = null where mandate_id = $1 and state = 'agreed'`,
      [one.mandateId],
    )
  return tx.run(
    `update ambassadors.commitment set state = $2, counter_hours = $3, word = $4, answered_at = $5, token_hash = null,
            manager_address = case when $2 = 'refused' then null else manager_address end
      where id = $1 and state = 'asked'`,
    [one.id, answer.state, answer.hours, answer.word, answer.now],
  )
}
