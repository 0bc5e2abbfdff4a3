import '../components/trials.css'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import type { TrialDetail } from '#modules/trials/contract.ts'
import { api } from '#platform/web/api.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { Link } from '#platform/web/links.tsx'
import { Page } from '#platform/web/Page.tsx'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Notice } from '#ui/Layout.tsx'
import { PageHeader } from '#ui/PageHeader.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { Tabs } from '#ui/Tabs.tsx'
import { Backlog } from '../components/Backlog.tsx'
import { ResultsPart } from '../components/ResultsPart.tsx'
import { TryPart } from '../components/TryPart.tsx'
import { dateOf } from '../days.ts'
import { trialsPath } from '../paths.ts'
import { trialQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'

const TrialForm = lazy(() => import('../components/TrialForm.tsx'))

/** One trial: try it, its ideas in order, and for those who lead it what testers met. */
export function TrialPage() {
  const t = useT()
  const { trialId = '' } = useParams({ strict: false }) as { trialId?: string }
  const { data, error, refetch } = useQuery(trialQuery(trialId))
  return (
    <Page title={data?.title ?? t('title')}>
      {error && !data ? (
        <ErrorView error={error} t={t} onRetry={() => void refetch()} />
      ) : data ? (
        <Parts trial={data} />
      ) : (
        <SkeletonRows rows={6} />
      )}
    </Page>
  )
}

function Parts({ trial }: { trial: TrialDetail }) {
  const t = useT()
  const navigate = useNavigate()
  const { tab } = useSearch({ strict: false }) as { tab?: string }
  const tabs = ['try', 'ideas', ...(trial.can.lead ? ['results'] : [])]
  const selected = tab && tabs.includes(tab) ? tab : 'try'
  const content = {
    try: <TryPart trial={trial} />,
    ideas: <Backlog trial={trial} />,
    results: <ResultsPart trial={trial} />,
  }
  return (
    <>
      <PageHeader
        kicker={
          trial.community ? (
            <Link to={trialsPath(trial.community.slug)}>{t('list.title')}</Link>
          ) : (
            <Link to={`/programmes/${trial.programmeId}?tab=trials`}>{t('list.title')}</Link>
          )
        }
        title={trial.title}
        lead={
          <>
            {t('list.days', { from: dateOf(trial.from), to: dateOf(trial.to) })} ·{' '}
            {t('list.seats', { testers: trial.testers, seats: trial.seats })} ·{' '}
            {t('seat.led', { name: trial.leader.displayName })}
          </>
        }
        acts={<Acts trial={trial} />}
      />
      {trial.state === 'draft' && <Notice title={t('state.draft')}>{t('form.draftHint')}</Notice>}
      {trial.state === 'closed' && <Notice>{t('form.closed')}</Notice>}
      <p className="whitespace-pre-line">{trial.what}</p>
      <Tabs
        label={trial.title}
        selected={selected}
        onSelect={(id) =>
          void navigate({
            to: '/trials/$trialId',
            params: { trialId: trial.id } as never,
            search: { tab: id } as never,
            replace: true,
          })
        }
        tabs={tabs.map((id) => ({
          id,
          label: t(`tab.${id as 'try'}`),
          // Only the one that shows is asked for: a look at results is written in people's log.
          content: id === selected ? content[id as 'try'] : null,
        }))}
      />
    </>
  )
}

function Acts({ trial }: { trial: TrialDetail }) {
  const t = useT()
  const [isOpen, setOpen] = useState<'form' | 'leave' | undefined>()
  const params = { trialId: trial.id }
  const join = useAct(() => api('PUT /api/v1/trials/:trialId/seat', { params }), t('seat.taken'))
  const leave = useAct(
    () => api('DELETE /api/v1/trials/:trialId/seat', { params }),
    t('seat.left'),
    () => setOpen(undefined),
  )
  const move = useAct(
    (state: 'open' | 'closed') => api('PATCH /api/v1/trials/:trialId', { params, body: { state } }),
    (state) => t(state === 'open' ? 'form.opened' : 'form.closed'),
  )
  return (
    <>
      {trial.can.join && (
        <Button look="primary" isPending={join.isPending} onPress={() => join.run()}>
          {t('seat.take')}
        </Button>
      )}
      {trial.can.lead && trial.state !== 'open' && (
        <Button
          look={trial.state === 'draft' ? 'primary' : 'secondary'}
          isPending={move.isPending}
          onPress={() => move.run('open')}
        >
          {t(trial.state === 'draft' ? 'form.open' : 'form.reopen')}
        </Button>
      )}
      {trial.can.lead && <Button onPress={() => setOpen('form')}>{t('form.edit')}</Button>}
      {trial.can.lead && trial.state === 'open' && (
        <Button isPending={move.isPending} onPress={() => move.run('closed')}>
          {t('form.close')}
        </Button>
      )}
      {trial.isTester && (
        <Button look="quiet" onPress={() => setOpen('leave')}>
          {t('seat.leave')}
        </Button>
      )}
      {isOpen === 'form' && (
        <Suspense fallback={null}>
          <TrialForm
            place={trial.community ? { slug: trial.community.slug } : { programmeId: trial.programmeId! }}
            trial={trial}
            onClose={() => setOpen(undefined)}
          />
        </Suspense>
      )}
      <Dialog
        title={t('seat.leaveTitle')}
        isOpen={isOpen === 'leave'}
        onClose={() => setOpen(undefined)}
        alert
        acts={
          <>
            <Button onPress={() => setOpen(undefined)}>{t('form.cancel')}</Button>
            <Button look="danger" isPending={leave.isPending} onPress={() => leave.run()}>
              {t('seat.leave')}
            </Button>
          </>
        }
      >
        <p className="m-0">{t('seat.leaveText')}</p>
      </Dialog>
    </>
  )
}
