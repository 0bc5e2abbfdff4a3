import type { DebateCard } from '#modules/debates/contract.ts'
import type { Tx } from '#platform/db/tx.ts'
import { cardSql, stateJoins, stateSql } from '../sql.ts'

export const listOpen = async (tx: Tx, communityId: string, now: Date): Promise<DebateCard[]> =>
  (
    await tx.rows<{ card: DebateCard }>(
      `select jsonb_build_object(${cardSql('$2')}) as card from debates.debate d ${stateJoins}
        where d.community_id = $1 and ${stateSql('$2')} = 'open' order by d.closes_at, d.id limit 20`,
      [communityId, now],
    )
  ).map(({ card }) => card)
