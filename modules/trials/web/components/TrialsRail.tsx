import { useQuery } from '@tanstack/react-query'
import { PlainLink } from '#platform/web/links.tsx'
import type { SlotCommunity } from '#platform/web/slots.tsx'
import { Section } from '#ui/Layout.tsx'
import { trialPath, trialsPath } from '../paths.ts'
import { listQuery } from '../queries.ts'
import { useT } from '../t.ts'

/** Beside a community's conversations: what is on trial; nothing where there is no trial. */
export default function TrialsRail({ community }: { community: SlotCommunity }) {
  const t = useT()
  const { data } = useQuery(listQuery({ slug: community.slug }))
  const open = data?.items.filter(({ state }) => state === 'open') ?? []
  if (open.length === 0) return null
  return (
    <Section title={t('list.rail')}>
      {open.slice(0, 2).map((trial) => (
        <p key={trial.id}>
          <PlainLink to={trialPath(trial.id)} className="link">
            {trial.title}
          </PlainLink>
          <br />
          <span className="text-sm text-muted">
            {t('list.seats', { testers: trial.testers, seats: trial.seats })}
          </span>
        </p>
      ))}
      <p className="text-sm">
        <PlainLink to={trialsPath(community.slug)} className="link">
          {t('list.all')}
        </PlainLink>
      </p>
    </Section>
  )
}
