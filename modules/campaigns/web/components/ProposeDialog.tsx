import { X } from 'lucide-react'
import { useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { teamModes } from '#modules/campaigns/contract.ts'
import type { Campaign } from '#modules/campaigns/contract.ts'
import { PersonPicker } from '#modules/communities/web/public.ts'
import { MemberLink } from '#modules/people/web/public.ts'
import type { MemberCard } from '#modules/people/contract.ts'
import { api } from '#platform/web/api.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { Button } from '#ui/Button.tsx'
import { DateField } from '#ui/DateField.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { RadioGroup } from '#ui/RadioGroup.tsx'
import { Select } from '#ui/Select.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { TextField } from '#ui/TextField.tsx'
import { campaignPath } from '../paths.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'

type Kind = 'challenge' | 'draw' | 'jury'
const kinds = ['challenge', 'draw', 'jury'] as const

/** Proposes a challenge or a contest; its rules stand from then on. */
export default function ProposeDialog({ campaign, onClose }: { campaign: Campaign; onClose: () => void }) {
  const t = useT()
  const { language } = useLanguage()
  const navigate = useNavigate()
  const [kind, setKind] = useState<Kind>('challenge')
  const [title, setTitle] = useState('')
  const [text, setText] = useState('')
  const [steps, setSteps] = useState('')
  const [mode, setMode] = useState<string>('either')
  const [last, setLast] = useState<string | null>(null)
  const [criteria, setCriteria] = useState('')
  const [prizes, setPrizes] = useState('')
  const [rules, setRules] = useState(t('propose.defaultRules'))
  const [winners, setWinners] = useState('1')
  const [jury, setJury] = useState<readonly MemberCard[]>([])
  const [isChecked, setChecked] = useState(false)
  const isContest = kind !== 'challenge'
  const isReady = title.trim() && last && (kind !== 'jury' || (jury.length > 0 && criteria.trim() !== ''))
  const act = useAct(
    (_, idempotencyKey) =>
      api('POST /api/v1/campaigns/:campaign/challenges', {
        params: { campaign: campaign.id },
        body: {
          kind: isContest ? 'contest' : 'challenge',
          title: title.trim(),
          text: text.trim(),
          language,
          // The end of that day where the leader is.
          closesAt: new Date(`${last ?? ''}T23:59:00`).toISOString(),
          ...(isContest
            ? {
                way: kind === 'jury' ? ('jury' as const) : ('draw' as const),
                criteria: criteria.trim(),
                prizes: prizes.trim(),
                rules: rules.trim(),
                winners: Number(winners),
                juryIds: kind === 'jury' ? jury.map(({ id }) => id) : [],
              }
            : {
                steps: steps.split('\n').flatMap((step) => step.trim() || []),
                mode: mode as (typeof teamModes)[number],
              }),
        },
        idempotencyKey,
      }),
    t('propose.done'),
    ({ id }) => {
      onClose()
      void navigate({ href: campaignPath(campaign.address, { challenge: id }) })
    },
  )
  return (
    <Dialog
      title={t('propose.title')}
      isOpen
      wide
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button
            look="primary"
            isPending={act.isPending}
            onPress={() => {
              setChecked(true)
              if (isReady) act.run()
            }}
          >
            {t('propose.submit')}
          </Button>
        </>
      }
    >
      <div className="grid gap-5">
        <RadioGroup
          label={t('propose.kind')}
          cards
          value={kind}
          onChange={(id) => setKind(id as Kind)}
          options={kinds.map((id) => ({ id, label: t(`propose.${id}`), hint: t(`propose.${id}Hint`) }))}
        />
        <TextField label={t('propose.name')} value={title} onChange={setTitle} maxLength={120} />
        <TextArea
          label={t('propose.text')}
          optional
          value={text}
          onChange={setText}
          rows={3}
          maxLength={4000}
        />
        <DateField label={t('propose.closes')} value={last} onChange={setLast} />
        {isContest ? (
          <>
            {kind === 'jury' && (
              <div className="grid gap-3">
                {jury.map((member) => (
                  <p key={member.id} className="flex items-center gap-2">
                    <MemberLink member={member} />
                    <Button
                      look="quiet"
                      icon
                      aria-label={t('propose.removeJuror', { name: member.displayName })}
                      onPress={() => setJury(jury.filter(({ id }) => id !== member.id))}
                    >
                      <X aria-hidden />
                    </Button>
                  </p>
                ))}
                <PersonPicker
                  key={jury.length}
                  label={t('propose.juryPick')}
                  employeesOnly
                  without={jury.map(({ id }) => id)}
                  onChoose={(member) => member && setJury([...jury, member])}
                />
                <TextArea
                  label={t('game.criteria')}
                  value={criteria}
                  onChange={setCriteria}
                  rows={3}
                  maxLength={2000}
                />
              </div>
            )}
            <TextArea
              label={t('game.prizes')}
              optional
              value={prizes}
              onChange={setPrizes}
              rows={2}
              maxLength={2000}
            />
            <Select
              label={t('propose.winners')}
              options={Array.from({ length: 10 }, (_, n) => ({ id: String(n + 1), label: String(n + 1) }))}
              value={winners}
              onChange={setWinners}
            />
            <TextArea
              label={t('game.rules')}
              hint={t('game.law')}
              value={rules}
              onChange={setRules}
              rows={4}
              maxLength={4000}
            />
          </>
        ) : (
          <>
            <TextArea
              label={t('propose.steps')}
              value={steps}
              onChange={setSteps}
              rows={4}
              maxLength={4000}
            />
            <Select
              label={t('propose.mode')}
              options={teamModes.map((id) => ({ id, label: t(`propose.modes.${id}`) }))}
              value={mode}
              onChange={setMode}
            />
          </>
        )}
        {isChecked && !isReady && (
          <p role="alert" className="text-bad">
            {t('propose.missing')}
          </p>
        )}
      </div>
    </Dialog>
  )
}
