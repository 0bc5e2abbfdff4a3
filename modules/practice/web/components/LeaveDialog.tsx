import { useState } from 'react'
import type { MemberCard } from '#modules/people/contract.ts'
import { api } from '#platform/web/api.ts'
import { Button } from '#ui/Button.tsx'
import { DateField } from '#ui/DateField.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Select } from '#ui/Select.tsx'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'

/** From when to when I am away, and who stands in. */
export default function LeaveDialog({
  slug,
  managers,
  onClose,
}: {
  slug: string
  managers: readonly MemberCard[]
  onClose: () => void
}) {
  const t = useT()
  const [from, setFrom] = useState<string | null>(null)
  const [to, setTo] = useState<string | null>(null)
  const [standInId, setStandIn] = useState('nobody')
  const say = useAct(
    (days: { from: string; to: string }) =>
      api('POST /api/v1/communities/:community/leaves', {
        params: { community: slug },
        body: { ...days, standInId: standInId === 'nobody' ? null : standInId },
      }),
    t('leave.said'),
    onClose,
  )
  return (
    <Dialog
      title={t('leave.declareTitle')}
      isOpen
      onClose={onClose}
      acts={
        <Button
          look="primary"
          isPending={say.isPending}
          isDisabled={!from || !to || to < from}
          onPress={() => from && to && say.run({ from, to })}
        >
          {t('save')}
        </Button>
      }
    >
      <div className="grid gap-4">
        <DateField label={t('leave.from')} value={from} onChange={setFrom} isRequired />
        <DateField label={t('leave.to')} value={to} onChange={setTo} isRequired min={from ?? undefined} />
        {managers.length === 0 ? (
          <p className="text-muted">{t('leave.noManager')}</p>
        ) : (
          <Select
            label={t('leave.standIn')}
            value={standInId}
            onChange={setStandIn}
            options={[
              { id: 'nobody', label: t('leave.nobody') },
              ...managers.map(({ id, displayName }) => ({ id, label: displayName })),
            ]}
          />
        )}
      </div>
    </Dialog>
  )
}
