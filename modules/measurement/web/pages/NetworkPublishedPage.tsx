import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useCommunity } from '#modules/communities/web/public.ts'
import { Page } from '#platform/web/Page.tsx'
import { useMember } from '#platform/web/session.ts'
import { FilterChips } from '#ui/FilterChips.tsx'
import { Section } from '#ui/Layout.tsx'
import { NetworkView } from '../components/NetworkView.tsx'
import { RaiseThreshold } from '../components/RaiseThreshold.tsx'
import { ReleasedCells } from '../components/ReleasedCells.tsx'
import { useT } from '../t.ts'

const views = ['figures', 'network'] as const

/** Everything that was published about groups of this community's people, for everybody who sees its figures. */
export function NetworkPublishedPage() {
  const t = useT()
  const { slug = '' } = useParams({ strict: false }) as { slug?: string }
  const { view = 'figures', period } = useSearch({ strict: false }) as { view?: string; period?: string }
  const navigate = useNavigate()
  const community = useCommunity(slug)
  const member = useMember()
  const go = (search: { view?: string; period?: string }) =>
    void navigate({ to: '.', search: search as never, replace: true })
  return (
    <Page title={t('release.title')}>
      <div className="released published">
        <div className="grid gap-2">
          <h2>{t('release.title')}</h2>
          <p className="max-w-prose text-muted">{t('release.lead')}</p>
        </div>
        <FilterChips
          label={t('release.views.label')}
          options={views.map((id) => ({ id, label: t(`release.views.${id}`) }))}
          selected={[view]}
          onSelect={([id]) => go(id === 'network' ? { view: id } : {})}
        />
        {view === 'network' ? (
          <>
            <p className="max-w-prose">{t('network.lead')}</p>
            <NetworkView
              slug={slug}
              period={period}
              onPeriod={(next) => go({ view: 'network', period: next })}
              mayAct={community?.can.manage ?? false}
            />
          </>
        ) : (
          <>
            <ReleasedCells slug={slug} period={period} onPeriod={(next) => go({ period: next })} />
            <Section title={t('release.rules.title')}>
              <ul className="network-rules">
                {(['k', 'merge', 'audit', 'round', 'once'] as const).map((rule) => (
                  <li key={rule}>{t(`release.rules.${rule}`)}</li>
                ))}
              </ul>
            </Section>
            {member.isAdministrator && <RaiseThreshold />}
          </>
        )}
      </div>
    </Page>
  )
}
