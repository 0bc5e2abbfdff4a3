import type { Tx } from '#platform/db/tx.ts'

/** SQL condition of an account that the demo door opens. */
export const castSql = (alias: string): string =>
  `${alias}.demo_cast is not null and ${alias}.demo and ${alias}.state = 'active'
   and not exists (select 1 from people.administrator a where a.member_id = ${alias}.id)`

export async function findCastMember(tx: Tx, memberId: string): Promise<string | undefined> {
  return (
    await tx.row<{ id: string }>(`select m.id from people.member m where m.id = $1 and ${castSql('m')}`, [
      memberId,
    ])
  )?.id
}
