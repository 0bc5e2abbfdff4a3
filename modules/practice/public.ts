import type { MemberCard } from '#modules/people/contract.ts'
import type { Context } from '#platform/context.ts'

/** The only server door of practice for other modules. */

/** Whether a manager has said that they are away on a day. */
export const isOnLeave = (
  _ctx: Context,
  _communityId: string,
  _memberId: string,
  _day: string,
): Promise<boolean> => Promise.resolve(false)

/** Who is away on a day, and who agreed to stand in; without a stand-in, `standIn` is null. */
export interface Cover {
  away: MemberCard
  standIn: MemberCard | null
  from: string
  to: string
}
export const listCoveringManagers = (
  _ctx: Context,
  _communityId: string,
  _day: string,
): Promise<Cover[]> => Promise.resolve([])
