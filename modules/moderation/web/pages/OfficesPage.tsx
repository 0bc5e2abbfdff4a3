import { useQuery } from '@tanstack/react-query'
import { Scale, X } from 'lucide-react'
import type { MemberCard } from '#modules/people/contract.ts'
import { AdminTabs, MemberAvatar, MemberLink } from '#modules/people/web/public.ts'
import { PersonPicker } from '#modules/communities/web/public.ts'
import { api } from '#platform/web/api.ts'
import type { ApiResponse } from '#platform/web/api.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { Page } from '#platform/web/Page.tsx'
import { Button } from '#ui/Button.tsx'
import { Notice, Section } from '#ui/Layout.tsx'
import { PageHeader } from '#ui/PageHeader.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { officesQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'

type Offices = ApiResponse<'GET /api/v1/admin/mediators'>
type Office = 'mediators' | 'legalDesk'

/** The administrator names who decides where a community's own moderators must not. */
export function OfficesPage() {
  const t = useT()
  const { data, error, refetch } = useQuery(officesQuery)
  return (
    <Page title={t('offices.title')}>
      <PageHeader title={t('offices.title')} lead={t('offices.lead')} />
      <AdminTabs />
      {error && !data ? (
        <ErrorView error={error} t={t} onRetry={() => void refetch()} />
      ) : !data ? (
        <SkeletonRows rows={5} />
      ) : (
        <>
          {data.oldestNotice && (
            <Notice tone="warn" icon={<Scale aria-hidden />}>
              {t('offices.oldest', { at: new Date(data.oldestNotice) })}
            </Notice>
          )}
          <OfficePart offices={data} office="mediators" />
          <OfficePart offices={data} office="legalDesk" />
        </>
      )}
    </Page>
  )
}

function OfficePart({ offices, office }: { offices: Offices; office: Office }) {
  const t = useT()
  const people = offices[office]
  const save = useAct((next: readonly MemberCard[]) => {
    const ids = { mediators: offices.mediators, legalDesk: offices.legalDesk, [office]: next }
    return api('PUT /api/v1/admin/mediators', {
      body: {
        mediators: ids.mediators.map(({ id }) => id),
        legalDesk: ids.legalDesk.map(({ id }) => id),
      },
    })
  }, t('offices.saved'))
  return (
    <Section title={t(`offices.${office}`)} hint={t(`offices.${office}Hint`)}>
      <div className="grid gap-4">
        {people.length === 0 ? (
          <p className="text-muted">{t('offices.none')}</p>
        ) : (
          <ul className="rows">
            {people.map((person) => (
              <li key={person.id} className="flex items-center gap-3">
                <MemberAvatar member={person} size="s" />
                <span className="min-w-0 flex-1">
                  <MemberLink member={person} />
                </span>
                <Button
                  look="quiet"
                  icon
                  size="small"
                  aria-label={t('offices.remove', { name: person.displayName })}
                  onPress={() => save.run(people.filter(({ id }) => id !== person.id))}
                >
                  <X aria-hidden />
                </Button>
              </li>
            ))}
          </ul>
        )}
        {people.length < 2 && <p className="text-sm text-muted">{t('offices.few')}</p>}
        <div className="max-w-96">
          <PersonPicker
            employeesOnly
            label={t('offices.add')}
            without={people.map(({ id }) => id)}
            onChoose={(card) => {
              if (card) save.run([...people, card])
            }}
          />
        </div>
      </div>
    </Section>
  )
}
