import { useQuery } from '@tanstack/react-query'
import type { SlotText } from '#platform/web/slots.tsx'
import { storyOfPostQuery } from '../queries.ts'
import { StoryMedia } from './StoryMedia.tsx'

/** Under the text of a conversation that is a story: its video. */
export default function StoryPanel({ text }: { text: SlotText }) {
  const isStory = text.kind === 'story' && text.commentId === null
  const { data } = useQuery({ ...storyOfPostQuery(text.postId), enabled: isStory })
  return data?.story?.video ? (
    <div className="py-3">
      <StoryMedia story={data.story} storyId={data.story.id} videoOnly />
    </div>
  ) : null
}
