import { useState } from 'react'
import { api } from '#platform/web/api.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Select } from '#ui/Select.tsx'
import { TextField } from '#ui/TextField.tsx'
import { contactKinds } from '#modules/pulse/contract.ts'
import type { Contact } from '#modules/pulse/contract.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'

let next = 0
const blank = (): Contact & { id: number } => ({ id: next++, kind: 'hr', name: '', reach: '' })

/** An administrator says whom one can talk to. */
export default function ContactsDialog({
  contacts,
  onClose,
}: {
  contacts: readonly Contact[]
  onClose: () => void
}) {
  const t = useT()
  const [rows, setRows] = useState(() =>
    contacts.length > 0 ? contacts.map((contact) => ({ id: next++, ...contact })) : [blank()],
  )
  const change = (id: number, part: Partial<Contact>) =>
    setRows((now) => now.map((row) => (row.id === id ? { ...row, ...part } : row)))
  const act = useAct(
    () =>
      api('PUT /api/v1/admin/pulse-contacts', {
        body: {
          items: rows
            .filter(({ name, reach }) => name.trim() && reach.trim())
            .map(({ kind, name, reach }) => ({ kind, name: name.trim(), reach: reach.trim() })),
        },
      }),
    t('saved'),
    onClose,
  )
  return (
    <Dialog
      title={t('talk.editTitle')}
      isOpen
      wide
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button look="primary" isPending={act.isPending} onPress={() => act.run()}>
            {t('save')}
          </Button>
        </>
      }
    >
      <div className="grid gap-5">
        <p className="text-muted">{t('talk.editHint')}</p>
        {rows.map((row) => (
          <div key={row.id} className="grid gap-3 border-b border-line pb-5">
            <Select
              label={t('talk.kindLabel')}
              value={row.kind}
              onChange={(kind) => change(row.id, { kind: kind as Contact['kind'] })}
              options={contactKinds.map((id) => ({ id, label: t(`talk.kind.${id}`) }))}
            />
            <TextField
              label={t('talk.name')}
              maxLength={120}
              value={row.name}
              onChange={(name) => change(row.id, { name })}
            />
            <TextField
              label={t('talk.reach')}
              maxLength={200}
              value={row.reach}
              onChange={(reach) => change(row.id, { reach })}
            />
            <p>
              <Button
                look="quiet"
                size="small"
                onPress={() => setRows((now) => now.filter(({ id }) => id !== row.id))}
                aria-label={t('talk.remove', { name: row.name || t(`talk.kind.${row.kind}`) })}
              >
                {t('talk.remove', { name: '' })}
              </Button>
            </p>
          </div>
        ))}
        {rows.length < 8 && (
          <p>
            <Button onPress={() => setRows((now) => [...now, blank()])}>{t('talk.add')}</Button>
          </p>
        )}
      </div>
    </Dialog>
  )
}
