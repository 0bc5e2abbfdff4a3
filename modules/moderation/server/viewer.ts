import type { MemberContext } from '#platform/context.ts'
import type { Viewer } from './queries/cases.ts'

/** Who looks and when, as the queries take it. */
export const viewerOf = (ctx: MemberContext): Viewer => ({
  id: ctx.actor.memberId,
  isEmployee: ctx.actor.memberKind === 'employee',
  now: ctx.now,
})
export const isEmployee = (ctx: MemberContext): boolean => ctx.actor.memberKind === 'employee'
