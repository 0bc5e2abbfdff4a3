import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { CommunityDetail } from '#modules/communities/contract.ts'
import { kindPresets } from '#modules/communities/kinds.ts'
import { api } from '#platform/web/api.ts'
import { useErrorToast } from '#platform/web/errors.ts'
import { toast } from '#platform/web/toasts.ts'
import { Button } from '#ui/Button.tsx'
import { Notice, Section } from '#ui/Layout.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { TextField } from '#ui/TextField.tsx'
import { PersonPicker } from '../components/PersonPicker.tsx'
import { refresh } from '../queries.ts'
import { useT } from '../t.ts'

/** A figure as people type it: a comma or a point, blanks between thousands. Undefined when it is no figure. */
export function readFigure(text: string): number | null | undefined {
  const plain = text.replaceAll(/[\s\u00a0\u202f]/g, '').replace(',', '.')
  if (plain === '') return null
  const value = Number(plain)
  return Number.isFinite(value) ? value : undefined
}

/** Why the community exists: problem, who suffers, indicator from a baseline to a target, sponsor. */
export function CanvasPart({ community }: { community: CommunityDetail }) {
  const t = useT()
  const onError = useErrorToast(t)
  const [form, setForm] = useState(() => textsOf(community.canvas))
  const [sponsor, setSponsor] = useState(community.canvas?.sponsor ?? null)
  const set = (field: keyof typeof form) => (value: string) => setForm({ ...form, [field]: value })
  const [baseline, target] = [readFigure(form.baseline), readFigure(form.target)]
  const isIncomplete =
    baseline !== null && !(form.baselineOn && form.baselineSource.trim() && form.indicator.trim())
  const hasNoDate = target !== null && !(form.targetOn && form.indicator.trim())
  const save = useMutation({
    mutationFn: () =>
      api('PUT /api/v1/communities/:community/canvas', {
        params: { community: community.id },
        body: {
          problem: form.problem,
          whoSuffers: form.whoSuffers,
          indicator: form.indicator,
          unit: form.unit,
          baseline: baseline ?? null,
          baselineOn: form.baselineOn || null,
          baselineSource: form.baselineSource,
          target: target ?? null,
          targetOn: form.targetOn || null,
          sponsorId: sponsor?.id ?? null,
        },
      }),
    onSuccess: () => {
      toast(t('settings.saved'))
      void refresh('one')
    },
    onError,
  })
  return (
    <Section title={t('settings.canvas')} hint={t('settings.canvasLead')}>
      <form
        className="grid max-w-[38rem] gap-5"
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate()
        }}
      >
        <TextArea
          label={t('about.problem')}
          value={form.problem}
          onChange={set('problem')}
          maxLength={2000}
        />
        <TextArea
          label={t('about.whoSuffers')}
          value={form.whoSuffers}
          onChange={set('whoSuffers')}
          maxLength={1000}
          rows={2}
        />
        {kindPresets[community.kind].indicator === 'required' && (
          <Notice>{t('settings.indicatorRequired')}</Notice>
        )}
        <div className="grid gap-5 sm:grid-cols-[2fr_1fr]">
          <TextField
            label={t('about.indicator')}
            hint={t('settings.indicatorHint')}
            value={form.indicator}
            onChange={set('indicator')}
            maxLength={300}
          />
          <TextField
            label={t('settings.unit')}
            hint={t('settings.unitHint')}
            optional
            value={form.unit}
            onChange={set('unit')}
            maxLength={40}
          />
        </div>
        <div className="grid gap-5 sm:grid-cols-2">
          <TextField
            label={t('settings.baseline')}
            inputMode="decimal"
            optional
            value={form.baseline}
            onChange={set('baseline')}
          />
          <TextField
            label={t('settings.baselineOn')}
            type="date"
            optional
            value={form.baselineOn}
            onChange={set('baselineOn')}
          />
        </div>
        <TextField
          label={t('settings.baselineSource')}
          hint={t('settings.baselineSourceHint')}
          optional
          value={form.baselineSource}
          onChange={set('baselineSource')}
          maxLength={300}
          error={isIncomplete ? t('refusal.baselineIncomplete') : undefined}
        />
        <div className="grid gap-5 sm:grid-cols-2">
          <TextField
            label={t('settings.target')}
            inputMode="decimal"
            optional
            value={form.target}
            onChange={set('target')}
          />
          <TextField
            label={t('settings.targetOn')}
            type="date"
            optional
            value={form.targetOn}
            onChange={set('targetOn')}
            error={hasNoDate ? t('refusal.targetIncomplete') : undefined}
          />
        </div>
        <PersonPicker
          label={t('settings.sponsor')}
          hint={t('settings.sponsorHint')}
          optional
          chosen={sponsor}
          onChoose={setSponsor}
          employeesOnly
        />
        <div>
          <Button
            type="submit"
            look="primary"
            isPending={save.isPending}
            isDisabled={isIncomplete || hasNoDate || baseline === undefined || target === undefined}
          >
            {t('settings.save')}
          </Button>
        </div>
      </form>
    </Section>
  )
}

const textsOf = (canvas: CommunityDetail['canvas']) => ({
  problem: canvas?.problem ?? '',
  whoSuffers: canvas?.whoSuffers ?? '',
  indicator: canvas?.indicator ?? '',
  unit: canvas?.unit ?? '',
  baseline: canvas?.baseline?.toString() ?? '',
  baselineOn: canvas?.baselineOn ?? '',
  baselineSource: canvas?.baselineSource ?? '',
  target: canvas?.target?.toString() ?? '',
  targetOn: canvas?.targetOn ?? '',
})
