import { pollClosed } from '#modules/polls/events.ts'
import { en, fr } from '#modules/notifications/messages/sources/polls.ts'
import { listReadableConversations } from '../queries/conversations.ts'
import { listKnownVoters } from '../queries/polls.ts'
import { wordsOf } from '../words.ts'
import { defineSource, on } from './source.ts'
import type { Receiver } from './source.ts'

const words = wordsOf({ fr, en })

/** A vote is closed: its author, and those known to have voted. What anybody chose is never said. */
export const pollsSource = defineSource({
  name: 'polls',
  hears: [
    on(pollClosed, async (ctx, { payload, communityId, actorId }) => ({
      key: `pollClosed:${payload.pollId}`,
      group: `pollClosed:${payload.pollId}`,
      communityId,
      postId: payload.postId,
      subject: { postId: payload.postId },
      actorId,
      receivers: [
        { memberId: payload.authorId, reason: 'reply' },
        ...(await listKnownVoters(ctx, payload.pollId)).map((memberId): Receiver => ({
          memberId,
          reason: 'following',
        })),
      ],
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
          sentence: t('closed'),
          path: `/posts/${conversation.postId}`,
          community: conversation.community,
        },
    )
  },
})
