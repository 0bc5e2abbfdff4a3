import './listening.css'
import { useQuery } from '@tanstack/react-query'
import { Ear, MessagesSquare } from 'lucide-react'
import { useEffect } from 'react'
import { useInvalidateOn } from '#platform/web/realtime.ts'
import { PlainLink } from '#platform/web/links.tsx'
import type { SlotText } from '#platform/web/slots.tsx'
import { Tag } from '#ui/Tag.tsx'
import { heardPath } from '../paths.ts'
import { applyPendingTag } from '../pending-tag.ts'
import { keys, postQuery } from '../queries.ts'
import { TagIcon } from '../tag-icons.tsx'
import { useT } from '../t.ts'

/** Under a post or a comment: what its author says that it is, and what was heard of it. */
export default function TagPanel({ text }: { text: SlotText }) {
  const t = useT()
  const { data } = useQuery(postQuery(text.postId))
  useInvalidateOn('listening.textTagged', keys.ofPost(text.postId))
  // Outside system: what was chosen in the composer, which knew no identifier yet.
  useEffect(() => {
    if (text.isMine && text.commentId === null) applyPendingTag(text.postId, text.author.id)
  }, [text.isMine, text.commentId, text.postId, text.author.id])
  if (!data) return null
  const tag = data.tags.find(({ commentId }) => commentId === text.commentId)?.tag
  const mine = data.mine.filter(({ commentId }) => commentId === text.commentId)
  const answers = text.commentId === null ? data.answers : null
  if (!tag && mine.length === 0 && !answers) return null
  return (
    <div className="listening-panel">
      {tag && (
        <Tag tone="neutral" icon={<TagIcon tag={tag} />}>
          <span className="sr-only">{t('tag.label')} </span>
          {t(`tag.${tag}`)}
        </Tag>
      )}
      {answers && (
        <PlainLink to={heardPath(text.community.slug)} className="listening-link">
          <MessagesSquare aria-hidden />
          {t('panel.answers')}
        </PlainLink>
      )}
      {mine.map((one) => (
        <PlainLink key={one.themeId} to={heardPath(text.community.slug)} className="listening-link">
          <Ear aria-hidden />
          <span>
            {t('panel.mine', { title: one.title })} · {t(`state.${one.state}`)}
          </span>
        </PlainLink>
      ))}
    </div>
  )
}
