import { lazy, Suspense, useEffect, useState } from 'react'
import type { PostDetail } from '#modules/discussions/contract.ts'
import { useErrorToast } from '#platform/web/errors.ts'
import { ButtonLink } from '#platform/web/links.tsx'
import { useSlots } from '#platform/web/slots.tsx'
import { LoadMore } from '#ui/LoadMore.tsx'
import { Notice } from '#ui/Layout.tsx'
import { changePost } from '../acts.ts'
import { ComposerPlace } from '../composer/ComposerPlace.tsx'
import { commentAnchor, communityPath } from '../paths.ts'
import { loadComments } from '../queries.ts'
import { threadOf } from '../thread.ts'
import { useT } from '../t.ts'
import { CommentItem } from './CommentItem.tsx'

const ReplyBox = lazy(async () => ({ default: (await import('../composer/ReplyBox.tsx')).ReplyBox }))

interface Props {
  post: PostDetail
  /** The comment named by the address. */
  calledId: string | undefined
}

/** Answers, comments and the reply box. */
export function Thread({ post, calledId }: Props) {
  const t = useT()
  const onError = useErrorToast(t)
  const [isLoading, setLoading] = useState(false)
  const { accepted, answers, comments, replies } = threadOf(post)
  const { next } = post.comments
  // Undefined until it is known whether something stands before the reply box: it must not show, then fold.
  const slots = useSlots()
  const Gate = slots?.replyGate

  const more = async () => {
    if (!next || isLoading) return
    setLoading(true)
    try {
      const page = await loadComments(post.id, next)
      changePost(post.id, (now) => {
        const known = new Set(now.comments.items.map(({ id }) => id))
        return {
          ...now,
          comments: {
            items: [...now.comments.items, ...page.items.filter(({ id }) => !known.has(id))],
            next: page.next,
          },
        }
      })
    } catch (error) {
      onError(error)
    } finally {
      setLoading(false)
    }
  }
  const isCalledHere =
    calledId !== undefined &&
    (accepted?.id === calledId || post.comments.items.some(({ id }) => id === calledId))
  // Outside system: the address names a comment, maybe on a later page, that the reader wants to see.
  useEffect(() => {
    if (calledId === undefined) return
    if (!isCalledHere) {
      if (next && !isLoading) void more()
      return
    }
    const element = document.getElementById(commentAnchor(calledId))
    element?.scrollIntoView({ block: 'center' })
    element?.focus({ preventScroll: true })
    // oxlint-disable-next-line react/exhaustive-deps -- once per address, and again for each page that arrives
  }, [calledId, isCalledHere, next])

  const isQuestion = post.kind === 'question'
  // Its place above says so: nobody is invited to answer what is not there.
  const isGone = post.can.comment === 'postDeleted'
  const answerTotal = answers.length + (accepted ? 1 : 0)
  const item = (comment: (typeof comments)[number]) => (
    <li key={comment.id}>
      <CommentItem post={post} comment={comment} replies={replies.get(comment.id)} />
    </li>
  )
  return (
    <>
      {((isQuestion && !isGone) || answerTotal > 0) && (
        <section className="section mt-6 first:border-t" aria-labelledby="answers">
          <h2 id="answers">
            {answerTotal === 0
              ? t('thread.noAnswer')
              : t('thread.answers', { n: Math.max(post.answerCount, answerTotal) })}
          </h2>
          {answerTotal === 0 && <p className="pt-1 text-muted">{t('thread.noAnswerHint')}</p>}
          <ul className="rows" aria-labelledby="answers">
            {accepted && item(accepted)}
            {answers.map(item)}
          </ul>
        </section>
      )}
      {(comments.length > 0 || (!isQuestion && !isGone)) && (
        <section className="section mt-6" aria-labelledby="comments">
          <h2 id="comments">
            {comments.length === 0
              ? t('thread.noComment')
              : t('thread.comments', {
                  n: isQuestion ? comments.length : Math.max(post.commentCount, comments.length),
                })}
          </h2>
          {comments.length === 0 && <p className="pt-1 text-muted">{t('thread.noCommentHint')}</p>}
          <ul className="rows" aria-labelledby="comments">
            {comments.map(item)}
          </ul>
        </section>
      )}
      <LoadMore hasMore={next !== null} isLoading={isLoading} onLoad={() => void more()} />
      <div className="mt-6">
        {post.can.comment === true ? (
          <Suspense
            fallback={
              <ComposerPlace
                text={isQuestion ? t('reply.answerPlaceholder') : t('reply.commentPlaceholder')}
              />
            }
          >
            {!slots ? null : Gate ? (
              <Gate
                post={{
                  id: post.id,
                  kind: post.kind,
                  community: post.community,
                  author: post.author,
                  isAnswered:
                    Boolean(accepted) || answers.some((answer) => answer.author.id !== post.author.id),
                }}
              >
                <ReplyBox post={post} />
              </Gate>
            ) : (
              <ReplyBox post={post} />
            )}
          </Suspense>
        ) : isGone ? null : (
          <Notice>
            <p>
              {t.has(`reason.${post.can.comment}` as never)
                ? t(`reason.${post.can.comment}` as 'reason.joinFirst')
                : t('reason.other')}
            </p>
            {post.can.comment === 'joinFirst' && (
              <p className="pt-2">
                <ButtonLink to={communityPath(post.community.slug)} size="small">
                  {t('thread.goJoin')}
                </ButtonLink>
              </p>
            )}
          </Notice>
        )}
      </div>
    </>
  )
}
