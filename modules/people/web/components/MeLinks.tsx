import {
  Bookmark,
  Building2,
  Drama,
  Eye,
  FolderOpen,
  Hourglass,
  KeyRound,
  PackageOpen,
  Shapes,
  ShieldCheck,
  UserRound,
  UsersRound,
} from 'lucide-react'
import { useMember } from '#platform/web/session.ts'
import { Rows, Section } from '#ui/Layout.tsx'
import {
  accountPath,
  accountsPath,
  administeredCommunitiesPath,
  bookmarksPath,
  dataPath,
  demoPath,
  filesPath,
  memberPath,
  placesPath,
  privacyDeskPath,
  retentionPath,
  seenPath,
} from '../paths.ts'
import { useT } from '../t.ts'
import { Way } from './Way.tsx'

/** The way from "Me" to what is mine, and to the administrator's rooms for those who have the key. */
export function MeLinks() {
  const t = useT()
  const member = useMember()
  return (
    <>
      <Section title={t('me.mine')}>
        <Rows label={t('me.mine')}>
          <Way
            to={memberPath(member.id)}
            icon={<UserRound aria-hidden />}
            title={t('me.profile')}
            hint={t('me.profileHint')}
          />
          <Way
            to={accountPath}
            icon={<KeyRound aria-hidden />}
            title={t('account.title')}
            hint={t('me.accountHint')}
          />
          <Way
            to={bookmarksPath}
            icon={<Bookmark aria-hidden />}
            title={t('me.bookmarks')}
            hint={t('me.bookmarksHint')}
          />
          <Way
            to={dataPath}
            icon={<PackageOpen aria-hidden />}
            title={t('me.data')}
            hint={t('me.dataHint')}
          />
          <Way to={seenPath} icon={<Eye aria-hidden />} title={t('seen.title')} hint={t('me.seenHint')} />
        </Rows>
      </Section>
      {member.isAdministrator && (
        <Section title={t('me.administration')}>
          <Rows label={t('me.administration')}>
            <Way
              to={accountsPath}
              icon={<UsersRound aria-hidden />}
              title={t('accounts.title')}
              hint={t('me.accountsHint')}
            />
            <Way
              to={placesPath}
              icon={<Building2 aria-hidden />}
              title={t('places.title')}
              hint={t('me.placesHint')}
            />
            <Way
              to={administeredCommunitiesPath}
              icon={<Shapes aria-hidden />}
              title={t('me.communities')}
              hint={t('me.communitiesHint')}
            />
            <Way
              to={filesPath}
              icon={<FolderOpen aria-hidden />}
              title={t('me.files')}
              hint={t('me.filesHint')}
            />
            <Way
              to={retentionPath}
              icon={<Hourglass aria-hidden />}
              title={t('me.retention')}
              hint={t('me.retentionHint')}
            />
            <Way
              to={privacyDeskPath}
              icon={<ShieldCheck aria-hidden />}
              title={t('me.privacyDesk')}
              hint={t('me.privacyDeskHint')}
            />
            <Way to={demoPath} icon={<Drama aria-hidden />} title={t('me.demo')} hint={t('me.demoHint')} />
          </Rows>
        </Section>
      )}
    </>
  )
}
