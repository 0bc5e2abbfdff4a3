import type { NewStory, Story, WriteStory } from '#modules/campaigns/contract.ts'
import { getCommunityFor } from '#modules/communities/public.ts'
import { deletePost, forgetBlobs, takeUploads } from '#modules/discussions/public.ts'
import { systemActor } from '#platform/context.ts'
import type { Context, MemberContext } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { cleanText } from '#platform/shared/local-text.ts'
import { enforce, Refusal } from '#platform/shared/refusal.ts'
import { deleteVideos } from '#platform/video/queries.ts'
import { getCampaign } from '../access.ts'
import { isTakingPart } from '../queries/campaigns.ts'
import { replaceConsents } from '../queries/consents.ts'
import {
  deletePicture,
  deleteStory,
  insertPicture,
  insertStory,
  listReadersAmong,
  setPictureAlt,
  setStoryState,
  setStoryVideo,
  updateStoryText,
} from '../queries/stories.ts'
import type { StoryFacts } from '../queries/stories.ts'
import { mentionedIn } from '../take-out.ts'
import { getStory, getStoryToChange, openStory } from './view-story.ts'

const defaultMonths = 24

/** A member begins a story in a community that takes part; nobody else sees it until it is sent. */
export async function beginStory(
  ctx: MemberContext,
  { campaign: key, communityId, ...text }: NewStory & { campaign: string },
): Promise<Story> {
  const campaign = await getCampaign(ctx, key)
  const community = await getCommunityFor(ctx, communityId, 'participate')
  if (campaign.isClosed) throw new Refusal('campaignClosed')
  if (!(await isTakingPart(ctx.tx, campaign.id, community.id))) throw new Refusal('communityNotIn')
  const id = newId(ctx.now.getTime())
  await insertStory(ctx.tx, {
    id,
    campaignId: campaign.id,
    communityId: community.id,
    authorId: ctx.actor.memberId,
    title: cleanText(text.title) ?? '…',
    bodyMd: text.bodyMd.normalize('NFC'),
    language: text.language ?? ctx.actor.language,
    now: ctx.now,
  })
  await keepParts(ctx, { id, communityId: community.id, videoId: null, tag: campaign.tag }, text)
  return openStory(ctx, id)
}

/** The author changes a story before it is shown; what people said of former words no longer counts. */
export async function changeStory(
  ctx: MemberContext,
  { storyId, ...text }: WriteStory & { storyId: string },
): Promise<Story> {
  const story = await getStoryToChange(ctx, storyId)
  await updateStoryText(
    ctx.tx,
    story.id,
    { title: cleanText(text.title) ?? '…', bodyMd: text.bodyMd.normalize('NFC'), language: text.language },
    ctx.now,
  )
  await setStoryState(ctx.tx, story.id, 'draft', null)
  await keepParts(ctx, story, text)
  return openStory(ctx, story.id)
}

/** Picture, video, and those who are named or pictured; whoever is mentioned is named. Refusals `pictureUnknown`, `personCannotRead`. */
async function keepParts(
  ctx: MemberContext,
  story: Pick<StoryFacts, 'id' | 'communityId' | 'videoId' | 'tag'>,
  text: WriteStory,
): Promise<void> {
  if (text.pictureId !== undefined) {
    await forgetBlobs(ctx, await deletePicture(ctx.tx, story.id))
    if (text.pictureId) {
      const [upload] = await takeUploads(ctx, [text.pictureId], ctx.actor.memberId)
      if (!upload?.thumbnailBlobId) throw new Refusal('pictureUnknown')
      await insertPicture(ctx.tx, story.id, upload)
    }
  }
  if (text.alt !== undefined) await setPictureAlt(ctx.tx, story.id, cleanText(text.alt) ?? '')
  if (text.video === null && story.videoId) {
    await setStoryVideo(ctx.tx, story.id, null)
    await forgetBlobs(ctx, await deleteVideos(ctx.tx, [story.videoId]))
  }
  const named = new Map(text.people.map((person) => [person.memberId, person]))
  for (const memberId of mentionedIn(`${text.title}\n${text.bodyMd}`))
    named.set(memberId, { isPictured: false, ...named.get(memberId), memberId, isNamed: true })
  const people = [...named.values()].filter(
    ({ memberId, isNamed, isPictured }) => memberId !== ctx.actor.memberId && (isNamed || isPictured),
  )
  const readers = await listReadersAmong(
    ctx.tx,
    story.communityId,
    people.map(({ memberId }) => memberId),
  )
  if (readers.length < people.length) throw new Refusal('personCannotRead')
  const usedFor = cleanText(text.usedFor) ?? `#${story.tag}`
  await replaceConsents(ctx.tx, story.id, people, usedFor, text.months ?? defaultMonths)
}

/** The author takes it back: the conversation, the picture and the video go with it. */
export async function removeStory(ctx: MemberContext, storyId: string): Promise<void> {
  const story = await getStory(ctx, storyId, { toChange: true })
  enforce(story.authorId === ctx.actor.memberId ? true : 'authorOnly')
  await forgetStory(ctx, story)
}

/** Everything of a story goes; also when its conversation was deleted or its author is erased. */
export async function forgetStory(
  ctx: Context,
  story: Pick<StoryFacts, 'id' | 'videoId' | 'postId'>,
): Promise<void> {
  const blobs = await deletePicture(ctx.tx, story.id)
  await deleteStory(ctx.tx, story.id)
  if (story.videoId) blobs.push(...(await deleteVideos(ctx.tx, [story.videoId])))
  await forgetBlobs(ctx, blobs)
  if (story.postId)
    await deletePost({ ...ctx, actor: systemActor('campaigns: a story is taken back') }, story.postId).catch(
      (error: unknown) => {
        // Deleted already, and gone with nothing under it.
        if (!(error instanceof Refusal)) throw error
      },
    )
}
