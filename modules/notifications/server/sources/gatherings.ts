import {
  gatheringCancelled,
  gatheringChanged,
  gatheringCreated,
  gatheringReminderDue,
  gatheringSeatGiven,
  minutesPublished,
} from '#modules/gatherings/events.ts'
import {
  listAttendeeIds,
  listMinutesReceivers,
  listReadableGatherings,
  listReminderReceivers,
} from '#modules/gatherings/public.ts'
import { dateFormat } from '#ui/date-format.ts'
import { en, fr } from '#modules/notifications/messages/sources/gatherings.ts'
import { wordsOf } from '../words.ts'
import { defineSource, on } from './source.ts'
import type { Item, Receiver } from './source.ts'

const words = wordsOf({ fr, en })
const toldFields = ['time', 'mode', 'place', 'link'] as const

interface Heard {
  communityId: string | null
  actorId: string | null
}
const about = (
  what: string,
  gatheringId: string,
  event: Heard,
  key: string,
  memberIds: readonly string[],
  reason: Receiver['reason'],
  more: Record<string, string> = {},
): Item => ({
  key: `gathering:${gatheringId}:${what}:${key}`,
  group: `gathering:${gatheringId}`,
  communityId: event.communityId,
  subject: { what, gatheringId, ...more },
  actorId: event.actorId,
  receivers: memberIds.map((memberId) => ({ memberId, reason })),
})

/** What those who come (or wait, or were not there) need to know of a gathering. */
export const gatheringsSource = defineSource({
  name: 'gatherings',
  hears: [
    on(gatheringCreated, async (_ctx, event) =>
      about('invited', event.payload.gatheringId, event, 'once', event.payload.invited, 'invitation'),
    ),
    on(gatheringChanged, async (ctx, event) => {
      const what = toldFields.find((field) => event.payload.fields.includes(field))
      if (!what) return undefined
      const { gatheringId } = event.payload
      const receivers = await listAttendeeIds(ctx, gatheringId, { withWaiting: true })
      return about(what, gatheringId, event, String(event.id), receivers, 'needsYou')
    }),
    on(gatheringCancelled, async (ctx, event) => {
      const { gatheringId } = event.payload
      const receivers = await listAttendeeIds(ctx, gatheringId, { withWaiting: true })
      return about('cancelled', gatheringId, event, 'once', receivers, 'needsYou')
    }),
    on(gatheringSeatGiven, async (_ctx, event) => {
      const { gatheringId, memberId, kind } = event.payload
      const what = kind === 'onSite' ? 'seatOnSite' : 'seatRemote'
      return about(what, gatheringId, event, String(event.id), [memberId], 'needsYou')
    }),
    on(gatheringReminderDue, async (ctx, event) => {
      const { gatheringId, lead, startsAt } = event.payload
      const receivers = await listReminderReceivers(ctx, gatheringId, lead)
      return about(lead, gatheringId, event, startsAt, receivers, 'needsYou', { startsAt })
    }),
    on(minutesPublished, async (ctx, event) => {
      const { gatheringId, postId } = event.payload
      const receivers = await listMinutesReceivers(ctx, gatheringId)
      return about('minutes', gatheringId, event, postId, receivers, 'notice', { postId })
    }),
  ],
  async describe(ctx, notices) {
    const { language } = ctx.actor
    const t = words(language)
    const found = await listReadableGatherings(
      ctx,
      notices.map(({ subject }) => subject['gatheringId']!),
    )
    return notices.map(({ subject }) => {
      const gathering = found.get(subject['gatheringId']!)
      const what = subject['what'] as keyof typeof fr
      if (!gathering) return undefined
      // Whatever was told before it was cancelled no longer holds, and a reminder speaks of one time only.
      if (gathering.isCancelled && what !== 'cancelled') return undefined
      if (subject['startsAt'] && subject['startsAt'] !== gathering.startsAt) return undefined
      if (
        what.startsWith('seat') &&
        gathering.mine?.attends !== (what === 'seatOnSite' ? 'onSite' : 'remote')
      )
        return undefined
      const { id, slug, name, accent } = gathering.community
      return {
        title: gathering.title,
        titleLanguage: gathering.language,
        sentence: t(what, {
          when: dateFormat(language, {
            weekday: 'long',
            day: 'numeric',
            month: 'long',
            hour: 'numeric',
            minute: '2-digit',
            timeZone: gathering.readerZone,
          }).format(new Date(gathering.startsAt)),
        }),
        path:
          what === 'minutes' && gathering.minutesPostId
            ? `/posts/${gathering.minutesPostId}`
            : `/gatherings/${gathering.id}`,
        community: { id, slug, name, accent },
      }
    })
  },
})
