import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Step, WrittenStep } from '#modules/kinds/contract.ts'
import { targetUnits, waitsForWords } from '#modules/kinds/words.ts'
import type { TargetUnit, WaitsFor } from '#modules/kinds/words.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { api } from '#platform/web/api.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { Button } from '#ui/Button.tsx'
import { Checkbox } from '#ui/Checkbox.tsx'
import { Select } from '#ui/Select.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { TextField } from '#ui/TextField.tsx'
import { boardQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'
import { LineActs, moved } from './LineActs.tsx'

/** A step while it is written: names by language, the delay as typed. */
interface Line {
  key: string
  id?: string
  name: { fr?: string; en?: string }
  amount: string
  unit: TargetUnit
  waitsFor: WaitsFor
  ends: boolean
}
const lineOf = (step: Step): Line => ({
  key: step.id,
  id: step.id,
  name: step.name,
  amount: step.targetAmount === null ? '' : String(step.targetAmount),
  unit: step.targetUnit,
  waitsFor: step.waitsFor,
  ends: step.ends,
})
let fresh = 0
const empty = (name: Line['name'] = {}, more: Partial<Line> = {}): Line => ({
  key: `new-${++fresh}`,
  name,
  amount: '2',
  unit: 'days',
  waitsFor: 'anyone',
  ends: false,
  ...more,
})

/** The declared steps of the process. */
export function ProcessEditor({ slug }: { slug: string }) {
  const { data } = useQuery(boardQuery(slug))
  if (!data) return <SkeletonRows rows={4} />
  const steps = data.columns.map(({ step }) => step)
  return <Editor key={steps.map(({ id }) => id).join()} slug={slug} steps={steps} />
}

function Editor({ slug, steps }: { slug: string; steps: readonly Step[] }) {
  const t = useT()
  const { language } = useLanguage()
  const { isActing, act } = useAct()
  const [lines, setLines] = useState(() => steps.map(lineOf))
  const change = (key: string, more: Partial<Line>) =>
    setLines((now) => now.map((line) => (line.key === key ? { ...line, ...more } : line)))
  const isSound = (line: Line) =>
    pickText(line.name, language).trim() !== '' &&
    (line.ends || line.amount === '' || (/^\d{1,3}$/.test(line.amount) && Number(line.amount) > 0))
  const save = () =>
    act(async () => {
      await api('PUT /api/v1/communities/:community/process', {
        params: { community: slug },
        body: {
          steps: lines.map((line): WrittenStep => ({
            ...(line.id && { id: line.id }),
            name: line.name,
            targetAmount: line.ends || line.amount === '' ? null : Number(line.amount),
            targetUnit: line.unit,
            waitsFor: line.waitsFor,
            ends: line.ends,
          })),
        },
      })
      return t('process.saved')
    })
  const example = () => {
    const name = (key: 'received' | 'analysed' | 'partner' | 'done') => ({
      [language]: t(`process.example.${key}`),
    })
    setLines([
      empty(name('received'), { amount: '1' }),
      empty(name('analysed'), { amount: '3', waitsFor: 'experts' }),
      empty(name('partner'), { amount: '5', waitsFor: 'partners' }),
      empty(name('done'), { amount: '', ends: true }),
    ])
  }
  return (
    <div className="grid gap-4">
      {lines.length === 0 && (
        <p className="m-0 flex flex-wrap items-center gap-3 text-muted">
          {t('process.none')}
          <Button onPress={example}>{t('process.propose')}</Button>
        </p>
      )}
      <ol className="m-0 grid list-none p-0">
        {lines.map((line, index) => (
          <li key={line.key} className="kind-line">
            <div className="flex items-center justify-between gap-3">
              <h3 className="m-0 text-base">{t('common.nth', { n: index + 1 })}</h3>
              <LineActs
                name={pickText(line.name, language)}
                index={index}
                length={lines.length}
                onMove={(by) => setLines((now) => moved(now, index, by))}
                onRemove={() => setLines((now) => now.filter(({ key }) => key !== line.key))}
              />
            </div>
            <div className="kind-line-fields">
              <TextField
                label={t('process.name')}
                value={line.name[language] ?? pickText(line.name, language)}
                onChange={(text) => change(line.key, { name: { ...line.name, [language]: text } })}
                maxLength={80}
                isRequired
              />
              <Select
                label={t('process.waitsFor')}
                value={line.waitsFor}
                onChange={(id) => change(line.key, { waitsFor: id as WaitsFor })}
                options={waitsForWords.map((id) => ({ id, label: t(`process.${id}`) }))}
              />
              {!line.ends && (
                <>
                  <TextField
                    label={t('process.target')}
                    value={line.amount}
                    onChange={(amount) => change(line.key, { amount: amount.trim() })}
                    inputMode="numeric"
                    optional
                  />
                  <Select
                    label={t('process.unit')}
                    value={line.unit}
                    onChange={(id) => change(line.key, { unit: id as TargetUnit })}
                    options={targetUnits.map((id) => ({ id, label: t(`process.${id}`) }))}
                  />
                </>
              )}
            </div>
            <Checkbox isSelected={line.ends} onChange={(ends) => change(line.key, { ends })}>
              {t('process.ends')}
            </Checkbox>
          </li>
        ))}
      </ol>
      <div className="flex flex-wrap gap-2">
        <Button isDisabled={lines.length >= 12} onPress={() => setLines((now) => [...now, empty()])}>
          {t('common.add')}
        </Button>
        <Button
          look="primary"
          isPending={isActing}
          isDisabled={lines.length === 0 || !lines.every(isSound)}
          onPress={save}
        >
          {t('common.save')}
        </Button>
      </div>
    </div>
  )
}
