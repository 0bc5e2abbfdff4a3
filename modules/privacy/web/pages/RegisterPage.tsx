import { useQuery } from '@tanstack/react-query'
import { FileText } from 'lucide-react'
import { useState } from 'react'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { useLanguage } from '#platform/web/i18n.tsx'
import { Page } from '#platform/web/Page.tsx'
import { useMember } from '#platform/web/session.ts'
import { Section } from '#ui/Layout.tsx'
import { PageHeader } from '#ui/PageHeader.tsx'
import { SearchField } from '#ui/SearchField.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { FieldList, ScreenList } from '../components/FieldList.tsx'
import { registerQuery } from '../queries.ts'
import { useT } from '../t.ts'

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

/** The whole registry, for every employee, with the sheets that are made from it. */
export function RegisterPage() {
  const t = useT()
  const { language } = useLanguage()
  const member = useMember()
  const [words, setWords] = useState('')
  const { data, error, refetch } = useQuery(registerQuery(language))
  const wanted = words.trim().toLocaleLowerCase(language)
  const fields = data?.fields.filter((field) =>
    `${field.label} ${field.purpose}`.toLocaleLowerCase(language).includes(wanted),
  )
  return (
    <Page title={t('register.title')}>
      <PageHeader title={t('register.title')} lead={t('register.lead')} />
      <Section title={t('register.downloads')}>
        <ul className="rows">
          <Sheet
            href={`/api/v1/register/sheet?language=${language}`}
            title={t('register.sheet')}
            hint={t('register.sheetHint')}
          />
          {member.isAdministrator && (
            <Sheet
              href={`/api/v1/admin/impact-assessment?language=${language}`}
              title={t('register.assessment')}
              hint={t('register.assessmentHint')}
            />
          )}
        </ul>
      </Section>
      {error && !data ? (
        <ErrorView error={error} t={t} onRetry={() => void refetch()} />
      ) : !data || !fields ? (
        <SkeletonRows rows={8} />
      ) : (
        <>
          <Section title={t('register.screens')} hint={t('register.screensHint')}>
            <ScreenList screens={data.screens} />
          </Section>
          <Section title={t('register.fields')} hint={t('register.fieldsHint', { n: data.fields.length })}>
            <div className="max-w-96 pb-4">
              <SearchField label={t('register.search')} value={words} onChange={setWords} />
            </div>
            {fields.length === 0 && <p className="text-muted">{t('register.nothing')}</p>}
            {audiences.map((audience) => {
              const seen = fields.filter(
                ({ seenBy }) => audiences.find((one) => seenBy.includes(one)) === audience,
              )
              return (
                seen.length > 0 && (
                  <Section key={audience} level={3} title={t(`by.${audience}`)}>
                    <FieldList fields={seen} />
                  </Section>
                )
              )
            })}
          </Section>
        </>
      )}
    </Page>
  )
}

function Sheet({ href, title, hint }: { href: string; title: string; hint: string }) {
  return (
    <li className="flex items-start gap-3">
      <FileText aria-hidden className="mt-1 size-5 flex-none text-muted" />
      <span className="min-w-0">
        <a className="link" href={href} download>
          {title}
        </a>
        <span className="block text-muted">{hint}</span>
      </span>
    </li>
  )
}
