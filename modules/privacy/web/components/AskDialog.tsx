import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ApiResponse } from '#platform/web/api.ts'
import { api } from '#platform/web/api.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { useErrorToast } from '#platform/web/errors.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { queryClient } from '#platform/web/query-client.ts'
import { toast } from '#platform/web/toasts.ts'
import { Button } from '#ui/Button.tsx'
import { ComboBox } from '#ui/ComboBox.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Select } from '#ui/Select.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { TextField } from '#ui/TextField.tsx'
import { communitiesQuery } from '../queries.ts'
import { useT, type T } from '../t.ts'

const purposes = ['law', 'safety', 'security'] as const
const hours = [1, 2, 4, 8, 24, 48, 72]
const days = [0, 1, 7, 14, 30]
const shortest = 20

type Administered = ApiResponse<'GET /api/v1/admin/communities'>['items'][number]

/** The name, or of a secret community those who lead it. */
function nameOf(community: Administered, language: 'fr' | 'en', t: T): string {
  if (community.name) return pickText(community.name, language)
  const names = community.managers.map(({ displayName }) => displayName)
  return names.length > 0
    ? t('reading.secret', { names: new Intl.ListFormat(language).format(names) })
    : t('reading.secretAlone')
}

/** Asks for a reading; what is missing is said at its field, and nothing typed is lost. */
export function AskDialog({ onClose }: { onClose: () => void }) {
  const t = useT()
  const { language } = useLanguage()
  const onError = useErrorToast(t)
  const communities = useQuery(communitiesQuery)
  const [communityId, setCommunity] = useState<string | null>(null)
  const [purpose, setPurpose] = useState<(typeof purposes)[number]>('law')
  const [reason, setReason] = useState('')
  const [duration, setDuration] = useState(4)
  const [silence, setSilence] = useState(0)
  const [password, setPassword] = useState('')
  const [isTried, setTried] = useState(false)
  const isShort = reason.trim().length < shortest
  const ask = useMutation({
    mutationFn: () =>
      api('POST /api/v1/admin/readings', {
        body: {
          communityId: communityId ?? '',
          purpose,
          reason: reason.trim(),
          hours: duration,
          tellAfterDays: silence,
          password,
        },
      }),
    onSuccess() {
      toast(t('reading.sent'))
      void queryClient.invalidateQueries({ queryKey: ['privacy', 'readings'] })
      onClose()
    },
    onError,
  })
  const send = () => {
    setTried(true)
    if (communityId && !isShort && password && !ask.isPending) ask.mutate()
  }
  return (
    <Dialog
      title={t('reading.askTitle')}
      isOpen
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>{t('reading.cancel')}</Button>
          <Button look="primary" isPending={ask.isPending} onPress={send}>
            {t('reading.send')}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <p>{t('reading.askLead')}</p>
        <ComboBox
          label={t('reading.community')}
          options={(communities.data?.items ?? []).map((one) => ({
            id: one.id,
            label: nameOf(one, language, t),
          }))}
          value={communityId}
          onChange={setCommunity}
          isRequired
          isInvalid={isTried && !communityId}
        />
        <Select
          label={t('reading.purpose')}
          options={purposes.map((id) => ({ id, label: t(`reading.purposes.${id}`) }))}
          value={purpose}
          onChange={(id) => setPurpose(id as typeof purpose)}
        />
        <TextArea
          label={t('reading.reason')}
          hint={t('reading.reasonHint')}
          value={reason}
          onChange={setReason}
          rows={3}
          maxLength={2000}
          error={isTried && isShort ? t('reading.reasonShort') : undefined}
        />
        <Select
          label={t('reading.hours')}
          options={hours.map((n) => ({ id: String(n), label: t('reading.hoursOf', { n }) }))}
          value={String(duration)}
          onChange={(id) => setDuration(Number(id))}
        />
        <Select
          label={t('reading.tell')}
          options={days.map((n) => ({ id: String(n), label: t('reading.tellOf', { n }) }))}
          value={String(silence)}
          onChange={(id) => setSilence(Number(id))}
        />
        <TextField
          label={t('reading.password')}
          type="password"
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
          isInvalid={isTried && !password}
        />
      </div>
    </Dialog>
  )
}
