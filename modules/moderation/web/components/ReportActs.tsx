import { Flag, MessageCircleHeart } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import type { TextActsProps } from '#platform/web/slots.tsx'
import { useT } from '../t.ts'

const ReportDialog = lazy(() => import('./ReportDialog.tsx'))
const NoteDialog = lazy(() => import('./NoteDialog.tsx'))

/** In the menu of a text of somebody else: write to the person first, or report. */
export default function ReportActs({ text, children }: TextActsProps) {
  const t = useT()
  const [open, setOpen] = useState<'write' | 'report'>()
  const close = () => setOpen(undefined)
  if (text.isMine) return children([])
  return (
    <>
      {children([
        {
          id: 'moderation-write',
          label: t('act.write'),
          icon: <MessageCircleHeart aria-hidden />,
          onAction: () => setOpen('write'),
        },
        {
          id: 'moderation-report',
          label: t('act.report'),
          icon: <Flag aria-hidden />,
          onAction: () => setOpen('report'),
        },
      ])}
      <Suspense>
        {open === 'report' && (
          <ReportDialog text={text} onClose={close} onWriteFirst={() => setOpen('write')} />
        )}
        {open === 'write' && <NoteDialog text={text} onClose={close} />}
      </Suspense>
    </>
  )
}
