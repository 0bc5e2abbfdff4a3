import type { Debate } from '#modules/debates/contract.ts'
import type { Cue } from '#platform/shared/webvtt.ts'
import { api } from '#platform/web/api.ts'
import { VideoField } from '#platform/web/video/VideoField.tsx'
import { captionsSrc, videoSrc } from '../paths.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'

/** The video of the file, until the debate opens: added, captioned, replaced, taken out. */
export default function VideoStep({ debate }: { debate: Debate }) {
  const t = useT()
  const params = { debateId: debate.id }
  const send = useAct((file: File) => {
    const body = new FormData()
    body.append('file', file)
    return api('POST /api/v1/debates/:debateId/video', { params, body })
  }, t('prepare.videoSent'))
  const remove = useAct(
    () => api('DELETE /api/v1/debates/:debateId/video', { params }),
    t('prepare.videoRemoved'),
  )
  const caption = useAct(
    ({ language, cues }: { language: string; cues: Cue[] }) =>
      api('PUT /api/v1/debates/:debateId/captions/:language', {
        params: { ...params, language },
        body: { cues },
      }),
    t('video.captionsSaved'),
  )
  const transcribe = useAct(
    (transcript: string | null) =>
      api('PUT /api/v1/debates/:debateId/transcript', { params, body: { transcript } }),
    t('video.transcriptSaved'),
  )
  return (
    <section className="debate-step">
      <h3>{t('prepare.video')}</h3>
      <p className="text-sm text-muted">{t('prepare.videoHint')}</p>
      <VideoField
        key={debate.file.video?.id ?? ''}
        video={debate.file.video}
        title={debate.question}
        src={videoSrc(debate.id)}
        captionsSrc={(language) => captionsSrc(debate.id, language)}
        words={t}
        {...{ send, remove, caption, transcribe }}
      />
    </section>
  )
}
