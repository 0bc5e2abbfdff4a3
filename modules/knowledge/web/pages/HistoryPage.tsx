import '../components/knowledge.css'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { ArrowLeft } from 'lucide-react'
import type { PageDetail } from '#modules/knowledge/shapes.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { api } from '#platform/web/api.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { ButtonLink, PlainLink } from '#platform/web/links.tsx'
import { Page } from '#platform/web/Page.tsx'
import { toast } from '#platform/web/toasts.ts'
import { Button } from '#ui/Button.tsx'
import { Section } from '#ui/Layout.tsx'
import { LoadMore } from '#ui/LoadMore.tsx'
import { PageHeader } from '#ui/PageHeader.tsx'
import { Select } from '#ui/Select.tsx'
import { Skeleton, SkeletonPage } from '#ui/Skeleton.tsx'
import { Tag } from '#ui/Tag.tsx'
import { Time } from '#ui/Time.tsx'
import { Compare } from '../components/Compare.tsx'
import { useAct } from '../components/use-act.ts'
import { historyPath, pagePath } from '../paths.ts'
import { flat, keepPage, pageQuery, versionQuery, versionsQuery } from '../queries.ts'
import { useT } from '../t.ts'

/** `/pages/:pageId/history?from=&to=`: every save, and two of them side by side. */
export function HistoryPage() {
  const { pageId = '' } = useParams({ strict: false }) as { pageId?: string }
  const { data: page } = useQuery(pageQuery(pageId))
  return page ? <History page={page} /> : <SkeletonPage />
}

const numberOf = (value: unknown, most: number): number | undefined => {
  const number = Number(value)
  return Number.isInteger(number) && number >= 1 && number <= most ? number : undefined
}

function History({ page }: { page: PageDetail }) {
  const t = useT()
  const { language } = useLanguage()
  const navigate = useNavigate()
  const search = useSearch({ strict: false }) as { from?: unknown; to?: unknown }
  const list = useInfiniteQuery(versionsQuery(page.id))
  const versions = flat(list.data)
  const to = numberOf(search.to, page.version) ?? page.version
  const from = numberOf(search.from, page.version) ?? Math.max(1, to - 1)
  const [before, after] = [
    useQuery(versionQuery(page.id, from)).data,
    useQuery(versionQuery(page.id, to)).data,
  ]
  const { isActing, act } = useAct()
  const choose = (next: { from: number; to: number }) =>
    void navigate({ to: historyPath(page.id), search: next as never, replace: true })
  const bring = (version: number) =>
    act(async () => {
      keepPage(
        await api('POST /api/v1/pages/:pageId/versions/:version/restoration', {
          params: { pageId: page.id, version: String(version) },
          body: { baseVersion: page.version },
        }),
      )
      toast(t('history.brought', { n: version }))
      void navigate({ href: pagePath(page.id) })
    })
  const options = versions.map(({ version, by }) => ({
    id: String(version),
    label: t('history.versionOption', { n: version, name: by.displayName }),
  }))
  return (
    <Page title={t('history.of', { title: page.title })} place={pickText(page.community.name, language)}>
      <PageHeader
        kicker={
          <PlainLink to={pagePath(page.id)} className="inline-flex items-center gap-1 hover:underline">
            <ArrowLeft aria-hidden className="size-4" />
            {page.title}
          </PlainLink>
        }
        title={t('history.title')}
        lead={t('history.lead')}
      />
      {page.version > 1 && (
        <Section title={t('history.compare')}>
          <div className="grid gap-3 pb-4 sm:grid-cols-2">
            <Select
              label={t('history.from')}
              options={options}
              value={String(from)}
              onChange={(id) => choose({ from: Number(id), to })}
            />
            <Select
              label={t('history.to')}
              options={options}
              value={String(to)}
              onChange={(id) => choose({ from, to: Number(id) })}
            />
          </div>
          {before && after ? (
            <Compare
              before={before}
              after={after}
              beforeLabel={t('page.version', { n: from })}
              afterLabel={t('page.version', { n: to })}
              language={page.language}
            />
          ) : (
            <Skeleton height="12rem" />
          )}
        </Section>
      )}
      <Section title={t('history.versions')}>
        <ol className="rows">
          {versions.map((version) => (
            <li key={version.version} className="grid gap-1">
              <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <span className="font-semibold">{t('page.version', { n: version.version })}</span>
                {version.version === page.version && <Tag>{t('history.current')}</Tag>}
                <span className="text-muted">
                  {version.by.displayName} · <Time at={version.at} className="" />
                </span>
              </div>
              {(version.note || version.restoredFrom) && (
                <p dir="auto">
                  {version.restoredFrom
                    ? t('history.restoredFrom', { n: version.restoredFrom })
                    : version.note}
                </p>
              )}
              <div className="page-acts">
                {version.version > 1 ? (
                  <ButtonLink
                    size="small"
                    look="quiet"
                    to={`${historyPath(page.id)}?from=${version.version - 1}&to=${version.version}`}
                    aria-label={t('history.seeOne', { n: version.version })}
                  >
                    {t('history.see')}
                  </ButtonLink>
                ) : (
                  <span className="text-sm text-muted">{t('history.first')}</span>
                )}
                {version.version !== page.version && page.can.change === true && (
                  <Button
                    size="small"
                    look="quiet"
                    isDisabled={isActing}
                    onPress={() => bring(version.version)}
                    aria-label={t('history.bringOne', { n: version.version })}
                  >
                    {t('history.bring')}
                  </Button>
                )}
              </div>
            </li>
          ))}
        </ol>
        <LoadMore
          hasMore={list.hasNextPage}
          isLoading={list.isFetchingNextPage}
          onLoad={() => void list.fetchNextPage()}
        />
      </Section>
    </Page>
  )
}
