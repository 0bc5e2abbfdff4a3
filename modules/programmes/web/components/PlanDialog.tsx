import { useState } from 'react'
import type { Programme } from '#modules/programmes/contract.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { api } from '#platform/web/api.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { Button } from '#ui/Button.tsx'
import { DateField } from '#ui/DateField.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { RadioGroup } from '#ui/RadioGroup.tsx'
import { Select } from '#ui/Select.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { TextField } from '#ui/TextField.tsx'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'

/** What the programme is for, in words; where its problem is measured; who reads it. */
export default function PlanDialog({ programme, onClose }: { programme: Programme; onClose: () => void }) {
  const t = useT()
  const { language } = useLanguage()
  const { isActing, act } = useAct()
  const [name, setName] = useState<{ fr?: string; en?: string }>(programme.name)
  const [words, setWords] = useState({
    vision: programme.vision ?? '',
    whyNow: programme.whyNow ?? '',
    problem: programme.problem ?? '',
    baseline: programme.baseline ?? '',
  })
  const [baselineOn, setBaselineOn] = useState(programme.baselineOn)
  const before = programme.measured?.community.id ?? 'none'
  const [measuredIn, setMeasuredIn] = useState(before)
  const [visibility, setVisibility] = useState<string>(programme.visibility)
  const set = (key: keyof typeof words) => (value: string) => setWords({ ...words, [key]: value })
  const send = () =>
    act(async () => {
      await api('PATCH /api/v1/programmes/:programmeId', {
        params: { programmeId: programme.id },
        body: {
          ...words,
          name,
          baselineOn,
          ...(measuredIn !== before && {
            problemCommunityId: measuredIn === 'none' ? null : measuredIn,
          }),
          visibility: visibility as 'company' | 'circle',
        },
      })
      return t('plan.saved')
    }, onClose)
  return (
    <Dialog
      title={t('plan.edit')}
      isOpen
      wide
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button
            look="primary"
            isPending={isActing}
            isDisabled={!name.fr?.trim() && !name.en?.trim()}
            onPress={send}
          >
            {t('common.save')}
          </Button>
        </>
      }
    >
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
        <TextArea
          label={t('plan.vision')}
          hint={t('plan.visionHint')}
          value={words.vision}
          onChange={set('vision')}
          maxLength={2000}
          autoFocus
        />
        <TextArea
          label={t('plan.whyNow')}
          hint={t('found.whyHint')}
          value={words.whyNow}
          onChange={set('whyNow')}
          maxLength={2000}
        />
        <TextArea
          label={t('plan.problem')}
          hint={t('plan.problemHint')}
          value={words.problem}
          onChange={set('problem')}
          maxLength={2000}
        />
        <div className="grid grid-cols-[minmax(0,1fr)] gap-5 sm:grid-cols-2">
          <TextField
            label={t('plan.baseline')}
            hint={t('plan.baselineHint')}
            value={words.baseline}
            onChange={set('baseline')}
            maxLength={500}
          />
          <DateField label={t('plan.baselineDay')} optional value={baselineOn} onChange={setBaselineOn} />
        </div>
        {programme.communities.length > 0 && (
          <Select
            label={t('plan.measuredIn')}
            hint={t('plan.measuredInHint')}
            value={measuredIn}
            onChange={setMeasuredIn}
            options={[
              { id: 'none', label: t('plan.measuredNowhere') },
              ...programme.communities.map((one) => ({ id: one.id, label: pickText(one.name, language) })),
            ]}
          />
        )}
        <div className="grid grid-cols-[minmax(0,1fr)] gap-5 sm:grid-cols-2">
          {(['fr', 'en'] as const).map((key) => (
            <TextField
              key={key}
              label={t(`plan.name.${key}`)}
              value={name[key] ?? ''}
              onChange={(value) => setName({ ...name, [key]: value })}
              maxLength={120}
              optional={key !== language}
            />
          ))}
        </div>
        <RadioGroup
          label={t('visibility.label')}
          value={visibility}
          onChange={setVisibility}
          options={(['company', 'circle'] as const).map((id) => ({
            id,
            label: t(`visibility.${id}`),
            hint: t(`visibility.${id}Hint`),
          }))}
        />
      </div>
    </Dialog>
  )
}
