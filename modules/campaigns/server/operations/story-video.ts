import type { FastifyReply, FastifyRequest } from 'fastify'
import { forgetBlobs } from '#modules/discussions/public.ts'
import type { MemberContext } from '#platform/context.ts'
import type { Services } from '#platform/services.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import type { CaptionsBody, VideoInfo } from '#platform/shared/video.ts'
import { deleteVideos, setTranscript } from '#platform/video/queries.ts'
import { listVideos, receiveVideo, serveCaptions, serveVideo, writeCaptions } from '#platform/video/video.ts'
import { viewerOf } from '../access.ts'
import { replaceConsentsAsked } from '../queries/words.ts'
import { findWatchableVideo, setStoryState, setStoryVideo } from '../queries/stories.ts'
import { getStoryToChange } from './view-story.ts'

/** The author sends the video of a story that is not shown; a former one goes. Outside a transaction: it may take minutes. */
export async function sendVideo(
  ctx: MemberContext,
  storyId: string,
  request: FastifyRequest,
  services: Services,
): Promise<VideoInfo> {
  await getStoryToChange(ctx, storyId)
  const video = await receiveVideo(ctx, request, services)
  return services.db.transaction(async (tx) => {
    const inside = { ...ctx, tx }
    // Asked again: minutes have passed.
    const story = await getStoryToChange(inside, storyId)
    await setStoryVideo(tx, story.id, video.id)
    if (story.videoId) await forgetBlobs(inside, await deleteVideos(tx, [story.videoId]))
    await askAnew(inside, story.id)
    return video
  })
}

/** Whatever was agreed to was something else. */
async function askAnew(ctx: MemberContext, storyId: string): Promise<void> {
  await replaceConsentsAsked(ctx.tx, storyId)
  await setStoryState(ctx.tx, storyId, 'draft', null)
}

async function getOwnVideo(ctx: MemberContext, storyId: string): Promise<string> {
  const story = await getStoryToChange(ctx, storyId)
  if (!story.videoId) throw new Refusal('videoMissing')
  await askAnew(ctx, story.id)
  return story.videoId
}
const infoOf = async (ctx: MemberContext, videoId: string): Promise<VideoInfo> =>
  (await listVideos(ctx, [videoId])).get(videoId)!

export async function captionStory(
  ctx: MemberContext,
  { storyId, language, ...captions }: CaptionsBody & { storyId: string; language: string },
): Promise<VideoInfo> {
  const videoId = await getOwnVideo(ctx, storyId)
  await writeCaptions(ctx, videoId, language, captions)
  return infoOf(ctx, videoId)
}

export async function transcribeStory(
  ctx: MemberContext,
  input: { storyId: string; transcript: string | null },
): Promise<VideoInfo> {
  const videoId = await getOwnVideo(ctx, input.storyId)
  await setTranscript(ctx.tx, videoId, input.transcript?.normalize('NFC').trim() || null)
  return infoOf(ctx, videoId)
}

/** Rights are asked at each load, before a part, a 304 or a HEAD. Refusal `storyNotFound`. */
export async function watchStory(
  ctx: MemberContext,
  input: { storyId: string; language?: string },
  { request, reply, services }: { request: FastifyRequest; reply: FastifyReply; services: Services },
): Promise<unknown> {
  const found = await findWatchableVideo(ctx.tx, input.storyId, viewerOf(ctx))
  if (!found) throw new Refusal('storyNotFound')
  return input.language === undefined
    ? serveVideo(ctx, request, reply, services, found.videoId)
    : serveCaptions(ctx, reply, found.videoId, input.language)
}
