import type { Context } from '#platform/context.ts'
import { deleteConsentsOf, listStoriesNaming } from '../queries/consents.ts'
import { listOwnStories } from '../queries/stories.ts'
import { takePersonOut } from './answer-consent.ts'
import { forgetStory } from './write-story.ts'

/**
 * Somebody is erased: they leave every story of others, as when they take a yes back. Of their own stories those that
 * nobody has read go, and the others with their texts if they wish; what stays is a former member's.
 */
export async function forgetMember(ctx: Context, memberId: string, texts: 'keep' | 'delete'): Promise<void> {
  for (const { storyId } of await listStoriesNaming(ctx.tx, memberId))
    await takePersonOut(ctx, storyId, memberId, 'withdrawn')
  await deleteConsentsOf(ctx.tx, memberId)
  for (const story of await listOwnStories(ctx.tx, memberId))
    if (texts === 'delete' || story.state !== 'shown') await forgetStory(ctx, story)
}
