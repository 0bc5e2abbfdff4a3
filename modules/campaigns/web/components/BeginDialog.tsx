import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useMyCommunities } from '#modules/communities/web/public.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { api } from '#platform/web/api.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { Button } from '#ui/Button.tsx'
import { DateField } from '#ui/DateField.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Select } from '#ui/Select.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { TextField } from '#ui/TextField.tsx'
import { campaignPath } from '../paths.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'

/** Begins a campaign from a community that one manages. */
export default function BeginDialog({ onClose }: { onClose: () => void }) {
  const t = useT()
  const { language } = useLanguage()
  const navigate = useNavigate()
  const mine = useMyCommunities().filter(({ roles }) => roles.includes('manager'))
  const [communityId, setCommunity] = useState(mine[0]?.id ?? null)
  const [tag, setTag] = useState('')
  const [title, setTitle] = useState('')
  const [purpose, setPurpose] = useState('')
  const [howTo, setHowTo] = useState('')
  const [startsOn, setFrom] = useState<string | null>(() => new Date().toISOString().slice(0, 10))
  const [endsOn, setTo] = useState<string | null>(null)
  const [isChecked, setChecked] = useState(false)
  const isReady = communityId && tag.trim() && title.trim() && purpose.trim() && startsOn && endsOn
  const act = useAct(
    (_, idempotencyKey) =>
      api('POST /api/v1/campaigns', {
        body: {
          communityId: communityId ?? '',
          tag: tag.trim(),
          title: title.trim(),
          purpose: purpose.trim(),
          howTo: howTo.trim(),
          language,
          startsOn: startsOn ?? '',
          endsOn: endsOn ?? '',
        },
        idempotencyKey,
      }),
    t('begin.done'),
    ({ address }) => {
      onClose()
      void navigate({ href: campaignPath(address) })
    },
  )
  return (
    <Dialog
      title={t('begin.title')}
      isOpen
      wide
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button
            look="primary"
            isPending={act.isPending}
            onPress={() => {
              setChecked(true)
              if (isReady) act.run()
            }}
          >
            {t('begin.submit')}
          </Button>
        </>
      }
    >
      <div className="grid gap-5">
        <TextField
          label={t('begin.tag')}
          hint={t('begin.tagHint')}
          value={tag}
          onChange={setTag}
          maxLength={41}
          autoFocus
        />
        <TextField label={t('begin.name')} value={title} onChange={setTitle} maxLength={120} />
        <TextArea label={t('begin.purpose')} value={purpose} onChange={setPurpose} rows={2} maxLength={500} />
        <TextArea
          label={t('begin.howTo')}
          hint={t('begin.howToHint')}
          optional
          value={howTo}
          onChange={setHowTo}
          rows={3}
          maxLength={4000}
        />
        <div className="grid gap-5 sm:grid-cols-2">
          <DateField label={t('begin.from')} value={startsOn} onChange={setFrom} />
          <DateField label={t('begin.to')} value={endsOn} onChange={setTo} min={startsOn ?? undefined} />
        </div>
        <Select
          label={t('begin.community')}
          hint={t('begin.communityHint')}
          options={mine.map(({ id, name }) => ({ id, label: pickText(name, language) }))}
          value={communityId}
          onChange={setCommunity}
        />
        {isChecked && !isReady && (
          <p role="alert" className="text-bad">
            {t('begin.missing')}
          </p>
        )}
      </div>
    </Dialog>
  )
}
