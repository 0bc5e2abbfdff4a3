import { PlainLink } from '#platform/web/links.tsx'
import type { SlotCommunity } from '#platform/web/slots.tsx'
import { Section } from '#ui/Layout.tsx'
import { accountsPath } from '../paths.ts'
import { useT } from '../t.ts'

/** In the settings of a community: the company's pages in its care. */
export default function AccountsSetting({ community }: { community: SlotCommunity }) {
  const t = useT()
  return (
    <Section title={t('accounts.title')} hint={t('accounts.settings')}>
      <PlainLink to={accountsPath(community.slug)} className="btn btn-secondary">
        {t('accounts.open')}
      </PlainLink>
    </Section>
  )
}
