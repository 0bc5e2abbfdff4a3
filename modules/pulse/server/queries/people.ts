import type { Tx } from '#platform/db/tx.ts'

/** Active members of a community, partners' people included: whom a wave is asked of. */
export const listCommunityPeople = async (tx: Tx, communityId: string): Promise<string[]> =>
  (
    await tx.rows<{ id: string }>(
      `select m.id from communities.membership ms join people.member m on m.id = ms.member_id and m.state = 'active'
        where ms.community_id = $1 order by m.id`,
      [communityId],
    )
  ).map(({ id }) => id)
