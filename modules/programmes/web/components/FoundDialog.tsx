import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '#platform/web/api.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { RadioGroup } from '#ui/RadioGroup.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { TextField } from '#ui/TextField.tsx'
import { programmePath } from '../paths.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'

/** Begins a programme: a name, why now, who reads it. Everything else is written on its page. */
export default function FoundDialog({ communityId, onClose }: { communityId?: string; onClose: () => void }) {
  const t = useT()
  const { language } = useLanguage()
  const navigate = useNavigate()
  const { isActing, act } = useAct()
  const [name, setName] = useState('')
  const [whyNow, setWhyNow] = useState('')
  const [visibility, setVisibility] = useState('company')
  const send = () =>
    act(async () => {
      const { id } = await api('POST /api/v1/programmes', {
        body: {
          name: { [language]: name.trim() },
          whyNow: whyNow.trim() || null,
          visibility: visibility as 'company' | 'circle',
          communityId: communityId ?? null,
        },
      })
      onClose()
      void navigate({ to: programmePath(id) })
      return t('found.done')
    })
  return (
    <Dialog
      title={t('found.title')}
      isOpen
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button look="primary" isPending={isActing} isDisabled={!name.trim()} onPress={send}>
            {t('found.send')}
          </Button>
        </>
      }
    >
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
        <TextField
          label={t('found.name')}
          hint={t('found.nameHint')}
          value={name}
          onChange={setName}
          maxLength={120}
          autoFocus
        />
        <TextArea
          label={t('plan.whyNow')}
          hint={t('found.whyHint')}
          optional
          value={whyNow}
          onChange={setWhyNow}
          maxLength={2000}
        />
        <RadioGroup
          label={t('visibility.label')}
          value={visibility}
          onChange={setVisibility}
          cards
          options={(['company', 'circle'] as const).map((id) => ({
            id,
            label: t(`visibility.${id}`),
            hint: t(`visibility.${id}Hint`),
          }))}
        />
      </div>
    </Dialog>
  )
}
