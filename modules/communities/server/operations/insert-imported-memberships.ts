import type { Context } from '#platform/context.ts'
import { insertMemberships } from '#modules/communities/server/queries/membership.ts'

/**
 * Memberships of an imported history: no event, no notification, nothing unread. Those already in stay as they are.
 * @returns how many are new
 */
export const insertImportedMemberships = (
  ctx: Context,
  input: { communityId: string; members: readonly { memberId: string; joinedAt: Date }[] },
): Promise<number> =>
  insertMemberships(
    ctx.tx,
    input.communityId,
    input.members.map((row) => row.memberId),
    input.members.map((row) => row.joinedAt),
  )
