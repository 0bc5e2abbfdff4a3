import { getCommunityFor } from '#modules/communities/public.ts'
import type { GatheringDetail } from '#modules/gatherings/contract.ts'
import type { Context } from '#platform/context.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { viewerOf } from '../access.ts'
import { answerClosed, canEdit, canSeePresence } from '../policy.ts'
import { findDetail, listIntroductions } from '../queries/gatherings.ts'

/** One gathering as this reader may see it, with what they may do. Three statements. */
export async function viewGathering(ctx: Context, id: string): Promise<GatheringDetail> {
  const viewer = viewerOf(ctx)
  const row = await findDetail(ctx.tx, viewer, id)
  if (!row) throw new Refusal('gatheringNotFound')
  const { communityId, link, ...detail } = row
  const access = await getCommunityFor(ctx, communityId, 'read')
  const moment = {
    startsAt: new Date(row.startsAt),
    endsAt: new Date(row.endsAt),
    isCancelled: row.isCancelled,
  }
  const closed = answerClosed(moment, ctx.now)
  const attends = row.mine?.attends != null
  const mayEdit = canEdit(access, row.isOrganiser) === true
  const seesLink = !row.linkForAttendees || attends || mayEdit
  const isNear = closed === null && attends
  return {
    ...detail,
    link: seesLink ? link : null,
    linkIsKept: link !== null && !seesLink,
    introductions: isNear ? await listIntroductions(ctx.tx, viewer.id, id) : [],
    can: {
      answer: access.can.participate && closed === null,
      edit: mayEdit && !row.isCancelled,
      seePresence: canSeePresence(access, row.isOrganiser) === true && !row.isCancelled,
      writeMinutes:
        canSeePresence(access, row.isOrganiser) === true &&
        !row.isCancelled &&
        moment.startsAt <= ctx.now &&
        row.minutesPostId === null,
    },
    answerRefusal: closed ?? access.participationRefusal,
  }
}
