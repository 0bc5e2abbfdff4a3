import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { ShieldCheck } from 'lucide-react'
import type { LocalText } from '#platform/shared/local-text.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { useFormat, useLanguage } from '#platform/web/i18n.tsx'
import { ButtonLink, Link } from '#platform/web/links.tsx'
import { Page } from '#platform/web/Page.tsx'
import { Rows, Section } from '#ui/Layout.tsx'
import { LoadMore } from '#ui/LoadMore.tsx'
import { PageHeader } from '#ui/PageHeader.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import type { AccessLogEntry, SeenField } from '#modules/people/contract.ts'
import { MemberAvatar, MemberLink } from '../components/MemberLink.tsx'
import { useNames } from '../names.ts'
import { editProfilePath, registerPath } from '../paths.ts'
import { accessLogQuery, seenQuery } from '../queries.ts'
import { useT, type T } from '../t.ts'

/** Widest first: what most people see is what a reader looks for. */
const audiences = [
  'everyone',
  'communityReaders',
  'communityMembers',
  'communityManagers',
  'moderators',
  'administrators',
  'self',
] as const
type Audience = (typeof audiences)[number]
const neverCollected = [
  'reading',
  'presence',
  'device',
  'place',
  'mood',
  'score',
  'messages',
  'opens',
] as const

const widestOf = (field: SeenField): Audience =>
  audiences.find((audience) => field.seenBy.includes(audience)) ?? 'self'

/** A word the catalogue knows, else the word itself: other modules name their own screens and roles. */
function said(t: T, group: 'role' | 'screen' | 'purpose', word: string): string {
  const key = `access.${group}.${word}` as never
  return t.has(key) ? t(key) : word
}

export function SeenPage() {
  const t = useT()
  const { language } = useLanguage()
  const seen = useQuery(seenQuery(language))
  return (
    <Page title={t('seen.title')}>
      <PageHeader
        title={t('seen.title')}
        lead={t('seen.lead')}
        acts={<ButtonLink to={registerPath}>{t('seen.register')}</ButtonLink>}
      />
      {seen.isError ? (
        <ErrorView error={seen.error} t={t} onRetry={() => void seen.refetch()} />
      ) : !seen.data ? (
        <SkeletonRows rows={8} />
      ) : (
        audiences.map((audience) => (
          <AudienceSection
            key={audience}
            audience={audience}
            fields={seen.data.fields.filter((field) => widestOf(field) === audience)}
          />
        ))
      )}
      <AccessLog />
      <Section title={t('seen.never')} hint={t('seen.neverHint')}>
        <ul className="never-list">
          {neverCollected.map((item) => (
            <li key={item}>
              <ShieldCheck aria-hidden />
              <span>{t(`seen.neverList.${item}`)}</span>
            </li>
          ))}
        </ul>
      </Section>
    </Page>
  )
}

/** First what is stored, with its value; then what is not; and folded, what is shown on the things themselves. */
function AudienceSection({ audience, fields }: { audience: Audience; fields: readonly SeenField[] }) {
  const t = useT()
  const { language } = useLanguage()
  if (fields.length === 0) return null
  const stored = fields.filter((field) => field.values && field.values.length > 0)
  const empty = [...new Set(fields.filter((field) => field.values?.length === 0).map((field) => field.label))]
  const elsewhere = fields.filter((field) => field.values === null)
  const title = t(`seen.by.${audience}.title`)
  return (
    <Section
      title={title}
      hint={t(`seen.by.${audience}.hint`)}
      aside={
        audience === 'everyone' && (
          <Link to={editProfilePath} className="whitespace-nowrap">
            {t('edit.edit')}
          </Link>
        )
      }
    >
      {stored.length > 0 && (
        <Rows label={title}>
          {stored.map((field) => (
            <Field key={`${field.module}.${field.entity}.${field.field}`} field={field} />
          ))}
        </Rows>
      )}
      {empty.length > 0 && (
        <p className="seen-why pt-2">
          {t('seen.empty', { fields: new Intl.ListFormat(language).format(empty) })}
        </p>
      )}
      {elsewhere.length > 0 && (
        <details className="seen-more">
          <summary>{t('seen.elsewhere', { count: elsewhere.length })}</summary>
          <ul>
            {elsewhere.map((field) => (
              <li key={`${field.module}.${field.entity}.${field.field}`} className="seen-row">
                <span>{field.label}</span>
                <span className="seen-why">
                  {field.purpose} {t('seen.kept', { retention: field.retention })}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </Section>
  )
}

function Field({ field }: { field: SeenField }) {
  const t = useT()
  return (
    <li className="seen-row">
      <span>
        {field.label}
        {t('seen.colon')}
        <Value field={field} />
      </span>
      <span className="seen-why">
        {field.purpose} {t('seen.kept', { retention: field.retention })}
      </span>
    </li>
  )
}

function Value({ field }: { field: SeenField }) {
  const t = useT()
  const format = useFormat()
  const { languageName, timezoneName } = useNames()
  const words = (field.values ?? []).slice(0, 12).map((value) => {
    const key = `seen.value.${field.entity}.${field.field}.${value}` as never
    if (t.has(key)) return t(key)
    if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return format.dateTime(new Date(`${value}T12:00:00`), 'day')
    if (field.field === 'languages' || field.field === 'interfaceLanguage') return languageName(value)
    if (field.field === 'timezone') return timezoneName(value)
    if (field.field === 'photoUrl') return t('seen.photo')
    return value
  })
  return (
    <bdi className="seen-value" dir="auto">
      {words.join(', ')}
    </bdi>
  )
}

function AccessLog() {
  const t = useT()
  const log = useInfiniteQuery(accessLogQuery)
  const entries = log.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <Section title={t('access.title')} hint={t('access.hint')}>
      {log.isError ? (
        <ErrorView error={log.error} t={t} onRetry={() => void log.refetch()} />
      ) : log.isPending ? (
        <SkeletonRows rows={2} />
      ) : entries.length === 0 ? (
        <p className="text-muted">{t('access.nobody')}</p>
      ) : (
        <>
          <Rows label={t('access.title')}>
            {entries.map((entry) => (
              <Look key={entry.id} entry={entry} />
            ))}
          </Rows>
          <LoadMore
            hasMore={log.hasNextPage}
            isLoading={log.isFetchingNextPage}
            onLoad={() => void log.fetchNextPage()}
            auto={false}
          />
        </>
      )}
    </Section>
  )
}

function Look({ entry }: { entry: AccessLogEntry }) {
  const t = useT()
  const format = useFormat()
  const { language } = useLanguage()
  const community = entry.communityName ? pickText(entry.communityName as LocalText, language) : ''
  return (
    <li className="person-row">
      <MemberAvatar member={entry.viewer} />
      <div className="person-row-body">
        <span>
          <MemberLink member={entry.viewer} />{' '}
          <span className="person-facts">{said(t, 'role', entry.viewerRole)}</span>
        </span>
        <span>{[said(t, 'screen', entry.screen), community].filter(Boolean).join(' · ')}</span>
        <span className="seen-why">{said(t, 'purpose', entry.purpose)}</span>
      </div>
      <time className="person-facts" dateTime={entry.at}>
        {format.dateTime(new Date(entry.at), 'short')}
      </time>
    </li>
  )
}
