import { useState } from 'react'
import type { Story } from '#modules/campaigns/contract.ts'
import { api } from '#platform/web/api.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { Button } from '#ui/Button.tsx'
import { FileButton } from '#ui/FileButton.tsx'
import { Notice } from '#ui/Layout.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'
import { CaptionEditor } from './CaptionEditor.tsx'
import { StoryMedia } from './StoryMedia.tsx'

/** The video of a story that is not shown yet: sent, captioned, transcribed. */
export function VideoField({ story, onRemove }: { story: Story; onRemove: () => void }) {
  const t = useT()
  const { language } = useLanguage()
  const { video } = story
  const [transcript, setTranscript] = useState(video?.transcript ?? '')
  const names = new Intl.DisplayNames(language, { type: 'language' })
  const send = useAct((file: File) => {
    const body = new FormData()
    body.append('file', file)
    return api('POST /api/v1/stories/:storyId/video', { params: { storyId: story.id }, body })
  }, null)
  const save = useAct(
    () =>
      api('PUT /api/v1/stories/:storyId/transcript', {
        params: { storyId: story.id },
        body: { transcript: transcript.trim() || null },
      }),
    t('video.transcriptSaved'),
  )
  return (
    <fieldset className="grid gap-4">
      <legend className="field-label">{t('video.title')}</legend>
      <p className="text-sm text-muted">{t('video.hint')}</p>
      {video && <StoryMedia story={story} storyId={story.id} videoOnly />}
      <div className="flex flex-wrap gap-2">
        <FileButton
          size="small"
          accept={['video/mp4', 'video/webm']}
          isPending={send.isPending}
          onFiles={([file]) => file && send.run(file)}
        >
          {t(send.isPending ? 'video.sending' : video ? 'video.replace' : 'video.add')}
        </FileButton>
        {video && (
          <Button size="small" look="quiet" onPress={onRemove}>
            {t('video.remove')}
          </Button>
        )}
      </div>
      {video && (
        <>
          {video.captions.length === 0 ? (
            <Notice tone="warn">{t('video.none')}</Notice>
          ) : (
            <p className="text-sm">
              {t('video.has', { list: video.captions.map((one) => names.of(one) ?? one).join(', ') })}
            </p>
          )}
          <CaptionEditor key={video.id} storyId={story.id} />
          <TextArea
            label={t('video.transcript')}
            hint={t('video.transcriptHint')}
            optional
            value={transcript}
            onChange={setTranscript}
            rows={4}
            maxLength={50_000}
          />
          <Button
            size="small"
            className="justify-self-start"
            isPending={save.isPending}
            onPress={() => save.run()}
          >
            {t('video.saveTranscript')}
          </Button>
        </>
      )}
    </fieldset>
  )
}
