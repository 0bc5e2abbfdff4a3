import type { Step } from '#modules/ambassadors/contract.ts'
import {
  ambassadorActivated,
  ambassadorAnswered,
  ambassadorInvited,
  ambassadorReady,
  ambassadorTalkAsked,
  ambassadorThanked,
} from '#modules/ambassadors/events.ts'
import type { MemberContext } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { newId } from '#platform/ids.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { getMandate, todayOf } from '../access.ts'
import type { MandateAccess } from '../access.ts'
import { listTalksDue } from '../checks.ts'
import { addMonths, decideStep, isBy, quarterOf } from '../policy.ts'
import type { MandateFacts } from '../policy.ts'
import {
  concludeTalk,
  countSeated,
  deleteFarewell,
  deleteTicks,
  insertStep,
  insertTalk,
  setConsent,
  setInvited,
  setMandate,
  setState,
  setWaiting,
} from '../queries/mandates.ts'
import type { MandateRow } from '../queries/mandates.ts'
import { findProgramme } from '../queries/programmes.ts'

/** What the rules see of a mandate; `isTalkDue` is asked for only where it matters. */
export const factsOf = (mandate: MandateRow, isTalkDue = false): MandateFacts => ({
  ...mandate,
  hasConsented: mandate.consentedAt !== null,
  isTalkDue,
})

/**
 * One step of the state machine, by the person or by who leads; the history keeps it. A refusal says what is missing
 * (`data.missing`). An invitation without a free seat puts the person on the waiting list.
 */
export async function takeStep(
  ctx: MemberContext,
  input: { mandateId: string; step: Step },
): Promise<{ state: string; isWaiting: boolean }> {
  const access = await getMandate(ctx, input.mandateId)
  const { mandate, programme, isSelf } = access
  const who = { isSelf, isLeader: programme.mayLead }
  if (!isBy(input.step, who)) throw new Refusal('notTheirStep')
  const today = todayOf(ctx)
  const isTalkDue =
    input.step === 'proposeTalk' &&
    (await listTalksDue(ctx.tx, programme, today)).some(({ mandateId }) => mandateId === mandate.id)
  const decided = decideStep(input.step, factsOf(mandate, isTalkDue), who, today)
  if ('code' in decided) throw new Refusal(decided.code, decided.data)

  if (input.step === 'consent') {
    if ((await setConsent(ctx.tx, mandate.id, ctx.now)) > 0) await tellLeader(ctx, access)
    return { state: mandate.state, isWaiting: mandate.waitingAt !== null }
  }
  // Two invitations at once take one seat after the other.
  await findProgramme(ctx.tx, programme.id, true)
  if (input.step === 'invite' && (await countSeated(ctx.tx, programme.id)) >= programme.seats) {
    await setWaiting(ctx.tx, mandate.id, ctx.now)
    return { state: mandate.state, isWaiting: true }
  }
  if ((await setState(ctx.tx, mandate.id, mandate.state, decided.to, ctx.now)) === 0)
    throw new Refusal('notThisState')
  await insertStep(ctx.tx, {
    id: newId(ctx.now.getTime()),
    mandateId: mandate.id,
    from: mandate.state,
    to: decided.to,
    by: ctx.actor.memberId,
    now: ctx.now,
  })
  await follow(ctx, access, input.step, today)
  return { state: decided.to, isWaiting: false }
}

const tellLeader = (
  { tx, now, actor }: MemberContext,
  { mandate, programme }: MandateAccess,
): Promise<void> =>
  emit(
    { tx, now, actor },
    ambassadorReady(programme.communityId, {
      programmeId: programme.id,
      mandateId: mandate.id,
      memberId: programme.leaderId,
    }),
  )

/** What a step brings with it: dates, the talk, and who is told. */
async function follow(ctx: MemberContext, access: MandateAccess, step: Step, today: string): Promise<void> {
  const { mandate, programme, isSelf } = access
  const about = { programmeId: programme.id, mandateId: mandate.id }
  const toSelf = { ...about, memberId: mandate.memberId }
  const toLeader = { ...about, memberId: programme.leaderId }
  switch (step) {
    case 'invite':
      await setInvited(ctx.tx, mandate.id, ctx.now)
      // Whoever comes back goes through the induction again.
      await deleteTicks(ctx.tx, mandate.id)
      await deleteFarewell(ctx.tx, mandate.id)
      return emit(ctx, ambassadorInvited(programme.communityId, toSelf))
    case 'accept':
    case 'decline':
      if (programme.leaderId === mandate.memberId) return
      return emit(ctx, ambassadorAnswered(programme.communityId, { ...toLeader, yes: step === 'accept' }))
    case 'activate':
      await setMandate(ctx.tx, mandate.id, today, addMonths(today, programme.mandateMonths), 0)
      return emit(ctx, ambassadorActivated(programme.communityId, toSelf))
    case 'renew': {
      const end = mandate.mandateEnd ?? today
      await setMandate(
        ctx.tx,
        mandate.id,
        today,
        addMonths(end, programme.mandateMonths),
        mandate.renewals + 1,
      )
      return
    }
    case 'askTalk':
    case 'proposeTalk':
      await insertTalk(ctx.tx, {
        id: newId(ctx.now.getTime()),
        mandateId: mandate.id,
        quarter: quarterOf(today),
        by: ctx.actor.memberId,
        now: ctx.now,
      })
      return emit(
        ctx,
        ambassadorTalkAsked(programme.communityId, {
          ...(step === 'askTalk' ? toLeader : toSelf),
          by: step === 'askTalk' ? 'self' : 'leader',
        }),
      )
    case 'carryOn':
    case 'lighten':
    case 'withdraw': {
      const outcome = step === 'carryOn' ? 'active' : step === 'lighten' ? 'lighter' : 'withdrawn'
      await concludeTalk(ctx.tx, mandate.id, outcome, ctx.now)
      return step === 'withdraw' ? emit(ctx, ambassadorThanked(programme.communityId, toSelf)) : undefined
    }
    case 'finish':
      await concludeTalk(ctx.tx, mandate.id, 'withdrawn', ctx.now)
      return isSelf ? undefined : emit(ctx, ambassadorThanked(programme.communityId, toSelf))
  }
}
