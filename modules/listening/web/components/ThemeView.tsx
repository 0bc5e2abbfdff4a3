import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { ArrowLeft, CircleCheck } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import type { ThemeDetail } from '#modules/listening/contract.ts'
import { MemberLink } from '#modules/people/web/public.ts'
import { api } from '#platform/web/api.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { useFormat } from '#platform/web/i18n.tsx'
import { ButtonLink, Link, PlainLink } from '#platform/web/links.tsx'
import { Button } from '#ui/Button.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Notice, Rows, Section } from '#ui/Layout.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { Tag } from '#ui/Tag.tsx'
import { boardPath, textPath } from '../paths.ts'
import { themeQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'
import { DecisionLine, Parts } from './HeardCard.tsx'

const ThemeDialog = lazy(() => import('./ThemeDialog.tsx'))
const StepDialog = lazy(() => import('./StepDialog.tsx'))
const QuoteDialog = lazy(() => import('./QuoteDialog.tsx'))

/** What a manager or moderator does next with a theme. */
export type Step = 'askCheck' | 'confirm' | 'return' | 'ask' | 'publish' | 'close'

/** One theme with its texts, for those who run the community. */
export function ThemeView({ slug, themeId }: { slug: string; themeId: string }) {
  const t = useT()
  const { data, error, refetch } = useQuery(themeQuery(themeId))
  return (
    <div className="grid gap-6">
      <p>
        <PlainLink to={boardPath(slug)} className="listening-link" exact>
          <ArrowLeft aria-hidden />
          {t('theme.back')}
        </PlainLink>
      </p>
      {error && !data ? (
        <ErrorView error={error} t={t} onRetry={() => void refetch()} />
      ) : data ? (
        <Whole slug={slug} theme={data} />
      ) : (
        <SkeletonRows rows={5} />
      )}
    </div>
  )
}

function Whole({ slug, theme }: { slug: string; theme: ThemeDetail }) {
  const t = useT()
  const navigate = useNavigate()
  const [open, setOpen] = useState<'edit' | Step>()
  const close = () => setOpen(undefined)
  const giveUp = useAct(
    () => api('DELETE /api/v1/listening/themes/:themeId', { params: { themeId: theme.id } }),
    t('theme.gaveUp'),
    () => void navigate({ to: boardPath(slug) }),
  )
  return (
    <>
      <header className="flex flex-wrap items-start justify-between gap-3">
        <div>
          <h2 className="text-xl">{theme.title}</h2>
          <p className="listening-facts pt-1.5">
            <Tag>{t(`kind.${theme.kind}`)}</Tag>
            <span>{t(`state.${theme.state}`)}</span>
            <span>
              {theme.people === null ? t('board.fewPeople') : t('board.people', { n: theme.people })}
            </span>
          </p>
        </div>
        {theme.can.edit && (
          <Button size="small" onPress={() => setOpen('edit')}>
            {t('theme.edit')}
          </Button>
        )}
      </header>
      <NextStep theme={theme} onStep={setOpen} />
      {theme.decision && !theme.answer && <DecisionLine decision={theme.decision} />}
      {theme.decision && <DecisionFacts theme={theme} />}
      <Parts theme={theme} />
      {theme.postId && (
        <p>
          <Link to={textPath(theme.postId, null)}>{t('theme.see')}</Link>
        </p>
      )}
      <Texts slug={slug} theme={theme} />
      {theme.can.close && (
        <p className="grid justify-items-start gap-1">
          <Button size="small" look="quiet" onPress={() => setOpen('close')}>
            {t('theme.close')}
          </Button>
          <span className="text-sm text-muted">{t('theme.closeHint')}</span>
        </p>
      )}
      {theme.can.remove && (
        <p className="grid justify-items-start gap-1">
          <Button size="small" look="quiet" isPending={giveUp.isPending} onPress={() => giveUp.run()}>
            {t('theme.giveUp')}
          </Button>
          <span className="text-sm text-muted">{t('theme.giveUpHint')}</span>
        </p>
      )}
      <Suspense>
        {open === 'edit' && <ThemeDialog slug={slug} theme={theme} onClose={close} />}
        {open && open !== 'edit' && <StepDialog slug={slug} theme={theme} step={open} onClose={close} />}
      </Suspense>
    </>
  )
}

/** Said plainly: what is missing, whom it waits for, and the one act that comes next. */
function NextStep({ theme, onStep }: { theme: ThemeDetail; onStep: (step: Step) => void }) {
  const t = useT()
  const { can, check, missing, state } = theme
  const isOpen = state === 'coding' || state === 'checking' || state === 'checked'
  if (!isOpen && !can.ask && !can.publish) return null
  return (
    <section className="listening-step" aria-label={t(`state.${state}`)}>
      {check?.decision === 'returned' && state === 'coding' && (
        <Notice tone="warn">
          {t('theme.returnedBy', { name: check.by?.displayName ?? '', word: check.word ?? '' })}
        </Notice>
      )}
      {state === 'coding' && missing.map((key) => <p key={key}>{t(`theme.missing.${key}`)}</p>)}
      {state === 'checking' && can.check !== true && (
        <p>{check?.to ? t('theme.waitsFor', { name: check.to.displayName }) : t('theme.waitsForAnyone')}</p>
      )}
      {can.check === true && (
        <div>
          <h3 className="text-base">{t('theme.checkTitle')}</h3>
          <p>{t('theme.checkHint')}</p>
        </div>
      )}
      {state === 'checked' && check?.by && (
        <p className="inline-flex items-center gap-1.5">
          <CircleCheck aria-hidden className="size-4" />
          {t('theme.checkedBy', { name: check.by.displayName })}
        </p>
      )}
      {can.publish && <p>{t('theme.publishHint')}</p>}
      <p className="listening-step-acts empty:hidden">
        {can.askCheck && (
          <Button look="primary" onPress={() => onStep('askCheck')}>
            {t('theme.askCheck')}
          </Button>
        )}
        {can.check === true && (
          <>
            <Button look="primary" onPress={() => onStep('confirm')}>
              {t('theme.confirm')}
            </Button>
            <Button onPress={() => onStep('return')}>{t('theme.return')}</Button>
          </>
        )}
        {can.ask && (
          <Button look="primary" onPress={() => onStep('ask')}>
            {t('theme.ask')}
          </Button>
        )}
        {can.publish && (
          <Button look="primary" onPress={() => onStep('publish')}>
            {t('theme.publish')}
          </Button>
        )}
      </p>
    </section>
  )
}

function DecisionFacts({ theme }: { theme: ThemeDetail }) {
  const t = useT()
  const format = useFormat()
  const { decision } = theme
  if (!decision) return null
  return (
    <p className="listening-facts">
      <span>
        {decision.acceptedOn
          ? t('theme.accepted', { on: format.dateTime(new Date(decision.acceptedOn), 'day') })
          : t('theme.notAccepted')}
      </span>
      {decision.handedBy && decision.handedReason && (
        <span>
          {t('theme.handed', { name: decision.handedBy.displayName, reason: decision.handedReason })}
        </span>
      )}
    </p>
  )
}

function Texts({ slug, theme }: { slug: string; theme: ThemeDetail }) {
  const t = useT()
  const [open, setOpen] = useState<ThemeDetail['excerpts'][number]>()
  const takeOut = useAct(
    (excerptId: string) => api('DELETE /api/v1/listening/excerpts/:excerptId', { params: { excerptId } }),
    t('theme.takenOut'),
  )
  return (
    <Section
      title={t('theme.excerpts')}
      hint={t('theme.excerptsHint')}
      aside={
        theme.can.edit ? (
          <ButtonLink to={`${boardPath(slug)}?part=texts`} size="small">
            {t('theme.add')}
          </ButtonLink>
        ) : undefined
      }
    >
      {theme.excerpts.length === 0 ? (
        <EmptyState title={t('theme.noExcerpts')} level={3}>
          {t('theme.noExcerptsHint')}
        </EmptyState>
      ) : (
        <Rows label={t('theme.excerpts')}>
          {theme.excerpts.map((excerpt) => (
            <li key={excerpt.id} className="listening-excerpt">
              <p className="listening-facts">
                <MemberLink member={excerpt.author} />
                {excerpt.tag && <span>{t(`tag.${excerpt.tag}`)}</span>}
                <Link to={textPath(excerpt.postId, excerpt.commentId)}>
                  {excerpt.title ?? t('theme.dontKnow')}
                </Link>
              </p>
              {excerpt.quote ? (
                <blockquote className="listening-words">{excerpt.quote}</blockquote>
              ) : (
                <p className="text-muted">{t(excerpt.isRefused ? 'theme.refused' : 'theme.noQuote')}</p>
              )}
              {excerpt.quote && (
                <p className="text-sm text-muted">{t(excerpt.isTold ? 'theme.told' : 'theme.notTold')}</p>
              )}
              {theme.can.edit && (
                <p className="flex flex-wrap gap-2">
                  {!excerpt.isRefused && (
                    <Button size="small" onPress={() => setOpen(excerpt)}>
                      {t('theme.editQuote')}
                    </Button>
                  )}
                  <Button
                    size="small"
                    look="quiet"
                    isDisabled={takeOut.isPending}
                    onPress={() => takeOut.run(excerpt.id)}
                  >
                    {t('theme.takeOut')}
                  </Button>
                </p>
              )}
            </li>
          ))}
        </Rows>
      )}
      <Suspense>
        {open && <QuoteDialog slug={slug} excerpt={open} onClose={() => setOpen(undefined)} />}
      </Suspense>
    </Section>
  )
}
