import type { Accelerator, Card, CardKind, Channel } from '#modules/programmes/contract.ts'
import { programmeCardGiven } from '#modules/programmes/events.ts'
import { usualColumn } from '#modules/programmes/words.ts'
import type { MemberContext } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { newId } from '#platform/ids.ts'
import { cleanText } from '#platform/shared/local-text.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { getForCircle, getProgrammeFor, getToLead, holdRunning, todayOf, viewerOf } from '../access.ts'
import type { ProgrammeAccess } from '../access.ts'
import {
  deleteCard,
  findCard,
  insertCard,
  listCards,
  listLinkableGatherings,
  listLinkablePosts,
  moveCard,
  populationExists,
  setCardState,
  updateCard,
} from '../queries/cards.ts'
import { couldRead } from '../queries/people.ts'

/** Every card, by column and place. For leaders and sponsor. */
export async function readBoard(ctx: MemberContext, programmeId: string): Promise<{ cards: Card[] }> {
  const programme = await getForCircle(ctx, programmeId)
  return { cards: await listCards(ctx.tx, viewerOf(ctx), programme.id, todayOf(ctx), null) }
}

export interface CardInput {
  programmeId: string
  title: string
  detail?: string | null | undefined
  ownerId?: string | null | undefined
  on?: string | null | undefined
  populationId?: string | null | undefined
  channel?: Channel | null | undefined
  who?: string | null | undefined
  places?: number | null | undefined
  nextStep?: string | null | undefined
  postId?: string | null | undefined
  gatheringId?: string | null | undefined
}

/** What is written, with what it points at checked: an owner who can read the programme, things of its communities. */
async function getWords(
  ctx: MemberContext,
  programme: ProgrammeAccess,
  input: CardInput,
  before: { ownerId: string | null; postId: string | null; gatheringId: string | null },
) {
  const { ownerId = null, populationId = null, postId = null, gatheringId = null } = input
  const viewer = viewerOf(ctx)
  if (ownerId && ownerId !== before.ownerId && !(await couldRead(ctx.tx, programme.id, ownerId)))
    throw new Refusal('programmeUnreadableToThem')
  if (populationId && !(await populationExists(ctx.tx, programme.id, populationId)))
    throw new Refusal('populationNotFound')
  if (postId && postId !== before.postId) {
    const [post] = await listLinkablePosts(ctx.tx, viewer, programme.id, postId)
    if (!post) throw new Refusal('programmeLinkNotHere')
  }
  if (gatheringId && gatheringId !== before.gatheringId) {
    const [gathering] = await listLinkableGatherings(ctx.tx, viewer, programme.id, gatheringId, ctx.now)
    if (!gathering) throw new Refusal('programmeLinkNotHere')
  }
  return {
    title: cleanText(input.title)!,
    detail: cleanText(input.detail),
    ownerId,
    on: input.on ?? null,
    populationId,
    channel: input.channel ?? null,
    who: cleanText(input.who),
    places: input.places ?? null,
    nextStep: cleanText(input.nextStep),
    postId,
    gatheringId,
  }
}

const tellOwner = async (ctx: MemberContext, programmeId: string, cardId: string, ownerId: string | null) => {
  if (ownerId && ownerId !== ctx.actor.memberId)
    await emit(ctx, programmeCardGiven(null, { programmeId, cardId, memberId: ownerId }))
}

/** Adds a card at the end of a column; by default the one where its kind usually belongs. Tells its owner. */
export async function addCard(
  ctx: MemberContext,
  input: CardInput & { kind: CardKind; accelerator?: Accelerator | undefined },
): Promise<Card> {
  const programme = await getToLead(ctx, input.programmeId)
  const words = await getWords(ctx, programme, input, { ownerId: null, postId: null, gatheringId: null })
  const id = newId(ctx.now.getTime())
  await insertCard(ctx.tx, {
    ...words,
    id,
    programmeId: programme.id,
    kind: input.kind,
    accelerator: input.accelerator ?? usualColumn[input.kind],
    by: ctx.actor.memberId,
    at: ctx.now,
  })
  // A quick win that was already told is done.
  if (input.kind === 'win' && words.postId) await setCardState(ctx.tx, id, 'done', null, ctx.now)
  await tellOwner(ctx, programme.id, id, words.ownerId)
  return getCard(ctx, programme.id, id)
}

async function getCard(ctx: MemberContext, programmeId: string, cardId: string) {
  const found = await findCard(ctx.tx, viewerOf(ctx), programmeId, cardId, todayOf(ctx))
  if (!found) throw new Refusal('cardNotFound')
  const { ownerId: _, ...card } = found
  return card
}

/** Changes a card; a new owner is told. */
export async function writeCard(ctx: MemberContext, input: CardInput & { cardId: string }): Promise<Card> {
  const programme = await getToLead(ctx, input.programmeId)
  const card = await findCard(ctx.tx, viewerOf(ctx), programme.id, input.cardId, todayOf(ctx))
  if (!card) throw new Refusal('cardNotFound')
  const before = {
    ownerId: card.ownerId,
    postId: card.post?.id ?? null,
    gatheringId: card.gathering?.id ?? null,
  }
  const words = await getWords(ctx, programme, input, before)
  await updateCard(ctx.tx, { ...words, id: card.id, at: ctx.now })
  if (card.kind === 'win' && words.postId && card.state === 'open')
    await setCardState(ctx.tx, card.id, 'done', card.outcome, ctx.now)
  if (words.ownerId !== card.ownerId) await tellOwner(ctx, programme.id, card.id, words.ownerId)
  return getCard(ctx, programme.id, card.id)
}

/** Moves a card to a column, before another one or to its end. */
export async function placeCard(
  ctx: MemberContext,
  input: {
    programmeId: string
    cardId: string
    accelerator: Accelerator
    before?: string | null | undefined
  },
): Promise<Card> {
  const programme = await getToLead(ctx, input.programmeId)
  const card = await getCard(ctx, programme.id, input.cardId)
  await moveCard(ctx.tx, programme.id, card.id, input.accelerator, input.before ?? null)
  return getCard(ctx, programme.id, card.id)
}

/**
 * Done and what came of it, refused and why, or open again. A leader says so, or whoever owns the card. What was
 * announced is never silently dropped: a refusal needs its reason.
 */
export async function sayCardState(
  ctx: MemberContext,
  input: {
    programmeId: string
    cardId: string
    state: 'open' | 'done' | 'refused'
    words?: string | null | undefined
  },
): Promise<Card> {
  const programme = await getProgrammeFor(ctx, input.programmeId, 'read')
  const card = await findCard(ctx.tx, viewerOf(ctx), programme.id, input.cardId, todayOf(ctx))
  if (!programme.isLeader && card?.ownerId !== ctx.actor.memberId) throw new Refusal('programmeLeadersOnly')
  if (!card) throw new Refusal('cardNotFound')
  await holdRunning(ctx, programme.id)
  const words = cleanText(input.words)
  if (input.state === 'refused' && !words) throw new Refusal('cardReasonMissing')
  await setCardState(ctx.tx, card.id, input.state, words, ctx.now)
  return getCard(ctx, programme.id, card.id)
}

/** Takes a card away. An announced action stays: it is refused with a reason instead. */
export async function dropCard(
  ctx: MemberContext,
  input: { programmeId: string; cardId: string },
): Promise<void> {
  const programme = await getToLead(ctx, input.programmeId)
  const card = await getCard(ctx, programme.id, input.cardId)
  if (card.kind === 'action') throw new Refusal('cardReasonMissing')
  await deleteCard(ctx.tx, card.id)
}

/** What a card may link to. */
export async function readLinks(ctx: MemberContext, programmeId: string) {
  const programme = await getToLead(ctx, programmeId)
  const viewer = viewerOf(ctx)
  return {
    posts: await listLinkablePosts(ctx.tx, viewer, programme.id, null),
    gatherings: await listLinkableGatherings(ctx.tx, viewer, programme.id, null, ctx.now),
  }
}
