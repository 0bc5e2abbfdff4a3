import {
  campaignClosed,
  campaignHanded,
  campaignProposed,
  consentAsked,
  jurorNamed,
  personTakenOut,
  storyPutBack,
  storyShown,
  winnerAsked,
} from '#modules/campaigns/events.ts'
import { defineSource, on, wordsOf } from '#modules/notifications/public.ts'
import type { Description, Item, NoticeFacts } from '#modules/notifications/public.ts'
import { en, fr } from '../messages/notices.ts'
import { viewerOf } from './access.ts'
import { listManagers, listNoticeSubjects, listThanked } from './queries/notices.ts'
import type { NoticeSubject } from './queries/notices.ts'

const words = wordsOf({ fr, en })
type What = keyof typeof fr

/** Nobody is named in a notice: who asked, who left a story and who was chosen is read where it is asked. */
const item = (
  what: What,
  event: { id: number },
  id: string,
  memberIds: readonly string[],
  reason: 'needsYou' | 'asked' | 'notice' = 'notice',
): Item => ({
  key: `campaigns:${what}:${event.id}`,
  group: `campaigns:${what}:${id}`,
  communityId: null,
  subject: { what, id },
  actorId: null,
  receivers: memberIds.map((memberId) => ({ memberId, reason })),
})

/** Who is told of what: managers that are asked, people who are named, authors, those who are chosen. */
export const campaignsSource = defineSource({
  name: 'campaigns',
  hears: [
    on(campaignProposed, async (ctx, event) =>
      item(
        'proposed',
        event,
        event.payload.campaignId,
        await listManagers(ctx.tx, event.communityId!),
        'asked',
      ),
    ),
    on(campaignHanded, async (_ctx, event) =>
      item('handed', event, event.payload.campaignId, [event.payload.memberId]),
    ),
    on(campaignClosed, async (ctx, event) =>
      item(
        'closed',
        event,
        event.payload.campaignId,
        await listThanked(ctx.tx, event.payload.campaignId),
        'notice',
      ),
    ),
    on(consentAsked, async (_ctx, event) =>
      item('consent', event, event.payload.storyId, [event.payload.memberId], 'needsYou'),
    ),
    on(personTakenOut, async (_ctx, event) =>
      item('takenOut', event, event.payload.storyId, [event.payload.memberId]),
    ),
    on(storyShown, async (_ctx, event) =>
      item('shown', event, event.payload.storyId, [event.payload.memberId]),
    ),
    on(storyPutBack, async (_ctx, event) =>
      item('putBack', event, event.payload.storyId, [event.payload.memberId]),
    ),
    on(winnerAsked, async (_ctx, event) =>
      item('winner', event, event.payload.challengeId, [event.payload.memberId], 'needsYou'),
    ),
    on(jurorNamed, async (_ctx, event) =>
      item('juror', event, event.payload.challengeId, [event.payload.memberId]),
    ),
  ],
  async describe(ctx, notices) {
    const ids = notices.map(({ subject }) => subject['id']!)
    const found = new Map(
      (await listNoticeSubjects(ctx.tx, viewerOf(ctx), ids)).map((subject) => [subject.id, subject]),
    )
    return notices.map((notice) => read(notice, ctx.actor.language, found.get(notice.subject['id']!)))
  },
})

/** How one notice reads now; undefined once it no longer concerns this person. */
function read(
  { subject }: NoticeFacts,
  language: 'fr' | 'en',
  about: NoticeSubject | undefined,
): Description | undefined {
  if (!about) return undefined
  const what = subject['what'] as What
  const page = `/campaigns/${about.address}`
  const says = (may: boolean, path: string): Description | undefined =>
    may
      ? {
          title: about.title,
          titleLanguage: about.language,
          sentence: words(language)(what),
          path,
          community: null,
        }
      : undefined
  switch (what) {
    case 'consent':
      return says(about.isAsked, `/me/consents`)
    case 'takenOut':
    case 'shown':
    case 'putBack':
      return says(about.isAuthor, `${page}?story=${about.id}`)
    case 'winner':
      return says(about.reads && about.isAsked, `${page}?challenge=${about.id}`)
    case 'juror':
      return says(about.reads && about.isAuthor, `${page}?challenge=${about.id}`)
    default:
      return says(about.reads, page)
  }
}
