import type { MemberContext } from '#platform/context.ts'
import type { Viewer } from './queries/profile.ts'

export const viewerOf = (ctx: MemberContext): Viewer => ({
  memberId: ctx.actor.memberId,
  isEmployee: ctx.actor.memberKind === 'employee',
})

export const dayOf = (now: Date): string => now.toISOString().slice(0, 10)
