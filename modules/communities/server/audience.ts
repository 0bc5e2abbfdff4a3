import type { Tx } from '#platform/db/tx.ts'
import { readableCommunitySql } from '#modules/communities/server/access.ts'

const whoMayHear = `
  select p.id as "memberId", c.id as "communityId"
    from people.member p, communities.community c
   where p.id = any($1::uuid[]) and c.id = any($2::uuid[]) and p.state = 'active'
     and ${readableCommunitySql('c', 'p.id', `p.kind = 'employee'`)}`

/** Which of these people may read which of these communities now; one statement, only active people. */
export const mayHear = (
  tx: Tx,
  memberIds: readonly string[],
  communityIds: readonly string[],
): Promise<{ memberId: string; communityId: string }[]> => tx.rows(whoMayHear, [memberIds, communityIds])
