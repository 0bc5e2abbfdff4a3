import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Ellipsis, TriangleAlert, UserRoundPlus } from 'lucide-react'
import { useState } from 'react'
import type { LadderLevel, Rhythm, WaitingQuestion } from '#modules/workbench/contract.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { useLanguage } from '#platform/web/i18n.tsx'
import { PlainLink } from '#platform/web/links.tsx'
import { Button } from '#ui/Button.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { FilterChips } from '#ui/FilterChips.tsx'
import { Talk } from '#ui/illustrations.tsx'
import { LoadMore } from '#ui/LoadMore.tsx'
import { Menu } from '#ui/Menu.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { Tag } from '#ui/Tag.tsx'
import { useAgo, useDay, useHours } from '../ago.ts'
import { Frame } from '../components/Frame.tsx'
import { LadderRail } from '../components/LadderRail.tsx'
import { RepeatedQuestions } from '../components/RepeatedQuestions.tsx'
import { Ladder } from '../components/Ladder.tsx'
import { actOfLevel, StepDialog, stepActs, type StepAct } from '../components/StepDialog.tsx'
import { isLevel, levels } from '../levels.ts'
import { firstNameOf } from '../openers.ts'
import { postPath, rescuePath } from '../paths.ts'
import { rescueQuery } from '../queries.ts'
import { useT } from '../t.ts'

const all = 'all'

/** Questions without an answer, oldest first, each with its ladder, what was done and who could answer. */
export function RescuePage() {
  const t = useT()
  const navigate = useNavigate()
  const { slug = '' } = useParams({ strict: false }) as { slug?: string }
  const { level } = useSearch({ strict: false }) as { level?: LadderLevel }
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    rescueQuery(slug, level),
  )
  const latest = data?.pages[0]
  const rhythm = latest?.rhythm
  const questions = data?.pages.flatMap((page) => page.items) ?? []
  return (
    <Frame title={t('rescue.title')} lead={latest && t('rescue.lead', { n: latest.total })}>
      {(community) => (
        <div className="grid gap-4">
          <FilterChips
            label={t('rescue.filter')}
            options={[
              { id: all, label: t('rescue.all') },
              ...levels.map((id) => ({ id, label: t(`ladder.${id}`) })),
            ]}
            selected={[level ?? all]}
            onSelect={([id]) =>
              void navigate({
                to: rescuePath(slug),
                search: (isLevel(id) ? { level: id } : {}) as never,
                replace: true,
              })
            }
          />
          {error && !data && <ErrorView error={error} t={t} onRetry={() => void refetch()} />}
          {!data && !error && <SkeletonRows rows={4} />}
          {latest && questions.length === 0 && (
            <EmptyState title={level ? t('rescue.emptyLevel') : t('rescue.empty')} picture={<Talk />}>
              {t('rescue.emptyHint')}
            </EmptyState>
          )}
          {latest && questions.length > 0 && (
            <ul className="rows" aria-label={t('rescue.list')}>
              {questions.map((question) => (
                <li key={question.id}>
                  <Question slug={slug} question={question} rhythm={latest.rhythm} />
                </li>
              ))}
            </ul>
          )}
          {rhythm && <LadderRail rhythm={rhythm} accent={community.accent} />}
          <LoadMore
            hasMore={hasNextPage}
            isLoading={isFetchingNextPage}
            onLoad={() => void fetchNextPage()}
          />
          {!level && <RepeatedQuestions slug={slug} />}
        </div>
      )}
    </Frame>
  )
}

function Question({ slug, question, rhythm }: { slug: string; question: WaitingQuestion; rhythm: Rhythm }) {
  const t = useT()
  const ago = useAgo()
  const hours = useHours()
  const navigate = useNavigate()
  const [dialog, setDialog] = useState<StepAct>()
  const main = actOfLevel[question.level]
  const title = question.title ?? question.excerpt
  const labelOf = (act: StepAct): string => {
    const someone = question.couldAnswer[0]?.member
    if (act !== 'ask') return t(`act.${act}`)
    return someone ? t('act.ask', { name: firstNameOf(someone.displayName) }) : t('act.askSomebody')
  }
  return (
    <article className="grid gap-2" aria-labelledby={`question-${question.id}`}>
      <div className="morning-top">
        <h2 id={`question-${question.id}`} className="morning-title">
          <PlainLink
            to={postPath(question.id)}
            className="hover:underline"
            lang={question.language}
            dir="auto"
          >
            {title}
          </PlainLink>
        </h2>
        <Menu
          label={t('moreAbout', { about: title })}
          trigger={
            <Button look="quiet" icon aria-label={t('moreAbout', { about: title })}>
              <Ellipsis aria-hidden />
            </Button>
          }
          groups={[
            stepActs
              .filter((act) => act !== main)
              .map((act) => ({ id: act, label: labelOf(act), onAction: () => setDialog(act) })),
          ]}
        />
      </div>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-muted">
        {t('rescue.askedBy', {
          name: question.author.displayName,
          ago: ago(question.createdAt),
          hours: hours(question.waited),
        })}
        {question.isFirstOfAuthor && (
          <Tag tone="accent" icon={<UserRoundPlus aria-hidden />}>
            {t('ladder.first')}
          </Tag>
        )}
        {question.isUrgent && (
          <Tag tone="warn" icon={<TriangleAlert aria-hidden />}>
            {t('ladder.urgent')}
          </Tag>
        )}
      </p>
      <Ladder level={question.level} rhythm={rhythm} />
      {question.steps.length > 0 && <Steps question={question} />}
      <div className="morning-acts">
        <Button look={question.level === 'L0' ? 'secondary' : 'primary'} onPress={() => setDialog(main)}>
          {labelOf(main)}
        </Button>
        <Button onPress={() => void navigate({ to: postPath(question.id) })}>{t('open')}</Button>
      </div>
      <StepDialog act={dialog} slug={slug} question={question} onClose={() => setDialog(undefined)} />
    </article>
  )
}

function Steps({ question }: { question: WaitingQuestion }) {
  const t = useT()
  const ago = useAgo()
  const day = useDay()
  const { language } = useLanguage()
  return (
    <ul className="rescue-steps" aria-label={t('rescue.taken')}>
      {question.steps.map((step, index) => {
        const names = {
          by: step.by.displayName,
          to: step.to?.displayName ?? '',
          where: step.community ? pickText(step.community.name, language) : '',
          date: step.promisedFor ? day(step.promisedFor) : '',
        }
        const words =
          step.step === 'askedNeighbour' && !step.community
            ? t('rescue.step.askedNeighbourHidden', names)
            : t(`rescue.step.${step.step}`, names)
        return (
          <li key={index}>
            {words}
            {', '}
            {ago(step.at)}
            {step.sharedPostId && (
              <>
                {' · '}
                <PlainLink to={postPath(step.sharedPostId)} className="underline">
                  {t('rescue.there', { n: step.answersThere })}
                </PlainLink>
              </>
            )}
            {step.note && (
              <span className="rescue-note" dir="auto">
                {t('quote', { text: step.note })}
              </span>
            )}
          </li>
        )
      })}
    </ul>
  )
}
