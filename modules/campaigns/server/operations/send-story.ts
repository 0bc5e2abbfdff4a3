import type { Story } from '#modules/campaigns/contract.ts'
import { consentAsked, storyPutBack, storyShown } from '#modules/campaigns/events.ts'
import { getCommunityFor } from '#modules/communities/public.ts'
import { publishPost, rewritePost } from '#modules/discussions/public.ts'
import { systemActor } from '#platform/context.ts'
import type { Context, MemberContext } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { newId } from '#platform/ids.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { requireCaptions } from '#platform/video/video.ts'
import { insertConsentLog, listConsents, setAsked } from '../queries/consents.ts'
import { findPicture, findStoryFacts, mayAuthorPublish, setStoryState } from '../queries/stories.ts'
import type { StoryFacts } from '../queries/stories.ts'
import { findPostWords } from '../queries/words.ts'
import { composeBody } from '../take-out.ts'
import { tagPost } from './tag-posts.ts'
import { getStoryToChange, openStory } from './view-story.ts'

/**
 * The author sends the story: shown at once when nobody else is named or pictured, otherwise they are asked first.
 * Refusals `storyNotReady` (nothing to show), `captionsRequired`, those of taking part in the community.
 */
export async function sendStory(ctx: MemberContext, storyId: string): Promise<Story> {
  const story = await getStoryToChange(ctx, storyId)
  if (story.state !== 'draft') return openStory(ctx, story.id)
  await getCommunityFor(ctx, story.communityId, 'participate')
  const picture = await findPicture(ctx.tx, story.id)
  if (story.bodyMd.trim() === '' && !picture && !story.videoId) throw new Refusal('storyNotReady')
  if (story.videoId) await requireCaptions(ctx, story.videoId)
  const asked = await setAsked(ctx.tx, story.id, ctx.now)
  await setStoryState(ctx.tx, story.id, 'waiting', null)
  for (const memberId of asked) {
    await noteConsent(ctx, story.id, memberId, 'asked')
    await emit(ctx, consentAsked(null, { storyId: story.id, memberId }))
  }
  await showWhenAgreed(ctx, story.id)
  return openStory(ctx, story.id)
}

export const noteConsent = (ctx: Context, storyId: string, memberId: string, what: string): Promise<void> =>
  insertConsentLog(ctx.tx, { id: newId(ctx.now.getTime()), memberId, storyId, what, now: ctx.now })

/** Publishes a story that waits for nobody any more, in its author's name, if its author still may. */
export async function showWhenAgreed(ctx: Context, storyId: string): Promise<void> {
  const story = await findStoryFacts(ctx.tx, storyId)
  if (!story || story.state !== 'waiting' || story.isClosed) return
  const consents = await listConsents(ctx.tx, story.id)
  if (consents.some(({ answer }) => answer !== 'yes') || !(await mayAuthorPublish(ctx.tx, story.id))) return
  const { card } = await publishPost(
    { ...ctx, actor: systemActor('campaigns: a story is shown') },
    {
      communityId: story.communityId,
      authorId: story.authorId,
      kind: 'story',
      title: story.title,
      bodyMd: await bodyOf(ctx, story),
      language: story.language as 'fr' | 'en',
      tags: [story.tag],
    },
  )
  await setStoryState(ctx.tx, story.id, 'shown', card.id)
  await tagPost(ctx, card.id)
  if (consents.length > 0) await emit(ctx, storyShown(null, { storyId: story.id, memberId: story.authorId }))
}

/** A conversation has words, even when the story is a picture or a video alone. */
export async function bodyOf(ctx: Context, story: StoryFacts): Promise<string> {
  const body = composeBody(story.bodyMd, await findPicture(ctx.tx, story.id))
  return body || `#${story.tag}`
}

/** What others agreed to stays as they agreed to it: an edited conversation is put back, and its author told. */
export async function keepAgreedWords(ctx: Context, storyId: string): Promise<void> {
  const story = await findStoryFacts(ctx.tx, storyId)
  if (!story?.postId || story.state !== 'shown') return
  if ((await listConsents(ctx.tx, story.id)).every(({ answer }) => answer !== 'yes')) return
  const now = await findPostWords(ctx.tx, story.postId)
  const bodyMd = await bodyOf(ctx, story)
  if (!now || (now.title === story.title && now.bodyMd === bodyMd)) return
  await rewritePost(ctx, { postId: story.postId, title: story.title, bodyMd })
  await emit(ctx, storyPutBack(null, { storyId: story.id, memberId: story.authorId }))
}
