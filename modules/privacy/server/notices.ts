import { defineSource, on, wordsOf } from '#modules/notifications/public.ts'
import type { Item } from '#modules/notifications/public.ts'
import { readingAsked, readingDecided, readingTold } from '#modules/privacy/events.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { en, fr } from '../messages/notices.ts'
import {
  findAsker,
  listManagerIds,
  listMemberIds,
  listOtherAdministrators,
  listReadingFacts,
} from './queries/readings.ts'

const words = wordsOf({ fr, en })

const item = (
  what: string,
  readingId: string,
  ids: readonly string[],
  reason: 'needsYou' | 'notice',
): Item => ({
  key: `privacy:${what}:${readingId}`,
  group: `privacy:${readingId}`,
  communityId: null,
  subject: { what, readingId },
  actorId: null,
  receivers: ids.map((memberId) => ({ memberId, reason })),
})

/** Administrators decide, managers know at once, members know afterwards: nobody is read without learning of it. */
export const privacySource = defineSource({
  name: 'privacy',
  hears: [
    on(readingAsked, async (ctx, { payload: { readingId } }) =>
      item('asked', readingId, await listOtherAdministrators(ctx.tx, readingId), 'needsYou'),
    ),
    on(readingDecided, async (ctx, { payload: { readingId, opened } }) => {
      const asker = await findAsker(ctx.tx, readingId)
      return [
        item(opened ? 'opened' : 'refused', readingId, asker ? [asker.id] : [], 'needsYou'),
        item('managers', readingId, opened ? await listManagerIds(ctx.tx, readingId) : [], 'needsYou'),
      ]
    }),
    // Everybody who was read is told: the one notice that a community's level cannot turn off.
    on(readingTold, async (ctx, { payload: { readingId } }) =>
      item('members', readingId, await listMemberIds(ctx.tx, readingId), 'notice'),
    ),
  ],
  async describe(ctx, notices) {
    const t = words(ctx.actor.language)
    const found = new Map(
      (
        await listReadingFacts(
          ctx.tx,
          notices.map(({ subject }) => subject['readingId']!),
          ctx.actor.memberId,
        )
      ).map((reading) => [reading.id, reading]),
    )
    return notices.map(({ subject }) => {
      const reading = found.get(subject['readingId']!)
      if (!reading) return undefined
      const what = subject['what'] as 'asked' | 'opened' | 'refused' | 'managers' | 'members'
      const sentence = t(what, { who: reading.askedBy })
      if (what !== 'managers' && what !== 'members')
        return { title: t('readings'), sentence, path: '/admin/privacy', community: null }
      // Whoever has left the community since is no longer told its name.
      if (!reading.slug || !reading.name) return undefined
      return {
        title: pickText(reading.name, ctx.actor.language),
        sentence,
        path: `/communities/${reading.slug}/seen`,
        community: null,
      }
    })
  },
})
