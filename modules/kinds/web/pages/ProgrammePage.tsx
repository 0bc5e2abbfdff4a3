import '../components/kinds.css'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { BookOpen, CalendarDays, Check, CircleHelp, Dumbbell } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useCommunity } from '#modules/communities/web/public.ts'
import { postPath, writePath } from '#modules/discussions/web/public.ts'
import type { Programme, ProgrammeStep } from '#modules/kinds/contract.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { api } from '#platform/web/api.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { useErrorToast } from '#platform/web/errors.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { ButtonLink, EyeLink, Link } from '#platform/web/links.tsx'
import { Page } from '#platform/web/Page.tsx'
import { queryClient } from '#platform/web/query-client.ts'
import { useInvalidateOn } from '#platform/web/realtime.ts'
import { Button } from '#ui/Button.tsx'
import { Checkbox } from '#ui/Checkbox.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Bench } from '#ui/illustrations.tsx'
import { Progress } from '#ui/Progress.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { Tag } from '#ui/Tag.tsx'
import { gatheringPath, kindPath, pagePath } from '../paths.ts'
import { keys, programmeQuery } from '../queries.ts'
import { useT } from '../t.ts'

const HelpersDialog = lazy(() => import('../components/HelpersDialog.tsx'))

/** `/communities/:slug/programme`: the steps in order, my own ticks, and whom I may ask. */
export function ProgrammePage() {
  const t = useT()
  const { language } = useLanguage()
  const { slug = '' } = useParams({ strict: false }) as { slug?: string }
  const community = useCommunity(slug)
  const { data, error, refetch } = useQuery(programmeQuery(slug))
  useInvalidateOn(`community:${community?.id ?? ''}`, keys.one(slug))
  const name = community ? pickText(community.name, language) : ''
  return (
    <Page title={`${t('programme.title')} · ${name}`} place={name}>
      <h2 className="sr-only">{t('programme.title')}</h2>
      {error && !data ? (
        <ErrorView error={error} t={t} onRetry={() => void refetch()} />
      ) : !data ? (
        <SkeletonRows rows={5} />
      ) : data.steps.length === 0 ? (
        <EmptyState
          title={t('programme.empty')}
          picture={<Bench />}
          acts={
            data.can.manage ? <ButtonLink to={kindPath(slug)}>{t('programme.write1')}</ButtonLink> : undefined
          }
        >
          {t(data.can.manage ? 'programme.emptyManager' : 'programme.emptyReader')}
        </EmptyState>
      ) : (
        <Steps slug={slug} communityId={community?.id ?? ''} programme={data} />
      )}
    </Page>
  )
}

function Steps({
  slug,
  communityId,
  programme,
}: {
  slug: string
  communityId: string
  programme: Programme
}) {
  const t = useT()
  const [asking, setAsking] = useState<ProgrammeStep>()
  const { steps, done, minutesLeft, nextStepId, can } = programme
  return (
    <div className="grid gap-6">
      {can.tick ? (
        <div className="grid gap-2">
          <Progress
            label={t('programme.mine')}
            value={done}
            max={steps.length}
            text={t('programme.progress', { done, total: steps.length })}
          />
          <p className="m-0 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
            {nextStepId === null
              ? t('programme.allDone')
              : minutesLeft > 0 && t('programme.left', { n: minutesLeft })}
            <span className="inline-flex items-center gap-1">
              {t('programme.private')}
              <EyeLink of={t('programme.mine')} />
            </span>
          </p>
        </div>
      ) : (
        <p className="text-muted">{t('programme.join')}</p>
      )}
      <ol className="programme-steps">
        {steps.map((step, index) => (
          <StepLine
            key={step.id}
            slug={slug}
            communityId={communityId}
            step={step}
            number={index + 1}
            isNext={can.tick && step.id === nextStepId}
            canTick={can.tick}
            onAsk={() => setAsking(step)}
          />
        ))}
      </ol>
      {asking && (
        <Suspense>
          <HelpersDialog slug={slug} step={asking} onClose={() => setAsking(undefined)} />
        </Suspense>
      )}
    </div>
  )
}

const icons = { page: BookOpen, gathering: CalendarDays, exercise: Dumbbell, question: CircleHelp }

function StepLine({
  slug,
  communityId,
  step,
  number,
  isNext,
  canTick,
  onAsk,
}: {
  slug: string
  communityId: string
  step: ProgrammeStep
  number: number
  isNext: boolean
  canTick: boolean
  onAsk: () => void
}) {
  const t = useT()
  const { isTicking, tick } = useTick(slug, step)
  const Icon = icons[step.kind]
  const others = step.helpers - (step.iHelp ? 1 : 0)
  return (
    <li className="programme-step" data-done={step.isDone || undefined}>
      <span className="programme-mark" aria-hidden>
        {step.isDone ? <Check /> : number}
      </span>
      <div className="programme-body">
        <p className="m-0 flex flex-wrap items-center gap-2 text-sm text-muted">
          <span className="inline-flex items-center gap-1">
            <Icon aria-hidden className="size-4" />
            {t(`programme.step.${step.kind}`)}
          </span>
          {step.minutes !== null && <span>{t('programme.minutes', { n: step.minutes })}</span>}
          {isNext && <Tag tone="accent">{t('programme.next')}</Tag>}
        </p>
        <h3 dir="auto">{step.title}</h3>
        {step.body && (
          <p className="m-0 whitespace-pre-line" dir="auto">
            {step.body}
          </p>
        )}
        {step.page && <Link to={pagePath(step.page.id)}>{step.page.title}</Link>}
        {step.gathering && <Link to={gatheringPath(step.gathering.id)}>{step.gathering.title}</Link>}
        {step.post && <Link to={postPath(step.post.id)}>{step.post.title}</Link>}
        {canTick && !step.isDone && !step.post && (step.kind === 'exercise' || step.kind === 'question') && (
          <ButtonLink size="small" to={writePath({ communityId, text: `${step.title}\n\n` })}>
            {t('programme.write')}
          </ButtonLink>
        )}
        <p className="m-0 text-sm text-muted">
          {step.atLeast === null ? t('programme.few') : t('programme.atLeast', { n: step.atLeast })}
        </p>
        {canTick && (
          <Checkbox
            isSelected={step.isDone}
            isDisabled={isTicking}
            onChange={(isDone) => tick(isDone, false)}
          >
            {t('programme.done')}
            <span className="sr-only">{`\u00a0: ${step.title}`}</span>
          </Checkbox>
        )}
        {canTick && step.isDone && (
          <Checkbox
            isSelected={step.iHelp}
            isDisabled={isTicking}
            hint={t('programme.helpsHint')}
            onChange={(helps) => tick(true, helps)}
          >
            {t('programme.helps')}
            <span className="sr-only">{`\u00a0: ${step.title}`}</span>
          </Checkbox>
        )}
        {!step.isDone && others > 0 && (
          <Button size="small" look="quiet" onPress={onAsk}>
            {t('programme.ask', { n: others })}
          </Button>
        )}
      </div>
    </li>
  )
}

/** My tick, shown at once; the answer then says how far I am. */
function useTick(slug: string, step: ProgrammeStep) {
  const t = useT()
  const onError = useErrorToast(t)
  const { queryKey } = programmeQuery(slug)
  const params = { community: slug, stepId: step.id }
  const { mutate, isPending } = useMutation({
    mutationFn: ({ isDone, helps }: { isDone: boolean; helps: boolean }) =>
      isDone
        ? api('PUT /api/v1/communities/:community/programme/:stepId/tick', { params, body: { helps } })
        : api('DELETE /api/v1/communities/:community/programme/:stepId/tick', { params }),
    onMutate({ isDone, helps }) {
      queryClient.setQueryData<Programme>(queryKey, (now) =>
        now
          ? {
              ...now,
              steps: now.steps.map((one) =>
                one.id === step.id ? { ...one, isDone, iHelp: isDone && helps } : one,
              ),
            }
          : now,
      )
    },
    onSuccess: (next) => queryClient.setQueryData(queryKey, next),
    onError(error) {
      onError(error)
      void queryClient.invalidateQueries({ queryKey })
    },
  })
  return { isTicking: isPending, tick: (isDone: boolean, helps: boolean) => mutate({ isDone, helps }) }
}
