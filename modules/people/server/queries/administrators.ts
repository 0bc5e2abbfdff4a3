import type { Tx } from '#platform/db/tx.ts'

/** False when they already are one. */
export async function insertAdministrator(
  tx: Tx,
  memberId: string,
  byMemberId: string | null,
  now: Date,
): Promise<boolean> {
  const made = await tx.run(
    `insert into people.administrator (member_id, since, by_member_id) values ($1, $2, $3) on conflict (member_id) do nothing`,
    [memberId, now, byMemberId],
  )
  return made === 1
}

/** Ids of the administrators who can sign in; locks the list, so that two cannot remove each other at once. */
export async function lockAdministrators(tx: Tx): Promise<string[]> {
  const rows = await tx.rows<{ memberId: string }>(
    `select a.member_id as "memberId" from people.administrator a join people.member m on m.id = a.member_id and m.state = 'active'
      order by a.member_id for update of a`,
  )
  return rows.map((row) => row.memberId)
}

export async function deleteAdministrator(tx: Tx, memberId: string): Promise<boolean> {
  return (await tx.run(`delete from people.administrator where member_id = $1`, [memberId])) === 1
}
