import './pulse.css'
import { lazy, Suspense } from 'react'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Talk } from '#ui/illustrations.tsx'
import { Section } from '#ui/Layout.tsx'
import type { PulseView } from '#modules/pulse/contract.ts'
import { useT } from '../t.ts'
import { AnswerForm } from './AnswerForm.tsx'
import { ResultView } from './ResultView.tsx'
import { TalkCard } from './TalkCard.tsx'

const Trend = lazy(async () => ({ default: (await import('./Trend.tsx')).Trend }))

/** A place's pulses as everybody sees them: the open wave, what closed ones said, whom one can talk to. */
export function PulseBody({ view }: { view: PulseView }) {
  const t = useT()
  const [latest, ...earlier] = view.results
  const { slug } = view.scope
  // Beside the questions while there are some, else after what was answered.
  const talk = <TalkCard contacts={view.contacts} canEdit={view.can.editContacts} />
  return (
    <div className="pulse-page">
      {view.open && (
        <Section title={t('answer.title')}>
          <AnswerForm key={view.open.id} wave={view.open} />
        </Section>
      )}
      {view.open && talk}
      {latest ? (
        <Section title={t('results.title')}>
          <ResultView result={latest} slug={slug} />
        </Section>
      ) : (
        !view.open && (
          <EmptyState title={t('results.none')} picture={<Talk />} level={2}>
            {t('results.noneHint')}
          </EmptyState>
        )
      )}
      {!view.open && talk}
      <Suspense>
        <Trend results={view.results} />
      </Suspense>
      {earlier.length > 0 && (
        <Section title={t('results.earlier')}>
          <div className="grid gap-8">
            {earlier.map((result) => (
              <ResultView key={result.id} result={result} slug={slug} />
            ))}
          </div>
        </Section>
      )}
    </div>
  )
}
