import { useQuery } from '@tanstack/react-query'
import { Handshake } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { communityQuery } from '#modules/communities/web/public.ts'
import type { TextActsProps } from '#platform/web/slots.tsx'
import { useT } from '../t.ts'

const HandDialog = lazy(() => import('./HandDialog.tsx'))

/** In the menu of a question, for who runs its community: hand it to a sponsor. */
export default function HandActs({ text, children }: TextActsProps) {
  const t = useT()
  const [open, setOpen] = useState(false)
  const isQuestion = text.kind === 'question' && text.commentId === null
  const { data } = useQuery({ ...communityQuery(text.community.slug), enabled: isQuestion })
  if (!isQuestion || !data?.can.manage) return children([])
  return (
    <>
      {children([
        {
          id: 'sponsorship-hand',
          label: t('hand.act'),
          icon: <Handshake aria-hidden />,
          onAction: () => setOpen(true),
        },
      ])}
      <Suspense>{open && <HandDialog text={text} onClose={() => setOpen(false)} />}</Suspense>
    </>
  )
}
