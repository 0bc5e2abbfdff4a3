import { TabLink } from '#platform/web/links.tsx'
import { NavTabs } from '#ui/Tabs.tsx'
import { accountsPath, placesPath } from '../paths.ts'
import { useT } from '../t.ts'
import './people.css'

export function AdminTabs() {
  const t = useT()
  return (
    <NavTabs label={t('me.administration')}>
      <TabLink to={accountsPath}>{t('accounts.title')}</TabLink>
      <TabLink to={placesPath}>{t('places.title')}</TabLink>
    </NavTabs>
  )
}
