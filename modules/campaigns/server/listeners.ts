import { campaignJoined } from '#modules/campaigns/events.ts'
import { postDeleted, postEdited, postMoved, postPublished, textShown } from '#modules/discussions/events.ts'
import { listen } from '#platform/events/events.ts'
import { keepAgreedWords } from './operations/send-story.ts'
import { tagEarlierPosts, tagPost } from './operations/tag-posts.ts'
import { forgetStory } from './operations/write-story.ts'
import { findStoryFacts, findStoryOfPost, setStoryCommunity } from './queries/stories.ts'

/** Conversations find their campaign by what they say; a story follows its conversation. */
export const listeners = [
  listen(postPublished, {
    name: 'campaigns.tagPublishedPost',
    run: (ctx, event) => tagPost(ctx, event.payload.postId),
  }),
  listen(postEdited, {
    name: 'campaigns.tagEditedPost',
    async run(ctx, event) {
      await tagPost(ctx, event.payload.postId)
      const story = await findStoryOfPost(ctx.tx, event.payload.postId)
      if (story) await keepAgreedWords(ctx, story.id)
    },
  }),
  listen(textShown, {
    name: 'campaigns.keepStoryShownAgain',
    async run(ctx, event) {
      const story = await findStoryOfPost(ctx.tx, event.payload.postId)
      if (story && event.payload.commentId === null) await keepAgreedWords(ctx, story.id)
    },
  }),
  listen(postMoved, {
    name: 'campaigns.moveStory',
    async run(ctx, event) {
      await setStoryCommunity(ctx.tx, event.payload.postId)
      await tagPost(ctx, event.payload.postId)
    },
  }),
  listen(postDeleted, {
    name: 'campaigns.forgetStoryOfDeletedPost',
    async run(ctx, event) {
      const found = await findStoryOfPost(ctx.tx, event.payload.postId)
      const story = found && (await findStoryFacts(ctx.tx, found.id))
      if (story) await forgetStory(ctx, { ...story, postId: null })
    },
  }),
  listen(campaignJoined, {
    name: 'campaigns.tagEarlierPosts',
    run: (ctx, event) => tagEarlierPosts(ctx, event.payload.campaignId),
  }),
]
