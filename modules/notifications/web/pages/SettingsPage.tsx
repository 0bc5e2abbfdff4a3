import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { useErrorToast } from '#platform/web/errors.ts'
import { api } from '#platform/web/api.ts'
import type { ApiResponse } from '#platform/web/api.ts'
import { ButtonLink } from '#platform/web/links.tsx'
import { Page } from '#platform/web/Page.tsx'
import { queryClient } from '#platform/web/query-client.ts'
import { toast } from '#platform/web/toasts.ts'
import { Section } from '#ui/Layout.tsx'
import { PageHeader } from '#ui/PageHeader.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { CommunityLevels } from '../components/CommunityLevels.tsx'
import { Devices } from '../components/Devices.tsx'
import { DigestFields } from '../components/DigestFields.tsx'
import { Follows } from '../components/Follows.tsx'
import { QuietFields } from '../components/QuietFields.tsx'
import { WayFields } from '../components/WayFields.tsx'
import { WeekPreview } from '../components/WeekPreview.tsx'
import { communitiesPath } from '../paths.ts'
import { keys, rulesQuery } from '../queries.ts'
import { useT } from '../t.ts'

export type Rules = ApiResponse<'GET /api/v1/me/notifications'>
export type Preferences = Rules['preferences']
export interface FieldsProps {
  value: Preferences
  onChange: (change: Partial<Preferences>) => void
}

/** What reaches me, when and by which way. Every choice takes effect at once. */
export function SettingsPage() {
  const t = useT()
  const rules = useQuery(rulesQuery)
  return (
    <Page title={t('settings.title')}>
      <PageHeader title={t('settings.title')} lead={t('settings.lead')} />
      {rules.isError && !rules.data ? (
        <ErrorView error={rules.error} t={t} onRetry={() => void rules.refetch()} />
      ) : rules.data ? (
        <Settings rules={rules.data} />
      ) : (
        <SkeletonRows rows={8} />
      )}
    </Page>
  )
}

function Settings({ rules }: { rules: Rules }) {
  const t = useT()
  const onError = useErrorToast(t)
  const [mine, setMine] = useState(rules.preferences)
  const change = (some: Partial<Preferences>) => {
    const next = { ...mine, ...some }
    setMine(next)
    api('PUT /api/v1/me/notifications', { body: next })
      .then((saved) => {
        queryClient.setQueryData(rulesQuery.queryKey, (before) => before && { ...before, preferences: saved })
        void queryClient.invalidateQueries({ queryKey: keys.preview })
        toast(t('settings.saved'))
      })
      .catch((error: unknown) => {
        setMine(mine)
        onError(error)
      })
  }
  return (
    <>
      <Section title={t('settings.ways')} hint={t('settings.waysHint')}>
        <WayFields value={mine} onChange={change} mailsLeave={rules.mailsLeave} />
      </Section>
      <Section title={t('settings.devices')} hint={t('settings.devicesHint')}>
        <Devices />
      </Section>
      <Section title={t('settings.quiet')} hint={t('settings.quietHint', { timezone: rules.timezone })}>
        <QuietFields value={mine} onChange={change} />
      </Section>
      <Section title={t('settings.digest')} hint={t('settings.digestHint')}>
        <DigestFields value={mine} onChange={change} />
      </Section>
      <Section title={t('settings.communities')} hint={t('settings.communitiesHint')}>
        {rules.communities.length === 0 ? (
          <p className="flex flex-wrap items-center gap-3">
            {t('settings.noCommunities')}
            <ButtonLink to={communitiesPath} size="small">
              {t('settings.find')}
            </ButtonLink>
          </p>
        ) : (
          <CommunityLevels communities={rules.communities} />
        )}
      </Section>
      <Section title={t('settings.follows')} hint={t('settings.followsHint')}>
        <Follows rules={rules} />
      </Section>
      <Section title={t('settings.preview')} hint={t('settings.previewHint')}>
        <WeekPreview />
      </Section>
    </>
  )
}
