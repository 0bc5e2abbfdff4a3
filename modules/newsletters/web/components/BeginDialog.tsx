import { useState } from 'react'
import { useMyCommunities } from '#modules/communities/web/public.ts'
import { rhythms } from '../rhythms.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { api } from '#platform/web/api.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { Button } from '#ui/Button.tsx'
import { Checkbox } from '#ui/Checkbox.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Select } from '#ui/Select.tsx'
import { TextField } from '#ui/TextField.tsx'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'

/** Begins a newsletter: of the organisation for administrators, of a community for its managers. */
export function BeginDialog({
  mayBeginForAll,
  onClose,
}: {
  mayBeginForAll: boolean
  onClose: (id?: string) => void
}) {
  const t = useT()
  const { language } = useLanguage()
  const communities = useMyCommunities()
  const [place, setPlace] = useState(mayBeginForAll ? 'all' : '')
  const [name, setName] = useState('')
  const [purpose, setPurpose] = useState('')
  const [rhythm, setRhythm] = useState<(typeof rhythms)[number]>('monthly')
  const [both, setBoth] = useState(false)
  const other = language === 'fr' ? 'en' : 'fr'
  const begin = useAct(
    (_: void, idempotencyKey) =>
      api('POST /api/v1/newsletters', {
        body: {
          name: { [language]: name },
          purpose: purpose ? { [language]: purpose } : {},
          rhythm,
          languages: both ? [language, other] : [language],
          communityId: place === 'all' ? null : place,
        },
        idempotencyKey,
      }),
    t('form.saved'),
    ({ id }) => onClose(id),
  )
  return (
    <Dialog
      title={t('list.begin')}
      isOpen
      onClose={() => onClose()}
      acts={
        <>
          <Button onPress={() => onClose()}>{t('form.cancel')}</Button>
          <Button
            look="primary"
            isPending={begin.isPending}
            isDisabled={!name.trim() || !place}
            onPress={() => begin.run()}
          >
            {t('list.begin')}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <Select
          label={t('form.for')}
          value={place || null}
          onChange={setPlace}
          options={[
            ...(mayBeginForAll ? [{ id: 'all', label: t('form.everybody') }] : []),
            ...communities.map((one) => ({ id: one.id, label: pickText(one.name, language) })),
          ]}
        />
        <TextField label={t('form.name')} value={name} onChange={setName} maxLength={80} isRequired />
        <TextField label={t('form.purpose')} value={purpose} onChange={setPurpose} maxLength={300} optional />
        <Select
          label={t('form.rhythm')}
          value={rhythm}
          onChange={(id) => setRhythm(id as typeof rhythm)}
          options={rhythms.map((id) => ({ id, label: t(`rhythm.${id}`) }))}
        />
        <Checkbox isSelected={both} onChange={setBoth}>
          {t(language === 'fr' ? 'form.en' : 'form.fr')}
        </Checkbox>
      </div>
    </Dialog>
  )
}
