import type { Context } from '#platform/context.ts'
import type { AccountFacts } from './queries/accounts.ts'

/** Members whom an account's ambassador programme sends; null: its own volunteers. */
export async function crewIds(
  _ctx: Context,
  account: Pick<AccountFacts, 'ambassadorProgrammeId'>,
): Promise<string[] | null> {
  return account.ambassadorProgrammeId === null ? null : []
}
