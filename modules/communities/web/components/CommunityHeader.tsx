import { Archive, DoorOpen, HeartHandshake, Settings, ScrollText, TriangleAlert } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import type { CommunityDetail } from '#modules/communities/contract.ts'
import { useFormat, useLanguage } from '#platform/web/i18n.tsx'
import { ButtonLink, Link } from '#platform/web/links.tsx'
import { Slot } from '#platform/web/slots.tsx'
import { pickLanguage, pickText } from '#platform/shared/local-text.ts'
import { AvatarStack } from '#ui/AvatarStack.tsx'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Layout.tsx'
import { Tag } from '#ui/Tag.tsx'
import { aboutPath, membersPath, settingsPath } from '../paths.ts'
import { useT } from '../t.ts'
import { CommunityMark } from './CommunityMark.tsx'
import { JoinButton } from './JoinButton.tsx'
import { faceOf } from './Person.tsx'

const CharterSheet = lazy(async () => ({ default: (await import('./CharterSheet.tsx')).CharterSheet }))

/** Who this community is, who animates it, and where I stand in it. */
export function CommunityHeader({ community }: { community: CommunityDetail }) {
  const t = useT()
  const format = useFormat()
  const { language } = useLanguage()
  const names = community.managers.slice(0, 3).map(({ displayName }) => displayName)
  return (
    <header className="mb-2 grid gap-4">
      <div className="flex items-start gap-4">
        <div className="hidden pt-1 sm:block">
          <CommunityMark community={community} size="l" />
        </div>
        <div className="grid min-w-0 flex-1 gap-2">
          <p className="page-kicker flex flex-wrap items-center gap-x-2 gap-y-1">
            {t(`kinds.${community.kind}.name`)}
            {community.visibility !== 'open' && <Tag>{t(`visibility.${community.visibility}`)}</Tag>}
          </p>
          <h1 tabIndex={-1} lang={pickLanguage(community.name, language)} dir="auto">
            {pickText(community.name, language)}
          </h1>
          <p className="page-lead" lang={pickLanguage(community.purpose, language)} dir="auto">
            {pickText(community.purpose, language)}
          </p>
        </div>
      </div>
      <div className="flex flex-wrap items-center gap-x-5 gap-y-3">
        <p className="flex min-w-0 items-center gap-3 text-sm text-muted">
          {names.length > 0 ? (
            <>
              <AvatarStack people={community.managers.map(faceOf)} max={3} />
              <span dir="auto">{t('header.by', { names: format.list(names) })}</span>
            </>
          ) : (
            t('header.nobody')
          )}
        </p>
        <p className="text-sm text-muted">
          {community.can.read ? (
            <Link to={membersPath(community.slug)}>{t('list.members', { n: community.memberCount })}</Link>
          ) : (
            t('list.members', { n: community.memberCount })
          )}
        </p>
        {community.charter && (
          <p className="text-sm">
            <Link to={aboutPath(community.slug, 1)} className="inline-flex items-center gap-1.5">
              <ScrollText aria-hidden className="size-4" />
              {t('header.charter')}
            </Link>
          </p>
        )}
        <div className="flex flex-wrap items-center gap-2">
          <JoinButton community={community} />
          {community.can.read && (
            <Slot name="communityButtons" community={{ id: community.id, slug: community.slug }} />
          )}
          {community.can.manage && (
            <ButtonLink to={settingsPath(community.slug)} look="quiet" icon aria-label={t('header.settings')}>
              <Settings aria-hidden />
            </ButtonLink>
          )}
        </div>
      </div>
      <Notices community={community} />
    </header>
  )
}

/** What must be known before reading on: partners, the end, the charter, a refusal, a missing second manager. */
function Notices({ community }: { community: CommunityDetail }) {
  const t = useT()
  const [reading, setReading] = useState(false)
  const { closure, me } = community
  return (
    <>
      {community.can.read && (
        <Slot name="communityNotices" community={{ id: community.id, slug: community.slug }} />
      )}
      {community.partnersAdmitted && community.can.read && (
        <Notice icon={<HeartHandshake aria-hidden />} tone="warn">
          <p>{t('header.partners')}</p>
        </Notice>
      )}
      {closure && (
        <Notice
          icon={<Archive aria-hidden />}
          tone="warn"
          title={
            closure.archivedAt ? t('header.archived') : t('header.closing', { date: dayOf(closure.closesOn) })
          }
        >
          <p dir="auto">{closure.reason}</p>
          {closure.whereNext && <p dir="auto">{t('header.whereNext', { text: closure.whereNext })}</p>}
          {closure.archivedAt && <p className="text-muted">{t('header.archivedHint')}</p>}
        </Notice>
      )}
      {me.charterToAccept && (
        <Notice icon={<ScrollText aria-hidden />} title={t('header.charterToAccept')}>
          <p>{t('header.charterToAcceptHint')}</p>
          <Button className="mt-2" onPress={() => setReading(true)}>
            {t('header.readCharter')}
          </Button>
        </Notice>
      )}
      {me.refusal && !me.isMember && (
        <Notice icon={<DoorOpen aria-hidden />} title={t('join.refused')}>
          <p dir="auto">{me.refusal.word ?? t('join.refusedWithout')}</p>
        </Notice>
      )}
      {me.ban && (
        <Notice icon={<TriangleAlert aria-hidden />} tone="bad" title={t('join.banned')}>
          <p dir="auto">{t('join.bannedReason', { reason: me.ban.reason })}</p>
        </Notice>
      )}
      {community.needsSecondManager && community.stage !== 'archived' && (
        <Notice icon={<TriangleAlert aria-hidden />} tone="warn" title={t('header.secondManager')}>
          <p>
            {t('header.secondManagerHint')}{' '}
            <Link to={membersPath(community.slug)}>{t('header.findManager')}</Link>
          </p>
        </Notice>
      )}
      <Suspense>
        {reading && (
          <CharterSheet community={community} act="accept" isOpen onClose={() => setReading(false)} />
        )}
      </Suspense>
    </>
  )
}

/** A calendar day stays the same day in every time zone. */
export const dayOf = (day: string): Date => new Date(`${day}T12:00:00`)
