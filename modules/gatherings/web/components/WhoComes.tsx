import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { GatheringDetail } from '#modules/gatherings/contract.ts'
import { MemberAvatar, MemberLink } from '#modules/people/web/public.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { Button } from '#ui/Button.tsx'
import { Rows, Section } from '#ui/Layout.tsx'
import { LoadMore } from '#ui/LoadMore.tsx'
import { attendeesQuery, flat } from '../queries.ts'
import { useT } from '../t.ts'

/** Who comes: the first dozen, then everybody. */
export function WhoComes({ gathering }: { gathering: GatheringDetail }) {
  const t = useT()
  const [isWhole, setWhole] = useState(false)
  const list = useInfiniteQuery({ ...attendeesQuery(gathering.id), enabled: isWhole })
  const total = gathering.coming.onSite + gathering.coming.remote
  const people = isWhole && list.data ? flat(list.data) : gathering.attendees
  if (gathering.isCancelled) return null
  return (
    <Section title={t('page.attendees')} hint={total > 0 ? t('seats.coming', { n: total }) : undefined}>
      {total === 0 ? (
        <p className="text-muted">{t('page.attendeesNone')}</p>
      ) : (
        <ul
          className="m-0 grid list-none gap-x-6 gap-y-2 p-0 sm:grid-cols-2"
          aria-label={t('page.attendees')}
        >
          {people.map(({ member, attends }) => (
            <li key={member.id} className="flex min-w-0 items-center gap-2.5">
              <MemberAvatar member={member} size="s" />
              <span className="min-w-0">
                <MemberLink member={member} />
                {gathering.mode === 'both' && (
                  <span className="ms-1.5 text-sm text-muted">
                    {t(attends === 'onSite' ? 'page.onSiteShort' : 'page.remoteShort')}
                  </span>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
      {total > gathering.attendees.length && !isWhole && (
        <p className="pt-3">
          <Button size="small" onPress={() => setWhole(true)}>
            {t('page.allAttendees')}
          </Button>
        </p>
      )}
      {isWhole && (
        <LoadMore
          hasMore={list.hasNextPage}
          isLoading={list.isFetchingNextPage}
          onLoad={() => void list.fetchNextPage()}
        />
      )}
    </Section>
  )
}

/** People one will meet there, and what one could talk about. */
export function Introductions({ gathering }: { gathering: GatheringDetail }) {
  const t = useT()
  const { language } = useLanguage()
  if (gathering.introductions.length === 0) return null
  const list = new Intl.ListFormat(language, { type: 'conjunction' })
  const names = new Intl.DisplayNames(language, { type: 'language' })
  return (
    <Section title={t('page.introductions')} hint={t('page.introductionsHint')}>
      <Rows label={t('page.introductions')}>
        {gathering.introductions.map(({ member, subjects, languages }) => (
          <li key={member.id} className="flex items-center gap-3">
            <MemberAvatar member={member} />
            <div className="min-w-0">
              <p className="m-0 font-semibold">
                <MemberLink member={member} />
              </p>
              <p className="m-0 text-sm text-muted">
                {subjects.length > 0 &&
                  t('page.share', { n: subjects.length, subjects: list.format(subjects) })}
                {subjects.length > 0 && languages.length > 0 && ' · '}
                {languages.length > 0 &&
                  t('page.shareLanguages', {
                    languages: list.format(languages.map((code) => names.of(code) ?? code)),
                  })}
              </p>
            </div>
          </li>
        ))}
      </Rows>
    </Section>
  )
}
