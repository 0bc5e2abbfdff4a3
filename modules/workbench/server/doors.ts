import { listAmbassadorCards } from '#modules/ambassadors/public.ts'
import { listSlotsDue } from '#modules/editorial/public.ts'
import { readStage } from '#modules/lifecycle/public.ts'
import { listPromisesDue } from '#modules/listening/public.ts'
import type { MemberCard } from '#modules/people/contract.ts'
import { listCoveringManagers } from '#modules/practice/public.ts'
import { listPeopleToThank } from '#modules/recognition/public.ts'
import type { MemberContext } from '#platform/context.ts'

// What the day takes from the modules below, in one place.

export { listAmbassadorCards, listPeopleToThank, listPromisesDue, listSlotsDue }

/** Reviews of the life cycle that wait, soonest first. */
export const readDueReviews = async (
  ctx: MemberContext,
  communityId: string,
): Promise<{ id: string; kind: string; on: string }[]> => (await readStage(ctx, communityId)).dueReviews

/** Absent managers for whom this one stands in on that day. */
export const listAbsentFor = async (
  ctx: MemberContext,
  communityId: string,
  day: string,
): Promise<MemberCard[]> =>
  (await listCoveringManagers(ctx, communityId, day))
    .filter(({ standIn }) => standIn?.id === ctx.actor.memberId)
    .map(({ away }) => away)
