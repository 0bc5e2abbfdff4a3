import type { Cohort, CohortMember, InductionKey } from '#modules/ambassadors/contract.ts'
import { over, tickedBy } from '#modules/ambassadors/contract.ts'
import { ambassadorBuddyNamed, ambassadorThanked } from '#modules/ambassadors/events.ts'
import { logAccess } from '#modules/people/public.ts'
import type { MemberContext } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { getMandate, getProgramme, todayOf } from '../access.ts'
import type { ProgrammeAccess } from '../access.ts'
import { listTalksDue } from '../checks.ts'
import { isEnough, missingForExit, missingInduction, stepsOf } from '../policy.ts'
import { countSeated, listCohort, setBuddy, setTalkHeld, setThanks, setTick } from '../queries/mandates.ts'
import type { CohortRow } from '../queries/mandates.ts'
import { findKickoff, isActiveEmployee, listCharters } from '../queries/programmes.ts'
import { countOverBudget } from '../queries/record.ts'
import { factsOf } from './take-step.ts'

function view(
  row: CohortRow,
  programme: ProgrammeAccess,
  me: string,
  today: string,
  due: boolean,
): CohortMember {
  const facts = factsOf(row, due)
  const who = { isSelf: row.memberId === me, isLeader: true }
  const missing =
    row.state === 'onboarding'
      ? missingInduction(row.inductionDone)
      : row.state === 'talk'
        ? missingForExit(facts)
        : row.state === 'nominated' && row.nominatedAs === 'peer' && !row.consentedAt
          ? ['consent']
          : []
  return {
    mandateId: row.id,
    member: row.member,
    state: row.state,
    stateOn: row.stateOn,
    nominatedBy: row.nominatedByCard,
    nominatedAs: row.nominatedAs,
    word: row.word,
    hasConsented: row.consentedAt !== null,
    isWaiting: row.waitingAt !== null,
    since: row.since,
    mandateEnd: row.mandateEnd,
    isRenewed: row.renewals > 0,
    buddy: row.buddy,
    induction: row.induction,
    agreedHours: row.agreedHours,
    talk: row.talk,
    thanks: row.thanks,
    announcement: row.announcement,
    // Somebody's own steps are taken on their own page.
    steps: stepsOf(facts, { ...who, isSelf: false }, today),
    missing,
  }
}

/** The people of a programme, and with whom a talk may be proposed. The look is written to their access logs. */
export async function readCohort(ctx: MemberContext, id: string): Promise<Cohort> {
  const programme = await getProgramme(ctx, id, 'lead')
  const today = todayOf(ctx)
  const talks = await listTalksDue(ctx.tx, programme, today)
  const due = new Set(talks.map(({ mandateId }) => mandateId))
  const rows = await listCohort(ctx.tx, id)
  const kickoff = await findKickoff(ctx.tx, id)
  await logAccess(ctx, {
    viewerRole: 'manager',
    communityId: programme.communityId,
    screen: 'ambassadors',
    purpose: 'accompany',
    subjects: rows.map(({ memberId }) => memberId),
    fields: ['name', 'state', 'induction', 'mandate', 'talk'],
  })
  return {
    people: rows.map((row) => view(row, programme, ctx.actor.memberId, today, due.has(row.id))),
    talks: talks.map(({ mandateId, member }) => ({ mandateId, member })),
    freeSeats: Math.max(0, programme.seats - (await countSeated(ctx.tx, id))),
    waiting: rows.filter(({ state, waitingAt }) => state === 'nominated' && waitingAt).length,
    overBudget: await countOverBudget(ctx.tx, id, today),
    kickoff: kickoff ? { ...kickoff, isEnough: isEnough(kickoff.present, kickoff.invited) } : null,
    charters: await listCharters(ctx.tx, id),
  }
}

/** Ticks a step of the induction, by whoever can know it; the charter is signed in its latest version. */
export async function tickInduction(
  ctx: MemberContext,
  input: { mandateId: string; key: InductionKey; done: boolean },
): Promise<void> {
  const { mandate, programme, isSelf } = await getMandate(ctx, input.mandateId)
  const by = tickedBy[input.key]
  if ((by === 'leader' && !programme.mayLead) || (by === 'ambassador' && !isSelf))
    throw new Refusal('notTheirStep', { by })
  // The call by the leader is made from the invitation on; the rest belongs to the induction.
  const isOpen = mandate.state === 'onboarding' || (mandate.state === 'invited' && input.key === 'call')
  const isSigningAgain = input.key === 'charter' && input.done && !over.includes(mandate.state)
  if (!isOpen && !isSigningAgain) throw new Refusal('notThisState', { state: mandate.state })
  if (input.key === 'charter' && input.done && programme.charterVersion === null)
    throw new Refusal('charterMissing')
  await setTick(
    ctx.tx,
    mandate.id,
    input.key,
    input.done
      ? {
          by: ctx.actor.memberId,
          now: ctx.now,
          charterVersion: input.key === 'charter' ? programme.charterVersion : null,
        }
      : null,
  )
}

/** Names who accompanies the induction, or nobody. The person is told. */
export async function nameBuddy(
  ctx: MemberContext,
  input: { mandateId: string; memberId: string | null },
): Promise<void> {
  const { mandate, programme } = await getMandate(ctx, input.mandateId, 'leader')
  const { memberId } = input
  if (memberId && (memberId === mandate.memberId || !(await isActiveEmployee(ctx.tx, memberId))))
    throw new Refusal('memberNotAvailable')
  await setBuddy(ctx.tx, mandate.id, memberId)
  if (memberId && memberId !== mandate.buddyId && memberId !== ctx.actor.memberId)
    await emit(
      ctx,
      ambassadorBuddyNamed(programme.communityId, {
        programmeId: programme.id,
        mandateId: mandate.id,
        memberId,
      }),
    )
}

/** The talk was held; the note stays with who leads unless it is shared with the person. */
export async function noteTalk(
  ctx: MemberContext,
  input: { mandateId: string; heldOn: string; note?: string | null | undefined; shareNote: boolean },
): Promise<void> {
  const { mandate } = await getMandate(ctx, input.mandateId, 'leader')
  if (mandate.state !== 'talk') throw new Refusal('notThisState', { state: mandate.state })
  if (input.heldOn > todayOf(ctx)) throw new Refusal('notThisState', { state: 'toCome' })
  const note = input.note?.trim() || null
  await setTalkHeld(ctx.tx, mandate.id, {
    on: input.heldOn,
    by: ctx.actor.memberId,
    note,
    shared: input.shareNote && note !== null,
    now: ctx.now,
  })
}

/** Writes the thank-you text: before a withdrawal, or when a mandate has come to its end. */
export async function writeThanks(
  ctx: MemberContext,
  input: { mandateId: string; text: string },
): Promise<void> {
  const { mandate, programme } = await getMandate(ctx, input.mandateId, 'leader')
  if (!['talk', 'renewal', 'alumni', 'withdrawn', 'lighter'].includes(mandate.state))
    throw new Refusal('notThisState', { state: mandate.state })
  await setThanks(ctx.tx, mandate.id, input.text.trim(), ctx.actor.memberId, ctx.now)
  if (!mandate.hasThanks)
    await emit(
      ctx,
      ambassadorThanked(programme.communityId, {
        programmeId: programme.id,
        mandateId: mandate.id,
        memberId: mandate.memberId,
      }),
    )
}
