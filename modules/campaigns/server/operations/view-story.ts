import type { Story } from '#modules/campaigns/contract.ts'
import type { MemberContext } from '#platform/context.ts'
import { pageOf, readCursor } from '#platform/db/keyset.ts'
import { renderMarkdown } from '#platform/markdown/render.ts'
import { enforce, Refusal } from '#platform/shared/refusal.ts'
import { getCampaign, viewerOf } from '../access.ts'
import { findStory, findStoryOfPost, listStories, readStory } from '../queries/stories.ts'
import type { StoryFacts, StoryRow } from '../queries/stories.ts'

/** Shown stories are what their conversation says; others what it would say. Pictures stand beside, not in the text. */
export function withHtml<R extends { html: string | null; md: string }>(
  row: R,
): Omit<R, 'html' | 'md'> & { bodyHtml: string } {
  const { html, md, ...rest } = row
  return { ...rest, bodyHtml: (html ?? renderMarkdown(md).html).replace(/<p>\s*<img[^>]*>\s*<\/p>/g, '') }
}
const view = (row: StoryRow): Story => withHtml(row)

/** The story if the reader may read it now. Refusal `storyNotFound`. */
export async function getStory(
  ctx: MemberContext,
  storyId: string,
  options: { toChange?: boolean } = {},
): Promise<StoryFacts> {
  const story = await findStory(ctx.tx, storyId, viewerOf(ctx), options)
  if (!story) throw new Refusal('storyNotFound')
  return story
}

/** Its author's, before it is shown. Refusals 403 `authorOnly`, `storyShown`, `campaignClosed`. */
export async function getStoryToChange(ctx: MemberContext, storyId: string): Promise<StoryFacts> {
  const story = await getStory(ctx, storyId, { toChange: true })
  enforce(story.authorId === ctx.actor.memberId ? true : 'authorOnly')
  if (story.state === 'shown') throw new Refusal('storyShown')
  if (story.isClosed) throw new Refusal('campaignClosed')
  return story
}

export async function openStory(ctx: MemberContext, storyId: string): Promise<Story> {
  const row = await readStory(ctx.tx, storyId, viewerOf(ctx))
  if (!row) throw new Refusal('storyNotFound')
  return view(row)
}

/** The story behind a conversation; null when there is none for this reader. */
export async function openStoryOfPost(ctx: MemberContext, postId: string): Promise<{ story: Story | null }> {
  const found = await findStoryOfPost(ctx.tx, postId)
  const row = found && (await readStory(ctx.tx, found.id, viewerOf(ctx)))
  return { story: row ? view(row) : null }
}

/** Stories that the reader may read, newest first, their own that wait included. */
export async function readStories(
  ctx: MemberContext,
  asked: { campaign: string; cursor?: string | undefined; limit?: number | undefined },
): Promise<{ items: Story[]; next: string | null }> {
  const campaign = await getCampaign(ctx, asked.campaign)
  const limit = asked.limit ?? 20
  const [at, id] = readCursor(asked.cursor, 'string', 'string') as [string | null, string | null]
  const rows = await listStories(ctx.tx, campaign.id, viewerOf(ctx), { at, id }, limit + 1)
  return pageOf(
    rows,
    limit,
    (row) => [row.exact, row.id],
    ({ story }) => view(story),
  )
}
