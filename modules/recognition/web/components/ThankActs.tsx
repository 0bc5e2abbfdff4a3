import { HeartHandshake } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useCommunity } from '#modules/communities/web/public.ts'
import type { TextActsProps } from '#platform/web/slots.tsx'
import { useT } from '../t.ts'

const ThankDialog = lazy(() => import('./ThankDialog.tsx'))

/** In the menu of somebody else's text: thank them for it. */
export default function ThankActs({ text, children }: TextActsProps) {
  const t = useT()
  const community = useCommunity(text.community.slug)
  const [isOpen, setOpen] = useState(false)
  if (text.isMine || !community?.can.participate) return children([])
  return (
    <>
      {children([
        {
          id: 'recognition-thank',
          label: t('give.act', { name: text.author.displayName }),
          icon: <HeartHandshake aria-hidden />,
          onAction: () => setOpen(true),
        },
      ])}
      <Suspense>
        {isOpen && (
          <ThankDialog
            slug={text.community.slug}
            to={text.author}
            act={text.commentId ? 'answer' : 'post'}
            postId={text.postId}
            commentId={text.commentId}
            onClose={() => setOpen(false)}
          />
        )}
      </Suspense>
    </>
  )
}
