import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import type { Assessment, Levels } from '#modules/reports/contract.ts'
import { api } from '#platform/web/api.ts'
import { Button } from '#ui/Button.tsx'
import { RadioGroup } from '#ui/RadioGroup.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { TextField } from '#ui/TextField.tsx'
import { competencies } from '#modules/reports/words.ts'
import type { Competency } from '#modules/reports/words.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'

const mostEvidence = 5
type One = Levels[Competency]

/** The eight competencies one after the other; what was said last time is where one starts from. */
export function AssessForm({
  slug,
  before,
  onClose,
}: {
  slug: string
  before: Assessment | undefined
  onClose: () => void
}) {
  const t = useT()
  const [levels, setLevels] = useState<Levels>(
    () =>
      before?.levels ??
      (Object.fromEntries(
        competencies.map((key) => [key, { level: 1, why: '', evidence: [] }]),
      ) as unknown as Levels),
  )
  const [actions, setActions] = useState<readonly [string, string]>(['', ''])
  const save = useAct<void>(
    (_, idempotencyKey) =>
      api('POST /api/v1/communities/:community/maturity', {
        params: { community: slug },
        body: { levels, actions: actions.map((one) => one.trim()) },
        idempotencyKey,
      }),
    t('maturity.saved'),
    onClose,
  )
  const isProven = competencies.every(
    (key) =>
      (levels[key].level === 1 || levels[key].evidence.length > 0) &&
      levels[key].evidence.every(({ label, url }) => label.trim() && url.trim()),
  )
  return (
    <div className="report-levels">
      <p className="max-w-[40rem] text-pretty text-muted">{t('maturity.lead')}</p>
      {competencies.map((key) => (
        <CompetencyFields
          key={key}
          competency={key}
          one={levels[key]}
          onChange={(next) => setLevels((now) => ({ ...now, [key]: next }))}
        />
      ))}
      <section className="grid gap-3" aria-label={t('maturity.actions')}>
        <h3>{t('maturity.actions')}</h3>
        {([0, 1] as const).map((index) => (
          <TextField
            key={index}
            label={t('maturity.action', { n: index + 1 })}
            value={actions[index]}
            onChange={(text) => setActions((now) => (index === 0 ? [text, now[1]] : [now[0], text]))}
            maxLength={200}
          />
        ))}
      </section>
      <div className="report-bar">
        <Button
          look="primary"
          isDisabled={!isProven || actions.some((one) => !one.trim())}
          isPending={save.isPending}
          onPress={() => save.run()}
        >
          {t('maturity.save')}
        </Button>
        <Button onPress={onClose}>{t('cancel')}</Button>
        {!isProven && <p className="self-center text-sm text-muted">{t('refusal.evidenceMissing')}</p>}
      </div>
    </div>
  )
}

function CompetencyFields({
  competency,
  one,
  onChange,
}: {
  competency: Competency
  one: One
  onChange: (next: One) => void
}) {
  const t = useT()
  const evidence = (next: One['evidence']) => onChange({ ...one, evidence: next })
  return (
    <section className="report-editor" aria-label={t(`competency.${competency}.name`)}>
      <div>
        <h3>{t(`competency.${competency}.name`)}</h3>
        <p className="text-muted">{t(`competency.${competency}.what`)}</p>
      </div>
      <RadioGroup
        label={t('column.level')}
        aria-label={`${t('column.level')} · ${t(`competency.${competency}.name`)}`}
        value={String(one.level)}
        onChange={(id) => onChange({ ...one, level: Number(id) })}
        options={([1, 2, 3, 4] as const).map((level) => ({
          id: String(level),
          label: t('maturity.level', { n: level }),
          hint: t(`competency.${competency}.l${level}`),
        }))}
      />
      {one.level > 1 && (
        <>
          <TextArea
            label={t('maturity.why')}
            optional
            value={one.why}
            onChange={(why) => onChange({ ...one, why })}
            maxLength={500}
            rows={2}
          />
          {one.evidence.map((link, index) => (
            <div key={index} className="report-evidence">
              <TextField
                label={t('maturity.label')}
                value={link.label}
                onChange={(label) =>
                  evidence(one.evidence.map((each, at) => (at === index ? { ...each, label } : each)))
                }
                maxLength={120}
              />
              <TextField
                label={t('maturity.url')}
                value={link.url}
                onChange={(url) =>
                  evidence(one.evidence.map((each, at) => (at === index ? { ...each, url } : each)))
                }
                maxLength={500}
              />
              <Button
                icon
                look="quiet"
                aria-label={t('maturity.removeEvidence')}
                onPress={() => evidence(one.evidence.filter((_each, at) => at !== index))}
              >
                <X aria-hidden />
              </Button>
            </div>
          ))}
          {one.evidence.length < mostEvidence && (
            <div className="grid justify-items-start gap-1">
              <Button size="small" onPress={() => evidence([...one.evidence, { label: '', url: '' }])}>
                <Plus aria-hidden />
                {t('maturity.addEvidence')}
              </Button>
              <p className="text-sm text-muted">{t('maturity.urlHint')}</p>
            </div>
          )}
        </>
      )}
    </section>
  )
}
