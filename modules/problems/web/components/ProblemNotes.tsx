import { X } from 'lucide-react'
import type { ProblemView } from '#modules/problems/contract.ts'
import { api } from '#platform/web/api.ts'
import { useFormat } from '#platform/web/i18n.tsx'
import { Button } from '#ui/Button.tsx'
import { Rows, Section } from '#ui/Layout.tsx'
import { Tag } from '#ui/Tag.tsx'
import { dayOf, useMeasure } from '../measure.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'

/** What was done, latest first. */
export function Interventions({
  slug,
  view,
  canManage,
}: {
  slug: string
  view: ProblemView
  canManage: boolean
}) {
  const t = useT()
  const format = useFormat()
  const { isActing, act } = useAct()
  return (
    <Section title={t('intervention.list')} hint={t('intervention.hint')}>
      {view.interventions.length === 0 ? (
        <p className="text-muted">{t('intervention.none')}</p>
      ) : (
        <Rows label={t('intervention.list')}>
          {view.interventions.map(({ id, on, text, doneAs }) => (
            <li key={id} className="flex items-start justify-between gap-3">
              <p className="m-0 min-w-0">
                <span dir="auto">{text}</span>
                <span className="block text-sm text-muted">
                  {format.dateTime(dayOf(on), 'day')} · {t(`who.${doneAs}`)}
                </span>
              </p>
              {canManage && (
                <Button
                  look="quiet"
                  icon
                  isDisabled={isActing}
                  aria-label={t('acts.removeOf', { what: text })}
                  onPress={() =>
                    act(async () => {
                      await api(
                        'DELETE /api/v1/communities/:community/problem/interventions/:interventionId',
                        {
                          params: { community: slug, interventionId: id },
                        },
                      )
                      return t('intervention.removed')
                    })
                  }
                >
                  <X aria-hidden />
                </Button>
              )}
            </li>
          ))}
        </Rows>
      )}
    </Section>
  )
}

/** What was decided in front of the chart, latest first. */
export function Reviews({ view }: { view: ProblemView }) {
  const t = useT()
  const measure = useMeasure(view.indicator.unit)
  return (
    <Section title={t('review.list')}>
      {view.reviews.length === 0 ? (
        <p className="text-muted">{t('review.none')}</p>
      ) : (
        <Rows label={t('review.list')}>
          {view.reviews.map((review) => (
            <li key={review.id} className="grid gap-1">
              <p className="m-0">
                <Tag
                  tone={
                    review.decision === 'continue'
                      ? 'good'
                      : review.decision === 'change'
                        ? 'warn'
                        : 'neutral'
                  }
                >
                  {t(`review.${review.decision}`)}
                </Tag>{' '}
                <span className="text-sm text-muted">
                  {t('review.at', { on: new Date(review.at) })}
                  {review.value !== null &&
                    ` · ${
                      review.progress === null
                        ? t('review.figuresAlone', { value: measure.value(review.value) })
                        : t('review.figures', {
                            value: measure.value(review.value),
                            progress: measure.share(review.progress),
                          })
                    }`}
                </span>
              </p>
              <p className="m-0 whitespace-pre-line" dir="auto">
                {review.why}
              </p>
              {review.nextOn && (
                <p className="m-0 text-sm text-muted">{t('review.nextOn', { on: dayOf(review.nextOn) })}</p>
              )}
            </li>
          ))}
        </Rows>
      )}
    </Section>
  )
}
