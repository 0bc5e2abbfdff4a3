import { useState } from 'react'
import type { Phase, Programme } from '#modules/programmes/contract.ts'
import { phases } from '#modules/programmes/words.ts'
import { api } from '#platform/web/api.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'

/** Goes on, or back. What is missing is said first; going on without it asks why. */
export default function PhaseDialog({
  programme,
  to,
  onClose,
}: {
  programme: Programme
  to: Phase
  onClose: () => void
}) {
  const t = useT()
  const { isActing, act } = useAct()
  const [reason, setReason] = useState('')
  const isBack = phases.indexOf(to) < phases.indexOf(programme.phase)
  const missing = isBack ? [] : programme.asked.filter(({ done }) => !done)
  const asksWhy = isBack || missing.length > 0
  return (
    <Dialog
      title={t(isBack ? 'phase.goBack' : 'phase.goOn', { phase: t(`phase.${to}`) })}
      isOpen
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button
            look="primary"
            isPending={isActing}
            isDisabled={asksWhy && !reason.trim()}
            onPress={() =>
              act(async () => {
                await api('POST /api/v1/programmes/:programmeId/phase', {
                  params: { programmeId: programme.id },
                  body: { to, reason: reason.trim() || null },
                })
                return t('phase.changed', { phase: t(`phase.${to}`) })
              }, onClose)
            }
          >
            {t('phase.confirm')}
          </Button>
        </>
      }
    >
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
        <p className="m-0">{t(`phase.about.${to}`)}</p>
        {missing.length > 0 && (
          <div>
            <p className="m-0 font-semibold">{t('phase.missing')}</p>
            <ul className="m-0 ps-5 pt-1">
              {missing.map(({ key }) => (
                <li key={key}>{t(`asked.${key}`)}</li>
              ))}
            </ul>
          </div>
        )}
        {asksWhy && (
          <TextArea
            label={t(isBack ? 'phase.whyBack' : 'phase.whyAnyway')}
            hint={t('phase.whyHint')}
            value={reason}
            onChange={setReason}
            maxLength={1000}
            isRequired
          />
        )}
        <p className="m-0 text-sm text-muted">{t('phase.told')}</p>
      </div>
    </Dialog>
  )
}
