import { defineSource, on, wordsOf } from '#modules/notifications/public.ts'
import type { Description, Item, NoticeFacts, Receiver } from '#modules/notifications/public.ts'
import {
  commitmentAnswered,
  commitmentProposed,
  commitmentReminded,
  delegateNamed,
  draftPrepared,
  questionHanded,
  roomAnnounced,
  sponsorHelpDue,
} from '#modules/sponsorship/events.ts'
import type { LocalText } from '#platform/shared/local-text.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { en, fr } from '../messages/notices.ts'
import { listNoticeFacts } from './queries/notices.ts'
import type { NoticeRow } from './queries/notices.ts'
import { listMemberIds } from './queries/people.ts'
import { findRoomById } from './queries/room.ts'

const words = wordsOf({ fr, en })
type What = keyof typeof fr

const item = (
  what: What,
  event: { id: number },
  id: string,
  memberIds: readonly string[],
  reason: Receiver['reason'],
  more: Record<string, string> = {},
): Item => ({
  key: `sponsorship:${what}:${event.id}`,
  group: `sponsorship:${what}:${id}`,
  communityId: null,
  subject: { what, id, ...more },
  actorId: null,
  receivers: memberIds.map((memberId) => ({ memberId, reason })),
})

/** Sponsors of what they promised, their delegates, who may help; members of a room that changes. */
export const sponsorshipSource = defineSource({
  name: 'sponsorship',
  hears: [
    on(commitmentProposed, async (_ctx, event) =>
      item('proposed', event, event.payload.commitmentId, [event.payload.memberId], 'asked'),
    ),
    on(commitmentAnswered, async (_ctx, event) =>
      item(
        event.payload.agreed ? 'agreed' : 'declined',
        event,
        event.payload.commitmentId,
        [event.payload.memberId],
        'notice',
      ),
    ),
    on(commitmentReminded, async (_ctx, event) =>
      item('reminded', event, event.payload.commitmentId, [event.payload.memberId], 'needsYou', {
        days: String(event.payload.daysLeft),
      }),
    ),
    on(sponsorHelpDue, async (_ctx, event) =>
      item('help', event, event.payload.commitmentId, [event.payload.memberId], 'notice'),
    ),
    on(questionHanded, async (_ctx, event) =>
      item('handed', event, event.payload.handId, [event.payload.memberId], 'asked'),
    ),
    on(delegateNamed, async (_ctx, event) =>
      item('delegate', event, event.payload.delegationId, [event.payload.memberId], 'notice'),
    ),
    on(draftPrepared, async (_ctx, event) =>
      item('draft', event, event.payload.draftId, [event.payload.memberId], 'needsYou'),
    ),
    on(roomAnnounced, async (ctx, event) => {
      const room = await findRoomById(ctx.tx, event.payload.roomId)
      if (!room) return undefined
      return {
        ...item(
          event.payload.ending ? 'roomEnding' : 'roomComing',
          event,
          event.payload.roomId,
          await listMemberIds(ctx.tx, room.communityId),
          'notice',
          { day: (event.payload.ending ? room.endsOn : room.startsOn) ?? room.startsOn },
        ),
        communityId: room.communityId,
      }
    }),
  ],
  async describe(ctx, notices) {
    const facts = new Map(
      (
        await listNoticeFacts(
          ctx.tx,
          ctx.actor.memberId,
          ctx.actor.memberKind === 'employee',
          notices.map(({ subject }) => subject['id']!),
        )
      ).map((row) => [row.id, row]),
    )
    return notices.map((notice) => read(notice, ctx.actor.language, facts.get(notice.subject['id']!)))
  },
})

const dayIn = (language: string, day: string): string =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'fr-FR', {
    dateStyle: 'long',
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00:00Z`))

/** How one notice reads now; undefined once it no longer concerns this person. */
function read(
  { subject }: NoticeFacts,
  language: 'fr' | 'en',
  row: NoticeRow | undefined,
): Description | undefined {
  if (!row) return undefined
  const what = subject['what'] as What
  const sentence =
    what === 'reminded'
      ? words(language)('reminded', { days: Number(subject['days'] ?? 0) })
      : what === 'roomComing' || what === 'roomEnding'
        ? words(language)(what, { day: dayIn(language, subject['day'] ?? '2026-01-01') })
        : words(language)(what)
  return {
    title: typeof row.title === 'string' ? row.title : pickText(row.title as LocalText, language),
    ...(row.language && { titleLanguage: row.language }),
    sentence,
    path: row.path,
    community: row.community,
  }
}
