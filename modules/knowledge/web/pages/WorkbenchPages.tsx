import '../components/knowledge.css'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { postPath } from '#modules/discussions/web/public.ts'
import { Frame } from '#modules/workbench/web/public.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { ButtonLink, PlainLink } from '#platform/web/links.tsx'
import { Button } from '#ui/Button.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Yard } from '#ui/illustrations.tsx'
import { Section } from '#ui/Layout.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { PageRow, type Card } from '../components/PageRow.tsx'
import { ReviewActs } from '../components/ReviewActs.tsx'
import { useDay } from '../components/use-day.ts'
import { newPagePath } from '../paths.ts'
import { workbenchQuery } from '../queries.ts'
import { useT } from '../t.ts'

const ArrangeDialog = lazy(() => import('../components/ArrangeDialog.tsx'))

/** `/communities/:slug/workbench/pages`: pages past their date, pages without an owner, questions worth a page. */
export function WorkbenchPages() {
  const t = useT()
  const { slug = '' } = useParams({ strict: false }) as { slug?: string }
  const { data, error, refetch } = useQuery({ ...workbenchQuery(slug), staleTime: 0 })
  const [arranging, setArranging] = useState<Card>()
  const isQuiet =
    data && data.toReview.length === 0 && data.ownerless.length === 0 && data.worthAPage.length === 0
  return (
    <Frame title={t('workbench.title')} lead={t('workbench.lead')}>
      {() => (
        <div className="grid gap-2">
          {error && !data && <ErrorView error={error} t={t} onRetry={() => void refetch()} />}
          {!data && !error && <SkeletonRows rows={4} />}
          {isQuiet && (
            <EmptyState title={t('workbench.none')} picture={<Yard />}>
              {t('workbench.noneHint')}
            </EmptyState>
          )}
          {data && data.ownerless.length > 0 && (
            <Section title={t('workbench.ownerless')} hint={t('workbench.ownerlessHint')}>
              <ul className="rows">
                {data.ownerless.map((card) => (
                  <li key={card.id}>
                    <PageRow card={card}>
                      <div className="page-acts pt-1">
                        <Button
                          look="primary"
                          size="small"
                          onPress={() => setArranging(card)}
                          aria-label={t('workbench.chooseFor', { title: card.title })}
                        >
                          {t('workbench.choose')}
                        </Button>
                      </div>
                    </PageRow>
                  </li>
                ))}
              </ul>
            </Section>
          )}
          {data && data.toReview.length > 0 && (
            <Section title={t('workbench.toReview')} hint={t('workbench.toReviewHint')}>
              <ul className="rows">
                {data.toReview.map((card) => (
                  <li key={card.id}>
                    <PageRow card={card}>
                      <Since card={card} />
                      <div className="pt-1">
                        <ReviewActs page={card} onDone={() => void refetch()} />
                      </div>
                    </PageRow>
                  </li>
                ))}
              </ul>
            </Section>
          )}
          {data && data.worthAPage.length > 0 && (
            <Section title={t('workbench.worth')} hint={t('workbench.worthHint')}>
              <ul className="rows">
                {data.worthAPage.map((question) => (
                  <li key={question.postId} className="grid gap-2">
                    <div className="grid gap-0.5">
                      <PlainLink
                        to={postPath(question.postId)}
                        className="font-semibold hover:underline"
                        dir="auto"
                      >
                        {question.title ?? question.excerpt}
                      </PlainLink>
                      <span className="text-sm text-muted">
                        {t('workbench.answers', { n: question.answers })}
                      </span>
                    </div>
                    <div className="page-acts">
                      <ButtonLink
                        size="small"
                        to={newPagePath(slug, { from: question.postId })}
                        aria-label={t('workbench.makeOf', { title: question.title ?? question.excerpt })}
                      >
                        {t('workbench.make')}
                      </ButtonLink>
                    </div>
                  </li>
                ))}
              </ul>
            </Section>
          )}
          <Suspense>
            {arranging && (
              <ArrangeDialog
                page={{ ...arranging, isOwnerGone: true }}
                onClose={() => setArranging(undefined)}
              />
            )}
          </Suspense>
        </div>
      )}
    </Frame>
  )
}

function Since({ card }: { card: Card }) {
  const t = useT()
  const day = useDay()
  return <p className="text-sm text-muted">{t('review.since', { day: day(card.reviewOn) })}</p>
}
