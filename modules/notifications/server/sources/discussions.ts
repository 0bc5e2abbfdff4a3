import {
  answerAccepted,
  commentAdded,
  commentEdited,
  postEdited,
  postPublished,
} from '#modules/discussions/events.ts'
import { listMentionedMembers } from '#modules/discussions/public.ts'
import type { Context } from '#platform/context.ts'
import { renderMarkdown } from '#platform/markdown/render.ts'
import { en, fr } from '#modules/notifications/messages/sources/discussions.ts'
import { findAuthorOfComment, listConcerned, listReadableConversations } from '../queries/conversations.ts'
import type { ReadableConversation } from '../queries/conversations.ts'
import { listAllLevelMembers } from '../queries/receivers.ts'
import { wordsOf } from '../words.ts'
import { defineSource, on } from './source.ts'
import type { NoticeFacts, Receiver } from './source.ts'

const words = wordsOf({ fr, en })
const quoteLength = 1_200

interface Naming {
  postId: string
  commentId?: string
  mentioned: string[]
  groups?: string[]
}

/** People named for the first time, by name or as one of a group; who a group is, is asked now. */
async function named(ctx: Context, payload: Naming): Promise<Receiver[]> {
  const tell = (memberId: string): Receiver => ({ memberId, reason: 'mention' })
  if (!payload.groups) return payload.mentioned.map(tell)
  return (await listMentionedMembers(ctx, payload.postId, payload.commentId ?? null))
    .filter(({ memberId, group }) =>
      group ? payload.groups!.includes(group) : payload.mentioned.includes(memberId),
    )
    .map(({ memberId }) => tell(memberId))
}

/** Conversations: mentions, answers, replies, an accepted answer, and what people chose to follow. */
export const discussionsSource = defineSource({
  name: 'discussions',
  hears: [
    on(postPublished, async (ctx, { payload, communityId }) => ({
      key: `post:${payload.postId}`,
      group: `post:${payload.postId}`,
      communityId,
      postId: payload.postId,
      subject: { postId: payload.postId },
      actorId: payload.authorId,
      receivers: [
        ...(await named(ctx, payload)),
        ...(await listAllLevelMembers(ctx.tx, communityId!)).map((memberId): Receiver => ({
          memberId,
          reason: 'news',
        })),
      ],
    })),
    // Only those named for the first time are in `mentioned`.
    on(postEdited, async (ctx, { payload, communityId, actorId }) => ({
      key: `post:${payload.postId}`,
      group: `post:${payload.postId}`,
      communityId,
      postId: payload.postId,
      subject: { postId: payload.postId },
      actorId,
      receivers: await named(ctx, payload),
    })),
    on(commentAdded, async (ctx, { payload, communityId }) => ({
      key: `comment:${payload.commentId}`,
      group: `post:${payload.postId}`,
      communityId,
      postId: payload.postId,
      subject: { postId: payload.postId, commentId: payload.commentId },
      actorId: payload.authorId,
      receivers: [...(await named(ctx, payload)), ...(await listConcerned(ctx, payload))],
    })),
    on(commentEdited, async (ctx, { payload, communityId, actorId }) => ({
      key: `comment:${payload.commentId}`,
      group: `post:${payload.postId}`,
      communityId,
      postId: payload.postId,
      subject: { postId: payload.postId, commentId: payload.commentId },
      actorId,
      receivers: await named(ctx, payload),
    })),
    on(answerAccepted, async (ctx, { payload, communityId, actorId }) => {
      const answer = payload.accepted && (await findAuthorOfComment(ctx, payload.commentId))
      if (!answer) return undefined
      return {
        key: `accepted:${payload.commentId}`,
        group: `post:${payload.postId}`,
        communityId,
        postId: payload.postId,
        subject: { postId: payload.postId, commentId: payload.commentId },
        actorId,
        receivers: [{ memberId: answer.authorId, reason: 'accepted' }],
      }
    }),
  ],
  async describe(ctx, notices) {
    const t = words(ctx.actor.language)
    const found = await listReadableConversations(
      ctx,
      notices.map(({ subject }) => ({ postId: subject['postId']!, commentId: subject['commentId'] })),
    )
    return notices.map((notice, index) => {
      const conversation = found[index]
      if (!conversation || isGone(notice, conversation)) return undefined
      const said = conversation.comment
      return {
        title: conversation.title,
        titleLanguage: conversation.language,
        sentence: sentenceOf(t, notice, conversation, ctx.actor.memberId),
        path: `/posts/${conversation.postId}${said ? `#c-${notice.subject['commentId']}` : ''}`,
        community: conversation.community,
        ...quoteOf(notice, conversation),
      }
    })
  },
})

/** The comment was deleted, and nothing else was counted with it; or the answer is no longer the accepted one. */
const isGone = (notice: NoticeFacts, conversation: ReadableConversation): boolean => {
  const commentId = notice.subject['commentId']
  if (notice.reason === 'accepted') return conversation.acceptedAnswerId !== commentId
  return commentId !== undefined && conversation.comment === null && notice.count === 1
}

function quoteOf(notice: NoticeFacts, conversation: ReadableConversation) {
  if (conversation.comment)
    return {
      quote: {
        text: renderMarkdown(conversation.comment.bodyMd).text.slice(0, quoteLength),
        language: conversation.comment.language,
      },
    }
  if (notice.subject['commentId']) return {}
  return { quote: { text: conversation.excerpt, language: conversation.language } }
}

function sentenceOf(
  t: ReturnType<typeof words>,
  notice: NoticeFacts,
  conversation: ReadableConversation,
  viewerId: string,
): string {
  const facts = { who: notice.who, n: notice.count }
  switch (notice.reason) {
    case 'mention':
      return t('mention', facts)
    case 'answer':
      return t('answer', facts)
    case 'accepted':
      return t('accepted', { who: notice.who })
    case 'news':
      return t('news', { who: notice.who, kind: conversation.kind })
    case 'reply':
      return conversation.authorId === viewerId ? t('replyToPost', facts) : t('replyToComment', facts)
    default:
      return t('following', facts)
  }
}
