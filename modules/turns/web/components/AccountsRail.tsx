import { useQuery } from '@tanstack/react-query'
import { PlainLink } from '#platform/web/links.tsx'
import type { SlotCommunity } from '#platform/web/slots.tsx'
import { Section } from '#ui/Layout.tsx'
import { accountPath } from '../paths.ts'
import { accountsQuery } from '../queries.ts'
import { useT } from '../t.ts'

/** Beside a community's conversations: who speaks for the company this week; nothing where there is no account. */
export default function AccountsRail({ community }: { community: SlotCommunity }) {
  const t = useT()
  const { data } = useQuery(accountsQuery(community.slug))
  const open = data?.items.filter(({ isClosed }) => !isClosed).slice(0, 3) ?? []
  if (open.length === 0) return null
  return (
    <Section title={t('accounts.rail')}>
      {open.map((account) => (
        <p key={account.id}>
          <PlainLink to={accountPath(account.id)} className="link">
            {account.name}
          </PlainLink>
          <br />
          <span className="text-sm text-muted">
            {account.now ? t('accounts.now', { name: account.now.displayName }) : t('accounts.nobody')}
          </span>
        </p>
      ))}
    </Section>
  )
}
