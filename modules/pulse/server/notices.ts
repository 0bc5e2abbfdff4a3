import { defineSource, on, wordsOf } from '#modules/notifications/public.ts'
import type { Item } from '#modules/notifications/public.ts'
import { saidPublished, waveClosed, waveOpened, waveReminded } from '#modules/pulse/events.ts'
import type { Context } from '#platform/context.ts'
import type { EventDefinition } from '#platform/shared/events.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { en, fr } from '../messages/notices.ts'
import { listNoticeWaves, listReaders } from './queries/notices.ts'
import { listAsked, listToRemind } from './queries/tickets.ts'

const words = wordsOf({ fr, en })
type What = 'opened' | 'reminded' | 'closed' | 'said'

export const sourceName = 'pulse'
/** What the ledger calls the reminder of a wave: taken back with its tickets. */
export const reminderKey = (waveId: string): string => `pulse:reminded:${waveId}`

const tells = (
  event: EventDefinition<{ waveId: string }>,
  what: What,
  receivers: (ctx: Context, waveId: string) => Promise<string[]>,
) =>
  on(event, async (ctx, { payload: { waveId } }): Promise<Item> => ({
    key: `pulse:${what}:${waveId}`,
    group: `pulse:${what}:${waveId}`,
    // No level of a community silences what everybody is told at once, and it says nothing about one person.
    communityId: null,
    subject: { what, waveId },
    actorId: null,
    receivers: (await receivers(ctx, waveId)).map((memberId) => ({
      memberId,
      reason: what === 'reminded' ? 'needsYou' : 'notice',
    })),
  }))

/** Everybody is told of results in one item: members, managers and sponsor in the same second. */
export const pulseSource = defineSource({
  name: sourceName,
  hears: [
    tells(waveOpened, 'opened', (ctx, id) => listAsked(ctx.tx, id)),
    tells(waveReminded, 'reminded', (ctx, id) => listToRemind(ctx.tx, id)),
    tells(waveClosed, 'closed', (ctx, id) => listReaders(ctx.tx, id)),
    tells(saidPublished, 'said', (ctx, id) => listReaders(ctx.tx, id)),
  ],
  async describe(ctx, notices) {
    const { language, memberId, memberKind } = ctx.actor
    const t = words(language)
    const waves = new Map(
      (
        await listNoticeWaves(
          ctx.tx,
          memberId,
          memberKind === 'employee',
          notices.map(({ subject }) => subject['waveId']!),
        )
      ).map((wave) => [wave.id, wave]),
    )
    return notices.map(({ subject }) => {
      const wave = waves.get(subject['waveId']!)
      const what = subject['what'] as What
      // A pulse that is over, or that was answered, asks for nothing any more.
      if (!wave?.reads || (what === 'reminded' && !wave.waits)) return undefined
      if (what === 'opened' && wave.state !== 'open') return undefined
      return {
        title: wave.community ? pickText(wave.community.name, language) : t('title'),
        sentence: t(what),
        path: wave.community ? `/communities/${wave.community.slug}/pulse` : `/pulse/${wave.id}`,
        community: wave.community,
      }
    })
  },
})
