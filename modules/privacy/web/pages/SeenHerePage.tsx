import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { ShieldCheck } from 'lucide-react'
import type { ReactNode } from 'react'
import { useCommunity } from '#modules/communities/web/public.ts'
import type { RegisterField } from '#modules/privacy/contract.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { useLanguage } from '#platform/web/i18n.tsx'
import { Link } from '#platform/web/links.tsx'
import { Page } from '#platform/web/Page.tsx'
import { Section } from '#ui/Layout.tsx'
import { PageHeader } from '#ui/PageHeader.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { FieldList, ScreenList } from '../components/FieldList.tsx'
import { ReadingFacts } from '../components/ReadingFacts.tsx'
import { registerPath, seenPath } from '../paths.ts'
import { seenHereQuery } from '../queries.ts'
import { useT } from '../t.ts'

const never = ['reading', 'hours', 'mood', 'score', 'team'] as const

/** For members: what those who hold an office here can see of them, what nobody sees, and who read it exceptionally. */
export function SeenHerePage() {
  const t = useT()
  const { language } = useLanguage()
  const { slug = '' } = useParams({ strict: false }) as { slug?: string }
  const community = useCommunity(slug)
  const { data, error, refetch } = useQuery(seenHereQuery(slug, language))
  if (!community) return null
  const name = pickText(community.name, language)
  const seenBy = (office: string): RegisterField[] =>
    data?.fields.filter((field) => field.seenBy.includes(office)) ?? []
  return (
    <Page title={`${t('here.title')} · ${name}`} place={name}>
      <PageHeader title={t('here.title')} lead={t('here.lead')} />
      {error && !data ? (
        <ErrorView error={error} t={t} onRetry={() => void refetch()} />
      ) : !data ? (
        <SkeletonRows rows={8} />
      ) : (
        <>
          <Section title={t('here.never')}>
            <ul className="never-here">
              {never.map((item) => (
                <li key={item}>
                  <ShieldCheck aria-hidden />
                  <span>{t(`here.neverList.${item}`)}</span>
                </li>
              ))}
            </ul>
          </Section>
          <Office
            title={t('here.managers')}
            hint={t('here.managersHint')}
            fields={seenBy('communityManagers')}
          />
          <Office
            title={t('here.moderators')}
            hint={t('here.moderatorsHint')}
            fields={seenBy('moderators')}
          />
          <Section title={t('here.sponsor')}>
            <p>{t('here.sponsorHint')}</p>
          </Section>
          <Office
            title={t('here.it')}
            hint={t('here.itHint')}
            fields={seenBy('administrators')}
            before={<p className="pb-3">{t('here.itNothing')}</p>}
          />
          <Section title={t('here.screens')} hint={t('here.screensHint')}>
            <ScreenList screens={data.screens} />
          </Section>
          <Section title={t('here.readings')}>
            {data.readings.length === 0 ? (
              <p>
                {t('here.noReadings')} <span className="text-muted">{t('here.noReadingsHint')}</span>
              </p>
            ) : (
              <ul>
                {data.readings.map((reading) => (
                  <li key={reading.id} className="reading-card">
                    <ReadingFacts reading={reading} />
                  </li>
                ))}
              </ul>
            )}
          </Section>
          <p className="flex flex-wrap gap-x-6 gap-y-1 pt-2">
            <Link to={seenPath}>{t('here.mine')}</Link>
            <Link to={registerPath}>{t('register.all')}</Link>
          </p>
        </>
      )}
    </Page>
  )
}

function Office({
  title,
  hint,
  fields,
  before,
}: {
  title: string
  hint: string
  fields: readonly RegisterField[]
  before?: ReactNode
}) {
  return (
    <Section title={title} hint={hint}>
      {before}
      <FieldList fields={fields} />
    </Section>
  )
}
