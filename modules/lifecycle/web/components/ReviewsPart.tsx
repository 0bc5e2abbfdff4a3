import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { CommunityDetail } from '#modules/communities/contract.ts'
import { api } from '#platform/web/api.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { useFormat } from '#platform/web/i18n.tsx'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Lens } from '#ui/illustrations.tsx'
import { Rows, Section } from '#ui/Layout.tsx'
import { RadioGroup } from '#ui/RadioGroup.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { Tag } from '#ui/Tag.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import type { Life, Review, ReviewPage } from '#modules/lifecycle/contract.ts'
import { decisions } from '#modules/lifecycle/words.ts'
import { reviewQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'
import { todayHere, useDay } from '../use-day.ts'

/** Reviews to come and those held: continue, change or close. */
export function ReviewsPart({ community, life }: { community: CommunityDetail; life: Life }) {
  const t = useT()
  const day = useDay()
  const [open, setOpen] = useState<Review>()
  if (life.reviews.length === 0)
    return (
      <EmptyState title={t('reviews.title')} picture={<Lens />}>
        {t('reviews.empty')}
      </EmptyState>
    )
  return (
    <Section title={t('reviews.title')} hint={t('reviews.hint')}>
      <Rows label={t('reviews.title')}>
        {life.reviews.map((review) => (
          <li key={review.id} className="flex flex-wrap items-start justify-between gap-3">
            <div className="grid min-w-0 gap-1">
              <p className="flex flex-wrap items-center gap-2">
                <strong>{t(`reviews.kinds.${review.kind}`)}</strong>
                {review.decision && <Tag>{t(`reviews.decisions.${review.decision}`)}</Tag>}
              </p>
              <p className="text-sm text-muted">
                {review.doneAt
                  ? t('reviews.held', { date: new Date(review.doneAt) })
                  : t(review.dueOn < todayHere() ? 'reviews.late' : 'reviews.due', {
                      date: day(review.dueOn),
                    })}
              </p>
              {review.learnt && (
                <p className="max-w-[38rem] whitespace-pre-line" dir="auto">
                  {review.learnt}
                </p>
              )}
            </div>
            <Button
              size="small"
              look={review.doneAt ? 'quiet' : review.dueOn <= todayHere() ? 'primary' : 'secondary'}
              onPress={() => setOpen(review)}
            >
              {t(review.doneAt ? 'reviews.see' : 'reviews.open')}
            </Button>
          </li>
        ))}
      </Rows>
      {open && <ReviewDialog slug={community.slug} review={open} onClose={() => setOpen(undefined)} />}
    </Section>
  )
}

function ReviewDialog({ slug, review, onClose }: { slug: string; review: Review; onClose: () => void }) {
  const t = useT()
  const page = useQuery(reviewQuery(slug, review.id))
  const [decision, setDecision] = useState(review.decision)
  const [learnt, setLearnt] = useState(review.learnt ?? '')
  const hold = useAct(
    () =>
      api('PUT /api/v1/communities/:community/life/reviews/:reviewId', {
        params: { community: slug, reviewId: review.id },
        body: { decision: decision!, learnt },
      }),
    t('reviews.done'),
    onClose,
  )
  const isDone = review.doneAt !== null
  return (
    <Dialog
      title={t(`reviews.kinds.${review.kind}`)}
      isOpen
      onClose={onClose}
      wide
      acts={
        isDone ? undefined : (
          <>
            <Button look="quiet" onPress={onClose}>
              {t('cancel')}
            </Button>
            <Button
              look="primary"
              isDisabled={!decision || !learnt.trim()}
              isPending={hold.isPending}
              onPress={() => hold.run(undefined)}
            >
              {t('reviews.send')}
            </Button>
          </>
        )
      }
    >
      {page.error ? (
        <ErrorView error={page.error} t={t} onRetry={() => void page.refetch()} />
      ) : !page.data ? (
        <SkeletonRows rows={5} />
      ) : (
        <div className="grid gap-5">
          <Facts facts={page.data.facts} />
          {isDone ? (
            <p className="whitespace-pre-line" dir="auto">
              {review.learnt}
            </p>
          ) : (
            <>
              <RadioGroup
                label={t('reviews.decision')}
                value={decision}
                onChange={(id) => setDecision(id as typeof decision)}
                options={decisions.map((id) => ({
                  id,
                  label: t(`reviews.decisions.${id}`),
                  hint: t(`reviews.decisionHints.${id}`),
                }))}
              />
              <TextArea
                label={t('reviews.learnt')}
                isRequired
                value={learnt}
                onChange={setLearnt}
                maxLength={2000}
              />
            </>
          )}
        </div>
      )}
    </Dialog>
  )
}

/** What was planned beside what is. */
function Facts({ facts }: { facts: ReviewPage['facts'] }) {
  const t = useT()
  const day = useDay()
  const format = useFormat()
  const value = (n: number | null, on: string | null) =>
    n === null
      ? t('canvas.empty')
      : `${format.number(n)}${facts.unit ? `\u00a0${facts.unit}` : ''}${on ? `, ${day(on)}` : ''}`
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      <section>
        <h3 className="mb-2 text-base">{t('reviews.planned')}</h3>
        <dl className="grid gap-2">
          <Fact term={t('canvas.fields.indicator')}>{facts.indicator ?? t('canvas.empty')}</Fact>
          <Fact term={t('canvas.fields.baseline')}>{value(facts.baseline, facts.baselineOn)}</Fact>
          <Fact term={t('canvas.fields.target')}>{value(facts.target, facts.targetOn)}</Fact>
          <Fact term={t('canvas.fields.success')}>{facts.success ?? t('canvas.empty')}</Fact>
          <Fact term={t('canvas.fields.stop')}>{facts.stop ?? t('canvas.empty')}</Fact>
        </dl>
      </section>
      <section>
        <h3 className="mb-2 text-base">{t('reviews.now')}</h3>
        <dl className="grid gap-2">
          <Fact term={t('reviews.latest')}>
            {facts.latest === null ? t('reviews.noValue') : value(facts.latest, facts.latestOn)}
            {facts.progress !== null && (
              <span className="block text-sm text-muted">{t('reviews.progress', { n: facts.progress })}</span>
            )}
          </Fact>
        </dl>
        <p className="mt-3">{t('reviews.members', { n: facts.members })}</p>
        <p>{t('reviews.share', { part: facts.memberPart, of: facts.memberOf })}</p>
      </section>
    </div>
  )
}

const Fact = ({ term, children }: { term: string; children: React.ReactNode }) => (
  <div>
    <dt className="text-sm font-semibold text-accent">{term}</dt>
    <dd className="m-0" dir="auto">
      {children}
    </dd>
  </div>
)
