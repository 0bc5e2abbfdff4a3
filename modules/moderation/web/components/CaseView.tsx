import './moderation.css'
import { TriangleAlert } from 'lucide-react'
import { lazy, Suspense, useState, type ReactNode } from 'react'
import type { CaseDetail } from '#modules/moderation/contract.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { api } from '#platform/web/api.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { ButtonLink, Link } from '#platform/web/links.tsx'
import { Button } from '#ui/Button.tsx'
import { Section } from '#ui/Layout.tsx'
import { Tag } from '#ui/Tag.tsx'
import { Time } from '#ui/Time.tsx'
import { casePath, textPath } from '../paths.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'
import type { CaseAct } from './CaseDialogs.tsx'
import { MeasureCard } from './MeasureCard.tsx'
import { ArticleLine, Words } from './Quote.tsx'

const CaseDialogs = lazy(() => import('./CaseDialogs.tsx'))

/** One case: the words, what was said of them, and the ladder with its next possible rungs. */
export function CaseView({ file, slug }: { file: CaseDetail; slug: string | undefined }) {
  const t = useT()
  const { language } = useLanguage()
  const [open, setOpen] = useState<CaseAct>()
  const { card, can } = file
  const acknowledge = useAct<void>(
    () => api('POST /api/v1/moderation/cases/:caseId/acknowledgement', { params: { caseId: card.id } }),
    t('case.done.acknowledged'),
  )
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 pt-2 pb-6 text-muted">
        {card.waiting && <Tag tone="accent">{t(`waiting.${card.waiting}`)}</Tag>}
        {card.outcome && <Tag>{t(`outcome.${card.outcome}`)}</Tag>}
        {card.route !== 'community' && <Tag>{t(`route.${card.route}`)}</Tag>}
        {slug === undefined && (
          <span>{card.community ? pickText(card.community.name, language) : t('case.unknownCommunity')}</span>
        )}
        <Time at={card.openedAt} />
      </p>
      <Section
        title={t('case.quoted')}
        aside={
          file.office === 'moderator' && (
            <ButtonLink to={textPath(card.postId, card.commentId)} size="small">
              {t('open')}
            </ButtonLink>
          )
        }
      >
        {file.quoted ? (
          <div className="grid gap-2">
            {card.title && (
              <p className="font-semibold" lang={card.language} dir="auto">
                {card.title}
              </p>
            )}
            <Words text={file.quoted} language={card.language} />
          </div>
        ) : (
          <p className="text-muted">{t('case.gone')}</p>
        )}
        {file.current !== null && file.current !== file.quoted && (
          <div className="mt-4 grid gap-2">
            <h3>{t('case.current')}</h3>
            <Words text={file.current} language={card.language} />
          </div>
        )}
      </Section>
      <Section
        title={t('case.reports')}
        hint={t(file.office === 'legalDesk' ? 'case.reportsHintLaw' : 'case.reportsHint')}
        aside={
          can.acknowledge && (
            <Button look="primary" isPending={acknowledge.isPending} onPress={() => acknowledge.run()}>
              {t('case.do.acknowledge')}
            </Button>
          )
        }
      >
        <ul className="grid list-none gap-4 p-0">
          {file.reports.map((report, index) => (
            <li key={index} className="grid gap-1">
              {report.article ? (
                <ArticleLine article={report.article} full />
              ) : (
                <p className="text-sm font-semibold">
                  {t(card.route === 'law' ? 'case.law' : 'case.noArticle')}
                </p>
              )}
              {report.words && <Words text={report.words} />}
              <p className="text-sm text-muted">
                {report.reporter && `${t('case.signedBy', { name: report.reporter.displayName })} · `}
                <Time at={report.at} />
              </p>
            </li>
          ))}
        </ul>
        {file.acknowledgedAt && (
          <p className="mt-3 text-sm text-muted">
            {t('case.acknowledgedAt', { at: new Date(file.acknowledgedAt) })}
          </p>
        )}
      </Section>
      <Section
        title={t('case.ladder')}
        hint={t('case.ladderHint')}
        aside={
          can.close && (
            <Button size="small" onPress={() => setOpen({ act: 'close' })}>
              {t('case.do.close')}
            </Button>
          )
        }
      >
        <Ladder file={file} onAct={setOpen} />
        {file.closingWord && <Words text={file.closingWord} />}
      </Section>
      {file.earlier.length > 0 && (
        <Section title={t('case.earlier')} hint={t('queue.historyHint')}>
          <ul className="grid list-none gap-1 p-0">
            {file.earlier.map((one) => (
              <li key={one.id}>
                <Link to={casePath(slug, one.id)}>
                  {t('case.closedAs', {
                    at: new Date(one.closedAt),
                    outcome: t(`outcome.${one.outcome}`),
                  })}
                </Link>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Suspense>
        {open && <CaseDialogs file={file} open={open} onClose={() => setOpen(undefined)} />}
      </Suspense>
    </>
  )
}

type Rung = 'peer' | 'message' | 'correction' | 'hide' | 'pause' | 'takedown'

function Ladder({ file, onAct }: { file: CaseDetail; onAct: (act: CaseAct) => void }) {
  const t = useT()
  const { can } = file
  const isLaw = file.card.route === 'law'
  const rungs: readonly Rung[] = isLaw
    ? ['takedown']
    : [...(file.office === 'moderator' ? (['peer'] as const) : []), 'message', 'correction', 'hide', 'pause']
  const allowed: Record<Rung, boolean> = {
    peer: can.askPeer,
    message: can.write,
    correction: can.write,
    hide:
      can.propose &&
      !file.measures.some((one) => one.kind === 'hide' && one.decision === 'confirmed' && !one.liftedAt),
    pause: can.propose,
    takedown: can.takeDown,
  }
  return (
    <ol className="moderation-ladder">
      {rungs.map((rung, index) => {
        const done = file.steps.filter(({ step }) => step === rung)
        const measures = file.measures.filter(({ kind }) => kind === rung)
        return (
          <li
            key={rung}
            className="moderation-rung"
            data-done={done.length + measures.length > 0 || undefined}
          >
            <span className="moderation-rung-mark" aria-hidden>
              {index + 1}
            </span>
            <div className="grid min-w-0 gap-2">
              <div className="moderation-rung-head">
                <div className="min-w-0">
                  <h3>{t(`case.steps.${rung}`)}</h3>
                  <p className="text-sm text-muted">{t(`case.steps.${rung}Hint`)}</p>
                </div>
                {allowed[rung] && (
                  <Button size="small" onPress={() => onAct({ act: rung })}>
                    {t(`case.do.${rung}`)}
                  </Button>
                )}
              </div>
              {rung === 'hide' && allowed.hide && can.onlyUrgently && (
                <p className="flex items-start gap-2 text-sm text-muted">
                  <TriangleAlert aria-hidden className="mt-1 size-4 shrink-0" />
                  {t('case.notYet')}
                </p>
              )}
              {done.map((step) => (
                <StepLine key={step.id} step={step}>
                  {step.step === 'correction' && <Clock file={file} />}
                </StepLine>
              ))}
              {measures.map((measure) => (
                <MeasureCard key={measure.id} measure={measure} onAct={onAct} />
              ))}
            </div>
          </li>
        )
      })}
    </ol>
  )
}

function StepLine({ step, children }: { step: CaseDetail['steps'][number]; children: ReactNode }) {
  const t = useT()
  const by = step.by?.displayName ?? ''
  return (
    <div className="grid gap-1">
      <p className="text-sm text-muted">
        {step.step === 'peer'
          ? `${t('case.askedPeer', { by, to: step.to?.displayName ?? '' })} · ${t(
              step.answer === null
                ? 'case.peerWaits'
                : step.answer === 'wrote'
                  ? 'case.peerWrote'
                  : 'case.peerDeclined',
            )}`
          : t('case.sentBy', { by })}{' '}
        · <Time at={step.at} />
      </p>
      {step.article && <ArticleLine article={step.article} />}
      {step.text && <Words text={step.text} />}
      {children}
    </div>
  )
}

function Clock({ file }: { file: CaseDetail }) {
  const t = useT()
  if (file.correctedAt)
    return <p className="text-sm">{t('case.corrected', { at: new Date(file.correctedAt) })}</p>
  return file.correctBy ? (
    <p className="text-sm">{t('case.correctBy', { at: new Date(file.correctBy) })}</p>
  ) : null
}
