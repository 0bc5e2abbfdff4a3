import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import type { ProgrammeTabProps } from '#modules/programmes/contract.ts'
import type { RadarView } from '#modules/radar/contract.ts'
import { api, ApiError } from '#platform/web/api.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { useFormat } from '#platform/web/i18n.tsx'
import { Button } from '#ui/Button.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Lens } from '#ui/illustrations.tsx'
import { Card, Rows, Section } from '#ui/Layout.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { radarQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'
import { Lanes } from './Lanes.tsx'
import type { RadarForm } from './RadarDialog.tsx'
import { StateMark } from './state-mark.tsx'
import { VectorCard } from './VectorCard.tsx'

const RadarDialog = lazy(() => import('./RadarDialog.tsx'))

/** The seven ways in which this change may fail, for who leads it and who carries it. */
export function RadarTab({ programmeId }: ProgrammeTabProps) {
  const t = useT()
  const query = useQuery({ ...radarQuery(programmeId), retry: false })
  const [form, setForm] = useState<RadarForm>()
  const { data } = query
  if (query.error instanceof ApiError && query.error.status === 403)
    return (
      <EmptyState title={t('title')} picture={<Lens />} level={2}>
        {t('forCircle')}
      </EmptyState>
    )
  if (query.error && !data)
    return <ErrorView error={query.error} t={t} onRetry={() => void query.refetch()} />
  if (!data) return <SkeletonRows rows={7} />
  return (
    <div className="grid gap-6">
      <div>
        <h2>{t('title')}</h2>
        <p className="max-w-[38rem] pt-1 text-pretty text-muted">{t('lead')}</p>
      </div>
      <Focus data={data} onChoose={() => setForm({ kind: 'focus' })} />
      <Rows label={t('table')}>
        {data.vectors.map((one) => (
          <VectorCard key={one.vector} one={one} isOpen={one.vector === data.focus?.vector} />
        ))}
      </Rows>
      <Work programmeId={programmeId} data={data} onForm={setForm} />
      <Section title={t('history.title')} hint={t('history.hint')} level={3}>
        <Lanes data={data} />
      </Section>
      <Suspense>
        {form && (
          <RadarDialog
            programmeId={programmeId}
            form={form}
            first={data.focus?.vector ?? 'vision'}
            onClose={() => setForm(undefined)}
          />
        )}
      </Suspense>
    </div>
  )
}

function Focus({ data, onChoose }: { data: RadarView; onChoose: () => void }) {
  const t = useT()
  const { focus } = data
  const state = data.vectors.find(({ vector }) => vector === focus?.vector)?.state ?? 'unknown'
  return (
    <Card>
      <div className="grid gap-2">
        <h3>{t('focus.title')}</h3>
        {!focus ? (
          <p>{t('focus.none')}</p>
        ) : (
          <>
            <p className="flex flex-wrap items-center gap-3">
              <strong>{t(`vector.${focus.vector}`)}</strong>
              <StateMark state={state} />
            </p>
            <p className="text-pretty" dir="auto">
              {focus.action ?? t(`next.${focus.vector}`)}
            </p>
            <p className="text-pretty text-muted" dir="auto">
              {focus.reason ?? t(`focus.byRule.${state}`)}
            </p>
            {data.mayLead && (
              <p>
                <Button size="small" onPress={onChoose}>
                  {t('focus.choose')}
                </Button>
              </p>
            )}
          </>
        )}
      </div>
    </Card>
  )
}

interface WorkProps {
  programmeId: string
  data: RadarView
  onForm: (form: RadarForm) => void
}
function Work({ programmeId, data, onForm }: WorkProps) {
  const t = useT()
  return (
    <Section
      title={t('work.title')}
      level={3}
      aside={
        data.mayLead && (
          <span className="flex flex-wrap gap-2">
            <Button size="small" onPress={() => onForm({ kind: 'budget' })}>
              {t('work.budget')}
            </Button>
            <Button size="small" onPress={() => onForm({ kind: 'review' })}>
              {t('work.review')}
            </Button>
            <Button size="small" onPress={() => onForm({ kind: 'answer' })}>
              {t('work.answer')}
            </Button>
          </span>
        )
      }
    >
      <div className="grid gap-4">
        {data.budgets.length === 0 ? (
          <p className="text-muted">{t('work.noBudget')}</p>
        ) : (
          <Rows label={t('work.budgets')}>
            {data.budgets.map((budget) => (
              <BudgetLine
                key={budget.id}
                programmeId={programmeId}
                budget={budget}
                mayWithdraw={data.mayLead || budget.maySign}
              />
            ))}
          </Rows>
        )}
        {data.reviews.length === 0 ? (
          <p className="text-muted">{t('work.noReview')}</p>
        ) : (
          <Rows label={t('work.reviews')}>
            {data.reviews.map((review) => (
              <ReviewLine key={review.id} review={review} onForm={onForm} />
            ))}
          </Rows>
        )}
      </div>
    </Section>
  )
}

function BudgetLine({
  programmeId,
  budget,
  mayWithdraw,
}: {
  programmeId: string
  budget: RadarView['budgets'][number]
  mayWithdraw: boolean
}) {
  const t = useT()
  const format = useFormat()
  const dayOf = (day: string) => format.dateTime(new Date(`${day}T12:00:00`), 'day')
  const params = { budgetId: budget.id }
  const sign = useAct(
    programmeId,
    (_: void, idempotencyKey) =>
      api('POST /api/v1/radar/budgets/:budgetId/signature', { params, idempotencyKey }),
    t('said.signed'),
  )
  const withdraw = useAct(
    programmeId,
    (_: void, idempotencyKey) =>
      api('POST /api/v1/radar/budgets/:budgetId/withdrawal', { params, idempotencyKey }),
    t('said.saved'),
  )
  return (
    <li className="grid gap-1.5">
      <p className="font-semibold">
        {budget.kind === 'events'
          ? t('work.events', { amount: format.number(budget.amount) })
          : t('work.time', { name: budget.member?.displayName ?? '', amount: format.number(budget.amount) })}
      </p>
      {budget.words && <p dir="auto">{budget.words}</p>}
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
        <span>{t('work.period', { from: dayOf(budget.startsOn), to: dayOf(budget.endsOn) })}</span>
        <span>
          {budget.signedBy && budget.signedOn
            ? t('work.signed', { name: budget.signedBy.displayName, day: dayOf(budget.signedOn) })
            : t('work.unsigned')}
        </span>
      </p>
      {(budget.maySign || mayWithdraw) && (
        <p className="flex flex-wrap gap-2">
          {budget.maySign && (
            <Button size="small" look="primary" isPending={sign.isPending} onPress={() => sign.run()}>
              {t('work.sign')}
            </Button>
          )}
          {mayWithdraw && (
            <Button size="small" look="quiet" isPending={withdraw.isPending} onPress={() => withdraw.run()}>
              {t('work.withdraw')}
            </Button>
          )}
        </p>
      )}
    </li>
  )
}

function ReviewLine({
  review,
  onForm,
}: {
  review: RadarView['reviews'][number]
  onForm: (form: RadarForm) => void
}) {
  const t = useT()
  const format = useFormat()
  const dayOf = (day: string) => format.dateTime(new Date(`${day}T12:00:00`), 'day')
  const name = review.peer.displayName
  return (
    <li className="grid gap-1.5">
      <p>
        {review.verdict && review.reviewedOn
          ? t(`work.${review.verdict}`, { name, day: dayOf(review.reviewedOn) })
          : t('work.asked', { name, day: dayOf(review.askedOn) })}
      </p>
      {review.word && (
        <p className="text-muted" dir="auto">
          {review.word}
        </p>
      )}
      {review.isMine && (
        <p>
          <Button size="small" look="primary" onPress={() => onForm({ kind: 'write', reviewId: review.id })}>
            {t('work.write')}
          </Button>
        </p>
      )}
    </li>
  )
}
