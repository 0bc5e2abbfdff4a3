import { memberAsked } from '#modules/workbench/events.ts'
import { en, fr } from '#modules/notifications/messages/sources/workbench.ts'
import { listReadableConversations } from '../queries/conversations.ts'
import { wordsOf } from '../words.ts'
import { defineSource, on } from './source.ts'

const words = wordsOf({ fr, en })

/** A manager brought a question to somebody: the one thing that a community expects of a person by name. */
export const workbenchSource = defineSource({
  name: 'workbench',
  hears: [
    on(memberAsked, async (_ctx, event) => ({
      key: `asked:${event.payload.postId}:${event.id}`,
      group: `asked:${event.payload.postId}`,
      communityId: event.communityId,
      postId: event.payload.postId,
      subject: { postId: event.payload.postId },
      actorId: event.actorId,
      receivers: [{ memberId: event.payload.memberId, reason: 'asked' }],
    })),
  ],
  async describe(ctx, notices) {
    const t = words(ctx.actor.language)
    const found = await listReadableConversations(
      ctx,
      notices.map(({ subject }) => ({ postId: subject['postId']! })),
    )
    return found.map(
      (conversation) =>
        conversation && {
          title: conversation.title,
          titleLanguage: conversation.language,
          sentence: t('asked'),
          path: `/posts/${conversation.postId}`,
          community: conversation.community,
          quote: { text: conversation.excerpt, language: conversation.language },
        },
    )
  },
})
