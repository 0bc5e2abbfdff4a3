import { Ear, Tag as TagMark } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useCommunity } from '#modules/communities/web/public.ts'
import type { TextActsProps } from '#platform/web/slots.tsx'
import { useT } from '../t.ts'

const TagDialog = lazy(() => import('./TagDialog.tsx'))
const GatherDialog = lazy(() => import('./GatherDialog.tsx'))

/** In the menu of a text: its author says what it is; a manager puts it into a theme. */
export default function ListeningActs({ text, children }: TextActsProps) {
  const t = useT()
  const [open, setOpen] = useState<'tag' | 'gather'>()
  const community = useCommunity(text.community.slug)
  const close = () => setOpen(undefined)
  return (
    <>
      {children([
        ...(text.isMine
          ? [
              {
                id: 'listening-tag',
                label: t('tag.choose'),
                icon: <TagMark aria-hidden />,
                onAction: () => setOpen('tag'),
              },
            ]
          : []),
        ...(community?.can.manage
          ? [
              {
                id: 'listening-gather',
                label: t('texts.addTo'),
                icon: <Ear aria-hidden />,
                onAction: () => setOpen('gather'),
              },
            ]
          : []),
      ])}
      <Suspense>
        {open === 'tag' && <TagDialog text={text} onClose={close} />}
        {open === 'gather' && (
          <GatherDialog
            slug={text.community.slug}
            postId={text.postId}
            commentId={text.commentId}
            words={text.bodyMd ?? ''}
            onClose={close}
          />
        )}
      </Suspense>
    </>
  )
}
