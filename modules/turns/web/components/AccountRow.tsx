import { Megaphone } from 'lucide-react'
import type { AccountCard } from '#modules/turns/contract.ts'
import { PlainLink } from '#platform/web/links.tsx'
import { Tag } from '#ui/Tag.tsx'
import { accountPath } from '../paths.ts'
import { useT } from '../t.ts'

/** One account in a list: who speaks this week. */
export function AccountRow({ account }: { account: AccountCard }) {
  const t = useT()
  return (
    <li className="person-row">
      <Megaphone aria-hidden />
      <div className="person-row-body">
        <PlainLink to={accountPath(account.id)} className="member-link person-row-link">
          {account.name}
        </PlainLink>
        <span className="person-facts">
          {t(`network.${account.network}`)} ·{' '}
          {account.isClosed
            ? t('accounts.closed')
            : account.now
              ? t('accounts.now', { name: account.now.displayName })
              : t('accounts.nobody')}
        </span>
      </div>
      {account.isClosed && <Tag>{t('accounts.closed')}</Tag>}
    </li>
  )
}
