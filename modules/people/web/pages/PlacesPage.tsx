import { useMutation, useQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { api } from '#platform/web/api.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { useErrorToast } from '#platform/web/errors.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { Page } from '#platform/web/Page.tsx'
import { queryClient } from '#platform/web/query-client.ts'
import { toast } from '#platform/web/toasts.ts'
import { Button } from '#ui/Button.tsx'
import { Rows, Section } from '#ui/Layout.tsx'
import { PageHeader } from '#ui/PageHeader.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { TextField } from '#ui/TextField.tsx'
import type { Entity, Organisation, Site } from '#modules/people/contract.ts'
import { AdminTabs } from '../components/AdminTabs.tsx'
import { EntityDialog, SiteDialog } from '../components/PlaceDialogs.tsx'
import { NoMailNotice } from '../components/NoMailNotice.tsx'
import { FormError } from '../components/FormError.tsx'
import { TimezoneField } from '../components/TimezoneField.tsx'
import { useNames } from '../names.ts'
import { placesQuery } from '../queries.ts'
import { useT } from '../t.ts'

const refresh = () => queryClient.invalidateQueries({ queryKey: ['people'] })

export function PlacesPage() {
  const t = useT()
  const places = useQuery(placesQuery)
  return (
    <Page title={t('places.title')}>
      <PageHeader title={t('places.title')} lead={t('places.lead')} />
      <AdminTabs />
      <div className="pt-5">
        <NoMailNotice />
      </div>
      {places.isError ? (
        <ErrorView error={places.error} t={t} onRetry={() => void places.refetch()} />
      ) : !places.data ? (
        <SkeletonRows rows={5} />
      ) : (
        <>
          <OrganisationSection organisation={places.data.organisation} />
          <Entities entities={places.data.entities} />
          <Sites sites={places.data.sites} />
        </>
      )}
    </Page>
  )
}

function OrganisationSection({ organisation }: { organisation: Organisation }) {
  const t = useT()
  const [name, setName] = useState(organisation.name)
  const [timezone, setTimezone] = useState<string | null>(organisation.timezone)
  const save = useMutation({
    mutationFn: () =>
      api('PATCH /api/v1/admin/organisation', { body: { name, ...(timezone && { timezone }) } }),
    async onSuccess() {
      toast(t('places.saved'))
      await Promise.all([refresh(), queryClient.invalidateQueries({ queryKey: ['session'] })])
    },
  })
  return (
    <Section title={t('places.organisation')}>
      <form
        className="form-grid"
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate()
        }}
      >
        <FormError error={save.error} />
        <div className="form-pair">
          <TextField label={t('setup.name')} value={name} onChange={setName} isRequired maxLength={120} />
          <TimezoneField label={t('setup.timezone')} value={timezone} onChange={setTimezone} />
        </div>
        <div>
          <Button type="submit" isPending={save.isPending}>
            {t('edit.save')}
          </Button>
        </div>
      </form>
    </Section>
  )
}

function Entities({ entities }: { entities: readonly Entity[] }) {
  const t = useT()
  const onError = useErrorToast(t)
  const [edited, setEdited] = useState<Entity | 'new' | undefined>()
  const remove = useMutation({
    mutationFn: (entityId: string) =>
      api('DELETE /api/v1/admin/entities/:entityId', { params: { entityId } }),
    onSuccess: refresh,
    onError,
  })
  const nameOf = (id: string | null) => entities.find((entity) => entity.id === id)?.name
  return (
    <Section
      title={t('places.entities')}
      hint={t('places.entitiesHint')}
      aside={
        <Button size="small" onPress={() => setEdited('new')} aria-label={t('places.addEntity')}>
          <Plus aria-hidden />
          {t('places.add')}
        </Button>
      }
    >
      {entities.length === 0 ? (
        <p className="text-muted">{t('places.noEntity')}</p>
      ) : (
        <Rows label={t('places.entities')}>
          {entities.map((entity) => (
            <li key={entity.id} className="person-row" style={{ gridTemplateColumns: 'minmax(0, 1fr) auto' }}>
              <div className="person-row-body">
                <span className="font-semibold">{entity.name}</span>
                <span className="person-facts">
                  {[
                    entity.parentId && t('places.within', { name: nameOf(entity.parentId) ?? '' }),
                    t('places.people', { count: entity.memberCount }),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </div>
              <Acts
                name={entity.name}
                isUsed={entity.memberCount > 0 || entities.some((one) => one.parentId === entity.id)}
                onEdit={() => setEdited(entity)}
                onRemove={() => remove.mutate(entity.id)}
              />
            </li>
          ))}
        </Rows>
      )}
      {edited && (
        <EntityDialog
          entity={edited === 'new' ? undefined : edited}
          entities={entities}
          onClose={() => setEdited(undefined)}
        />
      )}
    </Section>
  )
}

function Sites({ sites }: { sites: readonly Site[] }) {
  const t = useT()
  const onError = useErrorToast(t)
  const { language } = useLanguage()
  const { countryName, timezoneName } = useNames()
  const [edited, setEdited] = useState<Site | 'new' | undefined>()
  const remove = useMutation({
    mutationFn: (siteId: string) => api('DELETE /api/v1/admin/sites/:siteId', { params: { siteId } }),
    onSuccess: refresh,
    onError,
  })
  // 2024-01-01 is a Monday: ISO weekday n is the n-th of that month.
  const dayName = (day: number) =>
    new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' }).format(
      new Date(Date.UTC(2024, 0, day)),
    )
  return (
    <Section
      title={t('places.sites')}
      hint={t('places.sitesHint')}
      aside={
        <Button size="small" onPress={() => setEdited('new')} aria-label={t('places.addSite')}>
          <Plus aria-hidden />
          {t('places.add')}
        </Button>
      }
    >
      {sites.length === 0 ? (
        <p className="text-muted">{t('places.noSite')}</p>
      ) : (
        <Rows label={t('places.sites')}>
          {sites.map((site) => (
            <li key={site.id} className="person-row" style={{ gridTemplateColumns: 'minmax(0, 1fr) auto' }}>
              <div className="person-row-body">
                <span className="font-semibold">{site.name}</span>
                <span className="person-facts">
                  {countryName(site.country)} · {timezoneName(site.timezone)} ·{' '}
                  {t('places.people', { count: site.memberCount })}
                </span>
                <span className="person-facts">
                  {t('places.hours', {
                    opens: site.opens,
                    closes: site.closes,
                    days: new Intl.ListFormat(language, { type: 'unit' }).format(site.workdays.map(dayName)),
                  })}
                </span>
              </div>
              <Acts
                name={site.name}
                isUsed={site.memberCount > 0}
                onEdit={() => setEdited(site)}
                onRemove={() => remove.mutate(site.id)}
              />
            </li>
          ))}
        </Rows>
      )}
      {edited && (
        <SiteDialog site={edited === 'new' ? undefined : edited} onClose={() => setEdited(undefined)} />
      )}
    </Section>
  )
}

function Acts({
  name,
  isUsed,
  onEdit,
  onRemove,
}: {
  name: string
  isUsed: boolean
  onEdit: () => void
  onRemove: () => void
}) {
  const t = useT()
  return (
    <div className="person-row-acts">
      <Button size="small" onPress={onEdit} aria-label={t('places.editOf', { name })}>
        {t('places.edit')}
      </Button>
      {!isUsed && (
        <Button size="small" look="quiet" onPress={onRemove} aria-label={t('places.removeOf', { name })}>
          {t('places.remove')}
        </Button>
      )}
    </div>
  )
}
