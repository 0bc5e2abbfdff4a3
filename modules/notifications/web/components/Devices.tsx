import { useQuery } from '@tanstack/react-query'
import { MonitorSmartphone, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { api } from '#platform/web/api.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { useErrorToast } from '#platform/web/errors.ts'
import { useFormat } from '#platform/web/i18n.tsx'
import { queryClient } from '#platform/web/query-client.ts'
import { toast } from '#platform/web/toasts.ts'
import { Button } from '#ui/Button.tsx'
import { Notice, Rows } from '#ui/Layout.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { allowThisDevice, canPush } from '../push.ts'
import { devicesQuery, keys } from '../queries.ts'
import { useT } from '../t.ts'

/** Devices that may be woken; each can be let go. */
export function Devices() {
  const t = useT()
  const format = useFormat()
  const onError = useErrorToast(t)
  const { data, error, refetch } = useQuery(devicesQuery)
  const [state, setState] = useState<'idle' | 'asking' | 'denied'>('idle')
  if (error && !data) return <ErrorView error={error} t={t} onRetry={() => void refetch()} />
  if (!data) return <SkeletonRows rows={1} />
  const refresh = () => queryClient.invalidateQueries({ queryKey: keys.devices })
  const add = async () => {
    setState('asking')
    try {
      const answer = await allowThisDevice(data.publicKey)
      setState(answer === 'denied' ? 'denied' : 'idle')
      if (answer === 'allowed') toast(t('settings.deviceAdded'))
      await refresh()
    } catch (failure) {
      setState('idle')
      onError(failure)
    }
  }
  const remove = (deviceId: string) =>
    void api('DELETE /api/v1/me/push/:deviceId', { params: { deviceId } }).then(refresh).catch(onError)
  return (
    <div className="grid gap-3">
      {data.devices.length === 0 ? (
        <p className="text-muted">{t('settings.noDevices')}</p>
      ) : (
        <Rows label={t('settings.devices')}>
          {data.devices.map((device) => (
            <li key={device.id} className="flex items-center gap-3">
              <MonitorSmartphone aria-hidden className="size-5 shrink-0 text-muted" />
              <span className="grid min-w-0 flex-1">
                <span className="font-semibold">{device.label}</span>
                <span className="text-sm text-muted">
                  {t('settings.deviceSince', { day: format.dateTime(new Date(device.createdAt), 'day') })}
                </span>
              </span>
              <Button
                look="quiet"
                icon
                size="small"
                aria-label={t('settings.removeDevice', { label: device.label })}
                onPress={() => remove(device.id)}
              >
                <Trash2 aria-hidden />
              </Button>
            </li>
          ))}
        </Rows>
      )}
      {canPush() ? (
        <p>
          <Button size="small" isPending={state === 'asking'} onPress={() => void add()}>
            {t('settings.addDevice')}
          </Button>
        </p>
      ) : (
        <p className="text-sm text-muted">{t('settings.pushImpossible')}</p>
      )}
      {state === 'denied' && (
        <div role="status">
          <Notice tone="warn">
            <p>{t('settings.pushDenied')}</p>
          </Notice>
        </div>
      )}
    </div>
  )
}
