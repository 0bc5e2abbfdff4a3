import { getCommunityFor } from '#modules/communities/public.ts'
import { findVisiblePost } from '#modules/discussions/public.ts'
import type { ThemeDetail, ThemeKind } from '#modules/listening/contract.ts'
import type { MemberContext } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { getTheme } from '../access.ts'
import type { ThemeAccess } from '../access.ts'
import { anonymise } from '../anonymise.ts'
import { canEdit } from '../policy.ts'
import { findNameables, findText } from '../queries/people.ts'
import {
  deleteExcerpt,
  deleteTheme,
  findExcerpt,
  insertExcerpt,
  insertTheme,
  setQuote,
  updateTheme,
} from '../queries/themes.ts'
import { viewTheme } from './view-theme.ts'

const cleaned = (text: string) => text.normalize('NFC').trim()

async function getThemeToEdit(ctx: MemberContext, themeId: string): Promise<ThemeAccess> {
  const found = await getTheme(ctx, themeId, 'manage', { toChange: true })
  if (!canEdit(found.theme)) throw new Refusal('notThisState', { state: found.theme.state })
  return found
}

/** A manager begins a theme, in their own words. */
export async function beginTheme(
  ctx: MemberContext,
  input: { community: string; title: string; kind: ThemeKind; description?: string | undefined },
): Promise<ThemeDetail> {
  const community = await getCommunityFor(ctx, input.community, 'manage')
  const title = cleaned(input.title)
  if (!title) throw new Refusal('invalidInput', { fields: [{ field: 'body/title', problem: 'is empty' }] })
  const id = newId(ctx.now.getTime())
  await insertTheme(ctx.tx, {
    id,
    communityId: community.id,
    title,
    kind: input.kind,
    description: cleaned(input.description ?? ''),
    by: ctx.actor.memberId,
    now: ctx.now,
  })
  return viewTheme(ctx, community, id)
}

/** Words the theme otherwise: a check of other words no longer counts. */
export async function wordTheme(
  ctx: MemberContext,
  input: {
    themeId: string
    title?: string | undefined
    kind?: ThemeKind | undefined
    description?: string | undefined
  },
): Promise<ThemeDetail> {
  const { theme, community } = await getThemeToEdit(ctx, input.themeId)
  const title = input.title === undefined ? undefined : cleaned(input.title) || theme.title
  const description = input.description === undefined ? undefined : cleaned(input.description)
  await updateTheme(ctx.tx, theme.id, { title, kind: input.kind, description }, ctx.now)
  return viewTheme(ctx, community, theme.id)
}

/** Gives a theme up; its texts are on the board again. */
export async function giveUpTheme(ctx: MemberContext, themeId: string): Promise<void> {
  const { theme } = await getThemeToEdit(ctx, themeId)
  await deleteTheme(ctx.tx, theme.id)
}

/** The text, if it stands in this community and the actor may read it at this moment. */
async function getTextHere(
  ctx: MemberContext,
  communityId: string,
  postId: string,
  commentId: string | null,
): Promise<{ language: string }> {
  const post = await findVisiblePost(ctx, postId)
  const text = post?.communityId === communityId ? await findText(ctx.tx, postId, commentId) : undefined
  if (!text) throw new Refusal('textNotHere')
  return text
}

/** Words of a text without names, places and addresses. */
export async function anonymiseWords(
  ctx: MemberContext,
  input: { community: string; postId: string; commentId?: string | null | undefined; words: string },
): Promise<{ quote: string; replaced: number }> {
  const community = await getCommunityFor(ctx, input.community, 'manage')
  const { language } = await getTextHere(ctx, community.id, input.postId, input.commentId ?? null)
  return anonymise(
    input.words,
    await findNameables(ctx.tx, input.postId, community.id, input.words),
    language,
  )
}

/** Names never pass, even where the manager's edition left one. */
async function anonymousQuote(
  ctx: MemberContext,
  communityId: string,
  postId: string,
  quote: string | null | undefined,
  language: string,
): Promise<string | null> {
  if (!quote?.trim()) return null
  const names = await findNameables(ctx.tx, postId, communityId, quote)
  return anonymise(quote, names, language).quote.slice(0, 400)
}

/** Adds a text to a theme, quoted or only counted. */
export async function addExcerpt(
  ctx: MemberContext,
  input: {
    themeId: string
    postId: string
    commentId?: string | null | undefined
    quote?: string | null | undefined
  },
): Promise<ThemeDetail> {
  const { theme, community } = await getThemeToEdit(ctx, input.themeId)
  const commentId = input.commentId ?? null
  const { language } = await getTextHere(ctx, community.id, input.postId, commentId)
  const quote = await anonymousQuote(ctx, community.id, input.postId, input.quote, language)
  const changed = await insertExcerpt(ctx.tx, {
    id: newId(ctx.now.getTime()),
    themeId: theme.id,
    postId: input.postId,
    commentId,
    quote,
    by: ctx.actor.memberId,
    now: ctx.now,
  })
  if (changed === 0 && quote !== null) throw new Refusal('quoteRefused')
  await updateTheme(ctx.tx, theme.id, {}, ctx.now)
  return viewTheme(ctx, community, theme.id)
}

async function getExcerptToEdit(ctx: MemberContext, excerptId: string) {
  const excerpt = await findExcerpt(ctx.tx, excerptId)
  if (!excerpt) throw new Refusal('excerptNotFound')
  try {
    return { excerpt, ...(await getThemeToEdit(ctx, excerpt.themeId)) }
  } catch (error) {
    // Absent and invisible read the same whatever one asks for.
    if (error instanceof Refusal && error.code === 'themeNotFound') throw new Refusal('excerptNotFound')
    throw error
  }
}

/** Changes the sentence that is quoted. */
export async function wordQuote(
  ctx: MemberContext,
  input: { excerptId: string; quote: string | null },
): Promise<ThemeDetail> {
  const { excerpt, theme, community } = await getExcerptToEdit(ctx, input.excerptId)
  const { language } = await getTextHere(ctx, community.id, excerpt.postId, excerpt.commentId)
  const quote = await anonymousQuote(ctx, community.id, excerpt.postId, input.quote, language)
  if (excerpt.isRefused && quote !== null) throw new Refusal('quoteRefused')
  await setQuote(ctx.tx, excerpt.id, quote)
  await updateTheme(ctx.tx, theme.id, {}, ctx.now)
  return viewTheme(ctx, community, theme.id)
}

export async function takeOutExcerpt(ctx: MemberContext, excerptId: string): Promise<ThemeDetail> {
  const { excerpt, theme, community } = await getExcerptToEdit(ctx, excerptId)
  await deleteExcerpt(ctx.tx, excerpt.id)
  await updateTheme(ctx.tx, theme.id, {}, ctx.now)
  return viewTheme(ctx, community, theme.id)
}
