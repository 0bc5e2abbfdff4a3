import type { ThemeDetail } from '#modules/listening/contract.ts'
import { checkAsked, checkDone, quoteTold } from '#modules/listening/events.ts'
import { findVisibleCommunity } from '#modules/communities/public.ts'
import type { MemberCard } from '#modules/people/contract.ts'
import { getCommunityFor } from '#modules/communities/public.ts'
import type { MemberContext } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { newId } from '#platform/ids.ts'
import { enforce, Refusal } from '#platform/shared/refusal.ts'
import { getTheme } from '../access.ts'
import { canCheck, hasEnoughPeople } from '../policy.ts'
import { insertCheck, setCheck } from '../queries/decisions.ts'
import { listCheckers, listOthersWhoRun, managesElsewhere } from '../queries/people.ts'
import { findThemeToChange, takeUntold } from '../queries/themes.ts'
import { viewTheme } from './view-theme.ts'

/**
 * Asks for a second reading: anybody else who runs the community, or, for somebody alone, a named manager of another
 * one. The authors of its quotes are told now, so that they may refuse before anything is passed on.
 */
export async function askCheck(
  ctx: MemberContext,
  input: { themeId: string; toMemberId?: string | null | undefined },
): Promise<ThemeDetail> {
  const { theme, community } = await getTheme(ctx, input.themeId, 'manage', { toChange: true })
  if (theme.state !== 'coding') throw new Refusal('notThisState', { state: theme.state })
  if (!hasEnoughPeople(theme)) throw new Refusal('tooFewPeople')
  if (theme.description.trim() === '') throw new Refusal('descriptionMissing')
  const to = input.toMemberId ?? null
  const others = await listOthersWhoRun(ctx.tx, community.id, [
    ctx.actor.memberId,
    theme.createdBy ?? ctx.actor.memberId,
  ])
  if (to === null && others.length === 0) throw new Refusal('chooseChecker')
  if (to !== null && (to === ctx.actor.memberId || !(await managesElsewhere(ctx.tx, to, community.id))))
    throw new Refusal('checkerNotAvailable')
  await insertCheck(ctx.tx, {
    id: newId(ctx.now.getTime()),
    themeId: theme.id,
    by: ctx.actor.memberId,
    to,
    now: ctx.now,
  })
  await emit(ctx, checkAsked(community.id, { themeId: theme.id, memberId: to }))
  for (const { id, authorId } of await takeUntold(ctx.tx, theme.id, ctx.now))
    await emit(ctx, quoteTold(community.id, { themeId: theme.id, memberId: authorId, excerptId: id }))
  return viewTheme(ctx, community, theme.id)
}

/** The second person confirms, or gives the theme back with a word. They see the theme and its quotes, nothing else. */
export async function checkTheme(
  ctx: MemberContext,
  input: { themeId: string; decision: 'confirmed' | 'returned'; word?: string | null | undefined },
): Promise<void> {
  const theme = await findThemeToChange(ctx.tx, input.themeId)
  const community = theme && (await findVisibleCommunity(ctx, theme.communityId))
  const runs = Boolean(community?.can.read && community.can.moderate)
  const isNamed =
    theme?.checkTo === ctx.actor.memberId &&
    (await managesElsewhere(ctx.tx, ctx.actor.memberId, theme.communityId))
  if (!theme || (!runs && !isNamed)) throw new Refusal('themeNotFound')
  const decision = canCheck(ctx.actor.memberId, theme, runs)
  if (decision === 'notThisState') throw new Refusal('notThisState', { state: theme.state })
  enforce(decision)
  if (input.decision === 'confirmed' && !hasEnoughPeople(theme)) throw new Refusal('tooFewPeople')
  await setCheck(ctx.tx, {
    id: theme.checkId!,
    by: ctx.actor.memberId,
    decision: input.decision,
    word: input.word?.trim() || null,
    now: ctx.now,
  })
  if (theme.checkAskedBy)
    await emit(
      ctx,
      checkDone(theme.communityId, {
        themeId: theme.id,
        memberId: theme.checkAskedBy,
        decision: input.decision,
      }),
    )
}

/** Managers of other communities, whom somebody alone may ask. */
export async function findCheckers(
  ctx: MemberContext,
  input: { community: string; q?: string | undefined },
): Promise<{ items: MemberCard[] }> {
  const community = await getCommunityFor(ctx, input.community, 'manage')
  return { items: await listCheckers(ctx.tx, ctx.actor.memberId, community.id, input.q?.trim() ?? '') }
}
