import type { Mine, OwnMandate } from '#modules/ambassadors/contract.ts'
import { over } from '#modules/ambassadors/contract.ts'
import type { MemberContext } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { getMandate, todayOf, viewerOf } from '../access.ts'
import { daysOfQuarter, missingInduction, quarterOf, stepsOf } from '../policy.ts'
import { findMandate, setAnnouncement } from '../queries/mandates.ts'
import {
  deleteAbsence,
  findCommitment,
  insertAbsence,
  listAccompanied,
  listLed,
  listNextMeetings,
  listOwn,
  setPassed,
  setPresence,
} from '../queries/own.ts'
import type { OwnRow } from '../queries/own.ts'
import { findCard, findCharter, findProgramme } from '../queries/programmes.ts'
import { listAttestations, listContributions, sumQuarter } from '../queries/record.ts'
import { factsOf } from './take-step.ts'

async function viewOwn(ctx: MemberContext, row: OwnRow): Promise<OwnMandate | undefined> {
  const { tx, now } = ctx
  const card = await findCard(tx, viewerOf(ctx), row.programmeId)
  // A community that turned secret, or was left: the mandate is not shown either.
  if (!card) return undefined
  const today = todayOf(ctx)
  const mandate = (await findMandate(tx, row.id))!
  const programme = (await findProgramme(tx, row.programmeId))!
  const charter = await findCharter(tx, row.programmeId)
  const quarter = daysOfQuarter(quarterOf(today))
  const { id, programmeId: _programmeId, ...rest } = row
  return {
    ...rest,
    mandateId: id,
    programme: { ...card, mayLead: card.leaderId === ctx.actor.memberId },
    hasConsented: mandate.consentedAt !== null,
    since: mandate.since,
    mandateEnd: mandate.mandateEnd,
    charter: charter ? { version: charter.version, text: charter.text } : null,
    commitment: (await findCommitment(tx, id, now)) ?? null,
    meetings: over.includes(row.state) ? [] : await listNextMeetings(tx, row.programmeId, id, now),
    contributions: await listContributions(tx, id),
    thisQuarter: {
      ...(await sumQuarter(tx, id, quarter.from, quarter.to)),
      minimum: programme.minPerQuarter,
    },
    attestations: await listAttestations(tx, id),
    steps: stepsOf(factsOf(mandate), { isSelf: true, isLeader: false }, today),
  }
}

/** My mandates with my record, whom I accompany, what I lead. */
export async function readMine(ctx: MemberContext): Promise<Mine> {
  const me = ctx.actor.memberId
  const mandates: OwnMandate[] = []
  for (const row of await listOwn(ctx.tx, me, todayOf(ctx).slice(0, 7))) {
    const own = await viewOwn(ctx, row)
    if (own) mandates.push(own)
  }
  return {
    mandates,
    accompanied: (await listAccompanied(ctx.tx, me)).map(({ done, ...one }) => ({
      ...one,
      missing: missingInduction(done),
    })),
    leads: await listLed(ctx.tx, me),
  }
}

/** One own mandate, after an act on it. */
export async function readOwn(ctx: MemberContext, mandateId: string): Promise<OwnMandate> {
  const row = (await listOwn(ctx.tx, ctx.actor.memberId, todayOf(ctx).slice(0, 7))).find(
    ({ id }) => id === mandateId,
  )
  const own = row && (await viewOwn(ctx, row))
  if (!own) throw new Refusal('mandateNotFound')
  return own
}

/** How to be reached, whether to be listed, whether to take turns. */
export async function changePresence(
  ctx: MemberContext,
  input: {
    mandateId: string
    reachWord?: string | null | undefined
    isListed?: boolean | undefined
    acceptsTurns?: boolean | undefined
  },
): Promise<OwnMandate> {
  const { mandate } = await getMandate(ctx, input.mandateId, 'self')
  await setPresence(ctx.tx, mandate.id, input)
  return readOwn(ctx, mandate.id)
}

/** Words one's own announcement: it is needed before an exit, and nobody else writes it. */
export async function wordAnnouncement(
  ctx: MemberContext,
  input: { mandateId: string; text: string },
): Promise<OwnMandate> {
  const { mandate } = await getMandate(ctx, input.mandateId, 'self')
  await setAnnouncement(ctx.tx, mandate.id, input.text.trim(), ctx.now)
  return readOwn(ctx, mandate.id)
}

/** Declares an absence. No reason is asked, and nobody else is shown it. */
export async function declareAbsence(
  ctx: MemberContext,
  input: { mandateId: string; from: string; to: string },
): Promise<OwnMandate> {
  const { mandate } = await getMandate(ctx, input.mandateId, 'self')
  if (input.from > input.to)
    throw new Refusal('invalidInput', { fields: [{ field: 'body/to', problem: 'is before from' }] })
  await insertAbsence(ctx.tx, {
    id: newId(ctx.now.getTime()),
    mandateId: mandate.id,
    from: input.from,
    to: input.to,
  })
  return readOwn(ctx, mandate.id)
}

/** Takes an absence back. */
export async function removeAbsence(
  ctx: MemberContext,
  input: { mandateId: string; absenceId: string },
): Promise<OwnMandate> {
  const { mandate } = await getMandate(ctx, input.mandateId, 'self')
  await deleteAbsence(ctx.tx, mandate.id, input.absenceId)
  return readOwn(ctx, mandate.id)
}

/** "I pass my turn": nothing more is proposed this month. Idempotent. */
export async function passTurn(ctx: MemberContext, mandateId: string): Promise<OwnMandate> {
  const { mandate } = await getMandate(ctx, mandateId, 'self')
  await setPassed(ctx.tx, mandate.id, todayOf(ctx).slice(0, 7), ctx.now)
  return readOwn(ctx, mandate.id)
}
