import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Retention } from '#modules/interchange/contract.ts'
import { AdminTabs } from '#modules/people/web/public.ts'
import { api } from '#platform/web/api.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { useErrorToast } from '#platform/web/errors.ts'
import { Page } from '#platform/web/Page.tsx'
import { queryClient } from '#platform/web/query-client.ts'
import { toast } from '#platform/web/toasts.ts'
import { Button } from '#ui/Button.tsx'
import { PageHeader } from '#ui/PageHeader.tsx'
import { Select } from '#ui/Select.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { retentionQuery } from '../queries.ts'
import { useT } from '../t.ts'

const choices = [null, 3, 6, 12, 24, 36, 60] as const
const rules = ['closedAccounts', 'unusedInvitations', 'drafts'] as const

/** How long things are kept: each rule says how many it would concern before it is decided. */
export function RetentionPage() {
  const t = useT()
  const { data, error, refetch } = useQuery(retentionQuery)
  return (
    <Page title={t('rules.title')}>
      <AdminTabs />
      <PageHeader title={t('rules.title')} lead={t('rules.lead')} />
      {error && !data && <ErrorView error={error} t={t} onRetry={() => void refetch()} />}
      {!error && !data && <SkeletonRows rows={3} />}
      {data && <Rules stored={data.rules} />}
      <p className="mt-6 text-muted">{t('rules.fixed')}</p>
    </Page>
  )
}

function Rules({ stored }: { stored: Retention }) {
  const t = useT()
  const onError = useErrorToast(t)
  const [wished, setWished] = useState(stored)
  const preview = useQuery({
    queryKey: ['interchange', 'retention', 'preview', wished],
    queryFn: ({ signal }) => api('POST /api/v1/admin/retention/preview', { body: wished, signal }),
    placeholderData: (before) => before,
  })
  const decide = useMutation({
    mutationFn: () => api('PUT /api/v1/admin/retention', { body: wished }),
    onSuccess(next) {
      queryClient.setQueryData(retentionQuery.queryKey, next)
      toast(t('rules.saved'))
    },
    onError,
  })
  return (
    <form
      className="grid max-w-[32rem] gap-6"
      onSubmit={(event) => {
        event.preventDefault()
        if (!decide.isPending) decide.mutate()
      }}
    >
      {rules.map((rule) => (
        <div key={rule} className="grid gap-1">
          <Select
            label={t(`rules.${rule}`)}
            hint={t(`rules.${rule}Hint`)}
            options={choices.map((months) => ({
              id: String(months),
              label: months === null ? t('rules.never') : t('rules.after', { n: months }),
            }))}
            value={String(wished[rule])}
            onChange={(id) => setWished({ ...wished, [rule]: id === 'null' ? null : Number(id) })}
          />
          <p className="text-sm text-muted" aria-live="polite">
            {preview.data && wished[rule] !== null && t('rules.concerned', { n: preview.data[rule] })}
          </p>
        </div>
      ))}
      <Button type="submit" look="primary" className="justify-self-start" isPending={decide.isPending}>
        {t('rules.save')}
      </Button>
    </form>
  )
}
