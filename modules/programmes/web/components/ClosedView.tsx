import type { Programme } from '#modules/programmes/contract.ts'
import { Section } from '#ui/Layout.tsx'
import { useT } from '../t.ts'

/** What a closed programme has taught; the first thing that its readers find. */
export function ClosedView({ closing }: { closing: NonNullable<Programme['closing']> }) {
  const t = useT()
  return (
    <Section title={t('closing.learnt')} hint={t('closing.closedOn', { on: new Date(closing.at) })}>
      <dl className="plan-learnt">
        {(['wanted', 'changed', 'again', 'notAgain', 'whereNext'] as const).map(
          (key) =>
            closing[key] && (
              <div key={key}>
                <dt>{t(`closing.${key}`)}</dt>
                <dd dir="auto">{closing[key]}</dd>
              </div>
            ),
        )}
      </dl>
    </Section>
  )
}
