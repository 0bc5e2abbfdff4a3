import { Check } from 'lucide-react'
import type { PathSteps as Steps } from '#modules/workbench/contract.ts'
import { VisuallyHidden } from '#ui/Small.tsx'
import { useT } from '../t.ts'

const order = ['welcomed', 'buddy', 'mission', 'answered', 'settled'] as const

/** The five steps of the welcome path, in any order they come: a mark where it is done, a ring where it is not. */
export function PathSteps({ steps }: { steps: Steps }) {
  const t = useT()
  return (
    <ol className="path-steps" aria-label={t('path.label')}>
      {order.map((step) => (
        <li key={step} className={steps[step] ? 'is-done' : undefined}>
          <span className="path-mark" aria-hidden>
            {steps[step] && <Check />}
          </span>
          {t(`path.step.${step}`)}
          <VisuallyHidden>{t(steps[step] ? 'path.done' : 'path.notYet')}</VisuallyHidden>
        </li>
      ))}
    </ol>
  )
}
