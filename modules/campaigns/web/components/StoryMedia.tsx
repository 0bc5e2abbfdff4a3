import type { Story } from '#modules/campaigns/contract.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { Video } from '#ui/Video.tsx'
import { captionsSrc, videoSrc } from '../paths.ts'
import { useT } from '../t.ts'

type Pictured = Pick<Story, 'title' | 'picture' | 'video'>

/** The picture and the video of a story, with captions in the reader's language where there are. */
export function StoryMedia({
  story,
  storyId,
  videoOnly,
}: {
  story: Pictured
  storyId: string
  videoOnly?: boolean
}) {
  const t = useT()
  const { language } = useLanguage()
  const names = new Intl.DisplayNames(language, { type: 'language' })
  const { picture, video } = story
  return (
    <>
      {picture && !videoOnly && (
        <img
          src={picture.url}
          alt={picture.alt}
          width={picture.width ?? undefined}
          height={picture.height ?? undefined}
          loading="lazy"
          className="h-auto max-h-[28rem] w-auto max-w-full rounded-xl"
        />
      )}
      {video && (
        <Video
          key={`${video.id}${video.captions.join()}`}
          src={videoSrc(storyId)}
          title={story.title}
          language={language}
          captions={video.captions.map((one) => ({
            language: one,
            label: names.of(one) ?? one,
            src: captionsSrc(storyId, one),
          }))}
          transcript={video.transcript}
          transcriptLabel={t('video.transcript')}
        />
      )}
    </>
  )
}
