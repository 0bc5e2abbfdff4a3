import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import { checkParts, maximumChecks } from '#modules/turns/words.ts'
import type { AccountDetail, CheckItem, CheckPart } from '#modules/turns/contract.ts'
import { api } from '#platform/web/api.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Section } from '#ui/Layout.tsx'
import { Select } from '#ui/Select.tsx'
import { TextField } from '#ui/TextField.tsx'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'

/** What a turn takes; edited by whoever keeps the account’s settings. */
export function ChecklistPart({ account }: { account: AccountDetail }) {
  const t = useT()
  const [isOpen, setOpen] = useState(false)
  return (
    <Section
      title={t('account.checklist')}
      hint={t('account.checklistLead')}
      aside={
        account.can.change ? (
          <Button size="small" onPress={() => setOpen(true)}>
            {t('account.checklistEdit')}
          </Button>
        ) : undefined
      }
    >
      {checkParts.map((part) => {
        const items = account.checklist.filter((item) => item.part === part)
        return items.length === 0 ? null : (
          <div key={part}>
            <h3 className="turn-part">{t(`turn.part.${part}`)}</h3>
            <ul className="m-0 list-disc ps-5">
              {items.map(({ id, text }) => (
                <li key={id}>{text}</li>
              ))}
            </ul>
          </div>
        )
      })}
      {isOpen && <Editor account={account} onClose={() => setOpen(false)} />}
    </Section>
  )
}

let fresh = 0
function Editor({ account, onClose }: { account: AccountDetail; onClose: () => void }) {
  const t = useT()
  const [items, setItems] = useState<CheckItem[]>(account.checklist)
  const change = (id: string, more: Partial<CheckItem>) =>
    setItems((now) => now.map((item) => (item.id === id ? { ...item, ...more } : item)))
  const save = useAct(
    () =>
      api('PATCH /api/v1/accounts/:accountId', {
        params: { accountId: account.id },
        body: {
          checklist: items
            .map((item) => ({ ...item, text: item.text.trim() }))
            .filter(({ text }) => text !== '')
            .toSorted((a, b) => checkParts.indexOf(a.part) - checkParts.indexOf(b.part)),
        },
      }),
    t('form.saved'),
    onClose,
  )
  return (
    <Dialog
      title={t('account.checklist')}
      isOpen
      onClose={onClose}
      wide
      acts={
        <Button look="primary" isPending={save.isPending} onPress={() => save.run()}>
          {t('form.save')}
        </Button>
      }
    >
      <div className="grid gap-3">
        {items.map((item, index) => (
          <div key={item.id} className="turn-edit">
            <Select
              label={t('account.part')}
              value={item.part}
              onChange={(part) => change(item.id, { part: part as CheckPart })}
              options={checkParts.map((id) => ({ id, label: t(`turn.part.${id}`) }))}
            />
            <TextField
              label={t('account.item', { n: index + 1 })}
              value={item.text}
              onChange={(text) => change(item.id, { text })}
              maxLength={300}
            />
            <Button
              look="quiet"
              icon
              aria-label={t('account.remove', { n: index + 1 })}
              onPress={() => setItems((now) => now.filter(({ id }) => id !== item.id))}
            >
              <X aria-hidden />
            </Button>
          </div>
        ))}
        {items.length < maximumChecks && (
          <p className="m-0">
            <Button
              size="small"
              onPress={() =>
                setItems((now) => [...now, { id: `own-${Date.now()}-${++fresh}`, part: 'before', text: '' }])
              }
            >
              <Plus aria-hidden />
              {t('account.itemAdd')}
            </Button>
          </p>
        )}
      </div>
    </Dialog>
  )
}
