import { defineSource, on, wordsOf } from '#modules/notifications/public.ts'
import { problemValueDue } from '#modules/problems/events.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { en, fr } from '../messages/notices.ts'
import { listManaged, listManagerIds } from './queries/problem.ts'

const words = wordsOf({ fr, en })

/** Managers are told when the next value is due. */
export const problemsSource = defineSource({
  name: 'problems',
  hears: [
    on(problemValueDue, async (ctx, event) => ({
      key: `problems:due:${event.communityId}:${event.payload.dueOn}`,
      group: `problems:due:${event.communityId}`,
      communityId: event.communityId,
      subject: { what: 'valueDue', communityId: event.communityId! },
      actorId: null,
      receivers: (await listManagerIds(ctx.tx, event.communityId!)).map((memberId) => ({
        memberId,
        reason: 'needsYou' as const,
      })),
    })),
  ],
  async describe(ctx, notices) {
    const ids = notices.flatMap(({ subject }) => subject['communityId'] ?? [])
    const places = new Map(
      (await listManaged(ctx.tx, ctx.actor.memberId, ids)).map((place) => [place.id, place]),
    )
    return notices.map(({ subject }) => {
      const place = places.get(subject['communityId'] ?? '')
      return (
        place && {
          title: pickText(place.name, ctx.actor.language),
          sentence: words(ctx.actor.language)('valueDue'),
          path: `/communities/${place.slug}/workbench/problem`,
          community: place,
        }
      )
    })
  },
})
