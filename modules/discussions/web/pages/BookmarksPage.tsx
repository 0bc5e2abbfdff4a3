import '../components/discussions.css'
import { useInfiniteQuery } from '@tanstack/react-query'
import { BookmarkX, EyeOff, NotebookPen } from 'lucide-react'
import { useState } from 'react'
import type { Bookmark } from '#modules/discussions/contract.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { useErrorToast } from '#platform/web/errors.ts'
import { Page } from '#platform/web/Page.tsx'
import { queryClient } from '#platform/web/query-client.ts'
import { toast } from '#platform/web/toasts.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Talk } from '#ui/illustrations.tsx'
import { LoadMore } from '#ui/LoadMore.tsx'
import { PageHeader } from '#ui/PageHeader.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { Time } from '#ui/Time.tsx'
import { keepBookmark, noteBookmark } from '../acts.ts'
import { PostRow } from '../components/PostRow.tsx'
import { bookmarksQuery, keys } from '../queries.ts'
import { useT } from '../t.ts'

/** What I kept for later, with my notes; mine alone. */
export function BookmarksPage() {
  const t = useT()
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } =
    useInfiniteQuery(bookmarksQuery)
  const items = data?.pages.flatMap((page) => page.items) ?? []
  return (
    <Page title={t('bookmark.title')}>
      <PageHeader title={t('bookmark.title')} lead={t('bookmark.lead')} />
      {!data ? (
        error ? (
          <ErrorView error={error} onRetry={() => void refetch()} t={t} />
        ) : (
          <SkeletonRows rows={4} />
        )
      ) : items.length === 0 ? (
        <EmptyState title={t('bookmark.empty')} picture={<Talk />}>
          {t('bookmark.emptyHint')}
        </EmptyState>
      ) : (
        <ul className="rows" aria-label={t('bookmark.title')}>
          {items.map((bookmark) => (
            <li key={bookmark.postId}>
              <Kept bookmark={bookmark} />
            </li>
          ))}
        </ul>
      )}
      <LoadMore hasMore={hasNextPage} isLoading={isFetchingNextPage} onLoad={() => void fetchNextPage()} />
    </Page>
  )
}

function Kept({ bookmark }: { bookmark: Bookmark }) {
  const t = useT()
  const onError = useErrorToast(t)
  const [isNoting, setNoting] = useState(false)
  const remove = async () => {
    try {
      await keepBookmark(bookmark.postId, false)
      toast(t('bookmark.undone'), {
        ...(bookmark.item && {
          action: {
            label: t('undo'),
            run: () => void noteBookmark(bookmark.postId, bookmark.note).catch(onError),
          },
        }),
      })
      void queryClient.invalidateQueries({ queryKey: keys.bookmarks })
    } catch (error) {
      onError(error)
    }
  }
  return (
    <div className="grid gap-2">
      {bookmark.item ? (
        <PostRow item={bookmark.item} showCommunity />
      ) : (
        <div className="quote-card">
          <p className="flex items-center gap-2 font-semibold">
            <EyeOff aria-hidden className="size-[1.1em] text-muted" />
            {t('bookmark.goneTitle')}
          </p>
          <p className="text-sm text-muted">{t('bookmark.gone')}</p>
        </div>
      )}
      <div className="kept-line">
        {bookmark.note && <p className="kept-note">{bookmark.note}</p>}
        <p className="post-line">
          <span>
            {t('bookmark.keptOn')} <Time at={bookmark.at} />
          </span>
          <span className="ml-auto flex gap-1">
            {bookmark.item && (
              <Button look="quiet" size="small" onPress={() => setNoting(true)}>
                <NotebookPen aria-hidden />
                {bookmark.note ? t('bookmark.editNote') : t('bookmark.addNote')}
              </Button>
            )}
            <Button look="quiet" size="small" onPress={() => void remove()}>
              <BookmarkX aria-hidden />
              {t('bookmark.remove')}
            </Button>
          </span>
        </p>
      </div>
      {isNoting && <NoteDialog bookmark={bookmark} onClose={() => setNoting(false)} />}
    </div>
  )
}

function NoteDialog({ bookmark, onClose }: { bookmark: Bookmark; onClose: () => void }) {
  const t = useT()
  const onError = useErrorToast(t)
  const [note, setNote] = useState(bookmark.note ?? '')
  const save = async () => {
    try {
      await noteBookmark(bookmark.postId, note.trim() || null)
      onClose()
    } catch (error) {
      onError(error)
    }
  }
  return (
    <Dialog
      title={t('bookmark.note')}
      isOpen
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button look="primary" onPress={() => void save()}>
            {t('bookmark.save')}
          </Button>
        </>
      }
    >
      <TextArea
        label={t('bookmark.note')}
        hint={t('bookmark.noteHint')}
        value={note}
        onChange={setNote}
        maxLength={500}
      />
    </Dialog>
  )
}
