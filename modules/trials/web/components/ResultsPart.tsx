import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { MemberAvatar, MemberLink } from '#modules/people/web/public.ts'
import type { Tester, TrialDetail } from '#modules/trials/contract.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { Button } from '#ui/Button.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Rows, Section } from '#ui/Layout.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { Tag } from '#ui/Tag.tsx'
import { testersQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { Photos } from './Photos.tsx'

const WordsDialog = lazy(async () => ({ default: (await import('./IdeaDialogs.tsx')).WordsDialog }))
type Start = { title: string; text: string; stepId: string; authorId: string }

/** What testers met, by name, for those who lead; each of them sees the look. */
export function ResultsPart({ trial }: { trial: TrialDetail }) {
  const t = useT()
  const { data, error, refetch } = useQuery(testersQuery(trial.id))
  const [start, setStart] = useState<Start | undefined>()
  if (error && !data) return <ErrorView error={error} t={t} onRetry={() => void refetch()} />
  if (!data) return <SkeletonRows rows={4} />
  if (data.testers.length === 0)
    return <EmptyState title={t('results.empty')}>{t('results.emptyHint')}</EmptyState>
  const of = (stepId: string, outcome: string) =>
    data.testers.filter(({ results }) =>
      results.some((one) => one.stepId === stepId && one.outcome === outcome),
    ).length
  return (
    <>
      <Section title={t('results.steps')}>
        <Rows label={t('results.steps')}>
          {trial.steps.map((step, index) => (
            <li key={step.id} className="grid gap-1">
              <span>
                {index + 1}. {step.text}
              </span>
              <span className="text-sm text-muted">
                {t('results.counts', {
                  done: of(step.id, 'done'),
                  stuck: of(step.id, 'stuck'),
                  not: of(step.id, 'notTried'),
                })}
              </span>
            </li>
          ))}
        </Rows>
      </Section>
      <Section title={t('results.title')} hint={t('results.lead')}>
        <Rows label={t('results.title')}>
          {data.testers.map((tester) => (
            <TesterRow key={tester.member.id} trial={trial} tester={tester} onIdea={setStart} />
          ))}
        </Rows>
      </Section>
      {start && (
        <Suspense fallback={null}>
          <WordsDialog trial={trial} start={start} onClose={() => setStart(undefined)} />
        </Suspense>
      )}
    </>
  )
}

function TesterRow({
  trial,
  tester,
  onIdea,
}: {
  trial: TrialDetail
  tester: Tester
  onIdea: (start: Start) => void
}) {
  const t = useT()
  const told = tester.results.filter(
    ({ what, photos, outcome }) => what || photos.length > 0 || outcome === 'stuck',
  )
  return (
    <li className="grid gap-2">
      <p className="trial-acts m-0">
        <MemberAvatar member={tester.member} size="s" />
        <MemberLink member={tester.member} />
        {tester.feedback && <Tag>{t('results.ready', { ready: t(`ready.${tester.feedback.ready}`) })}</Tag>}
      </p>
      {tester.results.length === 0 && !tester.feedback && (
        <p className="m-0 text-sm text-muted">{t('results.nothing')}</p>
      )}
      {told.map((result) => (
        <div key={result.stepId} className="grid gap-1.5">
          <p className="trial-facts m-0">
            <span>
              {t('results.step', { n: trial.steps.findIndex(({ id }) => id === result.stepId) + 1 })}
            </span>
            <span>{t(`outcome.${result.outcome}`)}</span>
            {result.severity && <span>{t(`severity.${result.severity}`)}</span>}
            {result.device && <span>{result.device}</span>}
          </p>
          {result.what && (
            <div className="trial-edit">
              <blockquote className="trial-words">{result.what}</blockquote>
              {trial.can.propose && (
                <Button
                  size="small"
                  onPress={() =>
                    onIdea({
                      title: result.what!.slice(0, 120),
                      text: result.what!,
                      stepId: result.stepId,
                      authorId: tester.member.id,
                    })
                  }
                >
                  {t('results.toIdea')}
                </Button>
              )}
            </div>
          )}
          <Photos photos={result.photos} />
        </div>
      ))}
      {(['good', 'missing'] as const).map(
        (key) =>
          tester.feedback?.[key] && (
            <p key={key} className="m-0">
              <span className="text-muted">
                {t(`results.${key}`)}
                {t('colon')}{' '}
              </span>
              {tester.feedback[key]}
            </p>
          ),
      )}
    </li>
  )
}
