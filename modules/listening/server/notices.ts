import {
  actionChanged,
  actionPromised,
  answerPublished,
  answerWritten,
  checkAsked,
  checkDone,
  decisionAccepted,
  decisionAsked,
  decisionHanded,
  decisionReminded,
  quoteRefused,
  quoteTold,
  themeClosed,
} from '#modules/listening/events.ts'
import { defineSource, on, wordsOf } from '#modules/notifications/public.ts'
import type { Description, Item, NoticeFacts } from '#modules/notifications/public.ts'
import type { Context } from '#platform/context.ts'
import { en, fr } from '../messages/notices.ts'
import { listNoticeThemes } from './queries/notices.ts'
import type { NoticeTheme } from './queries/notices.ts'
import { listManagers, listOthersWhoRun } from './queries/people.ts'
import { findTheme, listAuthors } from './queries/themes.ts'

const words = wordsOf({ fr, en })
type What = keyof typeof fr

/** Community and actor are left out on purpose where they could say who spoke, or where the receiver is no member. */
const item = (
  what: What,
  event: { id: number },
  themeId: string,
  memberIds: readonly string[],
  reason: 'needsYou' | 'asked' | 'notice' | 'answer' = 'notice',
  more: Record<string, string> = {},
): Item => ({
  key: `listening:${what}:${event.id}`,
  group: `listening:${what}:${themeId}`,
  communityId: null,
  subject: { what, themeId, ...more },
  actorId: null,
  receivers: memberIds.map((memberId) => ({ memberId, reason })),
})

/** Who is told of what: the second person, those quoted, who decides, who promised, who spoke. */
export const listeningSource = defineSource({
  name: 'listening',
  hears: [
    on(checkAsked, async (ctx, event) => {
      const { themeId, memberId } = event.payload
      const theme = await findTheme(ctx.tx, themeId)
      if (!theme) return undefined
      const without = [theme.createdBy, theme.checkAskedBy].filter((id): id is string => id !== null)
      return item(
        'check',
        event,
        themeId,
        memberId ? [memberId] : await listOthersWhoRun(ctx.tx, theme.communityId, without),
        'asked',
      )
    }),
    on(checkDone, async (_ctx, event) =>
      item(event.payload.decision === 'confirmed' ? 'confirmed' : 'returned', event, event.payload.themeId, [
        event.payload.memberId,
      ]),
    ),
    on(quoteTold, async (_ctx, event) =>
      item('quoted', event, event.payload.themeId, [event.payload.memberId], 'needsYou'),
    ),
    on(quoteRefused, async (ctx, event) =>
      item('refused', event, event.payload.themeId, await managersOf(ctx, event.payload.themeId)),
    ),
    on(decisionAsked, async (_ctx, event) =>
      item('asked', event, event.payload.themeId, [event.payload.memberId], 'asked'),
    ),
    on(decisionReminded, async (_ctx, event) => {
      const { themeId, memberId, day } = event.payload
      return item('reminded', event, themeId, [memberId], 'needsYou', { day: String(day) })
    }),
    on(decisionAccepted, async (ctx, event) =>
      item('accepted', event, event.payload.themeId, await managersOf(ctx, event.payload.themeId)),
    ),
    on(decisionHanded, async (ctx, event) =>
      item('handed', event, event.payload.themeId, await managersOf(ctx, event.payload.themeId)),
    ),
    on(answerWritten, async (ctx, event) =>
      item(
        'answered',
        event,
        event.payload.themeId,
        await managersOf(ctx, event.payload.themeId),
        'needsYou',
      ),
    ),
    on(answerPublished, async (ctx, event) => [
      item(
        'published',
        event,
        event.payload.themeId,
        await listAuthors(ctx.tx, event.payload.themeId),
        'answer',
      ),
    ]),
    on(actionPromised, async (_ctx, event) =>
      item('promised', event, event.payload.themeId, [event.payload.memberId], 'needsYou'),
    ),
    on(actionChanged, async (ctx, event) =>
      item(
        event.payload.done ? 'done' : 'moved',
        event,
        event.payload.themeId,
        await listAuthors(ctx.tx, event.payload.themeId),
      ),
    ),
    on(themeClosed, async (ctx, event) =>
      item(
        'closed',
        event,
        event.payload.themeId,
        await listAuthors(ctx.tx, event.payload.themeId),
        'answer',
      ),
    ),
  ],
  async describe(ctx, notices) {
    const ids = notices.map(({ subject }) => subject['themeId']!)
    const isEmployee = ctx.actor.memberKind === 'employee'
    const themes = new Map(
      (await listNoticeThemes(ctx.tx, ctx.actor.memberId, isEmployee, ids)).map((theme) => [theme.id, theme]),
    )
    return notices.map((notice) => read(notice, ctx.actor.language, themes.get(notice.subject['themeId']!)))
  },
})

async function managersOf(ctx: Pick<Context, 'tx'>, themeId: string): Promise<string[]> {
  const theme = await findTheme(ctx.tx, themeId)
  return theme ? listManagers(ctx.tx, theme.communityId) : []
}

/** How one notice reads now; undefined once it no longer concerns this person. */
function read(
  { subject }: NoticeFacts,
  language: 'fr' | 'en',
  theme: NoticeTheme | undefined,
): Description | undefined {
  if (!theme) return undefined
  const what = subject['what'] as What
  const day = Number(subject['day'] ?? 0)
  const sentence =
    what === 'reminded'
      ? words(language)('reminded', { day: Math.abs(day), when: when(day) })
      : words(language)(what)
  const { slug } = theme.community
  const board = `/communities/${slug}/workbench/listening?theme=${theme.id}`
  const described = (may: boolean, path: string, isOutside = false): Description | undefined =>
    may
      ? {
          title: theme.title,
          titleLanguage: theme.language,
          sentence,
          path,
          community: isOutside && !theme.reads ? null : theme.community,
        }
      : undefined
  switch (what) {
    case 'check':
      return theme.runs ? described(true, board) : described(theme.checks, '/me/listening', true)
    case 'quoted':
      return described(theme.isQuoted && theme.reads, '/me/listening')
    case 'asked':
    case 'reminded':
      return described(theme.decides, '/me/listening', true)
    case 'promised':
      return described(theme.owns, '/me/listening', true)
    case 'published':
    case 'done':
    case 'moved':
    case 'closed':
      return described(theme.reads, `/communities/${slug}/heard`)
    default:
      return described(theme.manages, board)
  }
}
const when = (day: number): 'before' | 'today' | 'after' =>
  day < 0 ? 'before' : day === 0 ? 'today' : 'after'
