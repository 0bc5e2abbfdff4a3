import type { VideoInfo } from '#platform/shared/video.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { Video } from '#ui/Video.tsx'
import type { VideoWords } from './words.ts'

export interface CaptionedVideoProps {
  video: VideoInfo
  /** Accessible name. */
  title: string
  src: string
  captionsSrc: (language: string) => string
  /** The module's words. */
  words: unknown
}

/** A video of ours, with captions in the reader's language where there are. */
export function CaptionedVideo({ video, title, src, captionsSrc, words }: CaptionedVideoProps) {
  const t = words as VideoWords
  const { language } = useLanguage()
  const names = new Intl.DisplayNames(language, { type: 'language' })
  return (
    <Video
      key={`${video.id}${video.captions.join()}`}
      src={src}
      title={title}
      language={language}
      captions={video.captions.map((one) => ({
        language: one,
        label: names.of(one) ?? one,
        src: captionsSrc(one),
      }))}
      transcript={video.transcript}
      transcriptLabel={t('video.transcript')}
    />
  )
}
