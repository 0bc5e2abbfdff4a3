import { lazy, Suspense, useState } from 'react'
import type { Debate } from '#modules/debates/contract.ts'
import { MemberLink } from '#modules/people/web/public.ts'
import { useFormat } from '#platform/web/i18n.tsx'
import { Button } from '#ui/Button.tsx'
import { Section } from '#ui/Layout.tsx'
import { Prose } from '#ui/Prose.tsx'
import { useT } from '../t.ts'

const DecisionDialog = lazy(() => import('./DecisionDialog.tsx'))

/** Decision and reasons, or who is expected to give them; then the synthesis that led there. */
export function DecisionPart({ debate }: { debate: Debate }) {
  const t = useT()
  const format = useFormat()
  const [isDeciding, setDeciding] = useState(false)
  const { decision, noDecision, synthesis } = debate
  const dayOf = (day: string) => format.dateTime(new Date(day), 'day')
  return (
    <>
      {decision?.outcome && (
        <section className="debate-decision" aria-label={t('decision.title')}>
          <h2>{t('decision.title')}</h2>
          <p className="debate-facts">
            <strong>{t(`outcome.${decision.outcome}`)}</strong>
            <MemberLink member={decision.decider} />
            {decision.decidedOn && <time dateTime={decision.decidedOn}>{dayOf(decision.decidedOn)}</time>}
            {decision.writtenBy && (
              <span>{t('decision.writtenBy', { name: decision.writtenBy.displayName })}</span>
            )}
          </p>
          <p className="debate-words">{decision.text}</p>
          <p className="debate-words">
            <strong>{t('decision.because')}</strong> {decision.because}
          </p>
        </section>
      )}
      {noDecision && (
        <section className="debate-decision" aria-label={t('decision.none')}>
          <h2>{t('decision.none')}</h2>
          <p className="debate-words">{noDecision.reason}</p>
        </section>
      )}
      {decision && !decision.outcome && !noDecision && (
        <p className="debate-facts">
          <span>{t('decision.expected')}</span>
          <MemberLink member={decision.decider} />
          <span>{t(decision.isLate ? 'decision.late' : 'decision.due', { due: dayOf(decision.due) })}</span>
          {debate.can.decide && (
            <Button look="primary" size="small" onPress={() => setDeciding(true)}>
              {t('decision.write')}
            </Button>
          )}
        </p>
      )}
      {synthesis?.isPublished && (
        <Section
          title={t('synthesis.title')}
          hint={t('synthesis.hint', { version: synthesis.version, on: dayOf(synthesis.on) })}
        >
          <Prose html={synthesis.html} language={debate.language} />
          {synthesis.by && (
            <p className="debate-facts pt-2">
              {t('synthesis.by')} <MemberLink member={synthesis.by} />
            </p>
          )}
        </Section>
      )}
      <Suspense>
        {isDeciding && <DecisionDialog debate={debate} onClose={() => setDeciding(false)} />}
      </Suspense>
    </>
  )
}
