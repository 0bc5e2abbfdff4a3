import { PlainLink } from '#platform/web/links.tsx'
import type { SlotCommunity } from '#platform/web/slots.tsx'
import { Section } from '#ui/Layout.tsx'
import { trialsPath } from '../paths.ts'
import { useT } from '../t.ts'

/** In the settings of a community: its test groups. */
export default function TrialsSetting({ community }: { community: SlotCommunity }) {
  const t = useT()
  return (
    <Section title={t('list.title')} hint={t('list.lead')}>
      <PlainLink to={trialsPath(community.slug)} className="btn btn-secondary">
        {t('list.all')}
      </PlainLink>
    </Section>
  )
}
