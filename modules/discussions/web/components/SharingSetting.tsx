import { useQuery } from '@tanstack/react-query'
import { api } from '#platform/web/api.ts'
import { useErrorToast } from '#platform/web/errors.ts'
import { queryClient } from '#platform/web/query-client.ts'
import type { SlotCommunity } from '#platform/web/slots.tsx'
import { toast } from '#platform/web/toasts.ts'
import { Section } from '#ui/Layout.tsx'
import { Switch } from '#ui/Switch.tsx'
import { useT } from '../t.ts'

/** In the settings of a community: whether its conversations may be shared elsewhere. */
export default function SharingSetting({ community }: { community: SlotCommunity }) {
  const t = useT()
  const onError = useErrorToast(t)
  const params = { community: community.id }
  const queryKey = ['discussions', 'sharing', community.id]
  const { data } = useQuery({
    queryKey,
    queryFn: ({ signal }) => api('GET /api/v1/communities/:community/sharing', { params, signal }),
  })
  if (!data) return null
  const decide = async (isAllowed: boolean) => {
    queryClient.setQueryData(queryKey, { ...data, isAllowed })
    try {
      await api('PUT /api/v1/communities/:community/sharing', { params, body: { isAllowed } })
      toast(t('share.saved'))
    } catch (error) {
      queryClient.setQueryData(queryKey, data)
      onError(error)
    }
  }
  return (
    <Section title={t('share.setting')} hint={t('share.settingHint')}>
      {data.isDecidable ? (
        <Switch isSelected={data.isAllowed} onChange={(isOn) => void decide(isOn)}>
          {t('share.allow')}
        </Switch>
      ) : (
        <p>{data.isAllowed ? t('share.always') : t('share.never')}</p>
      )}
    </Section>
  )
}
