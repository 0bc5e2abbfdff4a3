import { defineSource, on, wordsOf } from '#modules/notifications/public.ts'
import {
  assessmentDue,
  reportDrafted,
  reportPublished,
  voiceAnswered,
  voiceAsked,
} from '#modules/reports/events.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { en, fr } from '../messages/notices.ts'
import { listNoticeCommunities } from './queries/notices.ts'
import { listManagerIds, listSponsorIds } from './queries/reports.ts'

const words = wordsOf({ fr, en })

/** Managers hear of a draft, the sponsor of what was published, and each person of what is asked of them. */
export const reportsSource = defineSource({
  name: 'reports',
  hears: [
    on(reportDrafted, async (ctx, event) => ({
      key: `reports:drafted:${event.communityId}:${event.payload.month}`,
      group: `reports:drafted:${event.communityId}`,
      communityId: event.communityId,
      subject: { what: 'drafted', placeId: event.communityId!, month: event.payload.month },
      actorId: event.actorId,
      receivers: (await listManagerIds(ctx.tx, event.communityId!)).map((memberId) => ({
        memberId,
        reason: 'notice' as const,
      })),
    })),
    on(reportPublished, async (ctx, event) => ({
      key: `reports:published:${event.communityId}:${event.payload.month}:${event.payload.version}`,
      group: `reports:published:${event.communityId}`,
      communityId: event.communityId,
      subject: { what: 'published', placeId: event.communityId!, month: event.payload.month },
      actorId: event.actorId,
      receivers: (await listSponsorIds(ctx.tx, event.communityId!)).map((memberId) => ({
        memberId,
        reason: 'needsYou' as const,
      })),
    })),
    on(assessmentDue, async (ctx, event) => ({
      key: `reports:maturity:${event.communityId}:${event.payload.half}`,
      group: `reports:maturity:${event.communityId}`,
      communityId: event.communityId,
      subject: { what: 'maturity', placeId: event.communityId! },
      actorId: null,
      receivers: (await listManagerIds(ctx.tx, event.communityId!)).map((memberId) => ({
        memberId,
        reason: 'notice' as const,
      })),
    })),
    on(voiceAsked, async (_ctx, event) => ({
      key: `reports:asked:${event.payload.voiceId}`,
      group: `reports:asked:${event.communityId}`,
      communityId: event.communityId,
      subject: { what: 'asked', placeId: event.communityId! },
      actorId: event.actorId,
      receivers: [{ memberId: event.payload.memberId, reason: 'asked' as const }],
    })),
    on(voiceAnswered, async (_ctx, event) => ({
      key: `reports:answered:${event.id}`,
      group: `reports:answered:${event.communityId}`,
      communityId: event.communityId,
      subject: { what: 'answered', placeId: event.communityId! },
      // Who answered what stands in the draft, not in a notice.
      actorId: null,
      receivers: [{ memberId: event.payload.memberId, reason: 'notice' as const }],
    })),
  ],
  async describe(ctx, notices) {
    const t = words(ctx.actor.language)
    const found = await listNoticeCommunities(
      ctx,
      notices.flatMap(({ subject }) => subject['placeId'] ?? []),
    )
    const places = new Map(found.map((one) => [one.id, one]))
    const monthInWords = (month: string) =>
      new Intl.DateTimeFormat(ctx.actor.language, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
        new Date(`${month}-01T00:00:00Z`),
      )
    return notices.map(({ subject, who }) => {
      const place = places.get(subject['placeId'] ?? '')
      if (!place) return undefined
      const { slug, name, community, manages } = place
      const month = subject['month'] ?? ''
      const home = `/communities/${slug}`
      const title = pickText(name, ctx.actor.language)
      switch (subject['what']) {
        case 'asked':
          return { title, sentence: t('asked', { who }), path: '/me/voices', community }
        case 'published':
          return {
            title,
            sentence: t('published', { month: monthInWords(month) }),
            path: `${home}/reports/${month}`,
            community,
          }
        case 'drafted':
          return manages
            ? {
                title,
                sentence: t('drafted', { month: monthInWords(month) }),
                path: `${home}/workbench/report?month=${month}`,
                community,
              }
            : undefined
        case 'answered':
          return manages
            ? { title, sentence: t('answered'), path: `${home}/workbench/report`, community }
            : undefined
        default:
          return manages
            ? { title, sentence: t('maturity'), path: `${home}/workbench/maturity`, community }
            : undefined
      }
    })
  },
})
