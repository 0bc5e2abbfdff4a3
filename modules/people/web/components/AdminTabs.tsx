import { TabLink } from '#platform/web/links.tsx'
import { NavTabs } from '#ui/Tabs.tsx'
import {
  accountsPath,
  administeredCommunitiesPath,
  demoPath,
  filesPath,
  holidaysPath,
  mediatorsPath,
  missedSearchesPath,
  placesPath,
  privacyDeskPath,
  retentionPath,
} from '../paths.ts'
import { useT } from '../t.ts'
import './people.css'

/** The administrator's rooms, whichever module furnishes them. */
export function AdminTabs() {
  const t = useT()
  return (
    <NavTabs label={t('me.administration')}>
      <TabLink to={accountsPath}>{t('accounts.title')}</TabLink>
      <TabLink to={placesPath}>{t('places.title')}</TabLink>
      <TabLink to={holidaysPath}>{t('me.holidays')}</TabLink>
      <TabLink to={administeredCommunitiesPath}>{t('me.communities')}</TabLink>
      <TabLink to={filesPath}>{t('me.files')}</TabLink>
      <TabLink to={missedSearchesPath}>{t('me.searches')}</TabLink>
      <TabLink to={mediatorsPath}>{t('me.mediators')}</TabLink>
      <TabLink to={privacyDeskPath}>{t('me.privacyDesk')}</TabLink>
      <TabLink to={retentionPath}>{t('me.retention')}</TabLink>
      <TabLink to={demoPath}>{t('me.demo')}</TabLink>
    </NavTabs>
  )
}
