import { findVisibleCommunity, getCommunityFor } from '#modules/communities/public.ts'
import { logAccess } from '#modules/people/public.ts'
import type { ReportedThanks } from '#modules/recognition/contract.ts'
import { thanksHidden, thanksReported, thanksShown } from '#modules/recognition/events.ts'
import type { MemberContext } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { enforce, Refusal } from '#platform/shared/refusal.ts'
import { getThanks } from '../access.ts'
import { answerReports, findReported, hideThanks, insertReport, listReported } from '../queries/reports.ts'
import type { Reported } from '../queries/reports.ts'
import { listReportedThanks } from '../queries/thanks.ts'

/** Somebody who may see thanks says that they hurt. */
export async function reportThanks(
  ctx: MemberContext,
  input: { thanksId: string; words?: string | null | undefined },
): Promise<void> {
  const thanks = await getThanks(ctx, input.thanksId)
  if (thanks.giver.id === ctx.actor.memberId) throw new Refusal('ownThanks')
  const words = input.words?.trim() || null
  if ((await insertReport(ctx.tx, thanks.id, ctx.actor.memberId, words, ctx.now)) === 0)
    throw new Refusal('alreadyReported')
  await emit(ctx, thanksReported(thanks.community.id, { thanksId: thanks.id }))
}

/** Two people: whoever reported, and somebody else who is neither of the two it is between. */
const mayDecide = (memberId: string, reported: Reported): boolean =>
  !reported.isReporter && memberId !== reported.giverId && memberId !== reported.receiverId

/** Reported thanks, for those who moderate; the two it is between read in their log that it was looked at. */
export async function readReported(
  ctx: MemberContext,
  communityKey: string,
): Promise<{ items: ReportedThanks[] }> {
  const community = await getCommunityFor(ctx, communityKey, 'moderate')
  const reported = await listReported(ctx.tx, ctx.actor.memberId, community.id)
  const thanks = new Map(
    (
      await listReportedThanks(
        ctx.tx,
        ctx.actor.memberId,
        reported.map(({ id }) => id),
      )
    ).map((one) => [one.id, one]),
  )
  await logAccess(ctx, {
    viewerRole: community.roles.includes('manager') ? 'manager' : 'moderator',
    communityId: community.id,
    screen: 'thanks',
    purpose: 'moderate',
    subjects: [...new Set(reported.flatMap(({ giverId, receiverId }) => [giverId, receiverId]))],
    fields: ['name', 'text'],
  })
  return {
    items: reported.flatMap((one) => {
      const shown = thanks.get(one.id)
      return shown ? [{ thanks: shown, words: one.words, canDecide: mayDecide(ctx.actor.memberId, one) }] : []
    }),
  }
}

/** Keeps reported thanks, or takes them away with a reason that its giver reads. */
export async function decideReported(
  ctx: MemberContext,
  input: { thanksId: string; decision: 'keep' | 'hide'; reason?: string | null | undefined },
): Promise<void> {
  const reported = await findReported(ctx.tx, ctx.actor.memberId, input.thanksId)
  const community = reported?.waits ? await findVisibleCommunity(ctx, reported.communityId) : undefined
  if (!reported || !community?.can.read || !community.can.moderate) throw new Refusal('thanksNotFound')
  enforce(mayDecide(ctx.actor.memberId, reported) || 'someoneElse')
  const reason = input.reason?.trim()
  if (input.decision === 'hide') {
    if (!reason) throw new Refusal('hideReasonMissing')
    await hideThanks(ctx.tx, reported.id, ctx.actor.memberId, reason, ctx.now)
    await emit(ctx, thanksHidden(reported.communityId, { thanksId: reported.id, memberId: reported.giverId }))
    await emit(ctx, thanksShown(reported.communityId, { postId: null }))
  }
  await answerReports(ctx.tx, reported.id, ctx.actor.memberId, ctx.now)
}
