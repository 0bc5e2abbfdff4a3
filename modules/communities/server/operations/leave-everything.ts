import type { Context } from '#platform/context.ts'
import { listCommunitiesOf } from '../queries/membership.ts'
import { takeOut } from './leave-community.ts'

/** Takes a person who is erased out of every community, roles included. Emits memberLeft for each. */
export async function leaveEverything(ctx: Context, memberId: string): Promise<void> {
  for (const communityId of await listCommunitiesOf(ctx.tx, memberId))
    await takeOut(ctx, communityId, memberId)
}
