import { Users } from 'lucide-react'
import { useMyCommunities } from '#modules/communities/web/public.ts'
import { PlainLink } from '#platform/web/links.tsx'
import { Rows, Section } from '#ui/Layout.tsx'
import { networkPath } from '../paths.ts'
import { useT } from '../t.ts'

/** The way from "Me" to the other managers; for those who manage a community or carry one as its sponsor. */
export default function MeNetworkLink() {
  const roles = useMyCommunities().flatMap((community) => community.roles)
  if (roles.includes('manager')) return <Way part="portfolio" />
  return roles.includes('sponsor') ? <Way part="leaves" /> : null
}

function Way({ part }: { part: 'portfolio' | 'leaves' }) {
  const t = useT()
  return (
    <Section title={t('net.title')}>
      <Rows label={t('net.title')}>
        <li className="flex items-start gap-3 [&>svg]:mt-1 [&>svg]:size-5 [&>svg]:shrink-0 [&>svg]:text-muted">
          <Users aria-hidden />
          <div className="grid">
            <PlainLink to={networkPath(part)} className="font-semibold hover:underline">
              {t(part === 'leaves' ? 'shared.title' : 'network')}
            </PlainLink>
            <span className="text-sm text-muted">{t('net.lead')}</span>
          </div>
        </li>
      </Rows>
    </Section>
  )
}
