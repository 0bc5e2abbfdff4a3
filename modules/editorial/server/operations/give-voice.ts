import { getCommunityFor } from '#modules/communities/public.ts'
import type { SlotCard, Turn, Voices } from '#modules/editorial/contract.ts'
import { slotChanged, turnAnswered, turnAsked } from '#modules/editorial/events.ts'
import { logAccess } from '#modules/people/public.ts'
import type { MemberContext } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { newId } from '#platform/ids.ts'
import { cleanText } from '#platform/shared/local-text.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { dayIn } from '../days.ts'
import { canBeAsked, isOpen } from '../policy.ts'
import { findSlot, lockAnySlot, lockSlot, updateSlot } from '../queries/slots.ts'
import {
  addRound,
  countOwnVoice,
  deleteVolunteer,
  findAcceptedTurn,
  findOpenTurns,
  findOwnPost,
  findOwnVolunteer,
  findSpeaker,
  findVolunteer,
  insertTurn,
  listCandidates,
  listOwnTurns,
  listUnheardEntities,
  listVolunteers,
  lockTurn,
  setAnswer,
  setVolunteer,
} from '../queries/voices.ts'
import { getPlaceFacts } from '../quiet.ts'

/** Who could speak next. The people shown find the look in their access log. */
export async function readVoices(
  ctx: MemberContext,
  input: { community: string; slot?: string | undefined },
): Promise<Voices> {
  const community = await getCommunityFor(ctx, input.community, 'manage')
  const slot = input.slot ? await findSlot(ctx.tx, community.id, input.slot) : undefined
  if (input.slot && !slot) throw new Refusal('slotNotFound')
  const { timezone } = await getPlaceFacts(ctx.tx, community.siteId)
  const day = slot?.on ?? dayIn(ctx.now, timezone)
  const volunteers = await listVolunteers(ctx.tx, community.id, day)
  const candidates = await listCandidates(ctx.tx, community.id, {
    day,
    title: slot?.title ?? '',
    now: ctx.now,
  })
  const subjects = [...volunteers, ...candidates].map(({ member }) => member.id)
  if (subjects.length > 0)
    await logAccess(ctx, {
      viewerRole: 'manager',
      communityId: community.id,
      screen: 'calendar',
      purpose: 'letOthersSpeak',
      subjects,
      fields: ['displayName', 'reason', 'spokeOn'],
    })
  return {
    volunteers,
    candidates,
    entities: await listUnheardEntities(ctx.tx, community.id, ctx.now),
    own: await countOwnVoice(ctx.tx, community.id, ctx.actor.memberId, ctx.now),
  }
}

async function getOpenSlot(ctx: MemberContext, idOrSlug: string, slotId: string) {
  const community = await getCommunityFor(ctx, idOrSlug, 'manage')
  const slot = await lockSlot(ctx.tx, community.id, slotId)
  if (!slot) throw new Refusal('slotNotFound')
  if (!isOpen(slot.state)) throw new Refusal('slotOver')
  return { community, slot }
}

/**
 * A manager asks somebody to speak. Refusals: speakerNotMember, speakerAway, notTheirTurn (others who are willing come
 * first), alreadyAsked. Emits turnAsked.
 */
export async function askToSpeak(
  ctx: MemberContext,
  input: { community: string; slotId: string; memberId: string; note?: string | null | undefined },
): Promise<SlotCard> {
  const { community, slot } = await getOpenSlot(ctx, input.community, input.slotId)
  const speaker = await findSpeaker(ctx.tx, community.id, input.memberId, slot.on)
  if (!speaker) throw new Refusal('speakerNotMember')
  if (speaker.isAway) throw new Refusal('speakerAway')
  if ((await findOpenTurns(ctx.tx, slot.id)).length > 0 || slot.speakerId) throw new Refusal('alreadyAsked')
  const refused = canBeAsked(await findVolunteer(ctx.tx, community.id, input.memberId, slot.on))
  if (refused !== true) throw new Refusal(refused)
  const turnId = newId(ctx.now.getTime())
  const isSelf = input.memberId === ctx.actor.memberId
  await insertTurn(ctx.tx, {
    id: turnId,
    slotId: slot.id,
    memberId: input.memberId,
    askedBy: ctx.actor.memberId,
    swapFrom: null,
    note: cleanText(input.note),
    at: ctx.now,
    ...(isSelf && { answer: 'accepted' }),
  })
  await updateSlot(
    ctx.tx,
    slot.id,
    isSelf ? { speakerId: input.memberId } : slot.state === 'idea' ? { state: 'asked' } : {},
    ctx.now,
  )
  if (isSelf) await addRound(ctx.tx, community.id, input.memberId, 1)
  else
    await emit(
      ctx,
      turnAsked(community.id, { memberId: input.memberId, turnId, slotId: slot.id, isSwap: false }),
    )
  await emit(ctx, slotChanged(community.id, { slotId: slot.id }))
  return (await findSlot(ctx.tx, community.id, slot.id))!
}

/** Takes the request back, or frees the slot of its speaker, whose turn is then still to come. */
export async function takeBack(
  ctx: MemberContext,
  input: { community: string; slotId: string },
): Promise<SlotCard> {
  const { community, slot } = await getOpenSlot(ctx, input.community, input.slotId)
  for (const turn of await findOpenTurns(ctx.tx, slot.id))
    await setAnswer(ctx.tx, turn.id, 'withdrawn', ctx.now)
  if (slot.speakerId) {
    const turn = await findAcceptedTurn(ctx.tx, slot.id, slot.speakerId)
    if (turn) {
      await setAnswer(ctx.tx, turn.id, 'withdrawn', ctx.now)
      await addRound(ctx.tx, community.id, slot.speakerId, -1)
    }
  }
  await updateSlot(ctx.tx, slot.id, { speakerId: null, state: 'idea' }, ctx.now)
  await emit(ctx, slotChanged(community.id, { slotId: slot.id }))
  return (await findSlot(ctx.tx, community.id, slot.id))!
}

/** Turns of the caller. One statement. */
export const readTurns = async (ctx: MemberContext): Promise<{ turns: Turn[] }> => ({
  turns: await listOwnTurns(
    ctx.tx,
    { id: ctx.actor.memberId, isEmployee: ctx.actor.memberKind === 'employee' },
    ctx.now.toISOString().slice(0, 10),
  ),
})

/**
 * The person says yes, "not this time" (which counts as their turn of this round, without a reason), or asks another
 * volunteer to change. Emits turnAnswered to whoever asked.
 */
export async function answerTurn(
  ctx: MemberContext,
  input: { turnId: string; answer: 'accepted' | 'declined' | 'swap'; withMemberId?: string | undefined },
): Promise<void> {
  const me = ctx.actor.memberId
  const turn = await lockTurn(ctx.tx, input.turnId, me)
  const slot = turn && (await lockAnySlot(ctx.tx, turn.slotId))
  if (!turn || !slot) throw new Refusal('turnNotFound')
  await getCommunityFor(ctx, slot.communityId, 'read')
  if (!isOpen(slot.state)) throw new Refusal('slotOver')
  if (input.answer === 'swap') return askSwap(ctx, { turn, slot, withMemberId: input.withMemberId })
  // Who accepted may still step back.
  const stepsBack = turn.answer === 'accepted' && input.answer === 'declined' && slot.speakerId === me
  if (turn.answer !== null && !stepsBack) throw new Refusal('alreadyAnswered')
  await setAnswer(ctx.tx, turn.id, input.answer, ctx.now)
  if (input.answer === 'accepted') {
    if (turn.swapFrom) await endSwap(ctx, slot, turn.swapFrom)
    await updateSlot(
      ctx.tx,
      slot.id,
      { speakerId: me, ...(slot.state === 'idea' && { state: 'asked' as const }) },
      ctx.now,
    )
  } else if (!turn.swapFrom) await updateSlot(ctx.tx, slot.id, { speakerId: null, state: 'idea' }, ctx.now)
  if (!stepsBack && !(turn.swapFrom && input.answer === 'declined'))
    await addRound(ctx.tx, slot.communityId, me, 1)
  for (const memberId of new Set([turn.askedBy, turn.swapFrom]))
    if (memberId && memberId !== me)
      await emit(ctx, turnAnswered(slot.communityId, { memberId, slotId: slot.id, answer: input.answer }))
  await emit(ctx, slotChanged(slot.communityId, { slotId: slot.id }))
}

type OpenTurn = NonNullable<Awaited<ReturnType<typeof lockTurn>>>
type Slot = NonNullable<Awaited<ReturnType<typeof lockAnySlot>>>

/** The other person becomes the speaker only once they say yes; until then nothing changes. */
async function askSwap(
  ctx: MemberContext,
  { turn, slot, withMemberId }: { turn: OpenTurn; slot: Slot; withMemberId: string | undefined },
): Promise<void> {
  const me = ctx.actor.memberId
  const isMine = turn.answer === null || (turn.answer === 'accepted' && slot.speakerId === me)
  const other = withMemberId && withMemberId !== me ? withMemberId : undefined
  if (!isMine || turn.swapFrom || !other) throw new Refusal('swapNotPossible')
  const volunteer = await findOwnVolunteer(ctx.tx, slot.communityId, other)
  const speaker = await findSpeaker(ctx.tx, slot.communityId, other, slot.on)
  if (!volunteer || !speaker || speaker.isAway) throw new Refusal('swapNotPossible')
  if ((await findOpenTurns(ctx.tx, slot.id)).some(({ swapFrom }) => swapFrom !== null))
    throw new Refusal('alreadyAsked')
  const turnId = newId(ctx.now.getTime())
  await insertTurn(ctx.tx, {
    id: turnId,
    slotId: slot.id,
    memberId: other,
    askedBy: turn.askedBy,
    swapFrom: me,
    note: null,
    at: ctx.now,
  })
  await emit(ctx, turnAsked(slot.communityId, { memberId: other, turnId, slotId: slot.id, isSwap: true }))
}

/** Who gave their turn away has theirs still to come. */
async function endSwap(ctx: MemberContext, slot: Slot, from: string): Promise<void> {
  const accepted = await findAcceptedTurn(ctx.tx, slot.id, from)
  if (accepted) {
    await setAnswer(ctx.tx, accepted.id, 'swapped', ctx.now)
    await addRound(ctx.tx, slot.communityId, from, -1)
  }
  for (const open of await findOpenTurns(ctx.tx, slot.id))
    if (open.memberId === from) await setAnswer(ctx.tx, open.id, 'swapped', ctx.now)
}

/** The speaker says which post of theirs it became. */
export async function linkPublication(
  ctx: MemberContext,
  input: { turnId: string; postId: string },
): Promise<void> {
  const turn = await lockTurn(ctx.tx, input.turnId, ctx.actor.memberId)
  const slot = turn && (await lockAnySlot(ctx.tx, turn.slotId))
  if (!slot || turn?.answer !== 'accepted' || slot.speakerId !== ctx.actor.memberId)
    throw new Refusal('turnNotFound')
  if (!(await findOwnPost(ctx.tx, slot.communityId, ctx.actor.memberId, input.postId)))
    throw new Refusal('postNotYours')
  await updateSlot(ctx.tx, slot.id, { postId: input.postId, state: 'published', skipReason: null }, ctx.now)
  await emit(ctx, slotChanged(slot.communityId, { slotId: slot.id }))
}

export async function readVolunteer(ctx: MemberContext, idOrSlug: string) {
  const community = await getCommunityFor(ctx, idOrSlug, 'participate')
  const own = await findOwnVolunteer(ctx.tx, community.id, ctx.actor.memberId)
  return { isVolunteer: own !== undefined, subject: own?.subject ?? null }
}
/** A member is willing to speak; who comes later begins with the round that runs. */
export async function volunteer(
  ctx: MemberContext,
  input: { community: string; subject?: string | null | undefined },
): Promise<void> {
  const community = await getCommunityFor(ctx, input.community, 'participate')
  await setVolunteer(ctx.tx, community.id, ctx.actor.memberId, cleanText(input.subject), ctx.now)
}
export async function stepDown(ctx: MemberContext, idOrSlug: string): Promise<void> {
  const community = await getCommunityFor(ctx, idOrSlug, 'read')
  await deleteVolunteer(ctx.tx, community.id, ctx.actor.memberId)
}
