import './recognition.css'
import { useQuery } from '@tanstack/react-query'
import { useInvalidateOn } from '#platform/web/realtime.ts'
import type { SlotText } from '#platform/web/slots.tsx'
import { keys, postQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { ThanksNote } from './ThanksNote.tsx'

/** Under a post or comment: the words of thanks that its author lets be seen. */
export default function ThanksPanel({ text }: { text: SlotText }) {
  const t = useT()
  const { data } = useQuery(postQuery(text.postId))
  useInvalidateOn('recognition.thanksShown', keys.ofPost(text.postId))
  const items = data?.items.filter(({ commentId }) => commentId === text.commentId) ?? []
  if (items.length === 0) return null
  return (
    <ul className="thanks-list" aria-label={t('under.title')}>
      {items.map((thanks) => (
        <li key={thanks.id}>
          <ThanksNote thanks={thanks} />
        </li>
      ))}
    </ul>
  )
}
