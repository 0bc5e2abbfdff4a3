import { Users } from 'lucide-react'
import { useMyCommunities } from '#modules/communities/web/public.ts'
import { Way } from '#modules/people/web/public.ts'
import { Rows, Section } from '#ui/Layout.tsx'
import { networkPath } from '../paths.ts'
import { useT } from '../t.ts'

/** The way from "Me" to the other managers; for those who manage a community or carry one as its sponsor. */
export default function MeNetworkLink() {
  const roles = useMyCommunities().flatMap((community) => community.roles)
  if (roles.includes('manager')) return <Network part="portfolio" />
  return roles.includes('sponsor') ? <Network part="leaves" /> : null
}

function Network({ part }: { part: 'portfolio' | 'leaves' }) {
  const t = useT()
  return (
    <Section title={t('net.title')}>
      <Rows label={t('net.title')}>
        <Way
          to={networkPath(part)}
          icon={<Users aria-hidden />}
          title={t(part === 'leaves' ? 'shared.title' : 'network')}
          hint={t('net.lead')}
        />
      </Rows>
    </Section>
  )
}
