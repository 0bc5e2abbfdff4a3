import { listPopulations, populationMemberSql } from '#modules/programmes/public.ts'
import type { Context, MemberContext } from '#platform/context.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import type { TrialFacts } from './queries/trials.ts'

/** More people than this are not told one by one: the trial stands on the programme's page. */
export const mostInvited = 500

const memberSql = `select m.id from people.member m join programmes.population p on p.id = $1 where ${populationMemberSql('p', 'm')}`

/** Whoever reads the trial may volunteer, unless it is for a population of the programme. */
export const isInvited = async (
  ctx: MemberContext,
  trial: Pick<TrialFacts, 'populationId'>,
): Promise<boolean> =>
  trial.populationId === null ||
  (await ctx.tx.row(`${memberSql} and m.id = $2`, [trial.populationId, ctx.actor.memberId])) !== undefined

/** Who is told that it begins; nobody where there is no population, or a very large one. */
export async function listInvited(ctx: Pick<Context, 'tx'>, populationId: string): Promise<string[]> {
  const members = await ctx.tx.rows<{ id: string }>(`${memberSql} order by m.id limit $2`, [
    populationId,
    mostInvited + 1,
  ])
  return members.length > mostInvited ? [] : members.map(({ id }) => id)
}

/** Refusal `populationNotHere`: a population is one that the programme has declared. */
export async function enforcePopulation(
  ctx: MemberContext,
  programmeId: string | null,
  populationId: string | null | undefined,
): Promise<void> {
  if (!populationId) return
  const known = programmeId ? await listPopulations(ctx, programmeId) : []
  if (!known.some(({ id }) => id === populationId)) throw new Refusal('populationNotHere')
}
