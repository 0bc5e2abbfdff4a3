import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useEffect } from 'react'
import type { CommunityDetail } from '#modules/communities/contract.ts'
import { useFormat, useLanguage } from '#platform/web/i18n.tsx'
import { Page } from '#platform/web/Page.tsx'
import { pickText } from '#platform/shared/local-text.ts'
import { ButtonLink, EyeLink, Link } from '#platform/web/links.tsx'
import { Slot } from '#platform/web/slots.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Rows, Section } from '#ui/Layout.tsx'
import { Tag } from '#ui/Tag.tsx'
import { CanvasStory } from '../components/CanvasStory.tsx'
import { CharterArticles } from '../components/CharterArticles.tsx'
import { dayOf } from '../components/CommunityHeader.tsx'
import { Person } from '../components/Person.tsx'
import { seenHerePath, settingsPath } from '../paths.ts'
import { communityQuery } from '../queries.ts'
import { useT } from '../t.ts'

/** Why the community exists, its charter, its roles, and what its managers see. */
export function AboutPage() {
  const { slug = '' } = useParams({ strict: false }) as { slug?: string }
  const t = useT()
  const { language } = useLanguage()
  const { data: community } = useQuery(communityQuery(slug))
  const isThere = community !== undefined
  // Outside system: the scroll position, for the permalink of an article that was not there when the page opened.
  useEffect(() => {
    if (isThere && location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView()
  }, [isThere])
  if (!community) return null
  const name = pickText(community.name, language)
  return (
    <Page title={`${t('about.title')} · ${name}`} place={name}>
      <div className="grid gap-2">
        <Why community={community} />
        <CharterPart community={community} />
        <RolesPart community={community} />
        <SeenAndFacts community={community} />
      </div>
    </Page>
  )
}

function Why({ community }: { community: CommunityDetail }) {
  const t = useT()
  const { canvas, can, slug } = community
  const edit = can.manage && (
    <ButtonLink to={settingsPath(slug, 'canvas')} look={canvas ? 'quiet' : 'primary'} size="small">
      {t('about.writeCanvas')}
    </ButtonLink>
  )
  return (
    <Section title={t('about.why')} aside={canvas?.problem ? edit : undefined}>
      {canvas?.problem ? (
        <CanvasStory canvas={canvas} />
      ) : (
        <EmptyState title={t('about.noCanvas')} level={3} acts={edit || undefined}>
          {t('about.noCanvasHint')}
        </EmptyState>
      )}
      {can.read && <Slot name="canvasPanels" community={{ id: community.id, slug }} />}
    </Section>
  )
}

function CharterPart({ community }: { community: CommunityDetail }) {
  const t = useT()
  const { charter, can, slug } = community
  const edit = can.manage && (
    <ButtonLink to={settingsPath(slug, 'charter')} look={charter ? 'quiet' : 'primary'} size="small">
      {t('about.writeCharter')}
    </ButtonLink>
  )
  if (!charter)
    return (
      <Section title={t('about.charter')}>
        <EmptyState title={t('about.noCharter')} level={3} acts={edit || undefined}>
          {t('about.noCharterHint')}
        </EmptyState>
      </Section>
    )
  const hint = [
    t('about.charterVersion', { version: charter.version, date: new Date(charter.publishedAt) }),
    charter.acceptedVersion === charter.version && t('about.charterAccepted'),
  ]
  return (
    <Section title={t('about.charter')} hint={hint.filter(Boolean).join(' · ')} aside={edit}>
      <CharterArticles articles={charter.articles} slug={slug} />
      {can.read && <Slot name="charterPanels" community={{ id: community.id, slug }} />}
    </Section>
  )
}

function RolesPart({ community }: { community: CommunityDetail }) {
  const t = useT()
  const holders = [
    ...community.managers.map((member) => ({ role: 'manager' as const, member })),
    ...community.roles,
  ]
  return (
    <Section title={t('about.roles')} hint={t('about.rolesHint')}>
      {holders.length === 0 ? (
        <p className="text-muted">{t('about.noRoles')}</p>
      ) : (
        <Rows label={t('about.roles')}>
          {holders.map(({ role, member }) => (
            <li key={`${role} ${member.id}`}>
              <Person
                card={member}
                marks={<Tag tone={role === 'manager' ? 'accent' : 'neutral'}>{t(`roles.${role}`)}</Tag>}
              />
            </li>
          ))}
        </Rows>
      )}
    </Section>
  )
}

function SeenAndFacts({ community }: { community: CommunityDetail }) {
  const t = useT()
  const format = useFormat()
  const languages = community.languages.map((language) =>
    t(`about.language.${language === 'en' ? 'en' : 'fr'}`),
  )
  return (
    <>
      <Section title={t('about.seen')} aside={<EyeLink of={t('about.seen')} />}>
        <p className="max-w-[38rem] text-pretty">{t('about.seenHint')}</p>
        <p className="mt-2">
          {community.can.read && (
            <>
              <Link to={seenHerePath(community.slug)}>{t('about.seenHere')}</Link>
              {' · '}
            </>
          )}
          <Link to="/me/seen">{t('about.seenLink')}</Link>
        </p>
      </Section>
      <Section title={t('about.facts')}>
        <ul className="grid list-none gap-1 p-0 text-muted">
          <li>{t('about.created', { date: new Date(community.createdAt) })}</li>
          <li>{t('about.languages', { languages: format.list(languages) })}</li>
          <li>{t(`visibility.${community.visibility}Hint`)}</li>
          {community.endsOn && <li>{t('about.ends', { date: dayOf(community.endsOn) })}</li>}
        </ul>
      </Section>
    </>
  )
}
