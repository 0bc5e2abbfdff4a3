import type { Tx } from '#platform/db/tx.ts'

/** Administrators know of every community, by its id. */
export const communityExists = async (tx: Tx, communityId: string): Promise<boolean> =>
  (await tx.row('select 1 from communities.community where id = $1', [communityId])) !== undefined

/** For the sheets: how many people and communities they are about. */
export async function countOrganisation(
  tx: Tx,
): Promise<{ name: string; people: number; communities: number }> {
  const row = await tx.row<{ name: string; people: number; communities: number }>(
    `select coalesce((select name from people.organisation limit 1), '') as name,
            (select count(*)::int from people.member where state = 'active') as people,
            (select count(*)::int from communities.community where stage <> 'archived') as communities`,
  )
  return row!
}
