import { findVisibleCommunity } from '#modules/communities/public.ts'
import type { CommunityAccess } from '#modules/communities/public.ts'
import type { MemberContext } from '#platform/context.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { crewIds } from './ambassadors.ts'
import { findAccount, isCrew, isTrained } from './queries/accounts.ts'
import type { AccountFacts } from './queries/accounts.ts'

export interface AccountAccess {
  account: AccountFacts
  community: CommunityAccess
  crew: string[] | null
  isCrew: boolean
  isTrained: boolean
  can: { change: boolean; train: boolean; volunteer: boolean; seeLog: boolean }
}

/** An account as one person may use it; absent and invisible are the same. Refusal `accountNotFound`. */
export async function getAccountFor(ctx: MemberContext, accountId: string): Promise<AccountAccess> {
  const account = await findAccount(ctx.tx, accountId)
  const community = account && (await findVisibleCommunity(ctx, account.communityId))
  if (!account || !community?.can.read) throw new Refusal('accountNotFound')
  const me = ctx.actor.memberId
  const crew = await crewIds(ctx, account)
  const belongs = await isCrew(ctx.tx, account.id, crew, me)
  const knows = belongs && (await isTrained(ctx.tx, account.id, me))
  const change = community.can.manage || account.ownerId === me
  return {
    account,
    community,
    crew,
    isCrew: belongs,
    isTrained: knows,
    can: {
      change,
      train: change || knows,
      volunteer:
        crew === null &&
        account.closedAt === null &&
        community.can.participate &&
        ctx.actor.memberKind === 'employee',
      seeLog: change || belongs,
    },
  }
}
