import '../components/turns.css'
import { useSearch } from '@tanstack/react-router'
import { AccountView } from '../components/AccountView.tsx'
import { AccountsView } from '../components/AccountsView.tsx'
import { MineView } from '../components/MineView.tsx'

/** My turns; with `?account` one account, with `?community` the accounts of a community. */
export function TurnsPage() {
  const { account, community } = useSearch({ strict: false }) as { account?: string; community?: string }
  if (account) return <AccountView key={account} accountId={account} />
  return community ? <AccountsView slug={String(community)} /> : <MineView />
}
