import '../components/newsletters.css'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { ArrowLeft, PencilLine, Printer } from 'lucide-react'
import { pickText } from '#platform/shared/local-text.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { useFormat, useLanguage } from '#platform/web/i18n.tsx'
import { ButtonLink } from '#platform/web/links.tsx'
import { Page } from '#platform/web/Page.tsx'
import { Button } from '#ui/Button.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { FilterChips } from '#ui/FilterChips.tsx'
import { Yard } from '#ui/illustrations.tsx'
import { PageHeader } from '#ui/PageHeader.tsx'
import { SkeletonPage } from '#ui/Skeleton.tsx'
import { LetterBlocks } from '../components/LetterBlocks.tsx'
import { QrCode } from '../components/QrCode.tsx'
import { editPath, issuePath, printPath } from '../paths.ts'
import { issueQuery } from '../queries.ts'
import { useT } from '../t.ts'

/** An issue on the web, with the reader's own rights; or the notice for a wall (`view=print`). */
export function IssuePage() {
  const t = useT()
  const format = useFormat()
  const navigate = useNavigate()
  const own = useLanguage().language
  const { issueId = '' } = useParams({ strict: false }) as { issueId?: string }
  const search = useSearch({ strict: false }) as { view?: string; language?: string }
  const language = search.language === 'fr' || search.language === 'en' ? search.language : own
  const isPrint = search.view === 'print'
  const { data, error, refetch } = useQuery(
    issueQuery(issueId, { language, ...(isPrint && { print: true }) }),
  )
  if (!data)
    return error ? <ErrorView error={error} t={t} onRetry={() => void refetch()} /> : <SkeletonPage />
  const title = pickText(data.title, language) || t('untitled')
  const name = pickText(data.newsletterName, language)
  const languages = data.languages.length > 1 && (
    <FilterChips
      label={t('read.language')}
      options={data.languages.map((id) => ({ id, label: t(id === 'en' ? 'form.en' : 'form.fr') }))}
      selected={[language]}
      onSelect={([chosen]) =>
        void navigate({
          to: issuePath(issueId),
          search: { ...search, language: chosen ?? language } as never,
          replace: true,
        })
      }
    />
  )
  if (isPrint)
    return (
      <Page title={`${title} · ${t('read.print')}`} place={name}>
        <PageHeader
          title={t('read.print')}
          lead={t('print.lead')}
          acts={
            <>
              <ButtonLink to={issuePath(issueId)}>
                <ArrowLeft aria-hidden />
                {t('print.back')}
              </ButtonLink>
              <Button look="primary" onPress={() => window.print()}>
                <Printer aria-hidden />
                {t('print.act')}
              </Button>
            </>
          }
        />
        <div className="letter-hide pb-4">{languages}</div>
        {data.blocks.length === 0 ? (
          <EmptyState title={t('print.empty')} picture={<Yard />} />
        ) : (
          <article className="letter-notice" lang={language}>
            <div className="flex flex-wrap items-start justify-between gap-6">
              <div className="grid gap-2">
                <p>
                  {name} · {format.dateTime(new Date(data.at), 'day')}
                </p>
                <h2>{title}</h2>
              </div>
              <QrCode address={data.address} label={t('print.qr', { address: data.address })} />
            </div>
            <LetterBlocks blocks={data.blocks} isPaper />
            <p>
              {t('print.scan')}
              <br />
              {data.address}
            </p>
          </article>
        )}
      </Page>
    )
  return (
    <Page title={title} place={name}>
      <PageHeader
        kicker={[
          name,
          data.edition && t('read.edition', { name: data.edition }),
          format.dateTime(new Date(data.at), 'day'),
        ]
          .filter(Boolean)
          .join(' · ')}
        title={title}
        acts={
          <>
            {data.mayEdit && (
              <ButtonLink to={editPath(issueId)}>
                <PencilLine aria-hidden />
                {t('read.edit')}
              </ButtonLink>
            )}
            <ButtonLink to={printPath(issueId)}>
              <Printer aria-hidden />
              {t('read.print')}
            </ButtonLink>
          </>
        }
      />
      {languages && <div className="pb-6">{languages}</div>}
      {data.blocks.length === 0 ? (
        <EmptyState title={t('read.empty')} picture={<Yard />} />
      ) : (
        <article className="letter-sheet" lang={language}>
          <LetterBlocks blocks={data.blocks} />
        </article>
      )}
    </Page>
  )
}
