import {
  argumentTouched,
  debateAskedFor,
  debateClosed,
  debateDecided,
  debateDecisionAsked,
  debateDecisionReminded,
  debateExtended,
  debateNeedsManager,
  debateOpened,
  debateReviewAsked,
  debateReviewed,
  debateWishAnswered,
  synthesisPublished,
} from '#modules/debates/events.ts'
import { defineSource, on, wordsOf } from '#modules/notifications/public.ts'
import type { Description, Item, NoticeFacts } from '#modules/notifications/public.ts'
import { en, fr } from '../messages/notices.ts'
import { findDebate, findWish, listWhoRun } from './queries/debates.ts'
import { listParticipants } from './queries/nameless.ts'
import { listNoticeDebates, listNoticeWishes } from './queries/notices.ts'
import type { NoticeDebate, NoticeWish } from './queries/notices.ts'
import type { Context } from '#platform/context.ts'

const words = wordsOf({ fr, en })
type What = keyof typeof fr

/** Neither community nor actor is kept: what was said without a name would be guessed from them. */
const item = (
  what: What,
  event: { id: number },
  id: string,
  memberIds: readonly string[],
  reason: 'needsYou' | 'asked' | 'notice' | 'answer' = 'notice',
  more: Record<string, string> = {},
): Item => ({
  key: `debates:${what}:${event.id}`,
  group: `debates:${what}:${id}`,
  communityId: null,
  subject: { what, id, ...more },
  actorId: null,
  receivers: memberIds.map((memberId) => ({ memberId, reason })),
})

const managersOf = async (
  ctx: Pick<Context, 'tx'>,
  communityId: string | null,
  without: string | null = null,
) =>
  communityId === null
    ? []
    : (await listWhoRun(ctx.tx, communityId, ['manager', 'moderator'])).filter((id) => id !== without)

/** Who is told of what. Quiet: an opening is told to those who asked or prepared, the end to those who took part. */
export const debatesSource = defineSource({
  name: 'debates',
  hears: [
    on(debateReviewAsked, async (_ctx, event) =>
      item('review', event, event.payload.debateId, [event.payload.memberId], 'asked'),
    ),
    on(debateReviewed, async (ctx, event) =>
      item('reviewed', event, event.payload.debateId, await managersOf(ctx, event.communityId)),
    ),
    on(debateOpened, async (ctx, event) => {
      const debate = await findDebate(ctx.tx, event.payload.debateId, ctx.now)
      const told = [
        ...(debate?.reviews.map(({ reviewerId }) => reviewerId) ?? []),
        debate?.deciderId,
        debate?.createdBy,
      ]
      return item(
        'opened',
        event,
        event.payload.debateId,
        told.filter((id) => typeof id === 'string'),
      )
    }),
    on(debateExtended, async (ctx, event) =>
      item('extended', event, event.payload.debateId, await listParticipants(ctx.tx, event.payload.debateId)),
    ),
    on(debateClosed, async (ctx, event) => {
      const managers = await listWhoRun(ctx.tx, event.communityId ?? '', ['manager'])
      const others = (await listParticipants(ctx.tx, event.payload.debateId)).filter(
        (id) => !managers.includes(id),
      )
      return [
        item('closed', event, event.payload.debateId, others),
        item('toClose', event, event.payload.debateId, managers, 'needsYou'),
      ]
    }),
    on(debateDecisionAsked, async (_ctx, event) =>
      item('asked', event, event.payload.debateId, [event.payload.memberId], 'asked'),
    ),
    on(debateDecisionReminded, async (_ctx, event) => {
      const { debateId, memberId, day } = event.payload
      return item('reminded', event, debateId, [memberId], 'needsYou', { day: String(day) })
    }),
    on(synthesisPublished, async (ctx, event) =>
      item(
        'synthesis',
        event,
        event.payload.debateId,
        await listParticipants(ctx.tx, event.payload.debateId),
      ),
    ),
    on(debateDecided, async (ctx, event) =>
      item(
        'decided',
        event,
        event.payload.debateId,
        await listParticipants(ctx.tx, event.payload.debateId),
        'answer',
      ),
    ),
    on(argumentTouched, async (_ctx, event) => {
      const { debateId, memberId, what } = event.payload
      return item(
        what as What,
        event,
        debateId,
        [memberId],
        what === 'returned' || what === 'merged' ? 'needsYou' : 'notice',
      )
    }),
    on(debateNeedsManager, async (ctx, event) => {
      const { debateId, what, without } = event.payload
      return item(
        what as What,
        event,
        debateId,
        await managersOf(ctx, event.communityId, without),
        'needsYou',
      )
    }),
    on(debateAskedFor, async (ctx, event) =>
      item('wished', event, event.payload.wishId, await managersOf(ctx, event.communityId), 'needsYou'),
    ),
    on(debateWishAnswered, async (ctx, event) =>
      (await findWish(ctx.tx, event.payload.wishId))
        ? item('wishPrepared', event, event.payload.wishId, [event.payload.memberId], 'answer')
        : undefined,
    ),
  ],
  async describe(ctx, notices) {
    const ids = notices.map(({ subject }) => subject['id']!)
    const isEmployee = ctx.actor.memberKind === 'employee'
    const me = ctx.actor.memberId
    const debates = new Map(
      (await listNoticeDebates(ctx.tx, me, isEmployee, ids)).map((debate) => [debate.id, debate]),
    )
    const isOfWish = ({ subject }: NoticeFacts) =>
      subject['what'] === 'wished' || subject['what'] === 'wishPrepared'
    const wishes = notices.some(isOfWish)
      ? new Map((await listNoticeWishes(ctx.tx, me, isEmployee, ids)).map((wish) => [wish.id, wish]))
      : new Map<string, NoticeWish>()
    return notices.map((notice) =>
      isOfWish(notice)
        ? readWish(notice, ctx.actor.language, wishes.get(notice.subject['id']!))
        : read(notice, ctx.actor.language, debates.get(notice.subject['id']!)),
    )
  },
})

function readWish(
  { subject }: NoticeFacts,
  language: 'fr' | 'en',
  wish: NoticeWish | undefined,
): Description | undefined {
  if (!wish) return undefined
  const { community } = wish
  const described = (sentence: string, path: string): Description => ({
    title: wish.question,
    titleLanguage: language,
    sentence,
    path,
    community,
  })
  if (subject['what'] === 'wished')
    return wish.runs
      ? described(words(language)('wished'), `/communities/${community.slug}/workbench/debates`)
      : undefined
  if (!wish.isMine || !wish.reads) return undefined
  return described(
    wish.debateId || wish.answer === null
      ? words(language)('wishPrepared')
      : words(language)('wishRefused', { word: wish.answer }),
    `/communities/${community.slug}/debates`,
  )
}

/** How one notice reads now; undefined once it no longer concerns this person. */
function read(
  { subject }: NoticeFacts,
  language: 'fr' | 'en',
  debate: NoticeDebate | undefined,
): Description | undefined {
  if (!debate?.reads) return undefined
  const what = subject['what'] as What
  const day = Number(subject['day'] ?? 0)
  const sentence =
    what === 'reminded'
      ? words(language)('reminded', {
          day: Math.abs(day),
          when: day < 0 ? 'before' : day === 0 ? 'today' : 'after',
        })
      : words(language)(what)
  const described = (may: boolean, path = `/debates/${debate.id}`): Description | undefined =>
    may
      ? {
          title: debate.question,
          titleLanguage: debate.language,
          sentence,
          path,
          community: debate.community,
        }
      : undefined
  const bench = `/communities/${debate.community.slug}/workbench/debates?debate=${debate.id}`
  switch (what) {
    case 'review':
      return described(debate.reviews && !debate.isOpen)
    case 'asked':
    case 'reminded':
      return described(debate.decides)
    case 'reviewed':
    case 'toClose':
    case 'objection':
    case 'appeal':
    case 'nameRequest':
      return described(debate.runs, bench)
    case 'opened':
      return described(debate.isOpen)
    default:
      return described(debate.tookPart)
  }
}
