import { queryOptions, useMutation, useQuery } from '@tanstack/react-query'
import { DoorOpen, LoaderCircle, TriangleAlert } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { AdminTabs } from '#modules/people/web/public.ts'
import { api } from '#platform/web/api.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { useErrorToast } from '#platform/web/errors.ts'
import { Page } from '#platform/web/Page.tsx'
import { queryClient } from '#platform/web/query-client.ts'
import { toast } from '#platform/web/toasts.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Notice, Section } from '#ui/Layout.tsx'
import { PageHeader } from '#ui/PageHeader.tsx'
import { Skeleton } from '#ui/Skeleton.tsx'
import { useT } from '../t.ts'

type Act = 'load' | 'remove'

const demoQuery = queryOptions({
  queryKey: ['demo'],
  queryFn: ({ signal }) => api('GET /api/v1/demo', { signal }),
  // Another administrator, or the set-up, may have asked: the page follows whoever did.
  refetchInterval: ({ state }) => (state.data?.isWorking ? 1500 : false),
})

/** The demo company: whether it is there, what its presence opens, loading and removing it. */
export function DemoPage() {
  const t = useT()
  const demo = useQuery(demoQuery)
  return (
    <Page title={t('title')}>
      <PageHeader title={t('title')} lead={t('lead')} />
      <AdminTabs />
      {demo.isError ? (
        <ErrorView error={demo.error} t={t} onRetry={() => void demo.refetch()} />
      ) : !demo.data ? (
        <div className="pt-8">
          <Skeleton height="12rem" />
        </div>
      ) : (
        <Company {...demo.data} />
      )}
    </Page>
  )
}

function Company({ isLoaded, isWorking }: { isLoaded: boolean; isWorking: boolean }) {
  const t = useT()
  const onError = useErrorToast(t)
  const [asking, setAsking] = useState(false)
  // What is under way since this page was opened; still there when the work ended without its effect.
  const [begun, setBegun] = useState<Act>()
  const next: Act = isLoaded ? 'remove' : 'load'
  // Set once: the effect shows a moment before the work is over.
  if (isWorking && begun === undefined) setBegun(next)
  const hasFailed = begun === next && !isWorking
  if (begun !== undefined && begun !== next && !isWorking) setBegun(undefined)
  const start = useMutation({
    mutationFn: () => (next === 'load' ? api('POST /api/v1/demo') : api('DELETE /api/v1/demo')),
    onMutate: () => setAsking(false),
    onSuccess: (state) => queryClient.setQueryData(demoQuery.queryKey, state),
    onError,
  })

  // Outside system: what every page has read so far is no longer true.
  const before = useRef(isLoaded)
  useEffect(() => {
    if (before.current === isLoaded) return
    before.current = isLoaded
    toast(t(isLoaded ? 'saidLoaded' : 'saidRemoved'))
    void queryClient.invalidateQueries()
  }, [isLoaded, t])

  return (
    <Section title={t(isLoaded ? 'loaded' : 'notLoaded')} hint={t(isLoaded ? 'loadedHint' : 'notLoadedHint')}>
      <div className="grid gap-5">
        <Notice tone="warn" icon={<DoorOpen aria-hidden />} title={t('open')}>
          {t(isLoaded ? 'openHint' : 'beforeLoad')}
        </Notice>
        {hasFailed && (
          <Notice tone="bad" icon={<TriangleAlert aria-hidden />} title={t('failed')}>
            {t('failedHint')} <code>{`npm run -s preau -- demo ${next}`}</code>
          </Notice>
        )}
        {!isWorking && (
          <div>
            <Button
              look={isLoaded ? 'danger' : 'secondary'}
              isPending={start.isPending}
              onPress={() => setAsking(true)}
            >
              {t(next)}
            </Button>
          </div>
        )}
        <div role="status">
          {isWorking && (
            <Notice
              icon={<LoaderCircle className="animate-spin" aria-hidden />}
              title={t(begun === 'remove' ? 'removing' : 'loading')}
            >
              {t('working')}
            </Notice>
          )}
        </div>
      </div>
      <Dialog
        title={t(`${next}Title`)}
        isOpen={asking}
        alert
        onClose={() => setAsking(false)}
        acts={
          <>
            <Button onPress={() => setAsking(false)}>{t('cancel')}</Button>
            <Button look={isLoaded ? 'danger' : 'primary'} onPress={() => start.mutate()}>
              {t(next)}
            </Button>
          </>
        }
      >
        {isLoaded ? (
          <div className="grid gap-3">
            <p>{t('removeGoes')}</p>
            <p>{t('removeStays')}</p>
          </div>
        ) : (
          <p>{t('beforeLoad')}</p>
        )}
      </Dialog>
    </Section>
  )
}
