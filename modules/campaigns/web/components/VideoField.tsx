import type { Story } from '#modules/campaigns/contract.ts'
import type { Cue } from '#platform/shared/webvtt.ts'
import { api } from '#platform/web/api.ts'
import { VideoField as Field } from '#platform/web/video/VideoField.tsx'
import type { VideoAct } from '#platform/web/video/words.ts'
import { captionsSrc, videoSrc } from '../paths.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'

/** The video of a story that is not shown yet: sent, captioned, transcribed. */
export function VideoField({ story, remove }: { story: Story; remove: VideoAct<void> }) {
  const t = useT()
  const params = { storyId: story.id }
  const send = useAct((file: File) => {
    const body = new FormData()
    body.append('file', file)
    return api('POST /api/v1/stories/:storyId/video', { params, body })
  }, null)
  const caption = useAct(
    ({ language, cues }: { language: string; cues: Cue[] }) =>
      api('PUT /api/v1/stories/:storyId/captions/:language', {
        params: { ...params, language },
        body: { cues },
      }),
    t('video.captionsSaved'),
  )
  const transcribe = useAct(
    (transcript: string | null) =>
      api('PUT /api/v1/stories/:storyId/transcript', { params, body: { transcript } }),
    t('video.transcriptSaved'),
  )
  return (
    <Field
      video={story.video}
      title={story.title}
      src={videoSrc(story.id)}
      captionsSrc={(language) => captionsSrc(story.id, language)}
      words={t}
      {...{ send, remove, caption, transcribe }}
    />
  )
}
