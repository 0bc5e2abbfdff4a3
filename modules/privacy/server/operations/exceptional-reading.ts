import type { FastifyRequest } from 'fastify'
import { endReading, findVisibleCommunity, openReading } from '#modules/communities/public.ts'
import { audit, confirmPassword } from '#modules/people/public.ts'
import type { contract, Reading } from '#modules/privacy/contract.ts'
import { readingAsked, readingDecided, readingTold } from '#modules/privacy/events.ts'
import type { Context, MemberContext } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { newId } from '#platform/ids.ts'
import type { Services } from '#platform/services.ts'
import type { BodyOf } from '#platform/shared/contract.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { communityExists } from '../queries/places.ts'
import {
  findReading,
  hasOpenRequest,
  insertReading,
  lockReading,
  setEnded,
  setOpened,
  setRefused,
  takeReadingsToTell,
} from '../queries/readings.ts'

type Ask = BodyOf<(typeof contract)['POST /api/v1/admin/readings']>
/** A grave act: the password again, checked before a connection is taken. */
interface Confirmed {
  services: Services
  request: FastifyRequest
  password: string
}

async function confirmed<R>(
  ctx: MemberContext,
  { services, request, password }: Confirmed,
  run: (inside: MemberContext) => Promise<R>,
): Promise<R> {
  await confirmPassword(ctx, password, services, request)
  return services.db.transaction((tx) => run({ ...ctx, tx }))
}

/** A reading as this administrator sees it. Refuses readingNotFound. */
export async function getReading(ctx: MemberContext, readingId: string): Promise<Reading> {
  const row = await findReading(ctx.tx, ctx.now, readingId)
  if (!row) throw new Refusal('readingNotFound')
  return viewReading(ctx, row)
}

export function viewReading(
  ctx: MemberContext,
  found: NonNullable<Awaited<ReturnType<typeof findReading>>>,
): Reading {
  const { askedById, askedExactly, ...row } = found
  void askedExactly
  return {
    ...row,
    can: {
      decide: row.state === 'waiting' && askedById !== ctx.actor.memberId,
      end: row.state === 'open',
    },
  }
}

/**
 * An administrator asks to read a community they do not belong to. Nothing opens yet: another administrator decides.
 * Refusals: wrongPassword, communityNotFound, readsAlready, readingAsked. Emits readingAsked.
 */
export function askForReading(
  ctx: MemberContext,
  ask: Ask,
  services: Services,
  request: FastifyRequest,
): Promise<Reading> {
  return confirmed(ctx, { services, request, password: ask.password }, async (inside) => {
    if (!(await communityExists(inside.tx, ask.communityId))) throw new Refusal('communityNotFound')
    const seen = await findVisibleCommunity(inside, ask.communityId)
    if (seen?.can.read) throw new Refusal('readsAlready')
    if (await hasOpenRequest(inside.tx, ctx.actor.memberId, ask.communityId))
      throw new Refusal('readingAsked')
    const id = newId()
    await insertReading(inside.tx, {
      id,
      communityId: ask.communityId,
      askedBy: ctx.actor.memberId,
      at: ctx.now,
      purpose: ask.purpose,
      reason: ask.reason.trim(),
      hours: ask.hours,
      tellAfterDays: ask.tellAfterDays ?? 0,
    })
    await audit(inside, 'privacy.readingAsked', id, { communityId: ask.communityId })
    await emit(inside, readingAsked(null, { readingId: id }))
    return getReading(inside, id)
  })
}

/**
 * The second person agrees: the community opens to whoever asked, for the hours they asked for, from now on.
 * Refusals: wrongPassword, readingNotFound, readingDecided, notPermitted (secondPerson). Emits readingDecided.
 */
export function agreeToReading(
  ctx: MemberContext,
  input: { readingId: string; password: string },
  services: Services,
  request: FastifyRequest,
): Promise<Reading> {
  return confirmed(ctx, { services, request, password: input.password }, async (inside) => {
    const reading = await getWaiting(inside, input.readingId)
    if (reading.askedBy === ctx.actor.memberId) throw new Refusal('notPermitted', { reason: 'secondPerson' })
    const endsAt = new Date(ctx.now.getTime() + reading.hours * 3_600_000)
    const grantId = await openReading(inside, {
      communityId: reading.communityId,
      readerId: reading.askedBy,
      endsAt,
    })
    await setOpened(inside.tx, input.readingId, { by: ctx.actor.memberId, at: ctx.now, grantId, endsAt })
    await emit(inside, readingDecided(null, { readingId: input.readingId, opened: true }))
    return getReading(inside, input.readingId)
  })
}

/** The second person refuses, or whoever asked takes it back. Refusals: readingNotFound, readingDecided. */
export async function refuseReading(
  ctx: MemberContext,
  input: { readingId: string; reason: string },
): Promise<Reading> {
  const reading = await getWaiting(ctx, input.readingId)
  const isOwn = reading.askedBy === ctx.actor.memberId
  await setRefused(ctx.tx, input.readingId, {
    by: isOwn ? null : ctx.actor.memberId,
    at: ctx.now,
    reason: input.reason,
  })
  await audit(ctx, isOwn ? 'privacy.readingWithdrawn' : 'privacy.readingRefused', input.readingId)
  if (!isOwn) await emit(ctx, readingDecided(null, { readingId: input.readingId, opened: false }))
  return getReading(ctx, input.readingId)
}

/** Ends it now: the next request of whoever reads finds nothing. Refusals: readingNotFound, readingDecided. */
export async function endReadingNow(ctx: MemberContext, readingId: string): Promise<Reading> {
  const reading = await lockReading(ctx.tx, readingId)
  if (!reading) throw new Refusal('readingNotFound')
  if (!reading.grantId || !reading.endsAt || reading.endsAt <= ctx.now) throw new Refusal('readingDecided')
  await endReading(ctx, reading.communityId, reading.grantId)
  await setEnded(ctx.tx, readingId, ctx.actor.memberId, ctx.now)
  return getReading(ctx, readingId)
}

/** Tells the members of what is over since the announced time. Emits readingTold for each. */
export async function tellMembers(ctx: Context): Promise<void> {
  for (const { id } of await takeReadingsToTell(ctx.tx, ctx.now))
    await emit(ctx, readingTold(null, { readingId: id }))
}

async function getWaiting(ctx: MemberContext, readingId: string) {
  const reading = await lockReading(ctx.tx, readingId)
  if (!reading) throw new Refusal('readingNotFound')
  if (!reading.isWaiting) throw new Refusal('readingDecided')
  return reading
}
