import { useQuery } from '@tanstack/react-query'
import { api } from '#platform/web/api.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Skeleton } from '#ui/Skeleton.tsx'
import { Time } from '#ui/Time.tsx'
import { useT } from '../t.ts'
import { wordDiff } from '../text/word-diff.ts'

interface Props {
  postId: string
  commentId?: string | undefined
  onClose: () => void
}

/** Every wording, newest first, each with what changed since the one before. */
export default function HistoryDialog({ postId, commentId, onClose }: Props) {
  const t = useT()
  const { data, error, refetch } = useQuery({
    queryKey: ['discussions', 'history', postId, commentId ?? null],
    queryFn: ({ signal }) =>
      commentId
        ? api('GET /api/v1/comments/:commentId/history', { params: { commentId }, signal })
        : api('GET /api/v1/posts/:postId/history', { params: { postId }, signal }),
    staleTime: 0,
  })
  const whole = (revision: { title: string | null; bodyMd: string }) =>
    [revision.title, revision.bodyMd].filter(Boolean).join('\n\n')
  return (
    <Dialog title={t('history.title')} isOpen onClose={onClose} wide>
      {error && <ErrorView error={error} onRetry={() => void refetch()} t={t} />}
      {!data && !error && <Skeleton height="12rem" />}
      {data && <p className="text-sm text-muted">{t('history.legend')}</p>}
      <ol className="rows">
        {data?.items.map((revision, index) => {
          const older = data.items[index + 1]
          return (
            <li key={revision.at + String(index)}>
              <h3 className="mb-2 text-base">
                {index === 0 ? t('history.current') : older ? t('history.version') : t('history.first')}{' '}
                <span className="text-muted">
                  {revision.by.displayName} · <Time at={revision.at} />
                </span>
              </h3>
              <div className="diff whitespace-pre-wrap">
                {older
                  ? wordDiff(whole(older), whole(revision)).map((piece, at) =>
                      piece.kind === 'same' ? (
                        <span key={at}>{piece.text}</span>
                      ) : piece.kind === 'added' ? (
                        <ins key={at}>{piece.text}</ins>
                      ) : (
                        <del key={at}>{piece.text}</del>
                      ),
                    )
                  : whole(revision)}
              </div>
            </li>
          )
        })}
      </ol>
    </Dialog>
  )
}
