import { CircleCheck, Ellipsis, History, Link as LinkIcon, Pencil, Reply, Trash2 } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import type { Comment, PostDetail } from '#modules/discussions/contract.ts'
import { api } from '#platform/web/api.ts'
import { useErrorToast } from '#platform/web/errors.ts'
import { useMember } from '#platform/web/session.ts'
import { Slot, WithTextActs } from '#platform/web/slots.tsx'
import { toast } from '#platform/web/toasts.ts'
import { Avatar } from '#ui/Avatar.tsx'
import { Button } from '#ui/Button.tsx'
import { cx } from '#ui/cx.ts'
import { Menu, type MenuAct } from '#ui/Menu.tsx'
import { Prose } from '#ui/Prose.tsx'
import { Time } from '#ui/Time.tsx'
import { accept, changePost, reloadPost } from '../acts.ts'
import { deleteSoon } from '../deferred.ts'
import { commentAnchor, postPath } from '../paths.ts'
import { changeComment, withComment, withoutComment } from '../thread.ts'
import { slotTextOf } from '../slot-text.ts'
import { useT } from '../t.ts'
import { Attachments } from './Attachments.tsx'
import { AuthorName, useNameOf } from './Author.tsx'
import { copyLink } from './copy-link.ts'
import { HiddenNotice } from './HiddenNotice.tsx'
import { Helped, ServedLine } from './Helped.tsx'
import { Reactions } from './Reactions.tsx'

const ReplyBox = lazy(async () => ({ default: (await import('../composer/ReplyBox.tsx')).ReplyBox }))
const EditBox = lazy(async () => ({ default: (await import('../composer/EditBox.tsx')).EditBox }))
const HistoryDialog = lazy(() => import('./HistoryDialog.tsx'))

interface Props {
  post: PostDetail
  comment: Comment
  replies?: readonly Comment[] | undefined
}

/** One answer or comment, with what is replied under it. */
export function CommentItem({ post, comment, replies = [] }: Props) {
  const t = useT()
  const nameOf = useNameOf()
  const onError = useErrorToast(t)
  const [open, setOpen] = useState<'reply' | 'edit' | 'history' | undefined>()
  const isSending = comment.id.startsWith('sending-')
  const close = () => setOpen(undefined)
  const name = nameOf(comment.author)
  const text = slotTextOf(post, comment, useMember().id)

  const remove = () => {
    changePost(post.id, (now) =>
      replies.length > 0
        ? changeComment(now, comment.id, (one) => ({
            ...one,
            bodyHtml: null,
            bodyMd: null,
            deletedAt: new Date().toISOString(),
            attachments: [],
          }))
        : withoutComment(now, comment.id),
    )
    const putBack = () => changePost(post.id, (now) => withComment(now, comment))
    const undo = deleteSoon(
      `/api/v1/comments/${comment.id}`,
      () => void reloadPost(post.id),
      (error) => {
        putBack()
        void reloadPost(post.id)
        onError(error)
      },
    )
    toast(t('comment.deleted'), {
      action: {
        label: t('undo'),
        run() {
          undo()
          putBack()
          void reloadPost(post.id)
        },
      },
    })
  }
  const acts: MenuAct[] = [
    {
      id: 'link',
      label: t('act.copyLink'),
      icon: <LinkIcon aria-hidden />,
      onAction: () => void copyLink(postPath(post.id, comment.id), t('act.linkCopied')),
    },
    ...(comment.editedAt
      ? [
          {
            id: 'history',
            label: t('act.history'),
            icon: <History aria-hidden />,
            onAction: () => setOpen('history'),
          },
        ]
      : []),
    ...(comment.can.edit
      ? [{ id: 'edit', label: t('act.edit'), icon: <Pencil aria-hidden />, onAction: () => setOpen('edit') }]
      : []),
    ...(comment.can.delete
      ? [
          {
            id: 'delete',
            label: t('act.delete'),
            icon: <Trash2 aria-hidden />,
            danger: true,
            onAction: remove,
          },
        ]
      : []),
  ]
  return (
    <article
      id={commentAnchor(comment.id)}
      className={cx('comment', comment.isAccepted && 'accepted')}
      tabIndex={-1}
      data-sending={isSending || undefined}
      aria-label={t(comment.isAnswer ? 'comment.answerBy' : 'comment.commentBy', { name })}
    >
      {comment.isAccepted && (
        <p className="accepted-mark">
          <CircleCheck aria-hidden />
          {t('comment.accepted')}
        </p>
      )}
      <div className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1">
        <Avatar
          id={comment.author.id}
          name={comment.author.displayName}
          photo={comment.author.photoUrl}
          size="s"
        />
        <div className="grid min-w-0 gap-1.5">
          <div className="flex items-center gap-2">
            <p className="post-line min-w-0 flex-1">
              <AuthorName member={comment.author} />
              {isSending ? (
                <span role="status">{t('comment.sending')}</span>
              ) : (
                <a href={postPath(post.id, comment.id)}>
                  <Time at={comment.createdAt} />
                </a>
              )}
              {comment.editedAt && !comment.deletedAt && (
                <button type="button" className="link min-h-6 text-muted" onClick={() => setOpen('history')}>
                  {t('post.edited')}
                </button>
              )}
            </p>
            {!isSending && !comment.deletedAt && (
              <WithTextActs text={text}>
                {(more) => (
                  <Menu
                    label={t('act.more', { name })}
                    trigger={
                      <Button look="quiet" size="small" icon aria-label={t('act.more', { name })}>
                        <Ellipsis aria-hidden />
                      </Button>
                    }
                    groups={more.length > 0 ? [acts, more] : [acts]}
                  />
                )}
              </WithTextActs>
            )}
          </div>
          {open === 'edit' && comment.bodyMd !== null ? (
            <Suspense>
              <EditBox
                id={comment.id}
                bodyMd={comment.bodyMd}
                attachments={comment.attachments}
                language={comment.language}
                communityId={post.community.id}
                onClose={close}
                onSave={async ({ bodyMd, attachments, reachConfirmed }) => {
                  const changed = await api('PATCH /api/v1/comments/:commentId', {
                    params: { commentId: comment.id },
                    body: { bodyMd, attachments, ...(reachConfirmed && { reachConfirmed }) },
                  })
                  changePost(post.id, (now) => changeComment(now, comment.id, () => changed))
                }}
              />
            </Suspense>
          ) : comment.bodyHtml === null ? (
            comment.hidden ? (
              <HiddenNotice hidden={comment.hidden} isMine={text.isMine} />
            ) : (
              <p className="italic text-muted">{t('comment.gone')}</p>
            )
          ) : (
            <>
              <Prose html={comment.bodyHtml} language={comment.language} className="text-[1.0625rem]" />
              <Attachments list={comment.attachments} bodyHtml={comment.bodyHtml} />
            </>
          )}
          {!comment.deletedAt && !isSending && <Slot name="commentPanels" text={text} />}
          {comment.served && <ServedLine served={comment.served} />}
          {!comment.deletedAt && !isSending && open !== 'edit' && (
            <div className="act-line">
              {comment.can.accept && (
                <Button
                  size="small"
                  look={comment.isAccepted ? 'quiet' : 'secondary'}
                  onPress={() => void accept(post.id, comment.isAccepted ? null : comment.id).catch(onError)}
                >
                  <CircleCheck aria-hidden />
                  {comment.isAccepted ? t('comment.withdraw') : t('comment.accept')}
                </Button>
              )}
              <Reactions
                postId={post.id}
                commentId={comment.id}
                counts={comment.reactionCounts}
                mine={comment.myReactions}
                isPermitted={comment.can.react}
              />
              {comment.can.markHelped && (
                <Helped postId={post.id} commentId={comment.id} isOn={comment.iWasHelped} />
              )}
              {comment.can.reply && (
                <Button look="quiet" size="small" onPress={() => setOpen('reply')}>
                  <Reply aria-hidden />
                  {t('reply.reply')}
                </Button>
              )}
            </div>
          )}
          {replies.length > 0 && (
            <ul className="comment-replies grid gap-4" aria-label={t('comment.replies', { name })}>
              {replies.map((reply) => (
                <li key={reply.id}>
                  <CommentItem post={post} comment={reply} />
                </li>
              ))}
            </ul>
          )}
          {open === 'reply' && (
            <div className="mt-2">
              <Suspense>
                <ReplyBox post={post} under={comment} onDone={close} />
              </Suspense>
            </div>
          )}
        </div>
      </div>
      {open === 'history' && (
        <Suspense>
          <HistoryDialog postId={post.id} commentId={comment.id} onClose={close} />
        </Suspense>
      )}
    </article>
  )
}
