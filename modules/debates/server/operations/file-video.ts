import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Debate } from '#modules/debates/contract.ts'
import { forgetBlobs } from '#modules/discussions/public.ts'
import type { Context, MemberContext } from '#platform/context.ts'
import type { Services } from '#platform/services.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import type { CaptionsBody } from '#platform/shared/video.ts'
import { deleteVideos, listVideoWords, setTranscript } from '#platform/video/queries.ts'
import { receiveVideo, serveCaptions, serveVideo, writeCaptions } from '#platform/video/video.ts'
import { getDebate, inState } from '../access.ts'
import type { DebateAccess } from '../access.ts'
import { deleteDemoFiles, setVideo, turnFileVersion } from '../queries/video.ts'
import { viewDebate } from './shared.ts'

// The video of a neutral file is part of it: it changes until the debate opens, and both readers read again.

async function getPrepared(
  ctx: MemberContext,
  debateId: string,
  options: { toChange?: boolean } = {},
): Promise<DebateAccess['debate']> {
  const access = await getDebate(ctx, debateId, 'manage', options)
  inState(access, 'prepared')
  return access.debate
}

async function forgetVideo(ctx: Context, videoId: string): Promise<void> {
  await forgetBlobs(ctx, await deleteVideos(ctx.tx, [videoId]))
}

/** Puts a video into the file; a former one goes. Outside a transaction: it may take minutes. */
export async function sendFileVideo(
  ctx: MemberContext,
  debateId: string,
  request: FastifyRequest,
  services: Services,
): Promise<Debate> {
  await getPrepared(ctx, debateId)
  const video = await receiveVideo(ctx, request, services)
  try {
    return await services.db.transaction(async (tx) => {
      const inside = { ...ctx, tx }
      // Asked again: minutes have passed.
      const debate = await getPrepared(inside, debateId, { toChange: true })
      await setVideo(tx, debateId, video.id)
      if (debate.videoId) await forgetVideo(inside, debate.videoId)
      await turnFileVersion(tx, debateId, ctx.actor.memberId)
      return viewDebate(inside, debateId)
    })
  } catch (error) {
    // It opened meanwhile, or the right was lost: what arrived is nobody's.
    await services.db.transaction((tx) => forgetVideo({ ...ctx, tx }, video.id))
    throw error
  }
}

/** Takes the video out of the file; without one, nothing happens. */
export async function removeFileVideo(ctx: MemberContext, debateId: string): Promise<Debate> {
  const { videoId } = await getPrepared(ctx, debateId, { toChange: true })
  if (videoId) {
    await setVideo(ctx.tx, debateId, null)
    await forgetVideo(ctx, videoId)
    await turnFileVersion(ctx.tx, debateId, ctx.actor.memberId)
  }
  return viewDebate(ctx, debateId)
}

/** What is written beside the video is part of the file too: other words make another version of it. */
async function rewrite(
  ctx: MemberContext,
  debateId: string,
  write: (videoId: string) => Promise<void>,
): Promise<Debate> {
  const { videoId } = await getPrepared(ctx, debateId, { toChange: true })
  if (!videoId) throw new Refusal('videoMissing')
  const words = async () =>
    (await listVideoWords(ctx.tx, videoId))
      .map(({ language, text }) => `${language ?? ''}\n${text}`)
      .toSorted()
      .join('\n')
  const before = await words()
  await write(videoId)
  if ((await words()) !== before) await turnFileVersion(ctx.tx, debateId, ctx.actor.memberId)
  return viewDebate(ctx, debateId)
}

export const captionFileVideo = (
  ctx: MemberContext,
  { debateId, language, ...captions }: CaptionsBody & { debateId: string; language: string },
): Promise<Debate> => rewrite(ctx, debateId, (videoId) => writeCaptions(ctx, videoId, language, captions))

export const transcribeFileVideo = (
  ctx: MemberContext,
  { debateId, transcript }: { debateId: string; transcript: string | null },
): Promise<Debate> =>
  rewrite(ctx, debateId, (videoId) =>
    setTranscript(ctx.tx, videoId, transcript?.normalize('NFC').trim() || null),
  )

/** Rights are asked at each load, before a part, a 304 or a HEAD: those of the debate. Refusal `debateNotFound`. */
export async function watchFileVideo(
  ctx: MemberContext,
  input: { debateId: string; language?: string },
  { request, reply, services }: { request: FastifyRequest; reply: FastifyReply; services: Services },
): Promise<unknown> {
  const { debate } = await getDebate(ctx, input.debateId)
  if (!debate.videoId) throw new Refusal('debateNotFound')
  return input.language === undefined
    ? serveVideo(ctx, request, reply, services, debate.videoId)
    : serveCaptions(ctx, reply, debate.videoId, input.language)
}

/** Only for the demo company, before its communities go with their debates: the bytes of the files. */
export async function removeDemoFiles(ctx: Context): Promise<void> {
  const { blobs, videos } = await deleteDemoFiles(ctx.tx)
  await forgetBlobs(ctx, [...blobs, ...(await deleteVideos(ctx.tx, videos))])
}
