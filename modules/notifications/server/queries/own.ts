import type { Tx } from '#platform/db/tx.ts'

/** How much is kept about one person: counts, for the page that shows it to them. */
export const findTraces = async (
  tx: Tx,
  memberId: string,
): Promise<{ notices: number; deliveries: number; levels: number; following: number }> =>
  (await tx.row<{ notices: number; deliveries: number; levels: number; following: number }>(
    `select (select count(*)::int from notifications.notice where member_id = $1) as notices,
            (select count(*)::int from notifications.delivery where member_id = $1) as deliveries,
            (select count(*)::int from notifications.community_level where member_id = $1) as levels,
            (select count(*)::int from notifications.conversation_level where member_id = $1)
              + (select count(*)::int from notifications.followed_tag where member_id = $1)
              + (select count(*)::int from notifications.followed_member where member_id = $1) as following`,
    [memberId],
  ))!
