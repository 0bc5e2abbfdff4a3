import { getCommunityFor } from '#modules/communities/public.ts'
import type { CommunityAccess } from '#modules/communities/public.ts'
import { findVisiblePost } from '#modules/discussions/public.ts'
import type { VisiblePost } from '#modules/discussions/public.ts'
import type { PostStep, Step } from '#modules/kinds/contract.ts'
import { postWaits, stepMoved } from '#modules/kinds/events.ts'
import type { Context } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { newId } from '#platform/ids.ts'
import { cleanText } from '#platform/shared/local-text.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { clockOf, dueAtOf } from '../clock.ts'
import {
  deletePlacement,
  findPlacement,
  insertMove,
  isActiveMember,
  listSteps,
  upsertPlacement,
} from '../queries/process.ts'
import { readPostStep } from './read-board.ts'

export interface MoveInput {
  postId: string
  stepId: string
  fromStepId?: string | null | undefined
  waitsForId?: string | null | undefined
  note?: string | null | undefined
}

/**
 * A member puts a conversation at a step, or says whom it waits for. The same again changes nothing. A step whose
 * conversations wait for their author is so filled by itself. Emits stepMoved, and postWaits to whoever is waited for.
 * Refusals: `postNotFound`, `stepNotFound`, `movedMeanwhile` with the step where it is now, `waitedUnknown`.
 */
export async function moveConversation(ctx: Context, input: MoveInput): Promise<PostStep> {
  const { post, community } = await openPost(ctx, input.postId)
  const steps = await listSteps(ctx.tx, community.id)
  const step = steps.find(({ id }) => id === input.stepId)
  if (!step || community.kind !== 'process') throw new Refusal('stepNotFound')
  const now = await findPlacement(ctx.tx, post.id, community.id)
  if (input.fromStepId !== undefined && input.fromStepId !== (now?.stepId ?? null) && now?.stepId !== step.id)
    throw new Refusal('movedMeanwhile', { stepId: now?.stepId ?? null })
  const isMove = now?.stepId !== step.id
  const waitsForId = await waitedFor(
    ctx,
    community,
    post,
    step,
    input,
    isMove ? null : (now?.waitsForId ?? null),
  )
  const note = input.note === undefined ? (isMove ? null : (now?.note ?? null)) : cleanText(input.note)
  if (!isMove && waitsForId === now.waitsForId && note === now.note) return readPostStep(ctx, post.id)
  const clock = await clockOf(ctx, community.siteId)
  const by = ctx.actor.kind === 'member' ? ctx.actor.memberId : null
  const enteredAt = isMove ? ctx.now : now.enteredAt
  await upsertPlacement(ctx.tx, {
    postId: post.id,
    communityId: community.id,
    stepId: step.id,
    enteredAt,
    dueAt: isMove ? dueAtOf(clock, step, enteredAt) : now.dueAt,
    waitsForId,
    note,
    by,
  })
  const moveId = newId(ctx.now.getTime())
  await insertMove(ctx.tx, {
    id: moveId,
    communityId: community.id,
    postId: post.id,
    fromStepId: now?.stepId ?? null,
    toStepId: step.id,
    enteredAt: now?.enteredAt ?? null,
    dueAt: now?.dueAt ?? null,
    spentMinutes: now && isMove ? Math.round(clock.hoursBetween(now.enteredAt, ctx.now) * 60) : null,
    waitsForId,
    note,
    by,
    at: ctx.now,
  })
  await emit(ctx, stepMoved(community.id, { postId: post.id }))
  if (waitsForId && waitsForId !== now?.waitsForId && waitsForId !== by)
    await emit(ctx, postWaits(community.id, { postId: post.id, memberId: waitsForId, moveId }))
  return readPostStep(ctx, post.id)
}

async function waitedFor(
  ctx: Context,
  community: CommunityAccess,
  post: VisiblePost,
  step: Step,
  input: MoveInput,
  before: string | null,
): Promise<string | null> {
  if (input.waitsForId) {
    if (!(await isActiveMember(ctx.tx, community.id, input.waitsForId))) throw new Refusal('waitedUnknown')
    return input.waitsForId
  }
  if (input.waitsForId === null || step.ends) return null
  const byItself = step.waitsFor === 'author' && before === null
  return byItself && (await isActiveMember(ctx.tx, community.id, post.authorId)) ? post.authorId : before
}

/** Takes a conversation off the board; its moves stay. Refusals: `postNotFound`, `notOnBoard`. */
export async function takeOffBoard(ctx: Context, postId: string): Promise<PostStep> {
  const { post, community } = await openPost(ctx, postId)
  const now = await findPlacement(ctx.tx, post.id, community.id)
  if (!now) throw new Refusal('notOnBoard')
  const clock = await clockOf(ctx, community.siteId)
  await deletePlacement(ctx.tx, post.id)
  await insertMove(ctx.tx, {
    id: newId(ctx.now.getTime()),
    communityId: community.id,
    postId: post.id,
    fromStepId: now.stepId,
    toStepId: null,
    enteredAt: now.enteredAt,
    dueAt: now.dueAt,
    spentMinutes: Math.round(clock.hoursBetween(now.enteredAt, ctx.now) * 60),
    waitsForId: null,
    note: null,
    by: ctx.actor.kind === 'member' ? ctx.actor.memberId : null,
    at: ctx.now,
  })
  await emit(ctx, stepMoved(community.id, { postId: post.id }))
  return readPostStep(ctx, post.id)
}

async function openPost(ctx: Context, postId: string) {
  const post = await findVisiblePost(ctx, postId)
  if (!post || post.isDeleted) throw new Refusal('postNotFound')
  return { post, community: await getCommunityFor(ctx, post.communityId, 'participate') }
}
