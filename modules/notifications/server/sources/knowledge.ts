import { pagePublished, pageReviewDue } from '#modules/knowledge/events.ts'
import { en, fr } from '#modules/notifications/messages/sources/knowledge.ts'
import { listCreditedAnswerers, listReadablePages } from '../queries/knowledge.ts'
import { wordsOf } from '../words.ts'
import { defineSource, on } from './source.ts'

const words = wordsOf({ fr, en })

/** A page waits for its owner's word; an answer has become a page. */
export const knowledgeSource = defineSource({
  name: 'knowledge',
  hears: [
    on(pageReviewDue, async (_ctx, { id, payload, communityId, actorId }) =>
      payload.ownerId
        ? {
            // The date comes again with each review: the occasion is the event, not the page.
            key: `pageReviewDue:${payload.pageId}:${id}`,
            group: `page:${payload.pageId}`,
            communityId,
            subject: { what: 'reviewDue', pageId: payload.pageId },
            actorId,
            receivers: [{ memberId: payload.ownerId, reason: 'needsYou' }],
          }
        : undefined,
    ),
    on(pagePublished, async (ctx, { payload, communityId }) => {
      // Moved here or brought back: whoever is named was told when it was made.
      if (payload.postIds.length === 0) return undefined
      const credited = await listCreditedAnswerers(ctx, payload.pageId)
      return {
        key: `pageCredits:${payload.pageId}`,
        group: `page:${payload.pageId}`,
        communityId,
        subject: { what: 'credited', pageId: payload.pageId },
        actorId: payload.authorId,
        receivers: credited.map((memberId) => ({ memberId, reason: 'accepted' })),
      }
    }),
  ],
  async describe(ctx, notices) {
    const t = words(ctx.actor.language)
    const found = await listReadablePages(
      ctx,
      notices.map(({ subject }) => subject['pageId']!),
    )
    return notices.map(({ subject }) => {
      const page = found.get(subject['pageId']!)
      const isReview = subject['what'] === 'reviewDue'
      // Confirmed, withdrawn or answered for by somebody else in the meantime: nothing waits any more.
      if (!page || !(isReview ? page.isMineToReview : page.creditsMe)) return undefined
      return {
        title: page.title,
        titleLanguage: page.language,
        sentence: t(isReview ? 'reviewDue' : 'credited'),
        path: `/pages/${page.id}`,
        community: page.community,
        quote: { text: page.excerpt, language: page.language },
      }
    })
  },
})
