import { answerAsked, skillConfirmed } from '#modules/expertise/events.ts'
import { en, fr } from '#modules/notifications/messages/sources/expertise.ts'
import { listReadableConversations } from '../queries/conversations.ts'
import { listStandingAsks, listStandingConfirmations } from '../queries/expertise.ts'
import { wordsOf } from '../words.ts'
import { defineSource, on } from './source.ts'

const words = wordsOf({ fr, en })

/** A question brought to somebody, and a colleague's word for what they know. */
export const expertiseSource = defineSource({
  name: 'expertise',
  hears: [
    on(answerAsked, async (_ctx, event) => ({
      key: `answerAsked:${event.payload.askId}`,
      group: `asked:${event.payload.postId}`,
      communityId: event.communityId,
      postId: event.payload.postId,
      subject: { what: 'asked', postId: event.payload.postId },
      actorId: event.actorId,
      receivers: [{ memberId: event.payload.memberId, reason: 'asked' }],
    })),
    on(skillConfirmed, async (_ctx, event) => ({
      key: `skillConfirmed:${event.payload.confirmationId}`,
      group: `skillConfirmed:${event.payload.memberId}`,
      communityId: null,
      subject: { what: 'confirmed', confirmationId: event.payload.confirmationId },
      actorId: event.actorId,
      receivers: [{ memberId: event.payload.memberId, reason: 'accepted' }],
    })),
  ],
  /** Three statements for all of them: conversations, requests, confirmations. */
  async describe(ctx, notices) {
    const t = words(ctx.actor.language)
    const asked = notices.filter(({ subject }) => subject['what'] === 'asked')
    const readable = await listReadableConversations(
      ctx,
      asked.map(({ subject }) => ({ postId: subject['postId']! })),
    )
    const conversations = new Map(asked.map((notice, index) => [notice, readable[index]]))
    const asks = await listStandingAsks(
      ctx,
      asked.map(({ subject }) => subject['postId']!),
    )
    const confirmations = await listStandingConfirmations(
      ctx,
      notices.flatMap(({ subject }) => subject['confirmationId'] ?? []),
    )
    return notices.map((notice) => {
      const { subject, who } = notice
      const confirmation = confirmations.get(subject['confirmationId'] ?? '')
      if (confirmation)
        return {
          title: confirmation.skill,
          sentence: t('confirmed', { who }),
          path: `/people/${ctx.actor.memberId}`,
          community: null,
          quote: { text: confirmation.occasion, language: ctx.actor.language },
        }
      const conversation = conversations.get(notice)
      const ask = asks.get(subject['postId'] ?? '')
      if (!conversation || !ask) return undefined
      return {
        title: conversation.title,
        titleLanguage: conversation.language,
        sentence: ask.note ? t('askedWithWord', { who, note: ask.note }) : t('asked', { who }),
        path: `/posts/${conversation.postId}`,
        community: conversation.community,
        quote: { text: conversation.excerpt, language: conversation.language },
      }
    })
  },
})
