import { useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { AdminTabs } from '#modules/people/web/public.ts'
import type { Reading } from '#modules/privacy/contract.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { api } from '#platform/web/api.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { useErrorToast } from '#platform/web/errors.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { ButtonLink } from '#platform/web/links.tsx'
import { Page } from '#platform/web/Page.tsx'
import { queryClient } from '#platform/web/query-client.ts'
import { toast } from '#platform/web/toasts.ts'
import { Button } from '#ui/Button.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Door } from '#ui/illustrations.tsx'
import { LoadMore } from '#ui/LoadMore.tsx'
import { PageHeader } from '#ui/PageHeader.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { AskDialog } from '../components/AskDialog.tsx'
import { DecideDialog } from '../components/DecideDialog.tsx'
import { ReadingFacts } from '../components/ReadingFacts.tsx'
import { registerPath } from '../paths.ts'
import { readingsQuery } from '../queries.ts'
import { useT } from '../t.ts'

/** The data-protection desk: the registry and its sheets, and exceptional readings, which two people decide. */
export function ReadingsPage() {
  const t = useT()
  const [isAsking, setAsking] = useState(false)
  const readings = useInfiniteQuery(readingsQuery)
  const items = readings.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <Page title={t('reading.title')}>
      <PageHeader
        title={t('reading.title')}
        lead={t('reading.lead')}
        acts={
          <>
            <ButtonLink to={registerPath}>{t('me')}</ButtonLink>
            <Button onPress={() => setAsking(true)}>{t('reading.ask')}</Button>
          </>
        }
      />
      <AdminTabs />
      {readings.isError ? (
        <ErrorView error={readings.error} t={t} onRetry={() => void readings.refetch()} />
      ) : readings.isPending ? (
        <SkeletonRows rows={4} />
      ) : items.length === 0 ? (
        <EmptyState title={t('reading.empty')} picture={<Door />}>
          {t('reading.emptyHint')}
        </EmptyState>
      ) : (
        <>
          <ul>
            {items.map((reading) => (
              <ReadingCard key={reading.id} reading={reading} />
            ))}
          </ul>
          <LoadMore
            hasMore={readings.hasNextPage}
            isLoading={readings.isFetchingNextPage}
            onLoad={() => void readings.fetchNextPage()}
          />
        </>
      )}
      {isAsking && <AskDialog onClose={() => setAsking(false)} />}
    </Page>
  )
}

function ReadingCard({ reading }: { reading: Reading }) {
  const t = useT()
  const { language } = useLanguage()
  const onError = useErrorToast(t)
  const [act, setAct] = useState<'agree' | 'refuse'>()
  const names = new Intl.ListFormat(language).format(reading.managers.map(({ displayName }) => displayName))
  const end = useMutation({
    mutationFn: () => api('PUT /api/v1/admin/readings/:readingId/end', { params: { readingId: reading.id } }),
    onSuccess: () => toast(t('reading.endedNow')),
    onError,
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['privacy', 'readings'] }),
  })
  return (
    <li className="reading-card">
      <p className="reading-facts">
        {reading.community
          ? pickText(reading.community.name, language)
          : reading.managers.length > 0
            ? t('reading.secret', { names })
            : t('reading.secretAlone')}
      </p>
      <ReadingFacts reading={reading} />
      {reading.refusal && (
        <p className="reading-facts">{t('reading.refusal', { reason: reading.refusal })}</p>
      )}
      {reading.openedAt && (
        <p className="reading-facts">
          {reading.membersToldAt
            ? t('reading.told', { at: new Date(reading.membersToldAt) })
            : t('reading.toTell', { n: reading.tellAfterDays })}
        </p>
      )}
      {reading.state === 'waiting' && !reading.can.decide && (
        <p className="reading-facts">{t('reading.own')}</p>
      )}
      <div className="reading-acts">
        {reading.can.decide && (
          <Button size="small" look="primary" onPress={() => setAct('agree')}>
            {t('reading.agree')}
          </Button>
        )}
        {reading.state === 'waiting' && (
          <Button size="small" onPress={() => setAct('refuse')}>
            {t(reading.can.decide ? 'reading.refuse' : 'reading.withdraw')}
          </Button>
        )}
        {reading.can.end && (
          <Button size="small" isPending={end.isPending} onPress={() => end.mutate()}>
            {t('reading.end')}
          </Button>
        )}
      </div>
      {act && <DecideDialog reading={reading} act={act} onClose={() => setAct(undefined)} />}
    </li>
  )
}
