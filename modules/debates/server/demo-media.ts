import { createHash } from 'node:crypto'
import { newId } from '#platform/ids.ts'
import { defineJob } from '#platform/jobs/job.ts'
import { writeWebVtt } from '#platform/shared/webvtt.ts'
import { insertVideo, setCaptions } from '#platform/video/queries.ts'
import { sampleVideo } from '#platform/video/sample.ts'
import { findDebateToChange } from './queries/debates.ts'
import { setVideo } from './queries/video.ts'

const said = {
  fr: ['Une page du carnet, le matin.', 'Chacun y ajoute sa ligne.', 'Le soir, l’atelier la relit.'],
  en: [
    'A page of the notebook, in the morning.',
    'Everyone adds a line.',
    'In the evening the shop reads it.',
  ],
} as const

/** Only for the demo company: the video of a debate's file, once the company is there: a job has the store. */
export const keepDemoFileVideo = defineJob<{ debateId: string }>({
  name: 'debates.keepDemoFileVideo',
  attempts: 3,
  timeout: 60,
  onFinalFailure: 'A debate of the demo company shows no video.',
  async run(ctx, { debateId }, services) {
    const debate = await findDebateToChange(ctx.tx, debateId, ctx.now)
    if (!debate || debate.videoId) return
    const [id, blobId] = [newId(), newId()]
    await services.blobs.put(blobId, sampleVideo)
    await insertVideo(
      ctx.tx,
      {
        id,
        blobId,
        sha256: createHash('sha256').update(sampleVideo).digest(),
        size: sampleVideo.length,
        contentType: 'video/webm',
        fileName: 'une-page-du-carnet.webm',
      },
      ctx.now,
    )
    for (const [language, lines] of Object.entries(said))
      await setCaptions(
        ctx.tx,
        id,
        language,
        writeWebVtt(lines.map((text, n) => ({ start: n, end: n + 1, text }))),
      )
    await setVideo(ctx.tx, debateId, id)
  },
})
