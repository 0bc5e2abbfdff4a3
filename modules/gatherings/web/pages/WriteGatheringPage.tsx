import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { mineQuery, useCommunity, useMyCommunities } from '#modules/communities/web/public.ts'
import type { GatheringDetail, NewGathering } from '#modules/gatherings/contract.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { api } from '#platform/web/api.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { useErrorWords } from '#platform/web/errors.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { Page } from '#platform/web/Page.tsx'
import { useMember } from '#platform/web/session.ts'
import { toast } from '#platform/web/toasts.ts'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Bench } from '#ui/illustrations.tsx'
import { PageHeader } from '#ui/PageHeader.tsx'
import { Select } from '#ui/Select.tsx'
import { SkeletonPage } from '#ui/Skeleton.tsx'
import { GatheringForm } from '../components/GatheringForm.tsx'
import type { Draft } from '../components/GatheringForm.tsx'
import type { Scope } from '../components/ActDialogs.tsx'
import { communityGatheringsPath, gatheringPath, newGatheringPath } from '../paths.ts'
import { gatheringQuery, keepGathering, settingsQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { ownZone } from '../time.ts'

/** `/gatherings/new?community=slug` */
export function NewGatheringPage() {
  const t = useT()
  const { language } = useLanguage()
  const navigate = useNavigate()
  const say = useErrorWords(t)
  const member = useMember()
  const search = useSearch({ strict: false }) as { community?: unknown }
  const slug = typeof search.community === 'string' ? search.community : ''
  const isLoading = useQuery(mineQuery).isPending
  const mine = useMyCommunities()
  const community = useCommunity(slug || (mine[0]?.slug ?? ''))
  const settings = useQuery({ ...settingsQuery(community?.slug ?? ''), enabled: community !== undefined })
  const create = useMutation({
    mutationFn: (body: NewGathering) =>
      api('POST /api/v1/communities/:community/gatherings', { params: { community: community!.slug }, body }),
    onSuccess: (made) => {
      keepGathering(made)
      toast(t('write.created'))
      void navigate({ href: gatheringPath(made.id) })
    },
  })
  if (isLoading || (slug && !community)) return <SkeletonPage />
  const initial: Draft = {
    title: '',
    descriptionMd: '',
    mode: 'onSite',
    day: null,
    time: '14:00',
    durationMinutes: 60,
    timezone: ownZone(),
    place: '',
    siteId: null,
    link: '',
    linkForAttendees: true,
    seatsOnSite: '',
    seatsRemote: '',
    organisers: [
      {
        id: member.id,
        displayName: member.name,
        photoUrl: member.photo,
        jobTitle: null,
        entityName: null,
        kind: member.isGuest ? 'guest' : 'employee',
        isFormer: false,
      },
    ],
    rule: null,
  }
  return (
    <Page title={t('write.new')}>
      <div data-accent={community?.accent}>
        <PageHeader title={t('write.new')} />
        {mine.length > 0 && (
          <Select
            label={t('write.where')}
            className="mb-6 max-w-[40rem]"
            value={community?.slug ?? null}
            onChange={(next) => void navigate({ href: newGatheringPath(next), replace: true })}
            options={[
              ...mine.map((one) => ({ id: one.slug, label: pickText(one.name, language) })),
              ...(community && !mine.some((one) => one.slug === community.slug)
                ? [{ id: community.slug, label: pickText(community.name, language) }]
                : []),
            ]}
          />
        )}
        {!community || settings.data?.mayCreate === false ? (
          <EmptyState title={t('write.whereNone')} picture={<Bench />}>
            {t('write.whereNoneHint')}
          </EmptyState>
        ) : (
          settings.data && (
            <GatheringForm
              key={community.slug}
              initial={initial}
              community={community.slug}
              isNew
              isRecurring={false}
              isPending={create.isPending}
              error={create.error ? say(create.error) : undefined}
              onSave={(written) => create.mutate(written)}
              onGiveUp={() => void navigate({ href: communityGatheringsPath(community.slug) })}
            />
          )
        )}
      </div>
    </Page>
  )
}

/** `/gatherings/:id/edit` */
export function EditGatheringPage() {
  const { gatheringId = '' } = useParams({ strict: false }) as { gatheringId?: string }
  const t = useT()
  const { data, error, refetch } = useQuery(gatheringQuery(gatheringId))
  if (error) return <ErrorView error={error} t={t} onRetry={() => void refetch()} />
  return data ? <Edit gathering={data} /> : <SkeletonPage />
}

function Edit({ gathering }: { gathering: GatheringDetail }) {
  const t = useT()
  const navigate = useNavigate()
  const say = useErrorWords(t)
  const back = () => void navigate({ href: gatheringPath(gathering.id) })
  const change = useMutation({
    mutationFn: ({ written, scope }: { written: NewGathering; scope: Scope }) => {
      const { rule: _, ...body } = written
      return api('PATCH /api/v1/gatherings/:gatheringId', {
        params: { gatheringId: gathering.id },
        body: { ...body, scope },
      })
    },
    onSuccess: (after) => {
      keepGathering(after)
      toast(t('write.changed'))
      back()
    },
  })
  const initial: Draft = {
    title: gathering.title,
    descriptionMd: gathering.descriptionMd ?? '',
    mode: gathering.mode,
    day: gathering.startsWall.slice(0, 10),
    time: gathering.startsWall.slice(11),
    durationMinutes: gathering.durationMinutes,
    timezone: gathering.timezone,
    place: gathering.place ?? '',
    siteId: gathering.siteId,
    link: gathering.link ?? '',
    linkForAttendees: gathering.linkForAttendees,
    seatsOnSite: gathering.seats.onSite?.toString() ?? '',
    seatsRemote: gathering.seats.remote?.toString() ?? '',
    organisers: gathering.organisers,
    rule: null,
  }
  return (
    <Page title={t('write.edit')}>
      <div data-accent={gathering.community.accent}>
        <PageHeader title={t('write.edit')} kicker={gathering.title} />
        {gathering.can.edit ? (
          <GatheringForm
            initial={initial}
            community={gathering.community.slug}
            isNew={false}
            isRecurring={gathering.isRecurring}
            isPending={change.isPending}
            error={change.error ? say(change.error) : undefined}
            onSave={(written, scope) => change.mutate({ written, scope })}
            onGiveUp={back}
          />
        ) : (
          <EmptyState title={t('refusal.organisersOnly')} picture={<Bench />} />
        )}
      </div>
    </Page>
  )
}
