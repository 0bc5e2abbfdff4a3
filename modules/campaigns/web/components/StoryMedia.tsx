import type { Story } from '#modules/campaigns/contract.ts'
import { CaptionedVideo } from '#platform/web/video/CaptionedVideo.tsx'
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
        <CaptionedVideo
          video={video}
          title={story.title}
          src={videoSrc(storyId)}
          captionsSrc={(language) => captionsSrc(storyId, language)}
          words={t}
        />
      )}
    </>
  )
}
