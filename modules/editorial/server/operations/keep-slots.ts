import { getCommunityFor } from '#modules/communities/public.ts'
import type { SlotCard } from '#modules/editorial/contract.ts'
import { slotChanged } from '#modules/editorial/events.ts'
import type { Repeat } from '#modules/editorial/words.ts'
import type { MemberContext } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { newId } from '#platform/ids.ts'
import { cleanText } from '#platform/shared/local-text.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { addDays, dayIn } from '../days.ts'
import { findFormat } from '../queries/places.ts'
import {
  deleteFollowing,
  deleteSlot,
  endSeries,
  findLinks,
  findSlot,
  insertSeries,
  insertSlot,
  listLinkable,
  lockSlot,
  updateSlot,
} from '../queries/slots.ts'
import type { SlotChanges, SlotFacts } from '../queries/slots.ts'
import { getPlaceFacts } from '../quiet.ts'
import { composeRule, daysOf, endsBy, horizonDays } from '../recurrence.ts'

export interface AddSlot {
  community: string
  on: string
  title: string
  note?: string | null | undefined
  formatId?: string | null | undefined
  repeat?: Repeat | null | undefined
  until?: string | null | undefined
}

/** A manager puts a slot into the calendar; a repeated one gets its days up to four months ahead. */
export async function addSlot(ctx: MemberContext, input: AddSlot): Promise<SlotCard> {
  const community = await getCommunityFor(ctx, input.community, 'manage')
  const title = cleanText(input.title)
  if (!title) throw new Refusal('invalidInput', { fields: [{ field: 'body/title', problem: 'is empty' }] })
  const formatId = input.formatId ?? null
  if (formatId && !(await findFormat(ctx.tx, community.id, formatId))) throw new Refusal('formatNotFound')
  const slot = {
    communityId: community.id,
    title,
    note: cleanText(input.note),
    formatId,
    by: ctx.actor.memberId,
    at: ctx.now,
  }
  const id = newId(ctx.now.getTime())
  if (!input.repeat) {
    await insertSlot(ctx.tx, { ...slot, id, on: input.on })
  } else {
    const { timezone } = await getPlaceFacts(ctx.tx, community.siteId)
    const rule = composeRule(input.repeat, input.on, input.until ?? null)
    const today = dayIn(ctx.now, timezone)
    const horizon = addDays(input.on > today ? input.on : today, horizonDays)
    const seriesId = newId(ctx.now.getTime())
    const done = endsBy(rule, horizon)
    await insertSeries(ctx.tx, {
      id: seriesId,
      communityId: community.id,
      rule,
      firstDay: input.on,
      until: horizon,
      done,
    })
    // The first day is the one that was chosen, whatever the rule says of it.
    for (const on of new Set([input.on, ...daysOf(rule, input.on, input.on, horizon)]))
      await insertSlot(ctx.tx, { ...slot, id: on === input.on ? id : newId(ctx.now.getTime()), seriesId, on })
  }
  await emit(ctx, slotChanged(community.id, { slotId: id }))
  return (await findSlot(ctx.tx, community.id, id))!
}

async function getSlotToChange(
  ctx: MemberContext,
  idOrSlug: string,
  slotId: string,
): Promise<{ communityId: string; slot: SlotFacts }> {
  const community = await getCommunityFor(ctx, idOrSlug, 'manage')
  const slot = await lockSlot(ctx.tx, community.id, slotId)
  if (!slot) throw new Refusal('slotNotFound')
  return { communityId: community.id, slot }
}

/** Moves, renames, says how far it is, links. Linking to what was published says that it was. */
export async function changeSlot(
  ctx: MemberContext,
  { community, slotId, ...input }: SlotChanges & { community: string; slotId: string },
): Promise<SlotCard> {
  const { communityId, slot } = await getSlotToChange(ctx, community, slotId)
  const changes: SlotChanges = { ...input }
  if (changes.title !== undefined) changes.title = cleanText(changes.title) ?? slot.title
  if (changes.note !== undefined) changes.note = cleanText(changes.note)
  if (changes.formatId && !(await findFormat(ctx.tx, communityId, changes.formatId)))
    throw new Refusal('formatNotFound')
  const links = {
    postId: changes.postId ?? null,
    pageId: changes.pageId ?? null,
    gatheringId: changes.gatheringId ?? null,
  }
  if (!(await findLinks(ctx.tx, communityId, links))) throw new Refusal('linkNotHere')
  if (changes.state === undefined && (links.postId || links.pageId)) changes.state = 'published'
  if (changes.state === 'skipped') {
    changes.skipReason = cleanText(changes.skipReason)
    if (!changes.skipReason) throw new Refusal('skipReasonMissing')
  } else if (changes.state !== undefined || slot.state !== 'skipped') changes.skipReason = null
  await updateSlot(ctx.tx, slotId, changes, ctx.now)
  await emit(ctx, slotChanged(communityId, { slotId }))
  return (await findSlot(ctx.tx, communityId, slotId))!
}

/** Takes a slot out; `following`: it and all of its series from that day, which then ends. */
export async function removeSlot(
  ctx: MemberContext,
  input: { community: string; slotId: string; following?: boolean | undefined },
): Promise<void> {
  const { communityId, slot } = await getSlotToChange(ctx, input.community, input.slotId)
  if (input.following && slot.seriesId) {
    await endSeries(ctx.tx, slot.seriesId)
    await deleteFollowing(ctx.tx, slot.seriesId, slot.on)
  }
  await deleteSlot(ctx.tx, slot.id)
  await emit(ctx, slotChanged(communityId, { slotId: slot.id }))
}

/** What a slot may link to. */
export async function readLinks(ctx: MemberContext, input: { community: string; slotId: string }) {
  const community = await getCommunityFor(ctx, input.community, 'manage')
  if (!(await findSlot(ctx.tx, community.id, input.slotId))) throw new Refusal('slotNotFound')
  return listLinkable(ctx.tx, community.id)
}
