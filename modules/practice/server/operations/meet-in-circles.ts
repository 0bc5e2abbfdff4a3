import type { CircleCard, CircleEntry } from '#modules/practice/contract.ts'
import { circleSpoken } from '#modules/practice/events.ts'
import type { EntryKind } from '#modules/practice/words.ts'
import type { MemberContext } from '#platform/context.ts'
import { pageOf, readCursor } from '#platform/db/keyset.ts'
import { emit } from '#platform/events/events.ts'
import { newId } from '#platform/ids.ts'
import { cleanText } from '#platform/shared/local-text.ts'
import { enforce, Refusal } from '#platform/shared/refusal.ts'
import {
  deleteEntry,
  deleteSeat,
  findCircle,
  findCircleOfEntry,
  findEntry,
  findNames,
  insertCircle,
  insertEntry,
  insertMeeting,
  insertReply,
  insertSeat,
  isManager,
  listCircles,
  listEntries,
  listMeetings,
  listSeatIds,
  lockCircle,
} from '../queries/circles.ts'

/** The network is that of managers, of whichever community. Refuses 403 `managersOnly`. */
export async function checkManager(ctx: MemberContext): Promise<void> {
  enforce((await isManager(ctx.tx, ctx.actor.memberId)) || 'managersOnly')
}

/** A circle in which the caller sits: what is said in it does not exist for anybody else. */
async function getCircle(ctx: MemberContext, circleId: string): Promise<CircleCard> {
  await checkManager(ctx)
  const circle = await findCircle(ctx.tx, ctx.actor.memberId, ctx.now, circleId)
  if (!circle?.isMine) throw new Refusal('circleNotFound')
  return circle
}

export async function readCircles(ctx: MemberContext): Promise<{ items: CircleCard[] }> {
  await checkManager(ctx)
  return { items: await listCircles(ctx.tx, ctx.actor.memberId, ctx.now) }
}

export async function beginCircle(
  ctx: MemberContext,
  input: { name: string; purpose?: string | null | undefined; seats?: number | undefined },
): Promise<CircleCard> {
  await checkManager(ctx)
  const name = cleanText(input.name)
  if (!name) throw new Refusal('textMissing')
  const id = newId(ctx.now.getTime())
  await insertCircle(ctx.tx, {
    id,
    name,
    purpose: cleanText(input.purpose),
    seats: input.seats ?? 8,
    at: ctx.now,
    by: ctx.actor.memberId,
  })
  await insertSeat(ctx.tx, id, ctx.actor.memberId, ctx.now)
  return getCircle(ctx, id)
}

/** Refusals: circleNotFound, circleFull. Sitting already changes nothing. */
export async function takeSeat(ctx: MemberContext, circleId: string): Promise<void> {
  await checkManager(ctx)
  const circle = await lockCircle(ctx.tx, circleId)
  if (!circle) throw new Refusal('circleNotFound')
  const seated = await listSeatIds(ctx.tx, circleId)
  if (seated.includes(ctx.actor.memberId)) return
  if (seated.length >= circle.seats) throw new Refusal('circleFull')
  await insertSeat(ctx.tx, circleId, ctx.actor.memberId, ctx.now)
}
export async function leaveSeat(ctx: MemberContext, circleId: string): Promise<void> {
  await checkManager(ctx)
  if ((await deleteSeat(ctx.tx, circleId, ctx.actor.memberId)) === 0) throw new Refusal('circleNotFound')
}

export async function readCircle(
  ctx: MemberContext,
  input: { circleId: string; cursor?: string; limit?: number },
) {
  const circle = await getCircle(ctx, input.circleId)
  const limit = input.limit ?? 20
  const rows = await listEntries(
    ctx.tx,
    ctx.actor.memberId,
    circle.id,
    readCursor(input.cursor, 'string', 'string') as [string | null, string | null],
    limit,
  )
  return {
    circle,
    meetings: await listMeetings(ctx.tx, circle.id, ctx.now),
    ...pageOf(
      rows,
      limit,
      (row) => [row.exactAt, row.id],
      (row): CircleEntry => row,
    ),
  }
}

/** A text that names nobody of the communities that its writer keeps. Refusal `namesInText` says which names. */
async function withoutNames(ctx: MemberContext, words: string): Promise<string> {
  const text = cleanText(words)
  if (!text) throw new Refusal('textMissing')
  const names = await findNames(ctx.tx, ctx.actor.memberId, text)
  if (names.length > 0) throw new Refusal('namesInText', { names })
  return text
}

async function tellOthers(ctx: MemberContext, circleId: string): Promise<void> {
  const memberIds = (await listSeatIds(ctx.tx, circleId)).filter((id) => id !== ctx.actor.memberId)
  if (memberIds.length > 0) await emit(ctx, circleSpoken(null, { circleId, memberIds }))
}

export async function speakInCircle(
  ctx: MemberContext,
  input: { circleId: string; kind: EntryKind; text: string },
): Promise<CircleEntry> {
  const circle = await getCircle(ctx, input.circleId)
  const text = await withoutNames(ctx, input.text)
  const id = newId(ctx.now.getTime())
  await insertEntry(ctx.tx, {
    id,
    circleId: circle.id,
    kind: input.kind,
    authorId: ctx.actor.memberId,
    text,
    at: ctx.now,
  })
  await tellOthers(ctx, circle.id)
  return (await findEntry(ctx.tx, ctx.actor.memberId, id))!
}

export async function answerEntry(
  ctx: MemberContext,
  input: { entryId: string; text: string },
): Promise<void> {
  await checkManager(ctx)
  const place = await findCircleOfEntry(ctx.tx, input.entryId, ctx.actor.memberId)
  if (!place) throw new Refusal('entryNotFound')
  const text = await withoutNames(ctx, input.text)
  await insertReply(ctx.tx, {
    id: newId(ctx.now.getTime()),
    entryId: input.entryId,
    authorId: ctx.actor.memberId,
    text,
    at: ctx.now,
  })
  await tellOthers(ctx, place.circleId)
}

export async function takeEntryAway(ctx: MemberContext, entryId: string): Promise<void> {
  await checkManager(ctx)
  if ((await deleteEntry(ctx.tx, entryId, ctx.actor.memberId)) === 0) throw new Refusal('entryNotFound')
}

export async function planMeeting(
  ctx: MemberContext,
  input: { circleId: string; startsAt: string; place: string },
): Promise<void> {
  const circle = await getCircle(ctx, input.circleId)
  const place = cleanText(input.place)
  if (!place) throw new Refusal('textMissing')
  if (Date.parse(input.startsAt) < ctx.now.getTime()) throw new Refusal('meetingInPast')
  await insertMeeting(ctx.tx, {
    id: newId(ctx.now.getTime()),
    circleId: circle.id,
    startsAt: input.startsAt,
    place,
    by: ctx.actor.memberId,
    at: ctx.now,
  })
  await tellOthers(ctx, circle.id)
}
