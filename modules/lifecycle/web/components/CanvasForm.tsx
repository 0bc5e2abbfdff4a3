import { useState } from 'react'
import { PersonPicker } from '#modules/communities/web/public.ts'
import type { CommunityDetail } from '#modules/communities/contract.ts'
import { api } from '#platform/web/api.ts'
import { Button } from '#ui/Button.tsx'
import { RadioGroup } from '#ui/RadioGroup.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { TextField } from '#ui/TextField.tsx'
import type { LifeCanvas, WrittenLifeCanvas } from '#modules/lifecycle/contract.ts'
import { canvasForms, morePrompts } from '#modules/lifecycle/words.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'
import { PeopleRow } from './People.tsx'
import { TypeWizard } from './TypeWizard.tsx'

type Texts = 'problem' | 'whoSuffers' | 'whyCommunity' | 'valueInWords' | 'success' | 'stop'
type Lines = 'indicator' | 'unit' | 'baselineSource' | 'horizon' | 'dataNotice'
type Days = 'baselineOn' | 'targetOn' | 'reviewOn'
const numberOf = (text: string): number | null => {
  const value = Number(text.replace(',', '.').replaceAll(/\s/g, ''))
  return text.trim() === '' || Number.isNaN(value) ? null : value
}
const linesOf = (text: string): string[] =>
  text.split('\n').flatMap((line) => (line.trim() ? [line.trim().slice(0, 200)] : []))

/** The whole canvas as a form; saved as one, each saving a version. */
export function CanvasForm({
  community,
  canvas,
  onDone,
}: {
  community: CommunityDetail
  canvas: LifeCanvas
  onDone: () => void
}) {
  const t = useT()
  const [words, setWords] = useState(canvas)
  const [figures, setFigures] = useState({
    baseline: canvas.baseline?.toString() ?? '',
    target: canvas.target?.toString() ?? '',
    cmHours: canvas.cmHours?.toString() ?? '',
  })
  const [lists, setLists] = useState({
    rituals: canvas.rituals.join('\n'),
    firstContents: canvas.firstContents.join('\n'),
  })
  const [isAsking, setAsking] = useState(false)
  const set = (more: Partial<LifeCanvas>) => setWords((now) => ({ ...now, ...more }))
  const save = useAct(
    () =>
      api('PUT /api/v1/communities/:community/life/canvas', {
        params: { community: community.id },
        body: bodyOf(words, figures, lists),
      }),
    t('canvas.done'),
    onDone,
  )
  const area = (field: Texts, maxLength: number) => (
    <TextArea
      key={field}
      label={t(`canvas.fields.${field}`)}
      rows={2}
      value={words[field] ?? ''}
      onChange={(text) => set({ [field]: text })}
      maxLength={maxLength}
    />
  )
  const line = (field: Lines, maxLength: number) => (
    <TextField
      label={t(`canvas.fields.${field}`)}
      value={words[field] ?? ''}
      onChange={(text) => set({ [field]: text })}
      maxLength={maxLength}
    />
  )
  const figure = (field: keyof typeof figures) => (
    <TextField
      label={t(`canvas.fields.${field}`)}
      inputMode="decimal"
      value={figures[field]}
      onChange={(text) => setFigures((now) => ({ ...now, [field]: text }))}
    />
  )
  const dayField = (field: Days) => (
    <TextField
      label={t(`canvas.fields.${field}`)}
      type="date"
      value={words[field] ?? ''}
      onChange={(text) => set({ [field]: text || null })}
    />
  )
  const list = (field: keyof typeof lists) => (
    <TextArea
      label={t(`canvas.fields.${field}`)}
      hint={t('canvas.line')}
      rows={3}
      value={lists[field]}
      onChange={(text) => setLists((now) => ({ ...now, [field]: text }))}
    />
  )
  return (
    <form
      className="grid max-w-[42rem] gap-5"
      onSubmit={(event) => {
        event.preventDefault()
        save.run(undefined)
      }}
    >
      <h3>{t('canvas.sections.why')}</h3>
      {area('problem', 2000)}
      {area('whoSuffers', 1000)}
      {area('whyCommunity', 2000)}
      <h3>{t('canvas.sections.what')}</h3>
      <div className="grid gap-3">
        <RadioGroup
          label={t('canvas.fields.form')}
          value={words.form}
          onChange={(id) => set({ form: id as LifeCanvas['form'] })}
          options={canvasForms.map((id) => ({ id, label: t(`canvas.forms.${id}`) }))}
        />
        <div>
          <Button size="small" onPress={() => setAsking(true)}>
            {t('wizard.open')}
          </Button>
        </div>
      </div>
      {area('valueInWords', 2000)}
      <h3>{t('canvas.sections.measure')}</h3>
      <div className="grid gap-4 sm:grid-cols-[2fr_1fr]">
        {line('indicator', 300)}
        {line('unit', 40)}
      </div>
      <div className="grid gap-4 sm:grid-cols-3">
        {figure('baseline')}
        {dayField('baselineOn')}
        {line('baselineSource', 300)}
      </div>
      <div className="grid gap-4 sm:grid-cols-3">
        {figure('target')}
        {dayField('targetOn')}
        {line('horizon', 300)}
      </div>
      <h3>{t('canvas.sections.who')}</h3>
      <div className="grid gap-3">
        <p className="font-semibold">{t('canvas.fields.core')}</p>
        <PeopleRow
          people={words.core}
          onRemove={(id) => set({ core: words.core.filter((card) => card.id !== id) })}
        />
        <PersonPicker
          label={t('canvas.chooseCore')}
          slug={community.slug}
          without={words.core.map(({ id }) => id)}
          onChoose={(card) => card && set({ core: [...words.core, card] })}
        />
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        <PersonPicker
          employeesOnly
          label={t('canvas.fields.sponsor')}
          chosen={words.sponsor}
          onChoose={(sponsor) => set({ sponsor })}
        />
        {figure('cmHours')}
      </div>
      <h3>{t('canvas.sections.how')}</h3>
      {list('rituals')}
      {list('firstContents')}
      {line('dataNotice', 200)}
      <h3>{t('canvas.sections.end')}</h3>
      {area('success', 1000)}
      {area('stop', 1000)}
      {dayField('reviewOn')}
      <details>
        <summary className="cursor-pointer font-semibold">{t('canvas.more')}</summary>
        <div className="mt-3 grid gap-4">
          <p className="text-muted">{t('canvas.moreHint')}</p>
          {morePrompts.map((key) => (
            <TextArea
              key={key}
              label={t(`canvas.prompts.${key}`)}
              optional
              rows={2}
              value={words.more[key] ?? ''}
              onChange={(text) => set({ more: { ...words.more, [key]: text } })}
              maxLength={1000}
            />
          ))}
        </div>
      </details>
      <div className="flex flex-wrap gap-2">
        <Button look="quiet" onPress={onDone}>
          {t('cancel')}
        </Button>
        <Button type="submit" look="primary" isPending={save.isPending}>
          {t('save')}
        </Button>
      </div>
      {isAsking && (
        <TypeWizard
          kind={words.kind}
          onForm={(form) => {
            set({ form })
            setAsking(false)
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </form>
  )
}

function bodyOf(
  words: LifeCanvas,
  figures: Record<'baseline' | 'target' | 'cmHours', string>,
  lists: Record<'rituals' | 'firstContents', string>,
): WrittenLifeCanvas {
  return {
    problem: words.problem,
    whoSuffers: words.whoSuffers,
    indicator: words.indicator,
    unit: words.unit,
    baselineOn: words.baselineOn,
    baselineSource: words.baselineSource,
    targetOn: words.targetOn,
    whyCommunity: words.whyCommunity,
    form: words.form,
    valueInWords: words.valueInWords,
    horizon: words.horizon,
    dataNotice: words.dataNotice,
    success: words.success,
    stop: words.stop,
    reviewOn: words.reviewOn,
    baseline: numberOf(figures.baseline),
    target: numberOf(figures.target),
    cmHours: numberOf(figures.cmHours),
    sponsorId: words.sponsor?.id ?? null,
    coreIds: words.core.map(({ id }) => id),
    rituals: linesOf(lists.rituals),
    firstContents: linesOf(lists.firstContents),
    more: words.more as WrittenLifeCanvas['more'],
  }
}
