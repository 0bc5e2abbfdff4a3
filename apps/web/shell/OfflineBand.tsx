import { useEffect, useState } from 'react'
import { MailQuestion, Send, Trash2, Undo2, WifiOff } from 'lucide-react'
import type { Waiting } from '#platform/web/local-db.ts'
import { Link } from '#platform/web/links.tsx'
import { onSent, sendWaiting, takeBack, useWaiting } from '#platform/web/outbox.ts'
import { queryClient } from '#platform/web/query-client.ts'
import { useMember } from '#platform/web/session.ts'
import { toast } from '#platform/web/toasts.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Time } from '#ui/Time.tsx'
import { useT } from '../t.ts'

/** Says that there is no network, and what waits to leave; sends it when the network is back. */
export default function OfflineBand({ isOnline }: { isOnline: boolean }) {
  const t = useT()
  const { id } = useMember()
  const waiting = useWaiting(id)
  const [isOpen, setOpen] = useState(false)
  const refused = waiting.filter((one) => one.refused)

  // Outside system: the network, which came back, or was there all along since the last visit.
  useEffect(() => {
    if (isOnline) void sendWaiting(id)
  }, [isOnline, id])
  // Outside system: the outbox, which sends by itself.
  useEffect(
    () =>
      onSent((sent) => {
        void queryClient.invalidateQueries()
        toast(t('outbox.sent', { text: sent.text }))
      }),
    [t],
  )

  if (isOnline && waiting.length === 0) return null
  return (
    <>
      <div className="offline" role="status">
        {isOnline ? <MailQuestion aria-hidden /> : <WifiOff aria-hidden />}
        <span className="min-w-0 flex-1">
          {isOnline
            ? t(refused.length > 0 ? 'outbox.refusedBand' : 'outbox.sendingBand', { n: waiting.length })
            : waiting.length > 0
              ? t('outbox.waitingBand', { n: waiting.length })
              : t('error.offlineBand')}
        </span>
        {waiting.length > 0 && (
          <Button size="small" onPress={() => setOpen(true)}>
            {t('outbox.see')}
          </Button>
        )}
      </div>
      <Dialog title={t('outbox.title')} isOpen={isOpen && waiting.length > 0} onClose={() => setOpen(false)}>
        <p className="text-muted">{t('outbox.lead')}</p>
        <ul className="rows">
          {waiting.map((one) => (
            <WaitingRow key={one.id} one={one} isOnline={isOnline} />
          ))}
        </ul>
      </Dialog>
    </>
  )
}

function WaitingRow({ one, isOnline }: { one: Waiting; isOnline: boolean }) {
  const t = useT()
  const { id } = useMember()
  const again = async () => {
    const { refused: _, ...fresh } = one
    const { sendLater } = await import('#platform/web/outbox.ts')
    await sendLater(fresh)
    await sendWaiting(id)
  }
  const copy = async () => {
    await navigator.clipboard.writeText(textOf(one))
    toast(t('outbox.copied'))
  }
  return (
    <li className="grid gap-2">
      <p dir="auto" className="line-clamp-3">
        {one.text}
      </p>
      <p className="text-sm text-muted">
        <Link to={one.href}>{one.place}</Link> · <Time at={new Date(one.at).toISOString()} />
      </p>
      {one.refused && (
        <p role="alert" className="text-bad">
          {t(
            one.refused === 'notFound' || one.refused.endsWith('NotFound') ? 'outbox.gone' : 'outbox.refused',
          )}
        </p>
      )}
      <p className="flex flex-wrap gap-2">
        {one.refused && isOnline && (
          <Button size="small" onPress={() => void again()}>
            <Send aria-hidden />
            {t('outbox.again')}
          </Button>
        )}
        <Button size="small" onPress={() => void copy()}>
          <Undo2 aria-hidden />
          {t('outbox.copy')}
        </Button>
        <Button size="small" look="quiet" onPress={() => void takeBack(one.id)}>
          <Trash2 aria-hidden />
          {t('outbox.erase')}
        </Button>
      </p>
    </li>
  )
}

const textOf = ({ body }: Waiting): string => {
  const { title, bodyMd } = body as { title?: string; bodyMd?: string }
  return [title, bodyMd].filter(Boolean).join('\n\n')
}
