import { getCommunityFor, publishCharter, saveCharterDraft, setLevel } from '#modules/communities/public.ts'
import type { CommunityAccess } from '#modules/communities/public.ts'
import { unpinAll, updateCardsOfCommunity } from '#modules/discussions/public.ts'
import { roomNotice } from '#modules/sponsorship/contract.ts'
import type { Room } from '#modules/sponsorship/contract.ts'
import { roomAnnounced, roomChanged } from '#modules/sponsorship/events.ts'
import type { Context, MemberContext } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { newId } from '#platform/ids.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { roomArticle } from '../room-article.ts'
import { listCharterArticles } from '../queries/charter.ts'
import {
  findRoom,
  insertRoom,
  listDueRooms,
  setRoomEnded,
  setRoomEnding,
  setRoomStarted,
} from '../queries/room.ts'
import type { RoomRow } from '../queries/room.ts'
import { dayOf } from '../views.ts'

const dayAfter = (now: Date, days: number): string => dayOf(new Date(now.getTime() + days * 86_400_000))

/** Whether a community is a room without hierarchy, since when and until when, for whoever reads it. */
export async function readRoom(ctx: MemberContext, idOrSlug: string): Promise<Room> {
  const community = await getCommunityFor(ctx, idOrSlug, 'read')
  return viewRoom(await findRoom(ctx.tx, community.id), community)
}

function viewRoom(room: RoomRow | undefined, community: CommunityAccess): Room {
  const state = !room ? 'none' : room.endsOn ? 'ending' : room.startedAt ? 'inForce' : 'announced'
  return {
    state,
    why: room?.why ?? null,
    announcedBy: room?.announcedBy ?? null,
    announcedOn: room ? dayOf(room.announcedAt) : null,
    startsOn: room?.startsOn ?? null,
    endsOn: room?.endsOn ?? null,
    endWhy: room?.endWhy ?? null,
    mayChange: community.can.manage,
  }
}

/**
 * A manager announces that titles, entities and marks of rank will be left out here, seven days before at least. The
 * charter gets an article where there is one, members are told. Emits roomAnnounced.
 */
export async function announceRoom(
  ctx: MemberContext,
  input: { community: string; why: string; startsOn?: string | undefined },
): Promise<Room> {
  const community = await getCommunityFor(ctx, input.community, 'manage')
  const startsOn = input.startsOn ?? dayAfter(ctx.now, roomNotice)
  if (startsOn < dayAfter(ctx.now, roomNotice)) throw new Refusal('noticeTooShort')
  if (startsOn > dayAfter(ctx.now, 365))
    throw new Refusal('invalidInput', { fields: [{ field: 'body/startsOn', problem: 'is too far' }] })
  const id = newId(ctx.now.getTime())
  const announced = await insertRoom(ctx.tx, {
    id,
    communityId: community.id,
    why: input.why.trim(),
    startsOn,
    by: ctx.actor.memberId,
    now: ctx.now,
  })
  if (!announced) throw new Refusal('roomAnnounced')
  await amendCharter(ctx, community, true)
  await emit(ctx, roomAnnounced(community.id, { roomId: id, ending: false }))
  return viewRoom(await findRoom(ctx.tx, community.id), community)
}

/** The charter says it in an article of its own, as its next version; a community without charter has the banner. */
async function amendCharter(ctx: MemberContext, community: CommunityAccess, isOn: boolean): Promise<void> {
  if (community.charterVersion === null) return
  const standing = await listCharterArticles(ctx.tx, community.id, community.charterVersion)
  const others = standing.filter(({ title }) => title.fr !== roomArticle.title.fr)
  const articles = isOn ? [...others, roomArticle] : others
  if (articles.length === standing.length && isOn === standing.length > others.length) return
  await saveCharterDraft(ctx, { community: community.id, articles })
  await publishCharter(ctx, community.id)
}

/** A manager announces the end, seven days before; what has not begun is called off at once. Emits roomAnnounced. */
export async function endRoom(ctx: MemberContext, input: { community: string; why: string }): Promise<Room> {
  const community = await getCommunityFor(ctx, input.community, 'manage')
  const room = await findRoom(ctx.tx, community.id)
  if (!room || room.endsOn) throw new Refusal('roomNotStanding')
  await setRoomEnding(ctx.tx, {
    id: room.id,
    why: input.why.trim(),
    endsOn: room.startedAt ? dayAfter(ctx.now, roomNotice) : dayOf(ctx.now),
    by: ctx.actor.memberId,
    now: ctx.now,
  })
  if (!room.startedAt) {
    await setRoomEnded(ctx.tx, room.id, ctx.now)
    await amendCharter(ctx, community, false)
  }
  await emit(ctx, roomAnnounced(community.id, { roomId: room.id, ending: true }))
  return viewRoom(await findRoom(ctx.tx, community.id), community)
}

/** Opens and ends the rooms whose day has come. Emits roomChanged. */
export async function turnRooms(ctx: Context): Promise<void> {
  for (const room of await listDueRooms(ctx.tx, dayOf(ctx.now))) {
    const isLevel = room.startedAt === null && !room.endsOn
    await openOrEnd(ctx, room, isLevel)
    await emit(ctx, roomChanged(room.communityId, { roomId: room.id, isLevel }))
  }
}

/** The flag, and every card rendered before it; nobody's post stays put forward. */
export async function openOrEnd(
  ctx: Context,
  room: Pick<RoomRow, 'id' | 'communityId'>,
  isLevel: boolean,
): Promise<void> {
  await setLevel(ctx, room.communityId, isLevel)
  if (isLevel) {
    await setRoomStarted(ctx.tx, room.id, ctx.now)
    await unpinAll(ctx.tx, room.communityId)
  } else await setRoomEnded(ctx.tx, room.id, ctx.now)
  await updateCardsOfCommunity(ctx.tx, room.communityId)
}
