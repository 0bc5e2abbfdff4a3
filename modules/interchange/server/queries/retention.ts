import type { Tx } from '#platform/db/tx.ts'
import type { Retention } from '#modules/interchange/contract.ts'

export const findRules = async (tx: Tx): Promise<Retention | undefined> =>
  (await tx.row<{ value: Retention }>(`select value from platform.setting where key = 'retention'`))?.value

export const setRules = (tx: Tx, rules: Retention, now: Date): Promise<number> =>
  tx.run(
    `insert into platform.setting (key, value, changed_at) values ('retention', $1, $2)
     on conflict (key) do update set value = excluded.value, changed_at = excluded.changed_at`,
    [JSON.stringify(rules), now],
  )

const before = '$2::timestamptz - make_interval(months => $1)'
const closedAccounts = `from people.member where state = 'deactivated' and state_at < ${before}`
const drafts = `from discussions.draft where updated_at < ${before}`
const unusedInvitations = `from people.member where state = 'invited' and created_at < ${before}`

/** How many each rule concerns now; a rule that keeps for ever concerns nobody. */
export async function countConcerned(
  tx: Tx,
  rules: Retention,
  now: Date,
): Promise<{ closedAccounts: number; drafts: number; unusedInvitations: number }> {
  const count = async (months: number | null, from: string): Promise<number> =>
    months === null ? 0 : (await tx.row<{ n: number }>(`select count(*)::int as n ${from}`, [months, now]))!.n
  return {
    closedAccounts: await count(rules.closedAccounts, closedAccounts),
    drafts: await count(rules.drafts, drafts),
    unusedInvitations: await count(rules.unusedInvitations, unusedInvitations),
  }
}

/** Accounts that the rules erase, oldest first. */
export const listMembersToErase = async (
  tx: Tx,
  rules: Retention,
  now: Date,
  limit: number,
): Promise<string[]> => {
  const list = async (months: number | null, from: string) =>
    months === null
      ? []
      : (await tx.rows<{ id: string }>(`select id ${from} order by id limit $3`, [months, now, limit])).map(
          ({ id }) => id,
        )
  return [
    ...(await list(rules.closedAccounts, closedAccounts)),
    ...(await list(rules.unusedInvitations, unusedInvitations)),
  ]
}
export const deleteOldDrafts = (tx: Tx, months: number, now: Date): Promise<number> =>
  tx.run(`delete ${drafts}`, [months, now])
