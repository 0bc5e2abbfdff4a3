import { useState } from 'react'
import type { VideoInfo } from '#platform/shared/video.ts'
import type { Cue } from '#platform/shared/webvtt.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { Button } from '#ui/Button.tsx'
import { FileButton } from '#ui/FileButton.tsx'
import { Notice } from '#ui/Layout.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { CaptionedVideo } from './CaptionedVideo.tsx'
import { CaptionEditor } from './CaptionEditor.tsx'
import type { VideoAct, VideoWords } from './words.ts'

interface Props {
  video: VideoInfo | null
  /** Accessible name. */
  title: string
  src: string
  captionsSrc: (language: string) => string
  /** The module's words. */
  words: unknown
  send: VideoAct<File>
  remove: VideoAct<void>
  caption: VideoAct<{ language: string; cues: Cue[] }>
  transcribe: VideoAct<string | null>
}

/** The video of something that others do not see yet: sent, captioned, transcribed, taken out. */
export function VideoField({ video, words, send, remove, caption, transcribe, ...shown }: Props) {
  const t = words as VideoWords
  const { language } = useLanguage()
  const [transcript, setTranscript] = useState(video?.transcript ?? '')
  const names = new Intl.DisplayNames(language, { type: 'language' })
  return (
    <fieldset className="grid gap-4">
      <legend className="field-label">{t('video.title')}</legend>
      <p className="text-sm text-muted">{t('video.hint')}</p>
      {video && <CaptionedVideo video={video} words={words} {...shown} />}
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
          <Button size="small" look="quiet" isPending={remove.isPending} onPress={() => remove.run()}>
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
          <CaptionEditor key={video.id} words={words} save={caption} />
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
            isPending={transcribe.isPending}
            onPress={() => transcribe.run(transcript.trim() || null)}
          >
            {t('video.saveTranscript')}
          </Button>
        </>
      )}
    </fieldset>
  )
}
