import { useState } from 'react'
import type { CommunityKind } from '#modules/communities/contract.ts'
import { useKindName } from '#modules/communities/web/public.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { RadioGroup } from '#ui/RadioGroup.tsx'
import { questions, suggestKind } from '#modules/lifecycle/wizard.ts'
import type { Answer, Answers } from '#modules/lifecycle/wizard.ts'
import type { CanvasForm } from '#modules/lifecycle/words.ts'
import { useT } from '../t.ts'

/** Five questions in members' words; the answer proposes a kind and a form, with its reasons. */
export function TypeWizard({
  kind,
  onForm,
  onClose,
}: {
  kind: CommunityKind
  onForm: (form: CanvasForm) => void
  onClose: () => void
}) {
  const t = useT()
  const kindName = useKindName()
  const [step, setStep] = useState(0)
  const [answers, setAnswers] = useState<Answers>({})
  const question = questions[step]
  const result = question ? undefined : suggestKind(answers)
  return (
    <Dialog
      title={t('wizard.title')}
      isOpen
      onClose={onClose}
      acts={
        <>
          {step > 0 && (
            <Button look="quiet" onPress={() => setStep(result ? 0 : step - 1)}>
              {t(result ? 'wizard.restart' : 'wizard.back')}
            </Button>
          )}
          {result && (
            <Button look="primary" onPress={() => onForm(result.form)}>
              {t('wizard.use')}
            </Button>
          )}
        </>
      }
    >
      {question ? (
        <div className="grid gap-4">
          {step === 0 && <p>{t('wizard.lead')}</p>}
          <p className="text-sm text-muted">{t('wizard.question', { n: step + 1 })}</p>
          <RadioGroup
            key={question.key}
            label={t(`wizard.q.${question.key}`)}
            value={answers[question.key] ?? null}
            onChange={(id) => {
              setAnswers((now) => ({ ...now, [question.key]: id as Answer }))
              setStep(step + 1)
            }}
            options={question.answers.map((id) => ({ id, label: t(`wizard.a.${id}`) }))}
          />
        </div>
      ) : (
        result && (
          <div className="grid gap-3" aria-live="polite">
            <p className="text-xl font-semibold">{t('wizard.result', { kind: kindName(result.kind) })}</p>
            <p>{t('wizard.form', { form: t(`canvas.forms.${result.form}`) })}</p>
            <div>
              <p className="font-semibold">{t('wizard.reasons')}</p>
              <ul>
                {result.reasons.map((reason) => (
                  <li key={reason}>{t(`wizard.a.${reason}`)}</li>
                ))}
              </ul>
            </div>
            {result.kind !== kind && (
              <p className="text-muted">{t('wizard.kindNow', { kind: kindName(kind) })}</p>
            )}
          </div>
        )
      )}
    </Dialog>
  )
}
