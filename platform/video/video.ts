import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { defaultVideoMegabytes } from '#platform/config.ts'
import type { Context } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import type { Services } from '#platform/services.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import type { CaptionsBody, VideoInfo } from '#platform/shared/video.ts'
import { checkCues, readWebVtt, writeWebVtt } from '#platform/shared/webvtt.ts'
import { sendBlob } from '#platform/storage/send-blob.ts'
import {
  deleteCaptions,
  findCaptions,
  findVideoBytes,
  hasCaptions,
  insertVideo,
  listVideoInfos,
  setCaptions,
} from './queries.ts'
import { sniffVideo } from './sniff-video.ts'
import type { VideoType } from './sniff-video.ts'

// Videos of every module: bytes, captions, transcript. Who may send, caption, publish and watch one is the business
// of the module that holds its id; it asks before each of these functions.

/** What is in the name is shown and saved: no path, nothing invisible. */
const cleanName = (name: string | undefined): string =>
  (name ?? '')
    .normalize('NFC')
    .split(/[/\\]/)
    .at(-1)!
    .replace(/[\p{Cc}\p{Cf}<>:"|?*]/gu, '')
    .replace(/^\.+/, '')
    .trim()
    .slice(0, 150) || 'video'

/**
 * Keeps the one file of a multipart body as a video, written to the store as it arrives. A route with
 * `transaction: 'own'` and `consumes: 'multipart'` calls it, once the sender may send. The video belongs to nobody
 * until the caller keeps its id; one that no module keeps is the caller's to remove.
 * Refusals: `videoMissing`, `videoNotRecognised`, `videoTooLarge` (`maximum`, bytes).
 */
export async function receiveVideo(
  ctx: Context,
  request: FastifyRequest,
  services: Services,
): Promise<VideoInfo> {
  const maximum = (services.config.videoMegabytes ?? defaultVideoMegabytes) * 1024 * 1024
  if (!request.isMultipart()) throw new Refusal('videoMissing')
  for await (const part of request.parts({ limits: { files: 1, fileSize: maximum + 1 } })) {
    if (part.type !== 'file') continue
    const blobId = newId()
    const hash = createHash('sha256')
    let size = 0
    let contentType: VideoType | undefined
    const checked = async function* (): AsyncGenerator<Buffer> {
      let head: Buffer | undefined = Buffer.alloc(0)
      for await (const chunk of part.file as AsyncIterable<Buffer>) {
        size += chunk.length
        if (size > maximum) throw new Refusal('videoTooLarge', { maximum })
        hash.update(chunk)
        if (head === undefined) {
          yield chunk
          continue
        }
        head = Buffer.concat([head, chunk])
        if (head.length < 64) continue
        contentType = sniffVideo(head)
        if (!contentType) throw new Refusal('videoNotRecognised')
        yield head
        head = undefined
      }
      if (head !== undefined) throw new Refusal('videoNotRecognised')
    }
    try {
      await services.blobs.putStream(blobId, Readable.from(checked(), { objectMode: false }))
    } catch (error) {
      // What still arrives is let through to nowhere: the sender reads why only once it has sent.
      part.file.resume()
      throw error
    }
    const id = newId(ctx.now.getTime())
    const video = {
      id,
      blobId,
      sha256: hash.digest(),
      size,
      contentType: contentType!,
      fileName: cleanName(part.filename),
    }
    try {
      await insertVideo(ctx.tx, video, ctx.now)
    } catch (error) {
      await services.blobs.delete(blobId)
      throw error
    }
    return { id, contentType: contentType!, size, captions: [], transcript: null }
  }
  throw new Refusal('videoMissing')
}

/**
 * Captions of one language, from a WebVTT file or typed lines, kept as times and plain words; without either they
 * are taken away. Refusal `captionsUnreadable` with `problem` and `cue`.
 */
export async function writeCaptions(
  ctx: Context,
  videoId: string,
  language: string,
  { vtt, cues }: CaptionsBody,
): Promise<void> {
  if (vtt === undefined && cues === undefined) return deleteCaptions(ctx.tx, videoId, language)
  const read = cues === undefined ? readWebVtt(vtt!) : (checkCues(cues) ?? { cues })
  if ('problem' in read) throw new Refusal('captionsUnreadable', { ...read })
  return setCaptions(ctx.tx, videoId, language, writeWebVtt(read.cues))
}

/** Before a video is shown to others. Refusal `captionsRequired`. */
export async function requireCaptions(ctx: Context, videoId: string): Promise<void> {
  if (!(await hasCaptions(ctx.tx, videoId))) throw new Refusal('captionsRequired')
}

/** What is known of each of these videos; those that are gone are left out. */
export async function listVideos(ctx: Context, ids: readonly string[]): Promise<Map<string, VideoInfo>> {
  if (ids.length === 0) return new Map()
  return new Map((await listVideoInfos(ctx.tx, ids)).map(({ info }) => [info.id, info]))
}

/** Answers with the video, whole or a part, or 304, to somebody who may watch it at this moment. Refusal `notFound`. */
export async function serveVideo(
  ctx: Context,
  request: FastifyRequest,
  reply: FastifyReply,
  services: Services,
  videoId: string,
): Promise<unknown> {
  const video = await findVideoBytes(ctx.tx, videoId)
  const isSent =
    video && (await sendBlob(request, reply, services.blobs, { ...video, disposition: 'inline' }))
  if (!isSent) throw new Refusal('notFound')
  return reply
}

/** Answers with the captions of one language, to somebody who may watch the video. Refusal `notFound`. */
export async function serveCaptions(
  ctx: Context,
  reply: FastifyReply,
  videoId: string,
  language: string,
): Promise<unknown> {
  const captions = await findCaptions(ctx.tx, videoId, language)
  if (!captions) throw new Refusal('notFound')
  return reply
    .header('content-type', 'text/vtt; charset=utf-8')
    .header('content-security-policy', "sandbox; default-src 'none'")
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'private, no-cache')
    .send(captions.vtt)
}
