import type { OwnTies } from '#modules/measurement/network-contract.ts'
import type { MemberContext } from '#platform/context.ts'

/** My ties of the last 91 days, from what I can read. */
export async function readOwnTies(ctx: MemberContext): Promise<OwnTies> {
  const day = ctx.now.toISOString().slice(0, 10)
  return { from: day, to: day, people: 0, twoWay: 0, spread: null, constraint: null, bridges: [], ties: [] }
}
