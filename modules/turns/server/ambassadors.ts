import { listAmbassadorProgrammes, listTrainedVolunteers } from '#modules/ambassadors/public.ts'
import type { Context } from '#platform/context.ts'
import type { AccountFacts } from './queries/accounts.ts'

/** Members whom an account's ambassador programme sends: active, and willing to take turns. Null: its own volunteers. */
export async function crewIds(
  ctx: Context,
  account: Pick<AccountFacts, 'ambassadorProgrammeId'>,
): Promise<string[] | null> {
  if (account.ambassadorProgrammeId === null) return null
  return (await listTrainedVolunteers(ctx, account.ambassadorProgrammeId)).map(({ memberId }) => memberId)
}

/** Ambassador programmes to which an account of a community can be given. */
export const listProgrammesOf = async (
  ctx: Context,
  communityId: string,
): Promise<{ id: string; name: string }[]> =>
  (await listAmbassadorProgrammes(ctx, { communityId })).map(({ id, name }) => ({ id, name }))
