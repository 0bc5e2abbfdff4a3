import { useInfiniteQuery } from '@tanstack/react-query'
import { Ear, Ellipsis, MessageSquarePlus, Pencil, Plus, Trash2 } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { MemberLink } from '#modules/people/web/public.ts'
import type { Heard, Journal, Programme } from '#modules/programmes/contract.ts'
import { api } from '#platform/web/api.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { Link } from '#platform/web/links.tsx'
import { Button } from '#ui/Button.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Talk } from '#ui/illustrations.tsx'
import { Notice, Rows, Section } from '#ui/Layout.tsx'
import { LoadMore } from '#ui/LoadMore.tsx'
import { Menu } from '#ui/Menu.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { Tag } from '#ui/Tag.tsx'
import { listeningPath } from '../paths.ts'
import { journalQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'
import { asDate } from '../when.ts'
import { PlanningPart } from './PlanningPart.tsx'

const HeardDialog = lazy(() => import('./HeardDialog.tsx'))
const ThemeDialog = lazy(() => import('./ThemeDialog.tsx'))

/** What was heard, and the planning questions; for leaders and sponsor. */
export default function JournalTab({ programme }: { programme: Programme }) {
  const t = useT()
  const list = useInfiniteQuery(journalQuery(programme.id))
  const [isAdding, setAdding] = useState(false)
  const first = list.data?.pages[0]
  if (list.error && !list.data)
    return <ErrorView error={list.error} t={t} onRetry={() => void list.refetch()} />
  if (!first) return <SkeletonRows rows={6} />
  const heard = list.data!.pages.flatMap((page) => page.heard)
  const mayWrite = programme.state === 'running'
  const add = mayWrite && (
    <Button look="primary" size="small" onPress={() => setAdding(true)}>
      <Plus aria-hidden />
      {t('heard.add')}
    </Button>
  )
  return (
    <>
      <Notice icon={<Ear aria-hidden />} title={t('heard.who')}>
        {t('heard.whoHint')}
      </Notice>
      <Section
        title={t('heard.title')}
        hint={
          first.counts.all > 0
            ? t('heard.count', {
                n: first.counts.all,
                need: first.counts.need,
                irritant: first.counts.irritant,
                idea: first.counts.idea,
              })
            : undefined
        }
        aside={heard.length > 0 ? add : undefined}
      >
        {heard.length === 0 ? (
          <EmptyState title={t('heard.empty')} picture={<Talk />} level={3} acts={add || undefined}>
            {t('heard.emptyHint')}
          </EmptyState>
        ) : (
          <Rows label={t('heard.title')}>
            {heard.map((one) => (
              <Line key={one.id} programme={programme} heard={one} places={first.themeCommunities} />
            ))}
          </Rows>
        )}
        <LoadMore
          hasMore={list.hasNextPage}
          isLoading={list.isFetchingNextPage}
          onLoad={() => void list.fetchNextPage()}
        />
      </Section>
      <PlanningPart programme={programme} planning={first.planning} />
      {isAdding && (
        <Suspense>
          <HeardDialog programme={programme} onClose={() => setAdding(false)} />
        </Suspense>
      )}
    </>
  )
}

function Line({
  programme,
  heard,
  places,
}: {
  programme: Programme
  heard: Heard
  places: Journal['themeCommunities']
}) {
  const t = useT()
  const { isActing, act } = useAct()
  const [open, setOpen] = useState<'edit' | 'theme'>()
  const label = t('heard.acts', { source: heard.source })
  return (
    <li className="flex items-start justify-between gap-3">
      <div className="grid min-w-0 gap-1">
        <p className="m-0 flex flex-wrap items-center gap-x-3 gap-y-1">
          <strong dir="auto">{heard.source}</strong>
          <span className="text-sm text-muted">
            {t(`heard.sort.${heard.sort}`)} · {t('day', { on: asDate(heard.on) })}
          </span>
          {heard.tag && <Tag>{t(`heard.tag.${heard.tag}`)}</Tag>}
        </p>
        <p className="m-0 whitespace-pre-line" dir="auto">
          {heard.text}
        </p>
        <p className="m-0 flex flex-wrap gap-x-3 text-sm text-muted">
          {heard.by && (
            <span>
              {t('heard.by')} <MemberLink member={heard.by} />
            </span>
          )}
          {heard.theme && (
            <Link to={listeningPath(heard.theme.slug, heard.theme.id)}>{t('heard.openTheme')}</Link>
          )}
        </p>
      </div>
      {programme.state === 'running' && (
        <Menu
          label={label}
          trigger={
            <Button look="quiet" size="small" icon isDisabled={isActing} aria-label={label}>
              <Ellipsis aria-hidden />
            </Button>
          }
          groups={[
            [
              {
                id: 'edit',
                icon: <Pencil aria-hidden />,
                label: t('common.edit'),
                onAction: () => setOpen('edit'),
              },
              ...(places.length > 0 && !heard.theme
                ? [
                    {
                      id: 'theme',
                      icon: <MessageSquarePlus aria-hidden />,
                      label: t('heard.theme'),
                      onAction: () => setOpen('theme'),
                    },
                  ]
                : []),
              {
                id: 'delete',
                icon: <Trash2 aria-hidden />,
                label: t('common.delete'),
                danger: true,
                onAction: () =>
                  act(async () => {
                    await api('DELETE /api/v1/programmes/:programmeId/heard/:heardId', {
                      params: { programmeId: programme.id, heardId: heard.id },
                    })
                    return t('heard.deleted')
                  }),
              },
            ],
          ]}
        />
      )}
      <Suspense>
        {open === 'edit' && (
          <HeardDialog programme={programme} heard={heard} onClose={() => setOpen(undefined)} />
        )}
        {open === 'theme' && (
          <ThemeDialog
            programme={programme}
            heard={heard}
            places={places}
            onClose={() => setOpen(undefined)}
          />
        )}
      </Suspense>
    </li>
  )
}
