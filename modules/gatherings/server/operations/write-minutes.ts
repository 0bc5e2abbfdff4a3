import { publishPost } from '#modules/discussions/public.ts'
import { minutesPublished } from '#modules/gatherings/events.ts'
import { dateFormat } from '#ui/date-format.ts'
import type { Context } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { cleanText } from '#platform/shared/local-text.ts'
import { enforce, Refusal } from '#platform/shared/refusal.ts'
import { getGatheringToChange } from '../access.ts'
import { canSeePresence } from '../policy.ts'
import { findMinutes, setMinutes } from '../queries/presence.ts'
import { calendarWords } from '../words.ts'

export interface WrittenMinutes {
  notesMd?: string
  decisions?: readonly string[]
  openQuestions?: readonly string[]
}

const lines = (list: readonly string[] | undefined): string[] =>
  (list ?? []).flatMap((text) => cleanText(text)?.replace(/\s+/g, ' ') ?? [])

/**
 * An organiser writes the minutes: a post of the community with the notes, the decisions and the open questions as
 * sections. Emits minutesPublished: absentees and those who asked are told. Refusals `gatheringNotBegun`,
 * `gatheringIsCancelled`, `minutesExist` (a deleted post may be written anew), `minutesEmpty`.
 */
export async function writeMinutes(
  ctx: Context,
  gatheringId: string,
  input: WrittenMinutes,
  authorId?: string,
): Promise<{ postId: string }> {
  const { gathering, access } = await getGatheringToChange(ctx, gatheringId)
  if (ctx.actor.kind === 'member') enforce(canSeePresence(access, gathering.isOrganiser))
  if (gathering.isCancelled) throw new Refusal('gatheringIsCancelled')
  if (gathering.startsAt > ctx.now) throw new Refusal('gatheringNotBegun')
  const before = await findMinutes(ctx.tx, gatheringId)
  if (before?.isThere) throw new Refusal('minutesExist')
  const bodyMd = await minutesText(gathering, input)
  const t = await calendarWords(gathering.language)
  const post = await publishPost(ctx, {
    communityId: gathering.communityId,
    kind: 'discussion',
    title: `${t('minutes.title')} ${gathering.title}`.slice(0, 200),
    bodyMd,
    language: gathering.language,
    ...(authorId && { authorId }),
  })
  const byMemberId = ctx.actor.kind === 'member' ? ctx.actor.memberId : authorId!
  await setMinutes(ctx.tx, gatheringId, post.card.id, byMemberId, ctx.now)
  await emit(ctx, minutesPublished(gathering.communityId, { gatheringId, postId: post.card.id }))
  return { postId: post.card.id }
}

/** The minutes as Markdown, in the gathering's language. */
export async function minutesText(
  gathering: { id: string; language: 'fr' | 'en'; startsAt: Date; timezone: string },
  input: WrittenMinutes,
): Promise<string> {
  const t = await calendarWords(gathering.language)
  const [notes, decisions, questions] = [
    cleanText(input.notesMd),
    lines(input.decisions),
    lines(input.openQuestions),
  ]
  if (!notes && decisions.length === 0 && questions.length === 0) throw new Refusal('minutesEmpty')
  const day = dateFormat(gathering.language, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: gathering.timezone,
  }).format(gathering.startsAt)
  const list = (items: readonly string[]) => items.map((item) => `- ${item}`).join('\n')
  return [
    `[${t('minutes.of', { day })}](/gatherings/${gathering.id})`,
    ...(notes ? [notes] : []),
    ...(decisions.length > 0 ? [`## ${t('minutes.decisions')}`, list(decisions)] : []),
    ...(questions.length > 0 ? [`## ${t('minutes.questions')}`, list(questions)] : []),
  ].join('\n\n')
}
