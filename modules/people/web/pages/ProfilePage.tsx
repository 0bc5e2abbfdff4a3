import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Pencil } from 'lucide-react'
import { useLanguage } from '#platform/web/i18n.tsx'
import { ButtonLink, EyeLink } from '#platform/web/links.tsx'
import { Page } from '#platform/web/Page.tsx'
import { Slot } from '#platform/web/slots.tsx'
import { Section } from '#ui/Layout.tsx'
import { Tag } from '#ui/Tag.tsx'
import { formerMemberId } from '#modules/people/contract.ts'
import { MemberAvatar } from '../components/MemberLink.tsx'
import { useNames } from '../names.ts'
import { editProfilePath } from '../paths.ts'
import { profileQuery } from '../queries.ts'
import { useT } from '../t.ts'

function localTime(timezone: string, language: string): string {
  try {
    return new Intl.DateTimeFormat(language, {
      timeZone: timezone,
      weekday: 'long',
      hour: 'numeric',
      minute: '2-digit',
    }).format(new Date())
  } catch {
    return timezone
  }
}

export function ProfilePage() {
  const t = useT()
  const { language } = useLanguage()
  const { listLanguages } = useNames()
  const { memberId = '' } = useParams({ strict: false }) as { memberId?: string }
  const { profile, can } = useSuspenseQuery(profileQuery(memberId)).data
  const name = profile.id === formerMemberId ? t('person.former') : profile.displayName
  const place = [profile.entityName, profile.siteName].filter(Boolean).join(' · ')
  return (
    <Page title={name} place={t('directory.title')}>
      <header className="profile-head">
        <MemberAvatar member={profile} size="xl" />
        <div className="profile-head-text">
          <h1 tabIndex={-1}>
            <bdi>{name}</bdi>
          </h1>
          {profile.pronouns && <span className="person-facts">{profile.pronouns}</span>}
          {profile.jobTitle && <span>{profile.jobTitle}</span>}
          {place && <span className="person-facts">{place}</span>}
          {profile.kind === 'guest' && !profile.isFormer && (
            <span className="pt-1">
              <Tag tone="warn">
                {profile.partnerName
                  ? t('profile.partnerOf', { partner: profile.partnerName })
                  : t('person.guest')}
              </Tag>
            </span>
          )}
          {profile.isFormer && <span className="person-facts">{t('profile.left')}</span>}
        </div>
        {can.edit && (
          <div className="person-row-acts">
            <ButtonLink to={editProfilePath}>
              <Pencil aria-hidden />
              {t('profile.edit')}
            </ButtonLink>
            <EyeLink of={t('profile.eye')} />
          </div>
        )}
      </header>
      {profile.about && (
        <Section title={t('profile.about')}>
          <p className="pre-line" dir="auto">
            {profile.about}
          </p>
        </Section>
      )}
      {!profile.isFormer && (
        <Slot name="profileBlocks" member={{ id: profile.id, displayName: name, isMe: can.edit }} />
      )}
      {(profile.languages.length > 0 || profile.timezone) && (
        <Section title={t('profile.reach')}>
          <dl className="facts">
            {profile.languages.length > 0 && (
              <>
                <dt>{t('profile.languages')}</dt>
                <dd>{listLanguages(profile.languages)}</dd>
              </>
            )}
            {profile.timezone && (
              <>
                <dt>{t('profile.time')}</dt>
                <dd>{localTime(profile.timezone, language)}</dd>
              </>
            )}
          </dl>
        </Section>
      )}
      {can.edit && !profile.about && profile.askMeAbout.length === 0 && (
        <Section title={t('profile.emptyTitle')} hint={t('profile.empty')}>
          <ButtonLink to={editProfilePath}>{t('profile.fill')}</ButtonLink>
        </Section>
      )}
    </Page>
  )
}
