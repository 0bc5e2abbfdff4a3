import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { CommunityDetail } from '#modules/communities/contract.ts'
import { api } from '#platform/web/api.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { ButtonLink } from '#platform/web/links.tsx'
import { Button } from '#ui/Button.tsx'
import { Notice, Section } from '#ui/Layout.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { TextField } from '#ui/TextField.tsx'
import type { Closing, Life } from '#modules/lifecycle/contract.ts'
import { canvasPath } from '../paths.ts'
import { closingQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'
import { useDay } from '../use-day.ts'
import { ArrivalsPart } from './ArrivalsPart.tsx'
import { KeepPart } from './KeepPart.tsx'

/** Closing in order: why and where next, the core group first, the announcement; and what goes on elsewhere. */
export function ClosingPart({ community, life }: { community: CommunityDetail; life: Life }) {
  const t = useT()
  const query = useQuery(closingQuery(community.slug))
  if (query.error && !query.data)
    return <ErrorView error={query.error} t={t} onRetry={() => void query.refetch()} />
  if (!query.data) return <SkeletonRows rows={6} />
  const { closing, candidates } = query.data
  return (
    <>
      {life.arrivals > 0 && <ArrivalsPart slug={community.slug} />}
      <Section
        title={t('closing.title')}
        hint={`${t('closing.lead')} ${t('closing.steps')}`}
        aside={
          closing.announcedAt && (
            <ButtonLink size="small" to={canvasPath(community.slug)}>
              {t('closing.seePage')}
            </ButtonLink>
          )
        }
      >
        <PlanForm key={closing.announcedAt ?? 'plan'} closing={closing} community={community} />
      </Section>
      {!closing.archivedAt && (
        <>
          <CoreForm closing={closing} community={community} />
          <AnnounceForm closing={closing} community={community} />
        </>
      )}
      {closing.archivedAt && <Reopen community={community} />}
      <KeepPart community={community} closing={closing} candidates={candidates} />
    </>
  )
}

function PlanForm({ closing, community }: { closing: Closing; community: CommunityDetail }) {
  const t = useT()
  const [plan, setPlan] = useState({
    reason: closing.reason ?? '',
    whereNext: closing.whereNext ?? '',
    thanks: closing.thanks ?? '',
    lastEvent: closing.lastEvent ?? '',
    lastEventOn: closing.lastEventOn ?? '',
    lessons: closing.lessons ?? '',
    reopening: closing.reopening ?? '',
  })
  const save = useAct(
    () =>
      api('PUT /api/v1/communities/:community/life/closing', {
        params: { community: community.id },
        body: { ...plan, lastEventOn: plan.lastEventOn || null },
      }),
    t('closing.prepared'),
  )
  const area = (field: 'reason' | 'whereNext' | 'thanks' | 'lessons' | 'reopening', maxLength: number) => (
    <TextArea
      label={t(`closing.${field}`)}
      {...(field === 'thanks' && { hint: t('closing.thanksHint') })}
      rows={2}
      value={plan[field]}
      onChange={(text) => setPlan((now) => ({ ...now, [field]: text }))}
      maxLength={maxLength}
    />
  )
  return (
    <form
      className="grid max-w-[38rem] gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        save.run(undefined)
      }}
    >
      <h3>{t('closing.plan')}</h3>
      {area('reason', 1000)}
      {area('whereNext', 1000)}
      {area('thanks', 2000)}
      <div className="grid gap-4 sm:grid-cols-[2fr_1fr]">
        <TextField
          label={t('closing.lastEvent')}
          value={plan.lastEvent}
          onChange={(lastEvent) => setPlan((now) => ({ ...now, lastEvent }))}
          maxLength={300}
        />
        <TextField
          label={t('closing.lastEventOn')}
          type="date"
          value={plan.lastEventOn}
          onChange={(lastEventOn) => setPlan((now) => ({ ...now, lastEventOn }))}
        />
      </div>
      {area('lessons', 3000)}
      {area('reopening', 1000)}
      <div>
        <Button type="submit" isPending={save.isPending}>
          {t('save')}
        </Button>
      </div>
    </form>
  )
}

function CoreForm({ closing, community }: { closing: Closing; community: CommunityDetail }) {
  const t = useT()
  const [word, setWord] = useState('')
  const tell = useAct(
    () =>
      api('POST /api/v1/communities/:community/life/closing/core', {
        params: { community: community.id },
        body: { word },
      }),
    t('closing.told'),
    () => setWord(''),
  )
  if (closing.coreTold)
    return (
      <Section title={t('closing.core')}>
        <p>{t('closing.toldOn', { date: new Date(closing.coreTold.at) })}</p>
        <p className="mt-1 whitespace-pre-line text-muted" dir="auto">
          {closing.coreTold.word}
        </p>
      </Section>
    )
  return (
    <Section title={t('closing.core')} hint={t('closing.coreHint', { n: closing.coreCount })}>
      <form
        className="grid max-w-[38rem] gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          if (word.trim()) tell.run(undefined)
        }}
      >
        <TextArea label={t('closing.coreWord')} rows={3} value={word} onChange={setWord} maxLength={2000} />
        <div>
          <Button type="submit" isDisabled={!word.trim()} isPending={tell.isPending}>
            {t('closing.tell')}
          </Button>
        </div>
      </form>
    </Section>
  )
}

function AnnounceForm({ closing, community }: { closing: Closing; community: CommunityDetail }) {
  const t = useT()
  const day = useDay()
  const [closesOn, setClosesOn] = useState(closing.closesOn ?? closing.earliest)
  const params = { community: community.id }
  const announce = useAct(
    () => api('PUT /api/v1/communities/:community/life/closing/announcement', { params, body: { closesOn } }),
    t('closing.announced'),
  )
  const goOn = useAct(
    () => api('DELETE /api/v1/communities/:community/closing', { params }),
    t('closing.wentOn'),
  )
  return (
    <Section
      title={t('closing.announce')}
      hint={t('closing.announceHint', { earliest: day(closing.earliest), latest: day(closing.latest) })}
    >
      {closing.closesOn && (
        <Notice tone="warn" title={t('closing.on', { date: day(closing.closesOn) })}>
          <Button size="small" isPending={goOn.isPending} onPress={() => goOn.run(undefined)}>
            {t('closing.goOn')}
          </Button>
        </Notice>
      )}
      <form
        className="mt-4 flex flex-wrap items-end gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          announce.run(undefined)
        }}
      >
        <TextField label={t('closing.day')} type="date" value={closesOn} onChange={setClosesOn} />
        <Button
          type="submit"
          look={closing.closesOn ? 'secondary' : 'danger'}
          isDisabled={!closesOn}
          isPending={announce.isPending}
        >
          {t(closing.closesOn ? 'closing.change' : 'closing.confirm')}
        </Button>
      </form>
    </Section>
  )
}

function Reopen({ community }: { community: CommunityDetail }) {
  const t = useT()
  const reopen = useAct(
    () => api('POST /api/v1/communities/:community/reopening', { params: { community: community.id } }),
    t('closing.reopened'),
  )
  return (
    <Section title={t('stages.archived')} hint={t('about.archived')}>
      <Button isPending={reopen.isPending} onPress={() => reopen.run(undefined)}>
        {t('closing.reopen')}
      </Button>
    </Section>
  )
}
