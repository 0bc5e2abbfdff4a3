import type { CommunityAccess } from '#modules/communities/public.ts'
import type { Mode, SeatKind } from '#modules/gatherings/contract.ts'

/** `true`, or the reason of the refusal. */
export type Decision = true | string

type Standing = Pick<CommunityAccess, 'can' | 'participationRefusal'>

/** Managers and moderators; members where the community says so. Reasons: those of taking part, `organisersOnly`. */
export function canCreate(access: Standing, membersMayCreate: boolean): Decision {
  if (!access.can.participate) return access.participationRefusal ?? 'joinFirst'
  return access.can.moderate || membersMayCreate ? true : 'managersOnly'
}

/** Its organisers while they take part in the community, and its moderators. */
export function canEdit(access: Standing, isOrganiser: boolean): Decision {
  if (!access.can.participate) return access.participationRefusal ?? 'joinFirst'
  return isOrganiser || access.can.moderate ? true : 'organisersOnly'
}

/** Who was there is seen by the organisers alone: a moderator is not one by being moderator. */
export function canSeePresence(access: Standing, isOrganiser: boolean): Decision {
  if (!access.can.participate) return access.participationRefusal ?? 'joinFirst'
  return isOrganiser ? true : 'organisersOnly'
}

export interface Moment {
  startsAt: Date
  endsAt: Date
  isCancelled: boolean
}

/** Why one cannot answer now, beyond the community's reasons; null when one can. */
export const answerClosed = (gathering: Moment, now: Date): 'cancelled' | 'over' | null =>
  gathering.isCancelled ? 'cancelled' : gathering.endsAt <= now ? 'over' : null

const hour = 3_600_000
/** The code is shown and taken from an hour before to an hour after. */
export const isCheckInOpen = (gathering: Moment, now: Date): boolean =>
  !gathering.isCancelled &&
  now.getTime() >= gathering.startsAt.getTime() - hour &&
  now.getTime() <= gathering.endsAt.getTime() + hour

export const offers = (mode: Mode, kind: SeatKind): boolean => mode === 'both' || mode === kind
