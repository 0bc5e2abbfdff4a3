import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#platform/web/api.ts'
import { useErrorToast } from '#platform/web/errors.ts'
import { queryClient } from '#platform/web/query-client.ts'
import { toast } from '#platform/web/toasts.ts'
import { Button } from '#ui/Button.tsx'
import { Section } from '#ui/Layout.tsx'
import { Select } from '#ui/Select.tsx'
import { thresholdQuery } from '../release-queries.ts'
import { useT } from '../t.ts'

const most = 30

/** For administrators: the smallest group that a figure may speak of. Values below today's are not even offered. */
export function RaiseThreshold() {
  const t = useT()
  const { data } = useQuery(thresholdQuery)
  const [chosen, setChosen] = useState<number>()
  const onError = useErrorToast(t)
  const raise = useMutation({
    mutationFn: (k: number) => api('PUT /api/v1/admin/release-threshold', { body: { k } }),
    onSuccess: (now) => {
      queryClient.setQueryData(thresholdQuery.queryKey, now)
      setChosen(undefined)
      toast(t('release.raise.done', { k: String(now.k) }))
    },
    onError,
  })
  if (!data) return null
  const value = chosen ?? data.k
  return (
    <Section title={t('release.raise.title')} hint={t('release.raise.lead')}>
      <div className="flex flex-wrap items-end gap-3">
        <Select
          label={t('release.raise.field')}
          options={Array.from({ length: Math.max(1, most - data.k + 1) }, (_, index) => {
            const id = String(data.k + index)
            return { id, label: id }
          })}
          value={String(value)}
          onChange={(id) => setChosen(Number(id))}
        />
        <Button
          look="secondary"
          isDisabled={value <= data.k || raise.isPending}
          onPress={() => raise.mutate(value)}
        >
          {t('release.raise.button')}
        </Button>
      </div>
    </Section>
  )
}
