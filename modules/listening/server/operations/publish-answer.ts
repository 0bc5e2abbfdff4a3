import type { ThemeDetail } from '#modules/listening/contract.ts'
import { actionChanged, actionPromised, answerPublished, themeClosed } from '#modules/listening/events.ts'
import { publishPost } from '#modules/discussions/public.ts'
import type { MemberContext } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { getTheme, todayOf } from '../access.ts'
import { canClose } from '../policy.ts'
import { writeAnswerPost, writeClosurePost } from '../post.ts'
import {
  findActionToChange,
  insertClosure,
  setActionDone,
  setActionDue,
  setPublished,
} from '../queries/decisions.ts'
import type { ActionRow } from '../queries/decisions.ts'
import { findWholeTheme } from '../queries/themes.ts'
import { viewTheme } from './view-theme.ts'

/** Publishes the answer where it was heard: a post of the manager that quotes it. Emits answerPublished. */
export async function publishAnswer(
  ctx: MemberContext,
  input: { themeId: string; intro?: string | null | undefined },
): Promise<ThemeDetail> {
  const { theme, community } = await getTheme(ctx, input.themeId, 'manage', { toChange: true })
  if (theme.state !== 'decided') throw new Refusal('notThisState', { state: theme.state })
  const whole = (await findWholeTheme(ctx.tx, ctx.actor.memberId, todayOf(ctx), theme.id))!
  const { card } = await publishPost(ctx, {
    communityId: community.id,
    kind: 'news',
    language: theme.language,
    ...writeAnswerPost(whole, {
      language: theme.language,
      slug: community.slug,
      intro: input.intro?.trim() || null,
    }),
  })
  await setPublished(ctx.tx, theme.id, ctx.actor.memberId, card.id, ctx.now)
  await emit(ctx, answerPublished(community.id, { themeId: theme.id, postId: card.id }))
  for (const { id, owner } of whole.answer!.weDo)
    if (owner && owner.id !== whole.decision?.decider.id)
      await emit(ctx, actionPromised(community.id, { themeId: theme.id, memberId: owner.id, actionId: id }))
  return viewTheme(ctx, community, theme.id)
}

/** Closes a theme without an answer: never silently, the reason is a post. Emits themeClosed. */
export async function closeTheme(
  ctx: MemberContext,
  input: { themeId: string; reason: string },
): Promise<ThemeDetail> {
  const { theme, community } = await getTheme(ctx, input.themeId, 'manage', { toChange: true })
  if (!canClose(theme)) throw new Refusal('notThisState', { state: theme.state })
  const reason = input.reason.trim()
  if (!reason) throw new Refusal('invalidInput', { fields: [{ field: 'body/reason', problem: 'is empty' }] })
  const { card } = await publishPost(ctx, {
    communityId: community.id,
    kind: 'news',
    language: theme.language,
    ...writeClosurePost(theme, reason, { language: theme.language, slug: community.slug }),
  })
  await insertClosure(ctx.tx, {
    themeId: theme.id,
    reason,
    by: ctx.actor.memberId,
    postId: card.id,
    now: ctx.now,
  })
  await emit(ctx, themeClosed(community.id, { themeId: theme.id, postId: card.id }))
  return viewTheme(ctx, community, theme.id)
}

/** Something promised that the actor answers for; to anybody else there is nothing here to change. */
async function getActionToChange(ctx: MemberContext, actionId: string): Promise<ActionRow> {
  const action = await findActionToChange(ctx.tx, actionId, ctx.actor.memberId)
  const may =
    action &&
    (action.viewerManages || ctx.actor.memberId === action.ownerId || ctx.actor.memberId === action.deciderId)
  if (!may || !action.isPublished) throw new Refusal('actionNotFound')
  if (action.isDone) throw new Refusal('notThisState')
  return action
}

/** What was promised is done. */
export async function completeAction(
  ctx: MemberContext,
  input: { actionId: string; word?: string | null | undefined },
): Promise<void> {
  const action = await getActionToChange(ctx, input.actionId)
  await setActionDone(ctx.tx, action.id, ctx.actor.memberId, input.word?.trim() || null, ctx.now)
  await emit(
    ctx,
    actionChanged(action.communityId, { themeId: action.themeId, actionId: action.id, done: true }),
  )
}

/** Another date; members read it with its reason, beside the first one. */
export async function promiseNewDate(
  ctx: MemberContext,
  input: { actionId: string; due: string; reason: string },
): Promise<void> {
  const action = await getActionToChange(ctx, input.actionId)
  if (input.due < todayOf(ctx)) throw new Refusal('dueInPast')
  await setActionDue(ctx.tx, action.id, input.due, input.reason.trim())
  await emit(
    ctx,
    actionChanged(action.communityId, { themeId: action.themeId, actionId: action.id, done: false }),
  )
}
