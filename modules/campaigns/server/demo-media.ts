import { createHash } from 'node:crypto'
import { newId } from '#platform/ids.ts'
import { defineJob } from '#platform/jobs/job.ts'
import { writeWebVtt } from '#platform/shared/webvtt.ts'
import { insertVideo, setCaptions, setTranscript } from '#platform/video/queries.ts'
import { sampleVideo } from '#platform/video/sample.ts'
import { insertBlob } from './queries/demo.ts'
import { findPicture, findStoryFacts, insertPicture, setStoryVideo } from './queries/stories.ts'

const said = {
  fr: ['Une page vide, au matin.', 'Trois personnes, trois lignes.', 'À midi, la page dit tout.'],
  en: ['An empty page in the morning.', 'Three people, three lines.', 'By noon the page says it all.'],
} as const

/** Only for the demo company: the bytes of a story's picture or video, once the company is there. */
export const keepDemoMedia = defineJob<{
  storyId: string
  picture: { id: string; base64: string; alt: string } | null
  hasVideo: boolean
}>({
  name: 'campaigns.keepDemoMedia',
  attempts: 3,
  timeout: 60,
  onFinalFailure: 'A story of the demo company shows no picture or no video.',
  async run(ctx, { storyId, picture, hasVideo }, services) {
    const story = await findStoryFacts(ctx.tx, storyId)
    if (!story) return
    const keep = async (bytes: Buffer) => {
      const blob = { id: newId(), sha256: createHash('sha256').update(bytes).digest(), size: bytes.length }
      await services.blobs.put(blob.id, bytes)
      return blob
    }
    if (picture && !(await findPicture(ctx.tx, storyId))) {
      const blob = await keep(Buffer.from(picture.base64, 'base64'))
      await insertBlob(ctx.tx, { ...blob, contentType: 'image/webp' }, ctx.now)
      await insertPicture(ctx.tx, storyId, {
        id: picture.id,
        blobId: blob.id,
        thumbnailBlobId: blob.id,
        fileName: 'carnet.webp',
        contentType: 'image/webp',
        size: blob.size,
        width: 720,
        height: 480,
        alt: picture.alt,
      })
    }
    if (!hasVideo || story.videoId) return
    const { id: blobId, ...blob } = await keep(sampleVideo)
    const id = newId()
    await insertVideo(
      ctx.tx,
      { id, blobId, ...blob, contentType: 'video/webm', fileName: 'carnet.webm' },
      ctx.now,
    )
    for (const [language, lines] of Object.entries(said))
      await setCaptions(
        ctx.tx,
        id,
        language,
        writeWebVtt(lines.map((text, n) => ({ start: n, end: n + 1, text }))),
      )
    await setTranscript(ctx.tx, id, said.en.join('\n'))
    await setStoryVideo(ctx.tx, storyId, id)
  },
})
