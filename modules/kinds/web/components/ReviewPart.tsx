import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ClosingReview, SortableThread } from '#modules/kinds/contract.ts'
import { postPath } from '#modules/discussions/web/public.ts'
import { api } from '#platform/web/api.ts'
import { ButtonLink, PlainLink } from '#platform/web/links.tsx'
import { Button } from '#ui/Button.tsx'
import { Rows, Section } from '#ui/Layout.tsx'
import { Tag } from '#ui/Tag.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { pagePath } from '../paths.ts'
import { reviewQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'

/** What the project leaves: written by its managers, read by everybody. */
export function ReviewPart({ slug }: { slug: string }) {
  const t = useT()
  const { data } = useQuery(reviewQuery(slug))
  if (!data) return null
  const isOpen = data.can.manage && data.finishedAt === null
  return (
    <Section title={t('review.title')} hint={t('review.hint')}>
      <div className="grid gap-6">
        {data.finishedAt && (
          <p className="m-0">
            <Tag tone="good">{t('review.finished', { at: new Date(data.finishedAt) })}</Tag>
          </p>
        )}
        {isOpen ? <Writing slug={slug} review={data} /> : <Read review={data} />}
        {(isOpen || data.threads.some(({ pageId }) => pageId)) && (
          <Threads slug={slug} review={data} isOpen={isOpen} />
        )}
      </div>
    </Section>
  )
}

function Read({ review: { delivered, learnt } }: { review: ClosingReview }) {
  const t = useT()
  if (!delivered && !learnt) return <p className="m-0 text-muted">{t('review.none')}</p>
  return (
    <dl className="kind-facts">
      {delivered && (
        <>
          <dt>{t('review.delivered')}</dt>
          <dd className="whitespace-pre-line" dir="auto">
            {delivered}
          </dd>
        </>
      )}
      {learnt && (
        <>
          <dt>{t('review.learnt')}</dt>
          <dd className="whitespace-pre-line" dir="auto">
            {learnt}
          </dd>
        </>
      )}
    </dl>
  )
}

function Writing({ slug, review }: { slug: string; review: ClosingReview }) {
  const t = useT()
  const { isActing, act } = useAct()
  const [delivered, setDelivered] = useState(review.delivered ?? '')
  const [learnt, setLearnt] = useState(review.learnt ?? '')
  const save = (finish: boolean) =>
    act(async () => {
      await api('PUT /api/v1/communities/:community/closing-review', {
        params: { community: slug },
        body: { delivered: delivered.trim() || null, learnt: learnt.trim() || null, finish },
      })
      return t('review.saved')
    })
  return (
    <div className="grid max-w-[38rem] gap-5">
      <TextArea label={t('review.delivered')} value={delivered} onChange={setDelivered} maxLength={2000} />
      <TextArea label={t('review.learnt')} value={learnt} onChange={setLearnt} maxLength={2000} />
      <div className="flex flex-wrap items-center gap-2">
        <Button isPending={isActing} onPress={() => save(false)}>
          {t('review.save')}
        </Button>
        <Button
          look="primary"
          isPending={isActing}
          isDisabled={delivered.trim() === '' || learnt.trim() === ''}
          onPress={() => save(true)}
        >
          {t('review.finish')}
        </Button>
      </div>
      <p className="m-0 text-sm text-muted">{t('review.finishHint')}</p>
    </div>
  )
}

function Threads({ slug, review, isOpen }: { slug: string; review: ClosingReview; isOpen: boolean }) {
  const t = useT()
  const threads = isOpen ? review.threads : review.threads.filter(({ pageId }) => pageId)
  return (
    <div className="grid gap-2">
      <h3 className="m-0">{t('review.threads')}</h3>
      {isOpen && (
        <p className="m-0 text-sm text-muted">
          {t('review.threadsHint')}{' '}
          {t('review.sorted', { done: threads.filter(({ fate }) => fate).length, total: threads.length })}
        </p>
      )}
      {threads.length === 0 ? (
        <p className="m-0 text-muted">{t('review.threadsNone')}</p>
      ) : (
        <Rows label={t('review.threads')}>
          {threads.map((thread) => (
            <ThreadLine key={thread.postId} slug={slug} thread={thread} isOpen={isOpen} />
          ))}
        </Rows>
      )}
    </div>
  )
}

function ThreadLine({ slug, thread, isOpen }: { slug: string; thread: SortableThread; isOpen: boolean }) {
  const t = useT()
  const { isActing, act } = useAct()
  const { postId, title, answers, helped, fate, pageId } = thread
  const sort = (next: 'page' | 'leave') =>
    act(async () => {
      await api('PUT /api/v1/communities/:community/closing-review/threads/:postId', {
        params: { community: slug, postId },
        body: { fate: next },
      })
      return t(next === 'page' ? 'review.made' : 'review.left')
    })
  return (
    <li className="flex flex-wrap items-center justify-between gap-3">
      <p className="m-0 min-w-0">
        <PlainLink to={postPath(postId)} className="font-semibold hover:underline" dir="auto">
          {title}
        </PlainLink>
        <span className="block text-sm text-muted">
          {t('review.facts', { answers, helped })}
          {fate === 'leave' && ` · ${t('review.left')}`}
        </span>
      </p>
      {pageId ? (
        <ButtonLink size="small" to={pagePath(pageId)}>
          {t('review.see')}
        </ButtonLink>
      ) : (
        isOpen && (
          <div className="flex flex-wrap gap-2">
            <Button
              size="small"
              isPending={isActing}
              aria-label={t('review.pageOf', { title })}
              onPress={() => sort('page')}
            >
              {t('review.page')}
            </Button>
            {fate === null && (
              <Button
                size="small"
                look="quiet"
                isDisabled={isActing}
                aria-label={t('review.leaveOf', { title })}
                onPress={() => sort('leave')}
              >
                {t('review.leave')}
              </Button>
            )}
          </div>
        )
      )}
    </li>
  )
}
