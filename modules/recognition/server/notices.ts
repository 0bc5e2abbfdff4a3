import { defineSource, on, wordsOf } from '#modules/notifications/public.ts'
import type { Description, NoticeFacts } from '#modules/notifications/public.ts'
import { memberThanked, thanksHidden, thanksReported } from '#modules/recognition/events.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { en, fr } from '../messages/notices.ts'
import { listNoticeThanks } from './queries/notices.ts'
import type { NoticeThanks } from './queries/notices.ts'
import { listDeciders } from './queries/reports.ts'

const words = wordsOf({ fr, en })

/** Who is thanked, who decides about what was reported, whose words were taken away. */
export const recognitionSource = defineSource({
  name: 'recognition',
  hears: [
    on(memberThanked, async (_ctx, event) => ({
      key: `recognition:thanked:${event.payload.thanksId}`,
      group: `recognition:thanked:${event.payload.thanksId}`,
      communityId: event.communityId,
      subject: { what: 'thanked', thanksId: event.payload.thanksId },
      actorId: event.actorId,
      receivers: [{ memberId: event.payload.memberId, reason: 'reply' as const }],
    })),
    on(thanksReported, async (ctx, event) => ({
      key: `recognition:reported:${event.id}`,
      group: `recognition:reported:${event.communityId}`,
      communityId: event.communityId,
      subject: { what: 'reported', thanksId: event.payload.thanksId },
      actorId: null,
      receivers: (await listDeciders(ctx.tx, event.payload.thanksId)).map((memberId) => ({
        memberId,
        reason: 'needsYou' as const,
      })),
    })),
    on(thanksHidden, async (_ctx, event) => ({
      key: `recognition:hidden:${event.id}`,
      group: `recognition:hidden:${event.payload.thanksId}`,
      communityId: event.communityId,
      subject: { what: 'hidden', thanksId: event.payload.thanksId },
      actorId: null,
      receivers: [{ memberId: event.payload.memberId, reason: 'notice' as const }],
    })),
  ],
  async describe(ctx, notices) {
    const ids = notices.map(({ subject }) => subject['thanksId']!)
    const found = await listNoticeThanks(ctx.tx, ctx.actor.memberId, ctx.actor.memberKind === 'employee', ids)
    const thanks = new Map(found.map((one) => [one.id, one]))
    return notices.map((notice) => read(notice, ctx.actor.language, thanks.get(notice.subject['thanksId']!)))
  },
})

function read(
  { subject }: NoticeFacts,
  language: 'fr' | 'en',
  thanks: NoticeThanks | undefined,
): Description | undefined {
  if (!thanks) return undefined
  const t = words(language)
  const { community } = thanks
  const title = pickText(community.name, language)
  switch (subject['what']) {
    case 'thanked':
      return thanks.isReceiver && !thanks.isHidden
        ? {
            title,
            sentence: t('thanked', { name: thanks.giver }),
            path: '/me/thanks',
            community,
            quote: { text: thanks.text, language: thanks.language },
          }
        : undefined
    case 'hidden':
      return thanks.isGiver
        ? { title, sentence: t('hidden'), path: '/me/thanks?part=given', community }
        : undefined
    default:
      return thanks.moderates && !thanks.isHidden
        ? {
            title,
            sentence: t('reported'),
            path: `/communities/${community.slug}/workbench/thanks`,
            community,
          }
        : undefined
  }
}
