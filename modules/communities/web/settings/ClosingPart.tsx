import type { CommunityDetail } from '#modules/communities/contract.ts'
import { ButtonLink } from '#platform/web/links.tsx'
import { Section } from '#ui/Layout.tsx'
import { lifePath } from '../paths.ts'
import { useT } from '../t.ts'

/** Closing is prepared, announced and taken back in the workbench, with the core group and what is passed on. */
export function ClosingPart({ community }: { community: CommunityDetail }) {
  const t = useT()
  const isArchived = community.stage === 'archived'
  return (
    <Section
      title={t(isArchived ? 'header.archived' : 'settings.closing')}
      hint={t(isArchived ? 'header.archivedHint' : 'settings.closingLead')}
    >
      <ButtonLink to={lifePath(community.slug, 'closing')}>
        {t(isArchived ? 'settings.reopen' : 'settings.closingGo')}
      </ButtonLink>
    </Section>
  )
}
