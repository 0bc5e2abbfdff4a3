import type { Tx } from '#platform/db/tx.ts'

export const findKind = async (tx: Tx, communityId: string): Promise<string | undefined> =>
  (await tx.row<{ kind: string }>(`select kind from communities.community where id = $1`, [communityId]))
    ?.kind
