import { useNavigate } from '@tanstack/react-router'
import { BookPlus } from 'lucide-react'
import { useMyCommunities } from '#modules/communities/web/public.ts'
import type { TextActsProps } from '#platform/web/slots.tsx'
import { newPagePath } from '../paths.ts'
import { useT } from '../t.ts'

/** "Make a page of this", in the menu of a post or of an answer, for members of its community. */
export default function MakePage({ text, children }: TextActsProps) {
  const t = useT()
  const navigate = useNavigate()
  const place = useMyCommunities().find(({ id }) => id === text.community.id)
  if (!place || place.stage === 'archived') return children([])
  return children([
    {
      id: 'make-page',
      label: t('from.act'),
      icon: <BookPlus aria-hidden />,
      onAction: () =>
        void navigate({
          href: newPagePath(text.community.slug, {
            from: text.postId,
            ...(text.commentId && { comment: text.commentId }),
          }),
        }),
    },
  ])
}
