import '../components/listening.css'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useCommunity } from '#modules/communities/web/public.ts'
import { MemberLink } from '#modules/people/web/public.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { useFormat, useLanguage } from '#platform/web/i18n.tsx'
import { ButtonLink, PlainLink } from '#platform/web/links.tsx'
import { Page } from '#platform/web/Page.tsx'
import { useInvalidateOn } from '#platform/web/realtime.ts'
import { EmptyState } from '#ui/EmptyState.tsx'
import { FilterChips } from '#ui/FilterChips.tsx'
import { Talk } from '#ui/illustrations.tsx'
import { Rows } from '#ui/Layout.tsx'
import { LoadMore } from '#ui/LoadMore.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { Tabs } from '#ui/Tabs.tsx'
import { Tag } from '#ui/Tag.tsx'
import { HeardCard } from '../components/HeardCard.tsx'
import { boardPath, heardPath, textPath } from '../paths.ts'
import { heardQuery, keys, taggedQuery } from '../queries.ts'
import { allTags, isTag, TagIcon } from '../tag-icons.tsx'
import { useT } from '../t.ts'

/** Public to members: what was heard here and what came of it; and the conversations by their authors' tags. */
export function HeardPage() {
  const t = useT()
  const navigate = useNavigate()
  const { language } = useLanguage()
  const { slug = '' } = useParams({ strict: false }) as { slug?: string }
  const { part, tag } = useSearch({ strict: false }) as { part?: string; tag?: string }
  const community = useCommunity(slug)
  useInvalidateOn(`community:${community?.id ?? ''}`, keys.heard(slug))
  return (
    <Page title={t('heard.title')} {...(community && { place: pickText(community.name, language) })}>
      <div className="flex flex-wrap items-start justify-between gap-4 pb-5">
        <div>
          <h2>{t('heard.title')}</h2>
          <p className="max-w-[38rem] pt-1 text-pretty text-muted">{t('heard.lead')}</p>
        </div>
        {community?.can.moderate && (
          <ButtonLink to={boardPath(slug)} size="small">
            {t('heard.board')}
          </ButtonLink>
        )}
      </div>
      <Tabs
        label={t('heard.parts')}
        selected={part === 'texts' ? 'texts' : 'answers'}
        onSelect={(next) =>
          void navigate({
            to: heardPath(slug),
            search: (next === 'texts' ? { part: 'texts' } : {}) as never,
            replace: true,
          })
        }
        tabs={[
          { id: 'answers', label: t('heard.answers'), content: <Answers slug={slug} /> },
          { id: 'texts', label: t('heard.tagged'), content: <Tagged slug={slug} tag={tag} /> },
        ]}
      />
    </Page>
  )
}

function Answers({ slug }: { slug: string }) {
  const t = useT()
  const query = useInfiniteQuery(heardQuery(slug))
  const items = query.data?.pages.flatMap((page) => page.items)
  if (query.error && !items)
    return <ErrorView error={query.error} t={t} onRetry={() => void query.refetch()} />
  if (!items) return <SkeletonRows rows={4} />
  if (items.length === 0)
    return (
      <EmptyState title={t('heard.empty')} picture={<Talk />} level={3}>
        {t('heard.emptyHint')}
      </EmptyState>
    )
  return (
    <>
      {items.map((theme) => (
        <HeardCard key={theme.id} theme={theme} />
      ))}
      <LoadMore
        hasMore={query.hasNextPage}
        isLoading={query.isFetchingNextPage}
        onLoad={() => void query.fetchNextPage()}
      />
    </>
  )
}

function Tagged({ slug, tag }: { slug: string; tag: string | undefined }) {
  const t = useT()
  const format = useFormat()
  const navigate = useNavigate()
  const chosen = isTag(tag) ? tag : undefined
  const query = useInfiniteQuery(taggedQuery(slug, chosen))
  const items = query.data?.pages.flatMap((page) => page.items)
  return (
    <div className="grid gap-4">
      <FilterChips
        label={t('heard.filter')}
        selected={[chosen ?? 'all']}
        onSelect={([next]) =>
          void navigate({
            to: heardPath(slug),
            search: { part: 'texts', ...(isTag(next) && { tag: next }) } as never,
            replace: true,
          })
        }
        options={[
          { id: 'all', label: t('heard.all') },
          ...allTags.map((id) => ({ id, label: t(`tag.${id}`) })),
        ]}
      />
      {query.error && !items ? (
        <ErrorView error={query.error} t={t} onRetry={() => void query.refetch()} />
      ) : !items ? (
        <SkeletonRows rows={4} />
      ) : items.length === 0 ? (
        <EmptyState title={t('heard.noTagged')} level={3}>
          {t('heard.noTaggedHint')}
        </EmptyState>
      ) : (
        <>
          <Rows label={t('heard.tagged')}>
            {items.map((text) => (
              <li key={text.id} className="grid gap-1">
                <p className="listening-facts">
                  <Tag icon={<TagIcon tag={text.tag} />}>{t(`tag.${text.tag}`)}</Tag>
                  <MemberLink member={text.author} />
                  <time dateTime={text.at}>{format.dateTime(new Date(text.at), 'day')}</time>
                </p>
                <PlainLink
                  to={textPath(text.postId, text.commentId)}
                  className="member-link font-semibold"
                  lang={text.language}
                >
                  {text.commentId
                    ? t('heard.comment', { title: text.title ?? t('heard.untitled') })
                    : (text.title ?? t('heard.untitled'))}
                </PlainLink>
                <p className="line-clamp-2 text-muted" lang={text.language}>
                  {text.excerpt}
                </p>
              </li>
            ))}
          </Rows>
          <LoadMore
            hasMore={query.hasNextPage}
            isLoading={query.isFetchingNextPage}
            onLoad={() => void query.fetchNextPage()}
          />
        </>
      )}
    </div>
  )
}
