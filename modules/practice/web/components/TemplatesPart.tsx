import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { EllipsisVertical, Plus } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import type { PortfolioItem, TemplateCard } from '#modules/practice/contract.ts'
import { templateKinds } from '#modules/practice/words.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { api } from '#platform/web/api.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { useLanguage } from '#platform/web/i18n.tsx'
import { toast } from '#platform/web/toasts.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { FilterChips } from '#ui/FilterChips.tsx'
import { LoadMore } from '#ui/LoadMore.tsx'
import { Menu } from '#ui/Menu.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { Tag } from '#ui/Tag.tsx'
import { portfolioQuery, templatesQuery, versionsQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'

const TemplateDialog = lazy(() => import('./TemplateDialog.tsx'))

/** What managers of the company share with each other. */
export function TemplatesPart() {
  const t = useT()
  const navigate = useNavigate()
  const search: { kind?: string } = useSearch({ strict: false })
  const kind = templateKinds.find((one) => one === search.kind)
  const query = useInfiniteQuery(templatesQuery(kind))
  const communities = useQuery(portfolioQuery).data?.items ?? []
  const [edited, setEdited] = useState<TemplateCard | 'new' | null>(null)
  const [versionsOf, setVersionsOf] = useState<TemplateCard | null>(null)
  const items = query.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <>
      <p className="pb-3 text-muted">{t('templates.lead')}</p>
      <div className="flex flex-wrap items-center justify-between gap-3 pb-2">
        <FilterChips
          label={t('templates.kind.label')}
          options={['all', ...templateKinds].map((id) => ({
            id,
            label: t(`templates.kind.${id as (typeof templateKinds)[number] | 'all'}`),
          }))}
          selected={[kind ?? 'all']}
          onSelect={([id]) =>
            void navigate({
              to: '.',
              search: (id === undefined || id === 'all' ? {} : { kind: id }) as never,
              resetScroll: false,
            })
          }
        />
        <Button size="small" look="primary" onPress={() => setEdited('new')}>
          <Plus aria-hidden />
          {t('templates.publish')}
        </Button>
      </div>
      {query.error && !query.data ? (
        <ErrorView error={query.error} t={t} onRetry={() => void query.refetch()} />
      ) : !query.data ? (
        <SkeletonRows rows={6} />
      ) : items.length === 0 ? (
        <EmptyState title={t('templates.empty')}>{t('templates.emptyHint')}</EmptyState>
      ) : (
        <ul className="rows">
          {items.map((template) => (
            <li key={template.id}>
              <TemplateRow
                template={template}
                communities={communities}
                onEdit={() => setEdited(template)}
                onVersions={() => setVersionsOf(template)}
              />
            </li>
          ))}
        </ul>
      )}
      <LoadMore
        hasMore={query.hasNextPage}
        isLoading={query.isFetchingNextPage}
        onLoad={() => void query.fetchNextPage()}
      />
      <Suspense fallback={null}>
        {edited && (
          <TemplateDialog {...(edited !== 'new' && { template: edited })} onClose={() => setEdited(null)} />
        )}
      </Suspense>
      {versionsOf && <VersionsDialog template={versionsOf} onClose={() => setVersionsOf(null)} />}
    </>
  )
}

function TemplateRow({
  template,
  communities,
  onEdit,
  onVersions,
}: {
  template: TemplateCard
  communities: readonly PortfolioItem[]
  onEdit: () => void
  onVersions: () => void
}) {
  const t = useT()
  const { language } = useLanguage()
  const params = { templateId: template.id }
  const nameOf = (slug: string) => {
    const found = communities.find(({ community }) => community.slug === slug)
    return found ? pickText(found.community.name, language) : ''
  }
  const copy = useAct(
    (community: string) =>
      api('POST /api/v1/managers/templates/:templateId/copies', { params, body: { community } }),
    (community) => t('templates.copied', { community: nameOf(community) }),
  )
  const withdraw = useAct(
    () => api('DELETE /api/v1/managers/templates/:templateId', { params }),
    t('templates.withdrawn'),
  )
  return (
    <article className="grid gap-1" aria-label={template.title}>
      <div className="flex items-start gap-3">
        <span className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3 gap-y-1">
          <strong dir="auto" lang={template.language}>
            {template.title}
          </strong>
          <Tag>{t(`templates.kind.${template.kind}`)}</Tag>
        </span>
        <Menu
          label={t('templates.acts')}
          trigger={
            <Button look="quiet" size="small" icon aria-label={`${t('templates.acts')} · ${template.title}`}>
              <EllipsisVertical aria-hidden />
            </Button>
          }
          groups={[
            communities.map(({ community }) => ({
              id: community.id,
              label: `${t('templates.copy')} ${pickText(community.name, language)}`,
              onAction: () => copy.run(community.slug),
            })),
            [
              {
                id: 'text',
                label: t('templates.text'),
                onAction: () =>
                  void navigator.clipboard
                    .writeText(template.body)
                    .then(() => toast(t('templates.textCopied'))),
              },
              { id: 'versions', label: t('templates.versions'), onAction: onVersions },
            ],
            ...(template.isMine
              ? [
                  [
                    { id: 'revise', label: t('templates.revise'), onAction: onEdit },
                    {
                      id: 'withdraw',
                      label: t('templates.withdraw'),
                      danger: true,
                      onAction: () => withdraw.run(undefined),
                    },
                  ],
                ]
              : []),
          ].filter((group) => group.length > 0)}
        />
      </div>
      <p className="whitespace-pre-line" dir="auto" lang={template.language}>
        {template.body}
      </p>
      <p className="text-sm text-muted">
        {[
          template.author
            ? t('templates.by', { name: template.author.displayName })
            : t('templates.formerAuthor'),
          template.credit && t('templates.credit', { name: template.credit.displayName }),
          t('templates.facts', { version: String(template.version), copies: template.copies }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </article>
  )
}

function VersionsDialog({ template, onClose }: { template: TemplateCard; onClose: () => void }) {
  const t = useT()
  const { data } = useQuery(versionsQuery(template.id))
  return (
    <Dialog title={`${t('templates.versions')} · ${template.title}`} isOpen onClose={onClose} wide>
      {!data ? (
        <SkeletonRows rows={3} />
      ) : (
        <ol className="rows">
          {data.items.map((one) => (
            <li key={one.version} className="grid gap-1">
              <span className="text-sm text-muted">
                {t('templates.version', { n: String(one.version), at: new Date(one.at) })}
                {one.whatChanged && ` · ${one.whatChanged}`}
              </span>
              <p className="whitespace-pre-line" dir="auto">
                {one.body}
              </p>
            </li>
          ))}
        </ol>
      )}
    </Dialog>
  )
}
