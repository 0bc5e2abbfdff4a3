import { useInfiniteQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import type { TaggedText } from '#modules/listening/contract.ts'
import { MemberLink } from '#modules/people/web/public.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { Link, PlainLink } from '#platform/web/links.tsx'
import { Button } from '#ui/Button.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Rows, Section } from '#ui/Layout.tsx'
import { LoadMore } from '#ui/LoadMore.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { Tag } from '#ui/Tag.tsx'
import { boardPath, textPath } from '../paths.ts'
import { textsQuery } from '../queries.ts'
import { TagIcon } from '../tag-icons.tsx'
import { useT } from '../t.ts'

const GatherDialog = lazy(() => import('./GatherDialog.tsx'))

/** All tagged texts that are in no theme yet. */
export function TextsPart({ slug }: { slug: string }) {
  const t = useT()
  const query = useInfiniteQuery(textsQuery(slug))
  const [open, setOpen] = useState<TaggedText>()
  const items = query.data?.pages.flatMap((page) => page.items)
  return (
    <Section
      title={t('texts.title')}
      hint={t('texts.lead')}
      aside={<Link to={boardPath(slug)}>{t('theme.back')}</Link>}
    >
      {query.error && !items ? (
        <ErrorView error={query.error} t={t} onRetry={() => void query.refetch()} />
      ) : !items ? (
        <SkeletonRows rows={4} />
      ) : items.length === 0 ? (
        <EmptyState title={t('texts.empty')} level={3} />
      ) : (
        <Rows label={t('texts.title')}>
          {items.map((text) => (
            <li key={text.id} className="grid gap-1.5">
              <p className="listening-facts">
                <Tag icon={<TagIcon tag={text.tag} />}>{t(`tag.${text.tag}`)}</Tag>
                <MemberLink member={text.author} />
              </p>
              <PlainLink to={textPath(text.postId, text.commentId)} className="member-link font-semibold">
                {text.title ?? t('heard.untitled')}
              </PlainLink>
              <p className="text-muted">{text.excerpt}</p>
              <p>
                <Button size="small" onPress={() => setOpen(text)}>
                  {t('board.gather')}
                </Button>
              </p>
            </li>
          ))}
        </Rows>
      )}
      <LoadMore
        hasMore={query.hasNextPage}
        isLoading={query.isFetchingNextPage}
        onLoad={() => void query.fetchNextPage()}
      />
      <Suspense>
        {open && (
          <GatherDialog
            slug={slug}
            postId={open.postId}
            commentId={open.commentId}
            words={open.excerpt}
            onClose={() => setOpen(undefined)}
          />
        )}
      </Suspense>
    </Section>
  )
}
